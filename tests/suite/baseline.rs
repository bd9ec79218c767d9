//! Baseline files: what is known passes, what is new does not, and what went away is told.

use officium::diagnostic::{Finding, Human, Level, Report, human};
use officium::read::Format;
use officium::rules::{Compared, Profile};
use officium::{Baseline, Organization, Waiver, read};
use proptest::prelude::{prop_assert, prop_assert_eq, proptest};
use proptest::sample::Index;

use crate::graph::{cases, report};
use crate::support::dirty::{named, organizations};

fn checked(organization: &Organization) -> Report {
    report(organization, &Profile::baseline())
}

/// The findings that are not known.
fn new(report: &Report) -> Vec<&Finding> {
    report.findings().iter().filter(|finding| !finding.known).collect()
}

fn without(report: &Report, which: Index) -> (Finding, Report) {
    let mut findings = report.findings().to_vec();
    let gone = findings.remove(which.index(findings.len()));
    (gone, Report::new(findings))
}

proptest! {
    #![proptest_config(cases(1000))]

    #[test]
    fn what_is_written_makes_the_report_pass(organization in organizations()) {
        let report = checked(&organization);
        let written = Baseline::of(&report).to_json();
        let known = Baseline::from_text(Format::Json, &written).document.expect("what is written is read");
        let Compared { report: compared, gone, .. } = known.compare(report.clone());
        prop_assert!(new(&compared).is_empty(), "{:#?}", new(&compared));
        prop_assert!(compared.findings().iter().all(|finding| finding.level == Level::Note));
        prop_assert_eq!(compared.counts().known, report.findings().len());
        prop_assert_eq!(gone, []);
    }

    /// One finding more than is known, be it like another, is new; one less is told.
    #[test]
    fn one_more_and_one_less(organization in organizations(), which: Index) {
        let report = checked(&organization);
        if report.is_empty() {
            return Ok(());
        }
        let (one, less) = without(&report, which);
        let compared = Baseline::of(&less).compare(report.clone());
        let found = new(&compared.report);
        prop_assert_eq!(found.len(), 1);
        prop_assert_eq!((found[0].code(), &found[0].arguments, found[0].level), (one.code(), &one.arguments, one.level));
        prop_assert_eq!(compared.gone, []);

        let compared = Baseline::of(&report).compare(less);
        prop_assert!(new(&compared.report).is_empty());
        prop_assert_eq!(compared.gone.len(), 1);
        prop_assert_eq!(compared.gone[0].code, one.code());
    }

    /// The order of positions that have ids of their own is no part of what is known.
    #[test]
    fn order_does_not_matter(organization in organizations()) {
        let mut organization = organization;
        let mut seen = std::collections::BTreeSet::new();
        organization.positions.retain(|position| seen.insert(position.id.clone()));
        let known = Baseline::of(&checked(&organization));
        organization.positions.reverse();
        let compared = known.compare(checked(&organization));
        prop_assert!(new(&compared.report).is_empty(), "{:#?}\n{known:#?}", new(&compared.report));
        prop_assert_eq!(compared.gone, []);
    }
}

fn sample() -> String {
    let path =
        std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("examples/data/trading-company-faulty.json");
    std::fs::read_to_string(path).expect("the sample is there")
}

#[test]
fn lines_do_not_matter() {
    let text = sample();
    let known = Baseline::of(&checked(&read::json(&text).organization));
    assert!(known.findings.len() > 10);
    let moved = text.replace('\n', "\n\n  ");
    let compared = known.compare(checked(&read::json(&moved).organization));
    assert!(new(&compared.report).is_empty() && compared.gone.is_empty());
}

/// What has no id of its own moves without becoming another.
#[test]
fn elements_without_id_may_move() {
    let organization = |lines: &str| {
        let text = format!(
            r#"{{"positions": [
                {{"id": "head", "title": "Head", "standing": {{"kind": "head"}}, "noSubstituteBecause": "closed"}},
                {{"id": "old", "title": "Old", "closed": "2020-01-01"}},
                {{"id": "a", "title": "A", "noSubstituteBecause": "closed", "reporting": [{lines}]}}]}}"#
        );
        read::json(&text).organization
    };
    let (sound, faulty) =
        (r#"{"kind": "solid", "superior": "head"}"#, r#"{"kind": "dotted", "superior": "old"}"#);
    let known = Baseline::of(&checked(&organization(&format!("{sound}, {faulty}"))));
    let subjects: Vec<&str> = known.findings.iter().map(|it| it.subject.as_str()).collect();
    assert_eq!(subjects, ["positions[a].reporting[].superior"]);
    let compared = known.compare(checked(&organization(&format!("{faulty}, {sound}"))));
    assert!(new(&compared.report).is_empty() && compared.gone.is_empty());
    let twice = known.compare(checked(&organization(&format!("{faulty}, {sound}, {faulty}"))));
    assert_eq!(new(&twice.report).len(), 1, "the second of two that are alike is new");
    let two = Baseline::of(&checked(&organization(&format!("{faulty}, {sound}, {faulty}"))));
    assert_eq!(two.findings[0].count.map(officium::Count::get), Some(2));
    let gone = two.compare(checked(&organization(&format!("{faulty}, {sound}")))).gone;
    assert_eq!((gone.len(), gone[0].count), (1, None));
}

/// What cannot be read, what is wrong with waivers, and what a waiver takes away is not put into the file.
#[test]
fn some_findings_are_never_known() {
    let text =
        r#"{"positions": [{"id": "head", "title": "Head", "standing": {"kind": "head"}, "titel": ""}]}"#;
    let reading = read::json(text);
    let waiver = Waiver::new(named("S001"), named("positions[head]")).approved_by(named("head"));
    let organization = reading.organization.clone().waivers([waiver.clone()]);
    let report = checked(&organization).and(reading.findings.clone());
    let codes = |report: &Report| -> Vec<String> {
        report.findings().iter().map(|finding| finding.code().to_string()).collect()
    };
    assert_eq!(codes(&report), ["S001", "W003", "E002"]);
    let known = Baseline::of(&report);
    assert_eq!(known.findings.len(), 1);
    let compared = known.compare(report);
    assert_eq!(new(&compared.report).len(), 2);

    let excused = reading.organization.waivers([waiver.reason(named("agreed")).expires(named("2027-01-01"))]);
    let report = checked(&excused);
    assert!(Baseline::of(&report).findings.is_empty());
    assert_eq!(known.compare(report).gone, known.findings, "a waiver takes the finding out of the file");
}

#[test]
fn known_findings_are_counted_and_shown_when_all_are_wanted() {
    let report = checked(&read::json(&sample()).organization);
    let count = report.findings().len();
    let compared = Baseline::of(&report).compare(report).report;
    assert_eq!(human(&compared, None, Human::default()), format!("{count} known\n"));
    let all = human(&compared, None, Human { all: true, ..Human::default() });
    assert_eq!(all.matches("note: known: it stands in the baseline file").count(), count);
}

/// Counts beyond what one entry holds are entries more.
#[test]
fn many_that_are_alike() {
    let entry = |count: i64| {
        let known = officium::KnownFinding::new(named("S001"), named("positions[a]"));
        known.count(officium::Count::try_from(count).expect("a count"))
    };
    let known = Baseline::new().findings([entry(1_000_000), entry(1_000_000), entry(2)]);
    let gone = known.compare(Report::default()).gone;
    let counts: Vec<u32> = gone.iter().filter_map(|entry| entry.count).map(officium::Count::get).collect();
    assert_eq!(counts, [1_000_000, 1_000_000, 2]);
}
