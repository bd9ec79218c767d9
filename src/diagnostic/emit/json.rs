//! A report for programs.

use std::ops::Range;

use serde::Serialize;

use super::super::{Citation, Counts, Finding, Label, Level, List, Path, Report, SetBy, Waived};
use super::lines::LineIndex;
use super::{Place, Placed, SourceText, placed};

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct JsonReport<'r> {
    file: Option<&'r str>,
    counts: Counts,
    findings: Vec<JsonFinding<'r>>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct JsonFinding<'r> {
    code: &'r str,
    slug: &'static str,
    level: Level,
    #[serde(skip_serializing_if = "Option::is_none")]
    set_by: Option<&'r SetBy>,
    #[serde(skip_serializing_if = "Option::is_none")]
    waived: Option<&'r Waived>,
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    known: bool,
    message: &'r str,
    #[serde(flatten)]
    at: At,
    arguments: std::collections::BTreeMap<&'static str, &'r str>,
    labels: Vec<JsonLabel<'r>>,
    list: Option<&'r List>,
    candidates: &'r [String],
    help: &'r [String],
    why: &'static str,
    sources: &'static [Citation],
}

#[derive(Serialize)]
struct JsonLabel<'r> {
    text: &'r str,
    #[serde(flatten)]
    at: At,
}

#[derive(Serialize)]
struct At {
    path: String,
    pointer: String,
    place: Option<Lines>,
}

/// Lines and columns count from 1, columns in characters.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Lines {
    line: usize,
    column: usize,
    end_line: usize,
    end_column: usize,
}

impl LineIndex<'_> {
    fn lines(&self, span: &Range<usize>) -> Lines {
        let (line, column) = self.line_and_column(span.start);
        let (end_line, end_column) = self.line_and_column(span.end);
        Lines { line, column, end_line, end_column }
    }
}

/// The report as a JSON document, complete: nothing is elided. Places are given where the text is.
///
/// Members: `file`, `counts` and `findings`, each with `code`, `slug`, `level`, `message`, `path`, `pointer`, `place` (line and column,
/// both from 1), `arguments`, `labels`, `list`, `candidates`, `help`, `why` and `sources`; `setBy` where a pack set the level, `waived`
/// and `known` where an exception or a baseline file made the finding a note.
#[must_use]
pub fn json(report: &Report, source: Option<SourceText<'_>>) -> String {
    let index = source.filter(|_| !report.is_empty()).map(|source| LineIndex::new(source.text));
    let at = |place: Option<Place>, path: &Path| {
        let lines = place.as_ref().zip(index.as_ref()).map(|(place, index)| index.lines(&place.span));
        let pointer = place.map_or_else(|| path.pointer(), |Place { pointer, .. }| pointer);
        At { path: path.to_string(), pointer, place: lines }
    };
    let label = |label: &'_ Label| at(source.and_then(|source| source.place(None, &label.path)), &label.path);
    let findings = placed(report.findings(), source)
        .into_iter()
        .map(|Placed { finding, place }| json_finding(finding, at(place, &finding.path), label))
        .collect();
    let whole = JsonReport { file: source.map(|source| source.name), counts: report.counts(), findings };
    // texts, numbers and lists only: there is nothing in it that JSON cannot say
    serde_json::to_string_pretty(&whole).unwrap_or_default()
}

fn json_finding(finding: &Finding, at: At, label: impl Fn(&Label) -> At) -> JsonFinding<'_> {
    JsonFinding {
        code: finding.about.code.as_str(),
        slug: finding.about.slug,
        level: finding.level,
        set_by: finding.set_by.as_deref(),
        waived: finding.waived.as_deref(),
        known: finding.known,
        message: &finding.message,
        at,
        arguments: finding.arguments.iter().map(|(name, value)| (*name, value.as_str())).collect(),
        labels: finding
            .labels
            .iter()
            .map(|second| JsonLabel { text: &second.text, at: label(second) })
            .collect(),
        list: finding.list.as_ref(),
        candidates: &finding.candidates,
        help: &finding.help,
        why: finding.about.why,
        sources: finding.about.sources,
    }
}
