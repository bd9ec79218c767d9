//! # A006 joint-right-unexercisable
//!
//! ## What it checks
//! A right of a description in force that needs several signatures can be used: there are as many persons. The holder is one of them;
//! the others are whoever sits on the day in the positions that the right names in `with`, or else anybody whose description in
//! force gives a right of the same kind on the same object or on any. One person in two seats is one person, each place of a
//! pool is one, and in a vacant seat there is nobody.
//!
//! The right is reported once, where no seat of the description can use it; a description without a holder is not looked at.
//!
//! ## Why it matters
//! The right stands on paper, and no document can ever be signed by it.
//!
//! ## Example
//! ```json
//! {"descriptions": [{"id": "manager", "duties": [{"id": "buy", "text": "Buys goods"}],
//!   "rights": [{"id": "sign", "kind": "sign", "exercise": {"kind": "joint", "signatures": 2, "with": [{"kind": "position", "position": "shop"}]}}]}],
//!  "positions": [
//!   {"id": "head", "title": "Manager", "description": "manager", "standing": {"kind": "head"}, "noSubstituteBecause": "closed when away",
//!    "occupancy": {"kind": "held", "holders": [{"person": "p-1"}]}},
//!   {"id": "shop", "title": "Shop", "reporting": [{"kind": "solid", "superior": "head"}], "noSubstituteBecause": "closed when away",
//!    "occupancy": {"kind": "held", "holders": [{"person": "p-1"}]}}
//! ]}
//! ```
//!
//! ## Write instead
//! ```json
//! {"descriptions": [{"id": "manager", "duties": [{"id": "buy", "text": "Buys goods"}],
//!   "rights": [{"id": "sign", "kind": "sign", "exercise": {"kind": "joint", "signatures": 2, "with": [{"kind": "position", "position": "shop"}]}}]}],
//!  "positions": [
//!   {"id": "head", "title": "Manager", "description": "manager", "standing": {"kind": "head"}, "noSubstituteBecause": "closed when away",
//!    "occupancy": {"kind": "held", "holders": [{"person": "p-1"}]}},
//!   {"id": "shop", "title": "Shop", "reporting": [{"kind": "solid", "superior": "head"}], "noSubstituteBecause": "closed when away",
//!    "occupancy": {"kind": "held", "holders": [{"person": "p-2"}]}}
//! ]}
//! ```
//!
//! ## Exceptions
//! A unit, somebody outside, and a superior who is not one of the positions are taken to send as many as are needed. References that
//! lead nowhere are I002. Rights that come by delegation or substitution make nobody a second signature here.

use std::collections::{BTreeMap, BTreeSet};

use crate::diagnostic::{About, Level, keys};
use crate::graph::PositionRef;
use crate::model::{Count, Exercise, Party, PersonId, Right, RightKind, Text};
use crate::rules::seats::Seats;
use crate::rules::{Contents, Context, Rule, Sink, persons};

static ABOUT: About = About::new(
    *b"A006",
    "joint-right-unexercisable",
    "the right stands on paper, and no document can ever be signed by it",
    &[keys::DESIGN.whole()],
);

pub(super) const RULE: Rule = Rule::new(&ABOUT, Level::Error, check);

fn check(cx: &Context<'_>, sink: &mut Sink) {
    if !cx.is_stated(Contents::JOINT_RIGHT) {
        return;
    }
    let signers = Signers::new(cx);
    for (place, description) in cx.in_force_with(Contents::JOINT_RIGHT) {
        let Some(own) = cx.graph.description_row(&description.id) else {
            continue;
        };
        for (row, right) in description.rights.iter().enumerate() {
            let Some(Exercise::Joint { signatures, with }) = &right.exercise else {
                continue;
            };
            let needed = needed(*signatures);
            let found = if with.is_empty() {
                signers.with_same_right(own, right, needed)
            } else {
                signers.with_named(own, with, needed)
            };
            let Some(found) = found else {
                continue;
            };
            let people = if found == 1 { "1 person" } else { &format!("{found} people") };
            let message = format!(
                "right `{}` of `{}` needs {needed} signatures, but only {people} can sign",
                right.id, description.id
            );
            let at = place.member("rights").element(row, right.id.as_str()).member("exercise");
            let finding = sink
                .at(at, message)
                .argument("right", &right.id)
                .argument("description", &description.id)
                .argument("needed", &needed)
                .argument("found", &found);
            sink.push(
                finding.help(
                    "give the right to more people, name others in `with`, or ask for fewer signatures",
                ),
            );
        }
    }
}

fn needed(signatures: Count) -> usize {
    usize::try_from(signatures.get()).unwrap_or(usize::MAX)
}

/// Some people, each counted once.
#[derive(Default)]
struct People<'g> {
    known: BTreeSet<&'g PersonId>,
    /// By node, how many are not known by id.
    unnamed: BTreeMap<u32, usize>,
    count: usize,
}

impl<'g> People<'g> {
    fn add(&mut self, cx: &Context<'g>, position: PositionRef<'g>) {
        let (known, unnamed) = persons::known_and_unnamed(cx, position);
        self.count += known.into_iter().filter(|person| self.known.insert(person)).count();
        let unnamed = usize::try_from(unnamed).unwrap_or(usize::MAX);
        if unnamed > 0 && self.unnamed.insert(position.node(), unnamed).is_none() {
            self.count = self.count.saturating_add(unnamed);
        }
    }

    /// How many of them are in none of the others.
    fn not_in(&self, others: &[&Self]) -> usize {
        let is_new = |person: &PersonId| !others.iter().any(|other| other.known.contains(person));
        let known = self.known.iter().filter(|person| is_new(person)).count();
        let unnamed = self
            .unnamed
            .iter()
            .filter(|(node, _)| !others.iter().any(|other| other.unnamed.contains_key(node)));
        unnamed.map(|(_, count)| *count).fold(known, usize::saturating_add)
    }
}

/// Who could sign.
struct Signers<'c, 'g> {
    cx: &'c Context<'g>,
    seats: &'c Seats<'g>,
    /// How many people have a right of that kind on that object or on any, or enough of them; only where joint rights ask for it.
    same: BTreeMap<(RightKind, Option<&'g Text>), usize>,
}

impl<'c, 'g> Signers<'c, 'g> {
    fn new(cx: &'c Context<'g>) -> Self {
        let seats = cx.seats();
        let rights = || {
            cx.descriptions_in_force()
                .flat_map(|(_, description)| description.rights.iter().map(move |right| (description, right)))
        };
        let mut same: BTreeMap<_, People<'g>> = BTreeMap::new();
        let mut enough = 0;
        for (_, right) in rights() {
            let Some(Exercise::Joint { signatures, with }) = &right.exercise else {
                continue;
            };
            if with.is_empty() {
                same.entry((right.kind, right.object.as_ref())).or_default();
                same.entry((right.kind, None)).or_default();
                enough = enough.max(needed(*signatures));
            }
        }
        for (description, right) in rights() {
            let people = same.get_mut(&(right.kind, right.object.as_ref()));
            if let Some(people) = people.filter(|people| people.count < enough) {
                let row = cx.graph.description_row(&description.id);
                row.into_iter().flat_map(|row| seats.of(row)).for_each(|seat| people.add(cx, seat));
            }
        }
        let counted = same.iter().filter_map(|(&(kind, object), on_it)| {
            let on_any = same.get(&(kind, None))?;
            Some(((kind, object), on_any.count.saturating_add(on_it.not_in(&[on_any]))))
        });
        Self { cx, same: counted.collect(), seats }
    }

    /// How many have the same right, the holder included; `None` where nobody holds it, or where there are enough.
    fn with_same_right(&self, own: usize, right: &'g Right, needed: usize) -> Option<usize> {
        let found = *self.same.get(&(right.kind, right.object.as_ref()))?;
        let is_held = || self.seats.of(own).any(|seat| persons::of(self.cx, seat).next().is_some());
        (found < needed && is_held()).then_some(found)
    }

    /// How many can sign, at most, a holder and those whom the right names; `None` where nobody holds it, or where there are enough.
    fn with_named(&self, own: usize, with: &[Party], needed: usize) -> Option<usize> {
        let mut named = People::default();
        let mut superior = false;
        for party in with {
            match party {
                Party::Position { position } => named.add(self.cx, self.cx.graph.position(position)?),
                Party::Holders { description } => {
                    for seat in self.seats.of(self.cx.graph.description_row(description)?) {
                        if named.count >= needed {
                            return None;
                        }
                        named.add(self.cx, seat);
                    }
                }
                Party::Superior {} => superior = true,
                Party::Unit { .. } | Party::Outside { .. } => return None,
            }
        }
        let mut most = None;
        for seat in self.seats.of(own) {
            let mut holders = People::default();
            holders.add(self.cx, seat);
            if holders.count == 0 {
                continue;
            }
            let mut above = People::default();
            if superior {
                above.add(self.cx, seat.superior()?);
            }
            let others = named.count.saturating_add(above.not_in(&[&named]));
            // one holder signs, and does not count twice where the right names that person as well
            let is_other = holders.not_in(&[&named, &above]) > 0;
            let found = others.saturating_add(usize::from(is_other));
            if found >= needed {
                return None;
            }
            most = most.max(Some(found));
        }
        most
    }
}
