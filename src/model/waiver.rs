//! Waivers: exceptions on record.

use super::{Date, PositionId, RuleCode, Text};

record! {
    /// An exception from a rule, for one subject, for a time.
    pub struct Waiver {
        /// The code of the rule.
        pub code: RuleCode,
        /// The subject, as findings name it, for instance `positions[head]`.
        pub subject: Text,
        /// Why.
        pub reason: Option<Text>,
        /// The position that approved it.
        pub approved_by: Option<PositionId>,
        /// The day from which it holds.
        pub created: Option<Date>,
        /// The last day on which it holds.
        pub expires: Option<Date>,
        /// What is done instead.
        pub mitigation: Option<Text>,
    }
}
