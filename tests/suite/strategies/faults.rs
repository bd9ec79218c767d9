//! Faults: each raises its code and nothing else, and no rule is without one.

use std::cell::Cell;
use std::collections::BTreeSet;

use officium::diagnostic::{Finding, Level};
use officium::rules::{Profile, Rule, catalog};
use officium::strategies::{Fault, Faulty, organizations};
use officium::{Organization, Position, RuleCode};
use proptest::prelude::any;
use proptest::prelude::{prop_assert, prop_assert_eq};

use super::{findings, report, runner};
use crate::support::dirty::named;
use crate::support::setting;

/// Warnings that packs switch on, which no fault breaks yet. Whoever writes the fault strikes out the code.
const WITHOUT_FAULT: [&str; 13] =
    ["A002", "A003", "A007", "D012", "L002", "Q001", "Q005", "S007", "S008", "S018", "V001", "V007", "X005"];

/// The rule of translations, which stand beside the organisation and not in it.
const BESIDE: &str = "V008";

/// How often each fault is put into an organisation; `OFFICIUM_FAULT_CASES` sets another number.
fn cases() -> u32 {
    setting("OFFICIUM_FAULT_CASES").map_or(30, |cases| cases.parse().expect("a number"))
}

/// What the profile of the fault says of it.
struct Raised {
    /// In order, but for what is waived.
    before: Vec<Finding>,
    /// With the fault, but for what was waived before.
    after: Vec<Finding>,
}

fn raised(faulty: &Faulty) -> Raised {
    let profile = faulty.fault.profile();
    let [sound, spoiled] = [&faulty.sound, &faulty.organization].map(|it| report(it, &profile).into_iter());
    let (waived, before): (Vec<_>, Vec<_>) = sound.partition(|finding| finding.waived.is_some());
    let was_waived =
        |finding: &Finding| waived.iter().any(|it| (it.code(), &it.path) == (finding.code(), &finding.path));
    Raised { before, after: spoiled.filter(|finding| !was_waived(finding)).collect() }
}

fn codes(findings: &[Finding]) -> BTreeSet<RuleCode> {
    findings.iter().map(Finding::code).collect()
}

#[test]
fn raise_their_code_and_no_other() {
    let cases = cases();
    let mut failed = Vec::new();
    for fault in Fault::all() {
        let injected = Cell::new(0);
        let outcome = runner(cases).run(&(organizations(), any::<usize>()), |(organization, choice)| {
            // a few find no place among several heads
            let Some(faulty) = fault.inject(&organization, choice) else {
                prop_assert!(organization.positions.iter().filter(|seat| seat.is_head()).count() > 1);
                return Ok(());
            };
            injected.set(injected.get() + 1);
            let Raised { before, after } = raised(&faulty);
            prop_assert_eq!(before, []);
            prop_assert_eq!(codes(&after), BTreeSet::from([fault.code()]), "{:?}", after);
            Ok(())
        });
        if let Err(why) = outcome {
            failed.push(format!("{fault:?}: {why}"));
        } else if injected.get() <= cases / 2 {
            failed.push(format!("{fault:?} found a place {} times", injected.get()));
        }
    }
    assert!(failed.is_empty(), "{}", failed.join("\n"));
}

/// What a fault needs is added where it is not there.
#[test]
fn find_a_place_in_the_smallest_organisation() {
    let head = Position::new(named("head")).title(named("Manager")).head();
    let smallest = Organization::new().positions([head.no_substitute_because(named("closed when away"))]);
    assert_eq!(findings(&smallest), []);
    for fault in Fault::all() {
        let faulty = fault.inject(&smallest, 7).unwrap_or_else(|| panic!("no place for {fault:?}"));
        let Raised { before, after } = raised(&faulty);
        assert_eq!(
            (before, codes(&after)),
            (Vec::new(), BTreeSet::from([fault.code()])),
            "{fault:?}: {after:?}"
        );
    }
}

/// The choice leads to other places.
#[test]
fn are_put_into_different_places() {
    let fault = Fault::all().find(|fault| fault.name() == "a position without title").expect("it is listed");
    let seat = |id| Position::new(named(id)).title(named("Clerk")).reports_to(named("head"));
    let head = Position::new(named("head")).title(named("Manager")).head();
    let organization = Organization::new().positions([head, seat("a"), seat("b")]);
    let untitled = |choice| {
        let faulty = fault.inject(&organization, choice).expect("there is a place");
        let seats = faulty.organization.positions;
        seats.into_iter().find(|seat| seat.title.is_none()).expect("one has no title").id.to_string()
    };
    assert_eq!([0, 1, 2, 3].map(untitled), ["head", "a", "b", "head"]);
}

#[test]
fn break_every_rule() {
    let broken: BTreeSet<RuleCode> = Fault::all().map(Fault::code).collect();
    let rules: BTreeSet<RuleCode> = catalog().map(Rule::code).collect();
    assert!(broken.is_subset(&rules), "faults of no rule");
    for fault in Fault::all() {
        let is_in_baseline = catalog().any(|rule| rule.code() == fault.code() && rule.is_in_baseline());
        assert_eq!(fault.profile() == Profile::baseline(), is_in_baseline, "{fault:?}");
    }
    let without: BTreeSet<RuleCode> = rules.difference(&broken).copied().collect();
    let known = WITHOUT_FAULT.into_iter().chain([BESIDE]).map(named).collect();
    assert_eq!(without, known, "rules without a fault");
    let excused = catalog().filter(|rule| !rule.is_in_baseline() && rule.level() != Level::Error);
    let excused: BTreeSet<RuleCode> = excused.map(Rule::code).chain([named(BESIDE)]).collect();
    assert!(without.is_subset(&excused), "rules that need a fault");

    let names: BTreeSet<&str> = Fault::all().map(Fault::name).collect();
    assert_eq!(names.len(), Fault::all().count(), "two faults of one name");
}
