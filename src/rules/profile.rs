//! Which rules run, at which levels.

use std::collections::BTreeMap;

use super::{Demands, Rule, catalog};
use crate::diagnostic::Level;
use crate::model::{Count, RuleCode, Thresholds};

/// Which rules run, at which levels, and the numbers at which they begin to speak.
///
/// Hard rules run at their own level in every profile.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Profile {
    name: String,
    levels: BTreeMap<RuleCode, Level>,
    thresholds: Thresholds,
    demands: Demands,
}

impl Profile {
    /// What every organisation should hold itself to: every rule that is not for a regulation of its own.
    #[must_use]
    pub fn baseline() -> Self {
        Self::of("baseline", Rule::is_in_baseline)
    }

    /// Identity and reporting only, for charts that come from elsewhere and hold little more.
    #[must_use]
    pub fn structure() -> Self {
        Self::of("structure", |rule| {
            let code = rule.code();
            rule.is_in_baseline() && (matches!(code.family(), 'I' | 'R') || code.as_str() == "X008")
        })
    }

    /// The profile of that name.
    ///
    /// ```
    /// use officium::rules::Profile;
    /// assert_eq!(Profile::named("baseline"), Some(Profile::baseline()));
    /// assert_eq!(Profile::named("no-such-profile"), None);
    /// ```
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        Self::all().find(|profile| profile.name == name)
    }

    /// All profiles of this crate, the baseline first.
    pub fn all() -> impl Iterator<Item = Self> {
        [Self::baseline(), Self::structure()].into_iter()
    }

    fn of(name: &str, includes: impl Fn(&Rule) -> bool) -> Self {
        let rules = catalog().filter(|rule| includes(rule));
        let levels = rules.map(|rule| (rule.code(), rule.level())).collect();
        let thresholds = Thresholds { span: Count::try_from(15).ok(), ..Thresholds::new() };
        Self { name: name.to_owned(), levels, thresholds, demands: Demands::new() }
    }

    /// Its name.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The numbers at which rules begin to speak, where an organisation does not state its own.
    #[must_use]
    pub fn thresholds(&self) -> &Thresholds {
        &self.thresholds
    }

    /// What it asks for beyond levels and thresholds.
    #[must_use]
    pub fn demands(&self) -> &Demands {
        &self.demands
    }

    /// The same profile with other demands.
    #[must_use]
    pub fn with_demands(mut self, demands: Demands) -> Self {
        self.demands = demands;
        self
    }

    /// The level of a rule; `None` where it does not run.
    #[must_use]
    pub fn level(&self, code: RuleCode) -> Option<Level> {
        let hard = catalog().find(|rule| rule.code() == code && rule.is_hard()).map(Rule::level);
        hard.or_else(|| self.levels.get(&code).copied())
    }

    /// The same profile with another level for a rule; `None` switches it off, unless it is hard.
    #[must_use]
    pub fn with_level(mut self, code: RuleCode, level: Option<Level>) -> Self {
        match level {
            Some(level) => self.levels.insert(code, level),
            None => self.levels.remove(&code),
        };
        self
    }
}
