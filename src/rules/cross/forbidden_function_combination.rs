//! # X006 forbidden-function-combination
//!
//! ## What it checks
//! No person answers for both functions of a pair that the profile declares exclusive: neither by one position that answers for both,
//! vacant or held, nor by two positions held. Who answers for a function stands in the catalogue of responsibilities; whoever answers by
//! default only does not count.
//!
//! ## Why it matters
//! Whoever fills both roles checks, releases or refuses their own work.
//!
//! ## Profile
//! ```json
//! {"exclusive": [{"first": "maintenance", "second": "compliance monitoring", "clause": "AMC1 145.A.30(b)(1)"}]}
//! ```
//!
//! ## Example
//! ```json
//! {"responsibilities": [
//!    {"id": "maintenance", "function": "maintenance", "accountable": [{"position": "head"}]},
//!    {"id": "compliance", "function": "compliance monitoring", "accountable": [{"position": "head"}]}],
//!  "positions": [
//!   {"id": "head", "title": "Manager", "standing": {"kind": "head"}, "noSubstituteBecause": "closed when away"}
//! ]}
//! ```
//!
//! ## Write instead
//! ```json
//! {"responsibilities": [
//!    {"id": "maintenance", "function": "maintenance", "accountable": [{"position": "head"}]},
//!    {"id": "compliance", "function": "compliance monitoring", "accountable": [{"position": "monitor"}]}],
//!  "positions": [
//!   {"id": "head", "title": "Manager", "standing": {"kind": "head"}, "noSubstituteBecause": "closed when away"},
//!   {"id": "monitor", "title": "Monitor", "reporting": [{"kind": "solid", "superior": "head"}], "noSubstituteBecause": "closed when away"}
//! ]}
//! ```
//!
//! ## Exceptions
//! Persons are told apart by their ids: holders without one are taken to be different people.

use std::collections::BTreeMap;

use crate::diagnostic::{About, Level, keys};
use crate::graph::PositionRef;
use crate::model::PersonId;
use crate::rules::functions::{AccountablePlace, holding, with_clause};
use crate::rules::persons::{self, Person};
use crate::rules::{Context, FunctionPair, Rule, Sink};

static ABOUT: About = About::new(
    *b"X006",
    "forbidden-function-combination",
    "whoever fills both roles checks, releases or refuses their own work",
    &[keys::AMC145.whole(), keys::AMC21.whole(), keys::CFR111.whole()],
);

pub(super) const RULE: Rule = Rule::new(&ABOUT, Level::Error, check).in_packs_only();

fn check(cx: &Context<'_>, sink: &mut Sink) {
    for pair in cx.demands().exclusive.iter().filter(|pair| pair.first != pair.second) {
        let firsts = holding(cx, &pair.first);
        let places: BTreeMap<u32, AccountablePlace<'_>> =
            firsts.iter().map(|(position, place)| (position.node(), *place)).collect();
        let mut persons: BTreeMap<&PersonId, PositionRef<'_>> = BTreeMap::new();
        for (position, _) in &firsts {
            for person in known(cx, *position) {
                persons.entry(person).or_insert(*position);
            }
        }
        for (position, place) in holding(cx, &pair.second) {
            if let Some(first) = places.get(&position.node()) {
                let message = format!(
                    "position `{}` answers for both `{}` and `{}`",
                    position.id(),
                    pair.first,
                    pair.second
                );
                report(sink, pair, (place, *first), message, position.id().as_str());
                continue;
            }
            for person in known(cx, position) {
                if let Some((other, first)) =
                    persons.get(person).and_then(|it| Some((it, places.get(&it.node())?)))
                {
                    let message = format!(
                        "`{person}` answers for `{}` in position `{}` and for `{}` in position `{}`",
                        pair.first,
                        other.id(),
                        pair.second,
                        position.id()
                    );
                    report(sink, pair, (place, *first), message, person.as_str());
                }
            }
        }
    }
}

fn report(
    sink: &mut Sink,
    pair: &FunctionPair,
    (second, first): (AccountablePlace<'_>, AccountablePlace<'_>),
    message: String,
    who: &str,
) {
    let finding = sink
        .at(second.path(), message)
        .argument("who", who)
        .argument("first", &pair.first)
        .argument("second", &pair.second)
        .label(first.path(), format!("answers for `{}` here", pair.first));
    sink.push(finding.help(with_clause("let another person answer for one of them", pair)));
}

fn known<'g>(cx: &Context<'g>, position: PositionRef<'g>) -> impl Iterator<Item = &'g PersonId> {
    // those with an id come first: a pool may hold a million others
    persons::of(cx, position).map_while(|person| match person {
        Person::Known(id) => Some(id),
        Person::Unnamed { .. } => None,
    })
}
