//! What an organisation declares so that rules can speak: activities, conflicts, responsibilities, thresholds.

use super::{ActivityId, Count, Money, Period, PositionId, ResponsibilityId, Text};

record! {
    /// A kind of work that duties can be marked with.
    pub struct Activity {
        /// Its id.
        pub id: ActivityId,
        /// What people call it.
        pub title: Option<Text>,
    }
}

record! {
    /// Two activities that must not be in one hand.
    pub struct Conflict {
        /// One of them.
        pub first: ActivityId,
        /// The other.
        pub second: ActivityId,
        /// Why.
        pub reason: Option<Text>,
    }
}

record! {
    /// Several activities of which one person may do some, but not all.
    pub struct ConflictSet {
        /// The activities.
        pub activities: Vec<ActivityId>,
        /// How many of them one person may do.
        pub most: Count,
        /// Why.
        pub reason: Option<Text>,
    }
}

record! {
    /// A kind of document that flows in the organisation, known by its name.
    pub struct DocumentType {
        /// The name, as it stands in flows.
        pub name: Text,
        /// The class to which it belongs, as it stands in the limits of rights.
        pub class: Option<Text>,
        /// Somebody must sign it.
        pub signature_required: bool,
    }
}

record! {
    /// Where, on what and when somebody is responsible. What is absent does not limit it.
    pub struct ResponsibilityScope {
        /// At these sites.
        pub sites: Vec<Text>,
        /// For these products or services.
        pub products: Vec<Text>,
        /// In this period.
        pub period: Option<Period>,
    }
}

record! {
    /// A position that answers for an entry of the catalogue.
    pub struct Accountability {
        /// The position.
        pub position: PositionId,
        /// How far; the whole entry, unless stated.
        pub scope: Option<ResponsibilityScope>,
        /// It answers only because nobody else does, as the head does for whatever is nobody's: that closes no gap.
        pub by_default: bool,
    }
}

keyword! {
    /// How several positions answer for one entry.
    pub enum ArrangementKind {
        /// Each for the whole.
        Shared,
        /// Each for a part.
        Divided,
    }
}

record! {
    /// Why several positions answer for one entry.
    pub struct Arrangement {
        /// How.
        pub kind: ArrangementKind,
        /// Why.
        pub reason: Text,
    }
}

record! {
    /// Something for which somebody must answer.
    pub struct Responsibility {
        /// Its id.
        pub id: ResponsibilityId,
        /// What people call it.
        pub title: Option<Text>,
        /// The key function of a regulation that the entry fulfils, for instance `head of quality control`.
        pub function: Option<Text>,
        /// The scopes that must be covered; one without limits, unless listed.
        pub scopes: Vec<ResponsibilityScope>,
        /// Who answers for it.
        pub accountable: Vec<Accountability>,
        /// Why several do.
        pub arrangement: Option<Arrangement>,
    }
}

record! {
    /// Numbers at which rules begin to speak. The organisation's own go before those of a profile.
    pub struct Thresholds {
        /// The most direct reports on solid lines before a span is called excessive.
        pub span: Option<Count>,
        /// The most positions for which one person may stand in.
        pub stand_ins: Option<Count>,
        /// The most days that a critical seat may be vacant.
        pub vacancy_days: Option<Count>,
        /// The most days that an interim substitution may last.
        pub interim_days: Option<Count>,
        /// The amount above which nobody may act alone.
        pub four_eyes: Option<Money>,
    }
}
