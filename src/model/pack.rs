//! Packs: what a regulation, a standard or a house asks on top of a profile.

use super::{Demands, FormatVersion, RuleCode, Text, Thresholds};

record! {
    /// A text on which a pack is based.
    pub struct Basis {
        /// Its title.
        pub title: Text,
        /// Its edition or date, for instance `2015`; `undated`, where the text in force is meant.
        pub edition: Text,
    }
}

keyword! {
    /// The level at which a pack wants a rule.
    pub enum PackLevel {
        /// The rule does not run.
        Off,
        /// Worth knowing.
        Note,
        /// Likely to be a mistake.
        Warning,
        /// Wrong.
        Error,
    }
}

record! {
    /// A rule that a pack runs.
    pub struct PackRule {
        /// The code of the rule.
        pub code: RuleCode,
        /// At which level; at the rule's own, unless stated.
        pub level: Option<PackLevel>,
        /// What the clause says of it, for instance that it relaxes the rule.
        pub note: Option<Text>,
    }
}

record! {
    /// A clause, and the rules that check something of it.
    pub struct CheckedClause {
        /// The clause, so that it can be found in what the pack is based on.
        pub clause: Text,
        /// The rules.
        pub rules: Vec<PackRule>,
    }
}

record! {
    /// A clause, or a part of it, that no rule checks.
    pub struct UncheckedClause {
        /// The clause, so that it can be found in what the pack is based on.
        pub clause: Text,
        /// What of it is not checked, and why.
        pub why: Text,
    }
}

record! {
    /// A pack of rules: what a regulation, a standard or a house asks on top of a profile.
    ///
    /// A pack never says that an organisation complies: it says which clauses it checks, and which it cannot check.
    ///
    /// ```
    /// use officium::{Basis, CheckedClause, Pack, PackLevel, PackRule};
    /// let title = PackRule::new("I006".parse()?).level(PackLevel::Error);
    /// let pack = Pack::new("house".parse()?, "Rules of the house".parse()?)
    ///     .based_on([Basis::new("Rules of the house".parse()?, "2026-01-01".parse()?)])
    ///     .checks([CheckedClause::new("3".parse()?).rules([title])]);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub struct Pack {
        /// Where the schema of the document is found, for editors.
        #[serde(rename = "$schema")]
        pub schema: Option<Text>,
        /// The version of the format; the first, unless stated.
        pub format_version: Option<FormatVersion>,
        /// The name by which it is asked for and shown.
        pub name: Text,
        /// What it is, for people.
        pub title: Text,
        /// What it is based on; at least one text.
        pub based_on: Vec<Basis>,
        /// The clauses that it checks, each with its rules. Where a rule stands twice, the later level counts.
        pub checks: Vec<CheckedClause>,
        /// What it is based on, but does not check.
        pub cannot_check: Vec<UncheckedClause>,
        /// Numbers at which rules begin to speak. Those of the organisation go before them.
        pub thresholds: Option<Thresholds>,
        /// The key functions and sections that rules ask for.
        pub demands: Option<Demands>,
    }
}
