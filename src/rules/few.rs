//! Whether there are more than two of some people, without knowing all of them: a pool may hold a million.

use super::Context;
use super::persons::{self, Person};
use crate::graph::PositionRef;

/// None, one or two people, or enough.
#[derive(Clone, PartialEq, Eq)]
pub(crate) enum Few<'g> {
    /// Just these.
    Just(Vec<Person<'g>>),
    /// Three or more, or nobody can say who.
    Enough,
}

impl<'g> Few<'g> {
    /// The people who sit in the position on the day.
    pub(crate) fn of(cx: &Context<'g>, position: PositionRef<'g>) -> Self {
        let mut few = Self::Just(Vec::new());
        for person in persons::of(cx, position).take(3) {
            few.add(person);
        }
        few
    }

    fn add(&mut self, person: Person<'g>) {
        match self {
            Self::Just(people) if people.contains(&person) => {}
            Self::Just(people) if people.len() < 2 => people.push(person),
            Self::Just(_) | Self::Enough => *self = Self::Enough,
        }
    }

    /// Takes in those of `other`; whether that made a difference.
    pub(crate) fn join(&mut self, other: &Self) -> bool {
        let before = self.clone();
        match other {
            Self::Just(people) => people.iter().for_each(|person| self.add(*person)),
            Self::Enough => *self = Self::Enough,
        }
        *self != before
    }

    /// How many, where that is known to be less than three.
    pub(crate) fn count(&self) -> Option<usize> {
        match self {
            Self::Just(people) => Some(people.len()),
            Self::Enough => None,
        }
    }
}
