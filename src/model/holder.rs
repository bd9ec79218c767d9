//! Who sits in a seat.

use super::{Count, Date, Fte, Period, PersonId, Qualification, Text};

record! {
    /// A qualification that a person has.
    pub struct HeldQualification {
        /// What it is.
        pub qualification: Qualification,
        /// Where the evidence is kept, for instance the number of a certificate.
        pub evidence: Option<Text>,
        /// From when until when it is valid.
        pub validity: Option<Period>,
    }
}

record! {
    /// A person appointed to a seat. A holder without a person id is a person of its own.
    pub struct Holder {
        /// An opaque id: the same id is the same person, in whatever seat.
        pub person: Option<PersonId>,
        /// The name; personal data, never needed by a rule.
        pub name: Option<Text>,
        /// How much of a full-time post the person works in this seat.
        pub fte: Option<Fte>,
        /// What the person is recorded to have.
        pub qualifications: Vec<HeldQualification>,
        /// From appointment to release.
        pub period: Option<Period>,
    }
}

impl Holder {
    /// Whether the person holds the seat on that day.
    #[must_use]
    pub fn in_force(&self, on: Date) -> bool {
        self.period.as_ref().is_none_or(|period| period.contains(on))
    }
}

choice! {
    /// Whether somebody sits in the seat.
    pub enum Occupancy {
        /// One or more holders.
        Held {
            /// The holders, past and future ones included; somebody of whom nothing is said, unless listed.
            #[serde(default, skip_serializing_if = "Vec::is_empty")]
            holders: Vec<Holder>,
        },
        /// Nobody.
        Vacant {
            /// Since when.
            #[serde(default, skip_serializing_if = "Option::is_none", deserialize_with = "crate::model::wire::present")]
            since: Option<Date>,
        },
        /// A number of like seats under one id, whose holders are not listed one by one.
        Pool {
            /// How many seats.
            seats: Count,
        },
    }
}
