//! Who takes over when the holder is away or the seat is vacant.

use super::{CalendarDuration, Date, DutyId, Period, PositionId, Rank, Right, RightId, Text};

keyword! {
    /// Why the substitute acts.
    pub enum SubstitutionKind {
        /// While the holder is away.
        Absence,
        /// All the time, beside the holder: a standing deputy.
        Permanent,
        /// For a limited time while the seat is vacant or its holder long away.
        Interim,
    }
}

keyword! {
    /// An event that brings the substitution into play.
    pub enum Trigger {
        /// Annual or other planned leave.
        Leave,
        /// Illness.
        Illness,
        /// Business travel.
        Travel,
        /// Training.
        Training,
        /// The seat is vacant.
        Vacancy,
        /// The holder is barred, for instance by a conflict of interest.
        Disqualification,
    }
}

choice! {
    /// Who stands in.
    pub enum Substitute {
        /// One named position.
        Position {
            /// Which one.
            position: PositionId,
        },
        /// Any of several positions.
        Pool {
            /// Which ones.
            #[serde(default, skip_serializing_if = "Vec::is_empty")]
            positions: Vec<PositionId>,
        },
        /// Somebody who is named by an order when the time comes.
        ByOrder {
            /// The instrument by which the substitute is named, for instance the order of the general manager.
            #[serde(default, skip_serializing_if = "Option::is_none", deserialize_with = "crate::model::wire::present")]
            instrument: Option<Text>,
        },
    }
}

impl Substitute {
    /// The positions that it names.
    #[must_use]
    pub fn positions(&self) -> &[PositionId] {
        match self {
            Self::Position { position } => std::slice::from_ref(position),
            Self::Pool { positions } => positions,
            Self::ByOrder { .. } => &[],
        }
    }

    /// Whether it names a position, or the instrument by which one is named.
    #[must_use]
    pub fn names_somebody(&self) -> bool {
        match self {
            Self::Position { .. } => true,
            Self::Pool { positions } => !positions.is_empty(),
            Self::ByOrder { instrument } => instrument.is_some(),
        }
    }
}

choice! {
    /// What the substitute takes over.
    pub enum SubstitutionScope {
        /// Everything, with exceptions.
        All {
            /// Duties that are not taken over.
            #[serde(default, skip_serializing_if = "Vec::is_empty")]
            except_duties: Vec<DutyId>,
            /// Rights that are not taken over.
            #[serde(default, skip_serializing_if = "Vec::is_empty")]
            except_rights: Vec<RightId>,
        },
        /// Named duties and rights.
        Named {
            /// The duties.
            #[serde(default, skip_serializing_if = "Vec::is_empty")]
            duties: Vec<DutyId>,
            /// The rights.
            #[serde(default, skip_serializing_if = "Vec::is_empty")]
            rights: Vec<RightId>,
        },
    }
}

keyword! {
    /// Whether the substitute has agreed.
    pub enum ConsentState {
        /// Needed and not yet given.
        Required,
        /// Given.
        Given,
        /// Not needed, for instance because the substitute's own description says so.
        NotNeeded,
    }
}

record! {
    /// The substitute's consent.
    pub struct Consent {
        /// Whether it is given.
        pub state: ConsentState,
        /// The day on which it was given.
        pub on: Option<Date>,
    }
}

record! {
    /// One arrangement by which a seat is covered.
    pub struct Substitution {
        /// Why the substitute acts.
        pub kind: SubstitutionKind,
        /// Who stands in.
        pub substitute: Substitute,
        /// The order among several substitutes; the first, unless stated.
        pub rank: Option<Rank>,
        /// What is taken over; everything, unless stated.
        pub scope: Option<SubstitutionScope>,
        /// The events that bring it into play; any, unless stated.
        pub triggers: Vec<Trigger>,
        /// When the arrangement is in force; always, unless stated.
        pub period: Option<Period>,
        /// How long the substitute may act at a stretch.
        pub maximum: Option<CalendarDuration>,
        /// The substitute's consent.
        pub consent: Option<Consent>,
        /// Rights that the substitute gets beyond those that pass with the seat.
        pub grants: Vec<Right>,
    }
}

impl Substitution {
    /// While the holder is away, `position` stands in for everything.
    #[must_use]
    pub fn absence(position: PositionId) -> Self {
        Self::new(SubstitutionKind::Absence, Substitute::Position { position })
    }

    /// Whether the arrangement is in force on that day.
    #[must_use]
    pub fn in_force(&self, on: Date) -> bool {
        self.period.as_ref().is_none_or(|period| period.contains(on))
    }
}
