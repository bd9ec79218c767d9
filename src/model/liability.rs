//! Liability: what the holder answers for, and under which regime.

use super::{ClauseId, ClauseOrigin, DutyId, LegalBasis, Money, Text};

keyword! {
    /// What the holder answers for.
    pub enum Ground {
        /// Duties not performed.
        NonPerformance,
        /// Duties performed poorly.
        PoorPerformance,
        /// Duties performed late.
        LatePerformance,
        /// Orders and instructions not followed.
        BreachOfOrders,
        /// Internal rules or labour discipline broken.
        BreachOfDiscipline,
        /// Confidentiality broken.
        BreachOfConfidentiality,
        /// Safety or fire rules broken.
        BreachOfSafety,
        /// A breach of safety seen and not acted upon.
        InactionOnSafetyBreach,
        /// Wrong information about the state of the work.
        WrongInformation,
        /// Rights not made use of.
        UnusedRights,
        /// Discipline and work of subordinates.
        Subordinates,
        /// Documents signed.
        SignedDocuments,
        /// Money and goods entrusted.
        EntrustedMoney,
        /// An offence committed in the course of work.
        Offence,
        /// Material damage.
        MaterialDamage,
        /// Damage to the organisation's reputation.
        ReputationalDamage,
    }
}

keyword! {
    /// The kind of law under which the holder answers.
    pub enum Regime {
        /// Disciplinary.
        Disciplinary,
        /// Material: pay for damage under labour law.
        Material,
        /// Civil.
        Civil,
        /// Administrative.
        Administrative,
        /// Criminal.
        Criminal,
    }
}

choice! {
    /// How the amount is found, where money is owed.
    pub enum AmountBasis {
        /// The damage in full.
        FullDamage {},
        /// The damage, up to a number of months' average pay.
        MonthsOfPay {
            /// How many months.
            months: super::Count,
        },
        /// Up to a fixed amount.
        UpTo {
            /// The amount.
            amount: Money,
        },
        /// As a law, a contract or an agreement says.
        AsStated {
            /// Where it is stated.
            source: LegalBasis,
        },
    }
}

record! {
    /// What the holder answers for.
    pub struct Liability {
        /// What for.
        pub ground: Ground,
        /// Its id, within its description.
        pub id: Option<ClauseId>,
        /// The wording of the clause.
        pub text: Option<Text>,
        /// Under which regimes.
        pub regimes: Vec<Regime>,
        /// The law or rule behind it.
        pub basis: Vec<LegalBasis>,
        /// How the amount is found.
        pub amount: Option<AmountBasis>,
        /// The duties that it covers; all, unless named.
        pub duties: Vec<DutyId>,
        /// Where the clause came from.
        pub origin: Option<Box<ClauseOrigin>>,
    }
}
