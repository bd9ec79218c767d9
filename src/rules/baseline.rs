//! Baseline files: known findings pass, new ones do not, and those that went away are told, so that the file can only shrink.

use std::collections::BTreeMap;

use crate::diagnostic::{Finding, Level, Report};
use crate::model::{Baseline, Count, KnownFinding, RuleCode, Text};

/// A report that was compared with a baseline file.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Compared {
    /// The report, in which known findings are notes ([`Finding::known`]).
    pub report: Report,
    /// What the file knows and the report no longer holds: it can be taken out of the file.
    pub gone: Vec<KnownFinding>,
}

/// What tells findings apart.
type Key = (RuleCode, Text, Vec<Text>);

impl Baseline {
    /// What is known when everything in the report is.
    ///
    /// Findings of the reader (E) and about waivers (W) are not taken in, for what they say is to be corrected and not to be lived
    /// with; nor is what a waiver takes away, which would be hidden when the waiver ends. Hard findings may be known, so that a chart
    /// full of them can be mended step by step, but no proof ([`check::validate`](crate::check::validate)) looks at what is known.
    #[must_use]
    pub fn of(report: &Report) -> Self {
        let mut counts: BTreeMap<Key, usize> = BTreeMap::new();
        for key in report.findings().iter().filter_map(key) {
            *counts.entry(key).or_default() += 1;
        }
        Self::new().findings(counts.into_iter().flat_map(|(key, count)| known(&key, count)))
    }

    /// Compares a report with what is known. A finding is known by its code, its path without bare indices, and its arguments; where the
    /// file knows two that are alike, a third is new.
    ///
    /// ```
    /// use officium::{Baseline, Organization, OrganizationGraph, Position, check, rules::Profile};
    /// let shop = Position::new("shop".parse()?).title("Shop".parse()?).head();
    /// let graph = OrganizationGraph::new(Organization::new().positions([shop]), "2026-01-01".parse()?);
    /// let report = check::check(&graph, &Profile::baseline());
    /// assert!(report.has_errors());
    /// let compared = Baseline::of(&report).compare(report);
    /// assert!(!compared.report.has_errors() && compared.gone.is_empty());
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn compare(&self, report: Report) -> Compared {
        let mut left: BTreeMap<Key, usize> = BTreeMap::new();
        for KnownFinding { code, subject, arguments, count } in &self.findings {
            let count = count.and_then(|count| usize::try_from(count.get()).ok()).unwrap_or(1);
            let known = left.entry((*code, subject.clone(), arguments.clone())).or_default();
            *known = known.saturating_add(count);
        }
        let compared = report.into_iter().map(|mut finding| {
            let known = key(&finding).and_then(|key| left.get_mut(&key)).filter(|left| **left > 0);
            if let Some(left) = known {
                *left -= 1;
                finding.known = true;
                finding.level = Level::Note;
            }
            finding
        });
        let report = Report::new(compared.collect());
        Compared { report, gone: left.iter().flat_map(|(key, count)| known(key, *count)).collect() }
    }

    /// Reads a baseline file. Its schema is [`export::schema::baseline`](crate::export::schema::baseline).
    #[cfg(feature = "json")]
    #[must_use]
    pub fn from_text(format: crate::read::Format, text: &str) -> crate::read::DocumentReading<Self> {
        crate::read::document(format, text, |_| Vec::new())
    }

    /// The file as JSON, with a line for each part, so that changes can be read.
    #[cfg(feature = "json")]
    #[must_use]
    pub fn to_json(&self) -> String {
        // texts and numbers only: there is nothing in it that JSON cannot say
        serde_json::to_string_pretty(self).unwrap_or_default() + "\n"
    }
}

/// What tells a finding from others; `None` where it cannot be known.
fn key(finding: &Finding) -> Option<Key> {
    if finding.waived.is_some() || matches!(finding.code().family(), 'E' | 'W') {
        return None;
    }
    let arguments = finding.arguments.iter().map(|(name, value)| Text::try_from(format!("{name}={value}")));
    let subject = Text::try_from(finding.path.without_indices()).ok()?;
    Some((finding.code(), subject, arguments.filter_map(Result::ok).collect()))
}

/// So many findings, in as many entries as their number takes.
fn known((code, subject, arguments): &Key, count: usize) -> Vec<KnownFinding> {
    let most = usize::try_from(Count::MAX.get()).unwrap_or(usize::MAX);
    let whole = std::iter::repeat_n(most, count / most);
    let counts = whole.chain(Some(count % most).filter(|rest| *rest > 0));
    let entry = |count: usize| KnownFinding {
        count: i64::try_from(count).ok().filter(|count| *count > 1).and_then(|it| Count::try_from(it).ok()),
        ..KnownFinding::new(*code, subject.clone()).arguments(arguments.iter().cloned())
    };
    counts.map(entry).collect()
}
