//! What a rule is.

use super::{Context, Sink};
use crate::diagnostic::{About, Level};
use crate::model::RuleCode;

/// Something that is asked of an organisation.
pub struct Rule {
    pub(super) about: &'static About,
    pub(super) level: Level,
    pub(super) hard: bool,
    pub(super) check: fn(&Context<'_>, &mut Sink),
}

impl Rule {
    /// The stable code.
    #[must_use]
    pub fn code(&self) -> RuleCode {
        self.about.code
    }

    /// What is the same in all its findings: code, name, reason, sources.
    #[must_use]
    pub fn about(&self) -> &'static About {
        self.about
    }

    /// Its level in the `baseline` profile.
    #[must_use]
    pub fn level(&self) -> Level {
        self.level
    }

    /// Whether it protects what [`Valid`](crate::Valid) promises: no profile switches it off.
    #[must_use]
    pub fn is_hard(&self) -> bool {
        self.hard
    }

    /// Runs the rule over the organisation that `context` holds.
    pub(crate) fn run(&self, context: &Context<'_>, level: Level) -> Vec<crate::diagnostic::Finding> {
        let mut sink = Sink::new(self.about, level);
        (self.check)(context, &mut sink);
        sink.into_findings()
    }
}

impl std::fmt::Debug for Rule {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Rule({} {})", self.about.code, self.about.slug)
    }
}
