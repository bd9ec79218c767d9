//! What mends a finding.

use serde::Serialize;

use super::Path;

/// How sure it is that a fix is what was meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
#[non_exhaustive]
pub enum Applicability {
    /// One of a few things that may have been meant: somebody has to choose.
    Likely,
    /// Nothing else can have been meant.
    Certain,
}

/// A change of the document, as JSON Patch (RFC 6902) has it.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum Change {
    /// Take the member or the element out.
    Remove {
        /// What is taken out.
        path: Path,
    },
    /// Write another text in its place.
    Replace {
        /// Where it stands.
        path: Path,
        /// The text that is right.
        value: String,
    },
    /// Give a member another name.
    Move {
        /// The member under its present name.
        from: Path,
        /// The member under its right name.
        path: Path,
    },
}

/// A way to mend a finding.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Fix {
    /// What is done, in a few words.
    pub title: String,
    /// How sure it is that this was meant.
    pub applicability: Applicability,
    /// The change.
    pub change: Change,
}

impl Fix {
    pub(crate) fn new(title: impl Into<String>, applicability: Applicability, change: Change) -> Self {
        Self { title: title.into(), applicability, change }
    }
}
