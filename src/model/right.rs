//! Rights: what a holder may do so as to do the duties.

use super::{ClauseOrigin, Count, Money, Party, RightId, Text};

keyword! {
    /// What a right allows.
    pub enum RightKind {
        /// Receive information that the work needs.
        ReceiveInformation,
        /// Receive confidential information, as far as a task needs it.
        ReceiveConfidentialInformation,
        /// Propose improvements.
        Propose,
        /// Report shortcomings upward.
        ReportShortcomings,
        /// Demand working conditions and help in using one's rights.
        DemandConditions,
        /// Request documents and reports from units and colleagues.
        RequestDocuments,
        /// Decide within one's own competence.
        Decide,
        /// Take part in preparing or making a decision.
        ParticipateInDecision,
        /// Decide on spending.
        Spend,
        /// Instruct subordinates.
        Instruct,
        /// Supervise subordinates' work.
        Supervise,
        /// Sign documents.
        Sign,
        /// Endorse documents that another signs.
        Endorse,
        /// Conclude contracts on the organisation's behalf.
        ConcludeContracts,
        /// Deal with third parties.
        DealWithThirdParties,
        /// Represent the organisation.
        Represent,
        /// Engage outside experts.
        EngageExperts,
        /// Raise one's pay with the superior.
        RaisePay,
        /// Raise the pay of overtime with the superior.
        RaiseOvertime,
        /// Use systems, premises or means that are not open to everybody.
        Access,
    }
}

record! {
    /// How far a right goes. What is absent does not limit it.
    pub struct Limit {
        /// Up to this amount.
        pub amount: Option<Money>,
        /// Within this territory.
        pub territory: Option<Text>,
        /// For this class of documents.
        pub document_class: Option<Text>,
        /// Towards this counterparty.
        pub counterparty: Option<Text>,
    }
}

impl Limit {
    /// Whether everything within `asked` is within `self`: texts by equality, amounts by value in one currency.
    #[must_use]
    pub fn covers(&self, asked: &Self) -> bool {
        let Self { amount, territory, document_class, counterparty } = self;
        let same = |own: &Option<Text>, asked: &Option<Text>| own.is_none() || own == asked;
        let enough = match (amount, &asked.amount) {
            (None, _) => true,
            (Some(own), Some(asked)) => asked.is_within(own),
            (Some(_), None) => false,
        };
        enough
            && same(territory, &asked.territory)
            && same(document_class, &asked.document_class)
            && same(counterparty, &asked.counterparty)
    }
}

choice! {
    /// Whether the right is used alone or with others.
    pub enum Exercise {
        /// Alone.
        Sole {},
        /// Only together.
        Joint {
            /// How many signatures are needed, the holder's included.
            signatures: Count,
            /// Who the others may be; anybody with the same right, unless stated.
            #[serde(default, skip_serializing_if = "Vec::is_empty")]
            with: Vec<Party>,
        },
    }
}

record! {
    /// A right of the holder.
    pub struct Right {
        /// Its id, within its description.
        pub id: RightId,
        /// What it allows.
        pub kind: RightKind,
        /// The wording of the clause.
        pub text: Option<Text>,
        /// On what: the kind of contract, the budget, the system. Anything, unless stated.
        pub object: Option<Text>,
        /// How far it goes; without limit, unless stated.
        pub limit: Option<Limit>,
        /// Alone or with others; not regulated, unless stated.
        pub exercise: Option<Exercise>,
        /// Whether the holder may hand it on; not regulated, unless stated.
        pub delegable: Option<bool>,
        /// The right stays with the holder when a substitute acts. Without it, rights pass together with the duties.
        pub stays_with_holder: bool,
        /// Where the clause came from.
        pub origin: Option<Box<ClauseOrigin>>,
    }
}

record! {
    /// A right that a duty needs, described by content: whoever performs the duty must have one that covers it.
    pub struct RequiredRight {
        /// What it must allow.
        pub kind: RightKind,
        /// On what; any object will do, unless stated.
        pub object: Option<Text>,
        /// How far it must go; any limit will do, unless stated.
        pub limit: Option<Limit>,
    }
}

impl RequiredRight {
    /// Whether `right` is enough: the same kind, on this object or on any, with a limit that covers what is asked.
    #[must_use]
    pub fn is_met_by(&self, right: &Right) -> bool {
        let Self { kind, object, limit } = self;
        let object_fits = object.is_none() || right.object.is_none() || *object == right.object;
        let limit_fits = match (&right.limit, limit) {
            (None, _) | (_, None) => true,
            (Some(own), Some(asked)) => own.covers(asked),
        };
        *kind == right.kind && object_fits && limit_fits
    }
}
