//! What each description states, found out once, so that a rule need not go through those that hold nothing for it.

use super::Context;
use super::authority::{idle_rights, lacks_right};
use super::liability::{takes_means, uncovered};
use super::names::has_doubles;
use crate::graph::{PositionRef, refers_beyond};
use crate::model::{Date, Description, Exercise, Necessity};

/// What a description states.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Contents(u32);

impl Contents {
    /// It is in force on the day.
    pub(crate) const IN_FORCE: Self = Self(1);
    /// A duty.
    pub(crate) const DUTIES: Self = Self(1 << 1);
    /// A duty that requires a right.
    pub(crate) const REQUIRED_RIGHTS: Self = Self(1 << 2);
    /// A duty that requires a qualification.
    pub(crate) const REQUIRED_QUALIFICATIONS: Self = Self(1 << 3);
    /// A critical duty.
    pub(crate) const CRITICAL_DUTY: Self = Self(1 << 4);
    /// A duty that may not be handed on.
    pub(crate) const NON_DELEGABLE: Self = Self(1 << 5);
    /// A duty that ends in a decision.
    pub(crate) const DECISION: Self = Self(1 << 6);
    /// A duty that needs something from a party.
    pub(crate) const INPUT_FROM: Self = Self(1 << 7);
    /// A duty that hands something over.
    pub(crate) const HAND_OVERS: Self = Self(1 << 8);
    /// Shares of time of more than a hundred per cent.
    pub(crate) const OVERTIME: Self = Self(1 << 9);
    /// A right up to an amount.
    pub(crate) const AMOUNT: Self = Self(1 << 10);
    /// A right that several have to use together.
    pub(crate) const JOINT_RIGHT: Self = Self(1 << 11);
    /// A right that stays with the holder.
    pub(crate) const RIGHT_STAYS: Self = Self(1 << 12);
    /// A mandatory requirement.
    pub(crate) const MANDATORY: Self = Self(1 << 13);
    /// A liability of a kind that takes means: people, or rights.
    pub(crate) const MEANS_NEEDED: Self = Self(1 << 14);
    /// A document that flows.
    pub(crate) const FLOWS: Self = Self(1 << 15);
    /// Document control.
    pub(crate) const CONTROL: Self = Self(1 << 16);
    /// Two groups, duties or rights of one id.
    pub(crate) const DOUBLES: Self = Self(1 << 17);
    /// A reference to something outside, or to a part of its own that is not found at a glance.
    pub(crate) const REFERENCES: Self = Self(1 << 18);

    /// A duty that requires a right which the description does not give.
    pub(crate) const LACKS_RIGHT: Self = Self(1 << 19);
    /// A right that no duty requires, where duties say what they require.
    pub(crate) const IDLE_RIGHT: Self = Self(1 << 20);
    /// A duty that no liability covers.
    pub(crate) const UNCOVERED_DUTY: Self = Self(1 << 21);
    /// A requirement, or a duty that requires a qualification.
    pub(crate) const DEMANDS: Self = Self(1 << 22);

    fn of(description: &Description, on: Date) -> Self {
        let Description { duties, duty_groups, rights, liabilities, requirements, flows, control, .. } =
            description;
        let mut contents = Self::default();
        let mut time = 0;
        contents.add(Self::IN_FORCE, description.is_in_force(on));
        contents.add(Self::DUTIES, !duties.is_empty());
        for duty in duties {
            time += duty.time_share.map_or(0, |share| u64::from(share.get()));
            contents.add(Self::REQUIRED_RIGHTS, !duty.required_rights.is_empty());
            contents.add(Self::REQUIRED_QUALIFICATIONS, !duty.required_qualifications.is_empty());
            contents.add(Self::CRITICAL_DUTY, duty.critical);
            contents.add(Self::NON_DELEGABLE, duty.non_delegable);
            contents.add(Self::DECISION, duty.decision);
            contents.add(Self::INPUT_FROM, duty.inputs.iter().any(|input| input.from.is_some()));
            contents.add(Self::HAND_OVERS, !duty.hand_overs.is_empty());
        }
        contents.add(Self::OVERTIME, time > 100);
        for right in rights {
            contents.add(Self::AMOUNT, right.limit.as_ref().is_some_and(|limit| limit.amount.is_some()));
            contents.add(Self::JOINT_RIGHT, matches!(right.exercise, Some(Exercise::Joint { .. })));
            contents.add(Self::RIGHT_STAYS, right.stays_with_holder);
        }
        let is_mandatory = requirements.iter().any(|it| it.necessity == Necessity::Mandatory);
        contents.add(Self::MANDATORY, is_mandatory);
        contents.add(Self::DEMANDS, contents.has(Self::REQUIRED_QUALIFICATIONS) || !requirements.is_empty());
        contents.add(Self::LACKS_RIGHT, lacks_right(description));
        contents.add(Self::IDLE_RIGHT, idle_rights(description).next().is_some());
        contents.add(Self::UNCOVERED_DUTY, uncovered(duties, liabilities).next().is_some());
        contents.add(Self::MEANS_NEEDED, liabilities.iter().any(|it| takes_means(it.ground)));
        contents.add(Self::FLOWS, !flows.is_empty());
        contents.add(Self::CONTROL, control.is_some());
        let has_doubles = has_doubles(duty_groups, |it| it.id.as_str())
            || has_doubles(duties, |it| it.id.as_str())
            || has_doubles(rights, |it| it.id.as_str());
        contents.add(Self::DOUBLES, has_doubles);
        contents.add(Self::REFERENCES, refers_beyond(description));
        contents
    }

    fn add(&mut self, what: Self, is_stated: bool) {
        self.0 |= if is_stated { what.0 } else { 0 };
    }

    /// The one or the other.
    pub(crate) const fn or(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// Whether it states any of these.
    pub(crate) fn has(self, any: Self) -> bool {
        self.0 & any.0 != 0
    }
}

/// What all descriptions state.
pub(super) struct AllContents {
    /// By row.
    by_row: Vec<Contents>,
    /// What any of them states.
    any: Contents,
}

impl AllContents {
    pub(super) fn new(descriptions: &[Description], on: Date) -> Self {
        let by_row: Vec<Contents> = descriptions.iter().map(|it| Contents::of(it, on)).collect();
        let any = by_row.iter().copied().fold(Contents::default(), Contents::or);
        Self { by_row, any }
    }

    /// By row, whether it is in force on the day.
    pub(super) fn in_force(&self) -> impl Iterator<Item = bool> {
        self.by_row.iter().map(|contents| contents.has(Contents::IN_FORCE))
    }
}

impl Context<'_> {
    /// Whether any description states this, in force or not.
    pub(crate) fn is_stated(&self, what: Contents) -> bool {
        self.contents().any.has(what)
    }

    /// What the description of a position states, if it has one that is in force.
    pub(crate) fn contents_in_force(&self, position: PositionRef<'_>) -> Contents {
        let row = position.description_row();
        let contents = row.and_then(|row| self.contents().by_row.get(row)).copied().unwrap_or_default();
        if contents.has(Contents::IN_FORCE) { contents } else { Contents::default() }
    }

    /// The rows of the descriptions that state any of these, in force or not.
    pub(crate) fn rows_with(&self, any: Contents) -> impl Iterator<Item = usize> {
        let rows = self.contents().by_row.iter().enumerate();
        rows.filter(move |(_, it)| it.has(any)).map(|(row, _)| row)
    }

    /// The rows of the descriptions in force that do or do not state this.
    pub(super) fn rows_in_force(&self, wanted: impl Fn(Contents) -> bool) -> impl Iterator<Item = usize> {
        let rows = self.contents().by_row.iter().enumerate();
        rows.filter(move |(_, it)| it.has(Contents::IN_FORCE) && wanted(**it)).map(|(row, _)| row)
    }
}
