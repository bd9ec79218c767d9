//! What a rule is.

use super::{Context, Exceptions, Sink};
use crate::diagnostic::{About, Finding, Level};
use crate::model::RuleCode;

/// Something that is asked of an organisation.
pub struct Rule {
    about: About,
    hard: bool,
    in_baseline: bool,
    check: Check,
}

/// What a rule looks at.
#[derive(Clone, Copy)]
enum Check {
    /// The organisation.
    Organization(fn(&Context<'_>, &mut Sink)),
    /// The waivers, after all other rules: what each of them meets is known then.
    Waivers(fn(&Context<'_>, &Exceptions<'_>, &mut Sink)),
}

/// The rules of a family, in the order of their codes; each name is that of a file.
macro_rules! family {
    ($($rule:ident)*) => {
        $(mod $rule;)*

        pub(super) const RULES: &[crate::rules::Rule] =
            &[$($rule::RULE.in_file(include_str!(concat!(stringify!($rule), ".rs")))),*];
    };
}

impl Rule {
    /// A rule of the `baseline` profile, which no other promise depends on.
    pub(super) const fn new(about: &'static About, level: Level, check: fn(&Context<'_>, &mut Sink)) -> Self {
        let check = Check::Organization(check);
        Self { about: about.at_level(level), hard: false, in_baseline: true, check }
    }

    /// A rule about waivers.
    pub(super) const fn of_waivers(
        about: &'static About,
        level: Level,
        check: fn(&Context<'_>, &Exceptions<'_>, &mut Sink),
    ) -> Self {
        let check = Check::Waivers(check);
        Self { about: about.at_level(level), hard: false, in_baseline: true, check }
    }

    /// Protects what [`Valid`](crate::Valid) promises.
    pub(super) const fn hard(self) -> Self {
        Self { hard: true, ..self }
    }

    /// Not for everybody: the baseline does not run it, packs may.
    pub(super) const fn in_packs_only(self) -> Self {
        Self { in_baseline: false, ..self }
    }

    /// Written in that file, which begins with the page.
    pub(super) const fn in_file(self, file: &'static str) -> Self {
        Self { about: self.about.with_page(file), ..self }
    }

    /// The stable code.
    #[must_use]
    pub fn code(&self) -> RuleCode {
        self.about.code
    }

    /// What is the same in all its findings: code, name, reason, sources.
    #[must_use]
    pub fn about(&self) -> &About {
        &self.about
    }

    /// Its page, in Markdown: what it checks, why it matters, an example and the same mended, exceptions.
    ///
    /// ```
    /// let rule = officium::rules::catalog().next().ok_or("no rules")?;
    /// assert!(rule.page().starts_with("# I001 duplicate-id\n"));
    /// # Ok::<(), &str>(())
    /// ```
    #[must_use]
    pub fn page(&self) -> String {
        self.about.page()
    }

    /// Its usual level: that in the `baseline` profile, or in the packs that switch it on.
    #[must_use]
    pub fn level(&self) -> Level {
        self.about.level
    }

    /// Whether it protects what [`Valid`](crate::Valid) promises: no profile switches it off.
    #[must_use]
    pub fn is_hard(&self) -> bool {
        self.hard
    }

    /// Whether the `baseline` profile runs it; others are for packs.
    #[must_use]
    pub fn is_in_baseline(&self) -> bool {
        self.in_baseline
    }

    /// Runs the rule over the organisation that `context` holds; a rule about waivers has nothing to say yet.
    pub(crate) fn run(&'static self, context: &Context<'_>, level: Level) -> Vec<Finding> {
        let mut sink = context.sink(&self.about, level);
        if let Check::Organization(check) = self.check {
            check(context, &mut sink);
        }
        sink.into_findings()
    }

    /// Runs a rule about waivers, once it is known what they meet; others have spoken.
    pub(crate) fn run_on_waivers(
        &'static self,
        context: &Context<'_>,
        exceptions: &Exceptions<'_>,
        level: Level,
    ) -> Vec<Finding> {
        let mut sink = context.sink(&self.about, level);
        if let Check::Waivers(check) = self.check {
            check(context, exceptions, &mut sink);
        }
        sink.into_findings()
    }
}

impl std::fmt::Debug for Rule {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Rule({} {})", self.about.code, self.about.slug)
    }
}
