//! # V005 self-approved
//!
//! ## What it checks
//! No description in force was approved on behalf of a position that it describes, nor by a person who holds such a position on the day
//! and held it on the day of the approval.
//!
//! ## Why it matters
//! Whoever sets their own duties and rights has nobody who says no.
//!
//! ## Example
//! ```json
//! {"descriptions": [{"id": "buyer", "duties": [{"id": "buy", "text": "Buys goods"}],
//!    "control": {"approvedBy": [{"person": "p-2", "on": "2026-02-02"}]}}],
//!  "positions": [
//!   {"id": "head", "title": "Manager", "standing": {"kind": "head"}, "noSubstituteBecause": "closed when away"},
//!   {"id": "buyer", "title": "Buyer", "description": "buyer", "reporting": [{"kind": "solid", "superior": "head"}],
//!    "noSubstituteBecause": "closed when away", "occupancy": {"kind": "held", "holders": [{"person": "p-2"}]}}
//! ]}
//! ```
//!
//! ## Write instead
//! ```json
//! {"descriptions": [{"id": "buyer", "duties": [{"id": "buy", "text": "Buys goods"}],
//!    "control": {"approvedBy": [{"position": "head", "on": "2026-02-02"}]}}],
//!  "positions": [
//!   {"id": "head", "title": "Manager", "standing": {"kind": "head"}, "noSubstituteBecause": "closed when away"},
//!   {"id": "buyer", "title": "Buyer", "description": "buyer", "reporting": [{"kind": "solid", "superior": "head"}],
//!    "noSubstituteBecause": "closed when away", "occupancy": {"kind": "held", "holders": [{"person": "p-2"}]}}
//! ]}
//! ```
//!
//! ## Exceptions
//! The head, who has nobody above: a head position, and whoever holds one, in whatever seat.

use std::collections::{BTreeMap, BTreeSet};

use crate::diagnostic::{About, Level, keys};
use crate::graph::PositionRef;
use crate::model::{Date, Holder, PersonId, PositionId};
use crate::rules::{Contents, Context, Rule, Sink};

static ABOUT: About = About::new(
    *b"V005",
    "self-approved",
    "whoever sets their own duties and rights has nobody who says no",
    &[keys::DESIGN.whole()],
);

pub(super) const RULE: Rule = Rule::new(&ABOUT, Level::Error, check);

fn check(cx: &Context<'_>, sink: &mut Sink) {
    if !cx.is_stated(Contents::CONTROL) {
        return;
    }
    let on = cx.graph.as_of();
    let mut controls = cx.organization().descriptions.iter().filter_map(|it| it.control.as_ref());
    if controls.all(|control| control.approved_by.is_empty()) {
        return;
    }
    let heads: BTreeSet<&PersonId> = cx
        .open()
        .filter(|position| position.is_head())
        .flat_map(|head| persons(head, on))
        .map(|(id, _)| id)
        .collect();
    let seats = cx.seats();
    for (place, description) in cx.in_force_with(Contents::CONTROL) {
        let approvals = description.control.as_ref().map(|it| it.approved_by.as_slice()).unwrap_or_default();
        if approvals.is_empty() {
            continue;
        }
        let described = || seats.of(place.row()).filter(|seat| !seat.is_head());
        let positions: BTreeSet<&PositionId> = described()
            .filter(|seat| !persons(*seat, on).any(|(person, _)| heads.contains(person)))
            .map(PositionRef::id)
            .collect();
        let mut holders: BTreeMap<&PersonId, Vec<&Holder>> = BTreeMap::new();
        for (person, holder) in described().flat_map(|seat| persons(seat, on)) {
            if !heads.contains(person) {
                holders.entry(person).or_default().push(holder);
            }
        }
        for (index, approval) in approvals.iter().enumerate() {
            let held = |holder: &&Holder| approval.on.is_none_or(|day| holder.in_force(day));
            let person =
                approval.person.as_ref().filter(|it| holders.get(it).is_some_and(|all| all.iter().any(held)));
            let position = approval.position.as_ref().filter(|it| positions.contains(it));
            let (how, approver) = match (person, position) {
                (Some(person), _) => {
                    (format!("by `{person}`, who holds a position that it describes"), person.as_str())
                }
                (None, Some(position)) => {
                    (format!("on behalf of `{position}`, which it describes"), position.as_str())
                }
                (None, None) => continue,
            };
            let message = format!("description `{}` was approved {how}", description.id);
            let path = place.member("control").member("approvedBy").index(index);
            let finding =
                sink.at(path, message).argument("id", &description.id).argument("approver", approver);
            sink.push(finding.help("let the superior approve it, and record that in `approvedBy`"));
        }
    }
}

/// The known persons who hold a position on the day.
fn persons(position: PositionRef<'_>, on: Date) -> impl Iterator<Item = (&PersonId, &Holder)> {
    let holders = position.open_rows().flat_map(move |row| row.holders(on));
    holders.filter_map(|holder| Some((holder.person.as_ref()?, holder)))
}
