//! All findings of one document.

use super::{Finding, Level};

/// How many findings of each level a report holds.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, serde::Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct Counts {
    /// Errors.
    pub errors: usize,
    /// Warnings.
    pub warnings: usize,
    /// Notes.
    pub notes: usize,
    /// Findings that stand in the baseline file; they count as nothing else.
    #[serde(skip_serializing_if = "is_zero")]
    pub known: usize,
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde passes a reference")]
fn is_zero(count: &usize) -> bool {
    *count == 0
}

/// The findings of one document: errors first, then in the order of their places.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Report(Vec<Finding>);

impl Report {
    /// A report of these findings, whatever their order.
    #[must_use]
    pub fn new(mut findings: Vec<Finding>) -> Self {
        findings.sort_by(|a, b| {
            let key = |finding: &Finding| {
                (std::cmp::Reverse(finding.level), finding.span.as_ref().map(|span| span.start))
            };
            (key(a), &a.path, a.about.code, &a.message).cmp(&(key(b), &b.path, b.about.code, &b.message))
        });
        Self(findings)
    }

    /// The findings, sorted.
    #[must_use]
    pub fn findings(&self) -> &[Finding] {
        &self.0
    }

    /// The findings of two reports together.
    #[must_use]
    pub fn and(self, more: impl IntoIterator<Item = Finding>) -> Self {
        let mut findings = self.0;
        findings.extend(more);
        Self::new(findings)
    }

    /// How many of each level.
    #[must_use]
    pub fn counts(&self) -> Counts {
        self.0.iter().fold(Counts::default(), |mut counts, finding| {
            match finding.level {
                _ if finding.known => counts.known += 1,
                Level::Error => counts.errors += 1,
                Level::Warning => counts.warnings += 1,
                Level::Note => counts.notes += 1,
            }
            counts
        })
    }

    /// Whether there is an error.
    #[must_use]
    pub fn has_errors(&self) -> bool {
        self.0.iter().any(|finding| finding.level == Level::Error)
    }

    /// Whether there is nothing at all.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl IntoIterator for Report {
    type Item = Finding;
    type IntoIter = std::vec::IntoIter<Finding>;
    fn into_iter(self) -> Self::IntoIter {
        self.0.into_iter()
    }
}
