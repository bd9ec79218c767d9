//! What persons are recorded to have.

use std::collections::BTreeMap;

use hashbrown::HashSet;

use super::Context;
use crate::graph::PositionRef;
use crate::model::{HeldQualification, Holder, PersonId, Qualification};

/// What is recorded of persons, wherever they sit: a person who holds two seats has what is recorded in either.
pub(crate) struct Records<'g> {
    by_person: BTreeMap<&'g PersonId, HashSet<&'g HeldQualification>>,
}

impl<'g> Records<'g> {
    pub(crate) fn new(cx: &Context<'g>) -> Self {
        let mut by_person: BTreeMap<&PersonId, HashSet<&HeldQualification>> = BTreeMap::new();
        for holder in cx.open().flat_map(|position| holders(cx, position)) {
            if let Some(person) = holder.person.as_ref().filter(|_| !holder.qualifications.is_empty()) {
                by_person.entry(person).or_default().extend(&holder.qualifications);
            }
        }
        Self { by_person }
    }

    /// What is recorded of a holder, valid or not, in no order.
    pub(crate) fn of(&self, holder: &'g Holder) -> impl Iterator<Item = &'g HeldQualification> {
        let known = holder.person.as_ref().and_then(|person| self.by_person.get(person));
        // of a person without id there is no more than this
        let here = holder.qualifications.iter().filter(|_| holder.person.is_none());
        known.into_iter().flatten().copied().chain(here)
    }

    /// Whether anything is recorded of a holder of the position.
    pub(crate) fn has_any(&self, cx: &Context<'g>, position: PositionRef<'g>) -> bool {
        holders(cx, position).any(|holder| self.of(holder).next().is_some())
    }

    /// Whether a holder of the position has what is asked, valid on the day.
    pub(crate) fn is_met(&self, cx: &Context<'g>, position: PositionRef<'g>, asked: &Qualification) -> bool {
        let on = cx.graph.as_of();
        let valid = |it: &&HeldQualification| it.validity.as_ref().is_none_or(|period| period.contains(on));
        let mut held = holders(cx, position).flat_map(|holder| self.of(holder).filter(valid));
        held.any(|held| asked.is_met_by(&held.qualification))
    }
}

/// Who holds the position on the day.
fn holders<'g>(cx: &Context<'g>, position: PositionRef<'g>) -> impl Iterator<Item = &'g Holder> {
    let on = cx.graph.as_of();
    position.open_rows().flat_map(move |row| row.holders(on))
}
