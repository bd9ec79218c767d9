//! Duties and rights handed on.

use super::{Date, DescriptionId, DutyId, Period, PositionId, Right};

record! {
    /// A duty that the holder hands on to another position, on record.
    pub struct Delegation {
        /// The duty that is handed on.
        pub duty: DutyId,
        /// The position that performs it from then on.
        pub to: PositionId,
        /// The description that holds the duty; the delegator's own, unless stated.
        pub description: Option<DescriptionId>,
        /// The day on which the delegation was put on record.
        pub recorded: Option<Date>,
        /// When the delegation is in force; always, unless stated.
        pub period: Option<Period>,
        /// The delegator's own duty by which the work is overseen.
        pub oversight: Option<DutyId>,
        /// Rights that go with the duty.
        pub rights: Vec<Right>,
    }
}

impl Delegation {
    /// Whether the delegation is in force on that day.
    #[must_use]
    pub fn in_force(&self, on: Date) -> bool {
        self.period.as_ref().is_none_or(|period| period.contains(on))
    }
}
