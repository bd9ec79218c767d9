//! V012, day by day.

use std::collections::BTreeSet;

use officium::rules::Demands;
use officium::{Date, Description, DocumentControl, DocumentState, Organization, StateChange};
use proptest::collection::vec;
use proptest::option::weighted;
use proptest::prelude::{Strategy, any};
use proptest::sample::select;

use super::{agree, argument};
use crate::support::dirty::named;

const IDS: [&str; 3] = ["a", "b", "c"];

fn day(number: u8) -> Date {
    Date::new(2026, 1, number).expect("a day of January")
}

fn description(id: &str) -> impl Strategy<Value = Description> + use<> {
    let states = vec![
        DocumentState::Draft,
        DocumentState::InForce,
        DocumentState::InForce,
        DocumentState::Amended,
        DocumentState::Superseded,
        DocumentState::Superseded,
        DocumentState::Withdrawn,
    ];
    let changes = vec((select(states), 2..7u8), 0..=4);
    let id = id.to_owned();
    (changes, weighted(0.7, select(vec!["a", "b", "c", "ghost"])), any::<bool>()).prop_map(
        move |(changes, replaces, controlled)| {
            let mut control = DocumentControl::new();
            control.states =
                changes.into_iter().map(|(state, on)| StateChange::new(state, day(on))).collect();
            control.replaces = replaces.map(named);
            let mut description = Description::new(named(&id));
            description.control = (controlled || control.replaces.is_some()).then(|| Box::new(control));
            description
        },
    )
}

fn organizations() -> impl Strategy<Value = Organization> {
    IDS.map(description).prop_map(|descriptions| Organization::new().descriptions(descriptions))
}

/// Who replaces whom wrongly, and the first day on which both are in force, where that is the fault: day 1 stands for always.
fn expected(organization: &Organization) -> BTreeSet<(String, String, Option<Date>)> {
    let mut wrong = BTreeSet::new();
    for later in &organization.descriptions {
        let replaces = later.control.as_ref().and_then(|control| control.replaces.as_ref());
        let Some(earlier) = organization.descriptions.iter().find(|it| Some(&it.id) == replaces) else {
            continue;
        };
        let days = || (1..9).map(day);
        let begin = |it: &Description| {
            let dated = it.control.as_ref().is_some_and(|control| !control.states.is_empty());
            days().find(|day| dated && it.is_in_force(*day))
        };
        let both = days().find(|day| earlier.is_in_force(*day) && later.is_in_force(*day));
        let before = begin(later).zip(begin(earlier)).is_some_and(|(second, first)| second < first);
        let pair = (later.id.to_string(), earlier.id.to_string());
        if later.id == earlier.id || before {
            wrong.insert((pair.0, pair.1, None));
        } else if both.is_some() {
            wrong.insert((pair.0, pair.1, both));
        }
    }
    wrong
}

#[test]
fn two_versions_in_force() {
    agree(
        "V012",
        &Demands::new(),
        organizations(),
        |finding| {
            let said = |before: &str| finding.message.split(before).nth(1);
            let from = said("but from ").and_then(|rest| rest.split(' ').next()).map(named);
            let always = said("at all times").map(|_| day(1));
            vec![(argument(finding, "id"), argument(finding, "earlier"), from.or(always))]
        },
        expected,
    );
}
