//! Waivers: exceptions on record.

use super::{Date, PositionId, RuleCode, Text};

record! {
    /// An exception from a rule, for one subject, for a time. It holds when it states reason, approver and expiry.
    pub struct Waiver {
        /// The code of the rule.
        pub code: RuleCode,
        /// The subject: the path of a finding as it is printed, or its beginning as far as a record, for instance `positions[head]`.
        pub subject: Text,
        /// Why.
        pub reason: Option<Text>,
        /// The position that approved it.
        pub approved_by: Option<PositionId>,
        /// The day from which it holds; from ever, unless stated.
        pub created: Option<Date>,
        /// The last day on which it holds.
        pub expires: Option<Date>,
        /// What is done instead; required where duties are to be kept apart.
        pub mitigation: Option<Text>,
    }
}
