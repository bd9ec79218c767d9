//! What persons are recorded to have.

use super::Context;
use crate::graph::{Facts, HashMap, PositionRef};
use crate::model::{HeldQualification, Holder, PersonId, Qualification};

/// What is recorded of persons, wherever they sit: a person who holds two seats has what is recorded in either.
pub(crate) struct Records<'g> {
    /// Where anything is recorded of a person.
    one: HashMap<&'g PersonId, &'g Holder>,
    /// All such places, of persons who have several.
    several: HashMap<&'g PersonId, Vec<&'g Holder>>,
}

impl<'g> Records<'g> {
    pub(super) fn new(cx: &Context<'g>) -> Self {
        let (mut one, mut several) = (HashMap::default(), HashMap::default());
        let all =
            cx.open_where(|facts| facts.has(Facts::QUALIFIED)).flat_map(|position| holders(cx, position));
        for holder in all.filter(|holder| !holder.qualifications.is_empty()) {
            let Some(person) = &holder.person else { continue };
            let first: &mut &Holder = one.entry(person).or_insert(holder);
            if !std::ptr::eq(*first, holder) {
                several.entry(person).or_insert_with(|| vec![*first]).push(holder);
            }
        }
        Self { one, several }
    }

    /// What is recorded of a holder, valid or not.
    pub(crate) fn of(&self, holder: &'g Holder) -> impl Iterator<Item = &'g HeldQualification> {
        let person = holder.person.as_ref();
        let several = person.and_then(|person| self.several.get(person));
        let one = if several.is_some() {
            None
        } else if holder.qualifications.is_empty() {
            person.and_then(|person| self.one.get(person).copied())
        } else {
            // of a person without id there is no more than this
            Some(holder)
        };
        several.into_iter().flatten().copied().chain(one).flat_map(|holder| &holder.qualifications)
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
