//! One finding.

use std::ops::Range;
use std::sync::Arc;

use serde::Serialize;

use super::{Applicability, Change, Citation, Fix, Level, Path};
use crate::model::{Date, PositionId, RuleCode, Text};

/// What is the same in every finding of a rule.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub struct About {
    /// The stable code.
    pub code: RuleCode,
    /// The name, in kebab-case.
    pub slug: &'static str,
    /// Why it matters.
    pub why: &'static str,
    /// What stands behind it.
    pub sources: &'static [Citation],
    /// Its usual level: that in the `baseline` profile, or in the packs that switch it on.
    pub level: Level,
    /// The page as it stands in its file: Markdown, or the comment at the head of a file in Rust.
    page: &'static str,
}

impl About {
    pub(crate) const fn new(
        code: [u8; 4],
        slug: &'static str,
        why: &'static str,
        sources: &'static [Citation],
    ) -> Self {
        Self { code: RuleCode::of(code), slug, why, sources, level: Level::Error, page: "" }
    }

    pub(crate) const fn at_level(self, level: Level) -> Self {
        Self { level, ..self }
    }

    pub(crate) const fn with_page(self, page: &'static str) -> Self {
        Self { page, ..self }
    }

    /// Its page, in Markdown: what it checks, why it matters, an example and the same mended, exceptions.
    ///
    /// ```
    /// let syntax = officium::read::catalog().next().ok_or("nothing")?;
    /// assert!(syntax.page().starts_with("# E001 syntax\n"));
    /// # Ok::<(), &str>(())
    /// ```
    #[must_use]
    pub fn page(&self) -> String {
        if !self.page.starts_with("//!") {
            return self.page.to_owned();
        }
        let lines = self.page.lines().map_while(|line| line.strip_prefix("//!"));
        lines.flat_map(|line| [line.strip_prefix(' ').unwrap_or(line), "\n"]).collect()
    }

    /// The name of its family, after the letter of the code.
    ///
    /// ```
    /// let syntax = officium::read::catalog().next().ok_or("nothing")?;
    /// assert_eq!(syntax.family(), "reading");
    /// # Ok::<(), &str>(())
    /// ```
    #[must_use]
    pub fn family(&self) -> &'static str {
        match self.code.family() {
            'A' => "authority",
            'D' => "duties",
            'E' => "reading",
            'F' => "flows",
            'I' => "identity",
            'L' => "liability",
            'Q' => "qualification",
            'R' => "reporting",
            'S' => "substitution",
            'V' => "documents",
            'W' => "waivers",
            _ => "cross",
        }
    }
}

/// A second place that belongs to a finding.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Label {
    /// Where.
    pub path: Path,
    /// What is there.
    pub text: String,
}

/// How the items of a list hang together.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
#[non_exhaustive]
pub enum ListKind {
    /// Each leads to the next, and the last to the first.
    Ring,
    /// They stand side by side.
    Plain,
}

/// Things that a finding is about, in full; printing may leave out the middle.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct List {
    /// How the items hang together.
    pub kind: ListKind,
    /// What they are, for instance `ring`.
    pub name: &'static str,
    /// The items.
    pub items: Vec<String>,
}

/// What set the level of a finding, where that was not the profile's own choice: a pack, by a clause.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[non_exhaustive]
pub struct SetBy {
    /// The name of the pack.
    pub pack: Text,
    /// The clause on which the pack relies.
    pub clause: Text,
    /// What the pack says of the clause, for instance that it relaxes another.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub note: Option<Text>,
}

/// The exception on record that turned a finding into a note.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[non_exhaustive]
pub struct Waived {
    /// The level that the finding would have.
    pub level: Level,
    /// Why the exception was made.
    pub reason: Text,
    /// The position that approved it.
    pub approved_by: PositionId,
    /// The last day on which it holds.
    pub expires: Date,
}

/// Something that is wrong, or worth knowing, in one place.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Finding {
    /// The rule that found it.
    pub about: &'static About,
    /// How grave it is.
    pub level: Level,
    /// The pack that set the level.
    pub set_by: Option<Arc<SetBy>>,
    /// The exception on record that made it a note.
    pub waived: Option<Box<Waived>>,
    /// It stands in the baseline file that it was compared with, which made it a note.
    pub known: bool,
    /// Where it is, in the model.
    pub path: Path,
    /// Where it is, in the text: only from the reader, which sees what never comes into the model.
    pub span: Option<Range<usize>>,
    /// What is wrong, in one line.
    pub message: String,
    /// The words and ids that the message is made of, by name; with code and path they tell findings apart.
    pub arguments: Vec<(&'static str, String)>,
    /// Second places.
    pub labels: Vec<Label>,
    /// What to do.
    pub help: Vec<String>,
    /// What may have been meant, the likeliest first.
    pub candidates: Vec<String>,
    /// Things that it is about, in full.
    pub list: Option<List>,
    /// Ways to mend it, each by itself.
    pub fixes: Vec<Fix>,
    /// Where the rule looked and found nothing.
    pub(crate) wanted: Vec<Path>,
}

impl Finding {
    pub(crate) fn new(about: &'static About, level: Level, path: Path, message: impl Into<String>) -> Self {
        Self {
            about,
            level,
            set_by: None,
            waived: None,
            known: false,
            path,
            span: None,
            message: message.into(),
            arguments: Vec::new(),
            labels: Vec::new(),
            help: Vec::new(),
            candidates: Vec::new(),
            list: None,
            fixes: Vec::new(),
            wanted: Vec::new(),
        }
    }

    /// The stable code.
    #[must_use]
    pub fn code(&self) -> RuleCode {
        self.about.code
    }

    #[cfg(feature = "json")]
    pub(crate) fn span(mut self, span: Range<usize>) -> Self {
        self.span = Some(span);
        self
    }

    pub(crate) fn argument(mut self, name: &'static str, value: &(impl ToString + ?Sized)) -> Self {
        self.arguments.push((name, value.to_string()));
        self
    }

    pub(crate) fn label(mut self, path: Path, text: impl Into<String>) -> Self {
        self.labels.push(Label { path, text: text.into() });
        self
    }

    pub(crate) fn help(mut self, text: impl Into<String>) -> Self {
        self.help.push(text.into());
        self
    }

    pub(crate) fn candidates(mut self, candidates: Vec<String>) -> Self {
        self.candidates = candidates;
        self
    }

    pub(crate) fn fix(
        mut self,
        title: impl Into<String>,
        applicability: Applicability,
        change: Change,
    ) -> Self {
        self.fixes.push(Fix::new(title, applicability, change));
        self
    }

    /// The rule looked there and found nothing, or not enough: if the reader left out what stands there, that is no second fault.
    pub(crate) fn for_want_of(mut self, path: Path) -> Self {
        self.wanted.push(path);
        self
    }

    pub(crate) fn list(mut self, kind: ListKind, name: &'static str, items: Vec<String>) -> Self {
        self.list = Some(List { kind, name, items });
        self
    }
}
