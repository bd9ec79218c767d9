//! All findings of one document.

use std::collections::HashSet;

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

    /// The findings of the rules with those of the reader. What a rule did not find only because the reader could not read it is not
    /// reported a second time.
    ///
    /// ```
    /// use officium::{OrganizationGraph, check, read, rules::Profile};
    /// let text = r#"{"positions": [
    ///   {"id": "head", "title": 7, "standing": {"kind": "head"}, "noSubstituteBecause": "closed when away"}]}"#;
    /// let reading = read::json(text);
    /// let graph = OrganizationGraph::new(reading.organization, "2026-11-24".parse()?);
    /// let report = check::check(&graph, &Profile::baseline());
    /// assert_eq!(report.findings()[0].message, "position `head` has no title");
    /// let report = report.with_reading(reading.findings);
    /// assert_eq!(report.findings().len(), 1);
    /// assert_eq!(report.findings()[0].message, "expected a text, found a number");
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn with_reading(self, unread: Vec<Finding>) -> Self {
        let within: HashSet<String> = unread.iter().flat_map(|finding| finding.path.and_above()).collect();
        let is_echo =
            |finding: &Finding| finding.wanted.iter().any(|path| within.contains(&path.to_string()));
        let mut findings = self.0;
        findings.retain(|finding| !is_echo(finding));
        findings.extend(unread);
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
