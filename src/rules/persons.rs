//! Who sits where: one person in two positions is one person.

use std::collections::BTreeMap;
use std::hash::BuildHasher as _;

use super::Context;
use super::context::path_of;
use crate::diagnostic::Path;
use crate::graph::{HashMap, HashSet, Hasher, OrganizationGraph, PositionRef};
use crate::model::{Holder, Occupancy, PersonId};

/// A person on the day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) enum Person<'g> {
    /// Known by id, in whatever seat.
    Known(&'g PersonId),
    /// A holder without id, a place of a pool, or whoever sits in a seat of which nothing is said: a person of its own.
    Unnamed {
        /// The node of the position.
        node: u32,
        /// Which of its unnamed persons.
        nth: u32,
    },
}

/// The persons in the seats of an organisation.
pub(crate) struct Persons<'g> {
    /// The first open position that a person holds.
    first: HashMap<&'g PersonId, PositionRef<'g>>,
    /// All of them, of those who hold several.
    several: BTreeMap<&'g PersonId, Vec<PositionRef<'g>>>,
}

impl<'g> Persons<'g> {
    pub(super) fn new(cx: &Context<'g>) -> Self {
        let mut first = HashMap::default();
        let mut several: BTreeMap<&PersonId, Vec<PositionRef<'g>>> = BTreeMap::new();
        let on = cx.graph.as_of();
        for position in cx.open() {
            for person in
                position.open_rows().flat_map(|row| row.holders(on)).filter_map(|it| it.person.as_ref())
            {
                let first = *first.entry(person).or_insert(position);
                if first != position {
                    let seats = several.entry(person).or_insert_with(|| vec![first]);
                    if seats.last() != Some(&position) {
                        seats.push(position);
                    }
                }
            }
        }
        Self { first, several }
    }

    /// The open positions that a person holds, in their order.
    pub(crate) fn seats(&self, person: &PersonId) -> &[PositionRef<'g>] {
        match self.several.get(person) {
            Some(seats) => seats,
            None => self.first.get(person).map_or(&[], std::slice::from_ref),
        }
    }

    /// The nodes of the positions in which somebody sits who holds several.
    pub(crate) fn in_several_seats(&self) -> HashSet<u32> {
        self.several.values().flatten().map(|seat| seat.node()).collect()
    }

    /// Each known person who holds several open positions, with these in their order.
    pub(crate) fn with_several_seats(&self) -> impl Iterator<Item = (&'g PersonId, &[PositionRef<'g>])> {
        self.several.iter().map(|(person, seats)| (*person, seats.as_slice()))
    }
}

/// By node, a number that is the same for the same sole person, and may be for others: comparing it spares looking into records all
/// over the memory. Zero where nobody is known to sit there alone.
pub(crate) struct Marks(Vec<u64>);

impl Marks {
    pub(super) fn new(graph: &OrganizationGraph) -> Self {
        let hasher = Hasher::default();
        let mark = |position: PositionRef<'_>| {
            position.sole_person().map_or(0, |person| hasher.hash_one(person) | 1)
        };
        Self(graph.positions().map(mark).collect())
    }

    /// The mark of a position; `None` where nobody is known to sit there alone.
    pub(crate) fn of(&self, node: u32) -> Option<u64> {
        self.0.get(node as usize).copied().filter(|mark| *mark != 0)
    }

    /// Whether a substitute is the position itself or has the same mark.
    pub(crate) fn may_match(&self, cx: &Context<'_>, position: PositionRef<'_>) -> bool {
        let own = self.of(position.node());
        let substitutes = cx.graph.substitutes().of(position.node() as usize);
        substitutes.iter().any(|&node| node == position.node() || (own.is_some() && self.of(node) == own))
    }
}

/// The persons who sit in a position on the day, each once: nobody in a vacant one. A pool may hold a million, so take no more than
/// are needed.
pub(crate) fn of<'g>(cx: &Context<'g>, position: PositionRef<'g>) -> impl Iterator<Item = Person<'g>> {
    let (known, unnamed) = known_and_unnamed(cx, position);
    let node = position.node();
    known.into_iter().map(Person::Known).chain((0..unnamed).map(move |nth| Person::Unnamed { node, nth }))
}

/// The same, with those that are not known by id only counted.
pub(crate) fn known_and_unnamed<'g>(cx: &Context<'g>, position: PositionRef<'g>) -> (Vec<&'g PersonId>, u32) {
    let on = cx.graph.as_of();
    let mut known: Vec<&'g PersonId> = Vec::new();
    let mut seen = HashSet::default();
    let mut unnamed: u32 = 0;
    for row in position.open_rows() {
        match &row.occupancy {
            Some(Occupancy::Held { holders }) if !holders.is_empty() => {
                for holder in row.holders(on) {
                    match &holder.person {
                        Some(person) if seen.insert(person) => known.push(person),
                        Some(_) => {}
                        None => unnamed = unnamed.saturating_add(1),
                    }
                }
            }
            Some(Occupancy::Pool { seats }) => unnamed = unnamed.saturating_add(seats.get()),
            Some(Occupancy::Vacant { .. }) if row.is_vacant(on) => {}
            Some(Occupancy::Held { .. } | Occupancy::Vacant { .. }) | None => {
                unnamed = unnamed.saturating_add(1);
            }
        }
    }
    (known, unnamed)
}

/// The place where a position names a person as its holder on the day; that of the position, where it does not.
pub(crate) fn path_of_holder<'g>(cx: &Context<'g>, position: PositionRef<'g>, person: &PersonId) -> Path {
    let on = cx.graph.as_of();
    let mut rows = cx.open_rows(position);
    let path = rows.find_map(|(place, row)| {
        let Some(Occupancy::Held { holders }) = &row.occupancy else {
            return None;
        };
        let is_it = |holder: &Holder| holder.in_force(on) && holder.person.as_ref() == Some(person);
        let index = holders.iter().position(is_it)?;
        Some(place.member("occupancy").member("holders").index(index))
    });
    path.unwrap_or_else(|| path_of(position))
}
