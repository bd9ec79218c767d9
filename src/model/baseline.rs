//! Baseline files: findings that are known.

use super::{Count, FormatVersion, RuleCode, Text};

record! {
    /// A finding that is known, or several that are alike. It is told from others by all that it states, and not by its line.
    pub struct KnownFinding {
        /// The code of the rule.
        pub code: RuleCode,
        /// The path, as findings name it; elements without id are not told apart: `positions[sales].reporting[].superior`.
        pub subject: Text,
        /// The words and ids of the message, each as `name=value`, in the order of the finding.
        pub arguments: Vec<Text>,
        /// How many findings are alike; one, unless stated.
        pub count: Option<Count>,
    }
}

record! {
    /// A baseline file: findings that are known and pass, so that what is new can be seen.
    pub struct Baseline {
        /// Where the schema of the document is found, for editors.
        #[serde(rename = "$schema")]
        pub schema: Option<Text>,
        /// The version of the format; the first, unless stated.
        pub format_version: Option<FormatVersion>,
        /// The findings.
        pub findings: Vec<KnownFinding>,
    }
}
