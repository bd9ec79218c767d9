//! Faults: each raises its code and nothing else, and no rule is without one.

use std::cell::Cell;
use std::collections::BTreeSet;

use officium::diagnostic::Level;
use officium::rules::{Rule, catalog};
use officium::strategies::{Fault, Faulty, organizations};
use officium::{Organization, Position, RuleCode};
use proptest::prelude::any;
use proptest::prelude::{prop_assert, prop_assert_eq};

use super::{findings, runner};
use crate::support::dirty::named;

/// Rules that no fault breaks yet. Whoever writes the fault strikes out the code.
const WITHOUT_FAULT: &[&str] = &[];

/// How often each fault is put into an organisation.
const CASES: u32 = 30;

/// What the baseline says of it: silence before, one code after.
fn raised(faulty: &Faulty) -> (Vec<(RuleCode, String)>, BTreeSet<RuleCode>) {
    let after = findings(&faulty.organization).into_iter().map(|(code, _)| code).collect();
    (findings(&faulty.sound), after)
}

#[test]
fn raise_their_code_and_no_other() {
    for fault in Fault::all() {
        let injected = Cell::new(0);
        let outcome = runner(CASES).run(&(organizations(), any::<usize>()), |(organization, choice)| {
            // a few find no place among several heads
            let Some(faulty) = fault.inject(&organization, choice) else {
                prop_assert!(organization.positions.iter().filter(|seat| seat.is_head()).count() > 1);
                return Ok(());
            };
            injected.set(injected.get() + 1);
            let (before, after) = raised(&faulty);
            prop_assert_eq!(before, []);
            prop_assert_eq!(after, BTreeSet::from([fault.code()]), "{:?}", findings(&faulty.organization));
            Ok(())
        });
        outcome.unwrap_or_else(|failed| panic!("{fault:?}: {failed}"));
        assert!(injected.get() > CASES / 2, "{fault:?} found a place {} times", injected.get());
    }
}

/// What a fault needs is added where it is not there.
#[test]
fn find_a_place_in_the_smallest_organisation() {
    let head = Position::new(named("head")).title(named("Manager")).head();
    let smallest = Organization::new().positions([head.no_substitute_because(named("closed when away"))]);
    assert_eq!(findings(&smallest), []);
    for fault in Fault::all() {
        let faulty = fault.inject(&smallest, 7).unwrap_or_else(|| panic!("no place for {fault:?}"));
        assert_eq!(raised(&faulty), (Vec::new(), BTreeSet::from([fault.code()])), "{fault:?}");
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
    let asked =
        catalog().filter(|rule| rule.is_in_baseline() && rule.level() == Level::Error).map(Rule::code);
    let without: BTreeSet<RuleCode> = asked.filter(|code| !broken.contains(code)).collect();
    let known = WITHOUT_FAULT.iter().map(|code| named(code)).collect();
    assert_eq!(without, known, "rules of level error without a fault");

    let names: BTreeSet<&str> = Fault::all().map(Fault::name).collect();
    assert_eq!(names.len(), Fault::all().count(), "two faults of one name");
}
