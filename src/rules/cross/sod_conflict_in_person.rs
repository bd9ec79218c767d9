//! # X002 sod-conflict-in-person
//!
//! ## What it checks
//! No person does, over several positions held, both activities of a declared conflict pair, where no single description of those
//! positions holds both. Persons are told apart by their ids; descriptions count where they are in force on the day.
//!
//! ## Why it matters
//! Two descriptions in one hand are one hand: mistakes, or worse, are seen by nobody else.
//!
//! ## Example
//! ```json
//! {"activities": [{"id": "order"}, {"id": "pay"}], "conflicts": [{"first": "order", "second": "pay"}],
//!  "descriptions": [
//!   {"id": "buyer", "duties": [{"id": "order", "text": "Orders goods", "activities": ["order"]}]},
//!   {"id": "clerk", "duties": [{"id": "pay", "text": "Pays invoices", "activities": ["pay"]}]}],
//!  "positions": [
//!   {"id": "head", "title": "Manager", "description": "buyer", "standing": {"kind": "head"}, "noSubstituteBecause": "closed when away",
//!    "occupancy": {"kind": "held", "holders": [{"person": "p-1"}]}},
//!   {"id": "clerk", "title": "Clerk", "description": "clerk", "reporting": [{"kind": "solid", "superior": "head"}],
//!    "noSubstituteBecause": "closed when away", "occupancy": {"kind": "held", "holders": [{"person": "p-1"}]}}
//! ]}
//! ```
//!
//! ## Write instead
//! ```json
//! {"activities": [{"id": "order"}, {"id": "pay"}], "conflicts": [{"first": "order", "second": "pay"}],
//!  "descriptions": [
//!   {"id": "buyer", "duties": [{"id": "order", "text": "Orders goods", "activities": ["order"]}]},
//!   {"id": "clerk", "duties": [{"id": "pay", "text": "Pays invoices", "activities": ["pay"]}]}],
//!  "positions": [
//!   {"id": "head", "title": "Manager", "description": "buyer", "standing": {"kind": "head"}, "noSubstituteBecause": "closed when away",
//!    "occupancy": {"kind": "held", "holders": [{"person": "p-1"}]}},
//!   {"id": "clerk", "title": "Clerk", "description": "clerk", "reporting": [{"kind": "solid", "superior": "head"}],
//!    "noSubstituteBecause": "closed when away", "occupancy": {"kind": "held", "holders": [{"person": "p-2"}]}}
//! ]}
//! ```
//!
//! ## Exceptions
//! A pair within one description is X001. What comes together only while standing in is S012.

use std::collections::BTreeMap;

use crate::diagnostic::{About, Level, keys};
use crate::graph::PositionRef;
use crate::rules::activities::{by_first, declared, marked};
use crate::rules::persons::path_of_holder;
use crate::rules::{Context, Rule, Sink};

static ABOUT: About = About::new(
    *b"X002",
    "sod-conflict-in-person",
    "two descriptions in one hand are one hand: mistakes, or worse, are seen by nobody else",
    &[keys::ISO27.at("5.3")],
);

pub(super) const RULE: Rule = Rule::new(&ABOUT, Level::Error, check);

fn check(cx: &Context<'_>, sink: &mut Sink) {
    let by_first = by_first(cx);
    if by_first.is_empty() {
        return;
    }
    for (person, seats) in cx.persons().with_several_seats() {
        // by activity, the descriptions that mark it, each with the first seat that has it
        let mut hands: BTreeMap<&str, BTreeMap<usize, PositionRef<'_>>> = BTreeMap::new();
        for seat in seats {
            let Some((place, description)) = cx.description_in_force(*seat) else {
                continue;
            };
            for activity in marked(description).into_keys() {
                hands.entry(activity).or_default().entry(place.row()).or_insert(*seat);
            }
        }
        for (first, of_first) in &hands {
            for (row, conflict) in by_first.get(first).into_iter().flatten() {
                let Some(of_second) = hands.get(conflict.second.as_str()) else {
                    continue;
                };
                if of_first.keys().any(|description| of_second.contains_key(description)) {
                    continue;
                }
                let (Some(one), Some(other)) = (earliest(of_first), earliest(of_second)) else {
                    continue;
                };
                let ((early, early_as), (late, late_as)) = if one.node() < other.node() {
                    ((one, &conflict.first), (other, &conflict.second))
                } else {
                    ((other, &conflict.second), (one, &conflict.first))
                };
                let message = format!(
                    "`{person}` holds `{early_as}` in position `{}` and `{late_as}` in position `{}`, which must not be in one hand",
                    early.id(),
                    late.id()
                );
                let finding = sink
                    .at(path_of_holder(cx, late, person), message)
                    .argument("person", person)
                    .argument("first", &conflict.first)
                    .argument("second", &conflict.second)
                    .label(path_of_holder(cx, early, person), format!("here with `{early_as}`"));
                sink.push(
                    declared(finding, *row, conflict)
                        .help("give one of the positions, or the duty in it, to somebody else"),
                );
            }
        }
    }
}

fn earliest<'g>(seats: &BTreeMap<usize, PositionRef<'g>>) -> Option<PositionRef<'g>> {
    seats.values().copied().min_by_key(|seat| seat.node())
}
