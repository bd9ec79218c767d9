//! What the structural rules find, against sets made from their pages.

use std::collections::BTreeSet;

use officium::diagnostic::{Finding, Report};
use officium::rules::Profile;
use officium::{Organization, Position};
use proptest::prelude::{prop_assert_eq, proptest};

use super::oracles::{self, Subjects};
use super::{argument, cases, owner, report};
use crate::support::dirty::{organizations, today};
use crate::support::naive::Model;

fn baseline(organization: &Organization) -> Report {
    report(organization, &Profile::baseline())
}

fn found<'r>(report: &'r Report, code: &'static str) -> impl Iterator<Item = &'r Finding> {
    report.findings().iter().filter(move |finding| finding.code().as_str() == code)
}

fn subjects<T: Ord>(report: &Report, code: &'static str, of: impl Fn(&Finding) -> T) -> Subjects<T> {
    found(report, code).map(of).collect()
}

fn text(finding: &Finding, name: &str) -> String {
    argument(finding, name).expect("the argument is there").to_owned()
}

fn number(finding: &Finding, name: &str) -> usize {
    text(finding, name).parse().expect("a number")
}

fn id(finding: &Finding) -> String {
    text(finding, "id")
}

/// Each subject is found once: the same thing is not said again for another row.
fn ids_once(report: &Report, code: &'static str) -> Subjects {
    let ids = subjects(report, code, id);
    assert_eq!(ids.len(), found(report, code).count(), "{code} repeats itself");
    ids
}

proptest! {
    #![proptest_config(cases(2500))]

    #[test]
    fn of_lines(organization in organizations()) {
        let (model, report) = (Model::new(&organization, today()), baseline(&organization));
        let cycles = subjects(&report, "R001", |finding| {
            let length = number(finding, "length");
            let knot = argument(finding, "knot").map_or(length, |_| number(finding, "knot"));
            (id(finding), length, knot)
        });
        prop_assert_eq!(cycles, oracles::reporting_cycle(&model));
        prop_assert_eq!(ids_once(&report, "R002"), oracles::self_superior(&model));
        prop_assert_eq!(ids_once(&report, "R003"), oracles::missing_superior(&model));
        prop_assert_eq!(ids_once(&report, "R007"), oracles::multiple_line_superiors(&model));
        let unreachable = subjects(&report, "R009", |finding| (id(finding), number(finding, "below")));
        prop_assert_eq!(unreachable, oracles::unreachable_from_head(&model));
    }

    #[test]
    fn of_heads(organization in organizations()) {
        let (model, report) = (Model::new(&organization, today()), baseline(&organization));
        prop_assert_eq!(found(&report, "R004").count(), usize::from(oracles::no_head(&model)));
        let heads = found(&report, "R006").filter_map(|finding| finding.list.as_ref());
        let heads: BTreeSet<String> = heads.flat_map(|list| list.items.clone()).collect();
        prop_assert_eq!(heads, oracles::multiple_heads(&model));
    }

    #[test]
    fn of_substitutes(organization in organizations()) {
        let (model, report) = (Model::new(&organization, today()), baseline(&organization));
        prop_assert_eq!(ids_once(&report, "S001"), oracles::missing_substitute(&model));
        // one finding for each substitution, so an id may come more than once
        prop_assert_eq!(subjects(&report, "S002", id), oracles::self_substitute(&model));
        prop_assert_eq!(ids_once(&report, "S010"), oracles::vacant_substitute(&model));
    }

    #[test]
    fn of_references(organization in organizations()) {
        let (model, report) = (Model::new(&organization, today()), baseline(&organization));
        let dangling = found(&report, "I002").filter(|finding| argument(finding, "type") != Some("duty"));
        let dangling: Subjects<[String; 4]> = dangling
            .map(|finding| {
                let (list, owner) = owner(finding).expect("a unit or a position");
                [list.to_owned(), owner.to_owned(), text(finding, "type"), id(finding)]
            })
            .collect();
        prop_assert_eq!(dangling, oracles::dangling(&model));
        let retired = subjects(&report, "I005", |finding| {
            let (_, owner) = owner(finding).expect("a position");
            [owner.to_owned(), text(finding, "role"), id(finding)]
        });
        prop_assert_eq!(retired, oracles::retired(&model));
        let units = subjects(&report, "X008", |finding| (id(finding), number(finding, "length")));
        prop_assert_eq!(units, oracles::unit_tree_cycle(&model));
    }
}

#[test]
fn without_a_head_those_without_superior_are_candidates() {
    let seats = |ids: &[&str]| {
        Organization::new().positions(ids.iter().map(|id| Position::new(id.parse().expect("an id"))))
    };
    let candidates = |organization: &Organization| {
        found(&baseline(organization), "R004").flat_map(|it| it.candidates.clone()).collect::<Vec<_>>()
    };
    assert_eq!(candidates(&seats(&["south", "north"])), ["south", "north"]);
    assert!(candidates(&seats(&["north"])).is_empty(), "the only one is named in the help");
}
