//! A report for programs.

use std::collections::BTreeMap;

use serde::Serialize;

use super::super::{
    Applicability, Change, Citation, Counts, Finding, Fix, Label, Level, List, Path, Report, SetBy, Waived,
};
use super::lines::{Lines, Places};
use super::{Place, Placed, SourceText, placed};
#[cfg(feature = "schema")]
use crate::model::RuleCode;

/// What was found in one document.
#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "Report"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(crate) struct JsonReport<'r> {
    /// The name of the document, where there is a text.
    #[serde(skip_serializing_if = "Option::is_none")]
    file: Option<&'r str>,
    /// How many findings of each level there are.
    counts: Counts,
    /// All findings: errors first, then in the order of the text.
    findings: Vec<JsonFinding<'r>>,
}

/// Something that is wrong, or worth knowing, in one place.
#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "Finding"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
struct JsonFinding<'r> {
    /// The stable code of the rule.
    #[cfg_attr(feature = "schema", schemars(with = "RuleCode"))]
    code: &'r str,
    /// The name of the rule, in kebab-case.
    slug: &'r str,
    /// How grave it is.
    level: Level,
    /// The pack that set the level.
    #[serde(skip_serializing_if = "Option::is_none")]
    set_by: Option<&'r SetBy>,
    /// The exception on record that made it a note.
    #[serde(skip_serializing_if = "Option::is_none")]
    waived: Option<&'r Waived>,
    /// It stands in the baseline file that it was compared with, which made it a note.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    known: bool,
    /// What is wrong, in one line.
    message: &'r str,
    /// Where it is in the organisation: elements are named by their id, or by their index where they have none.
    path: String,
    /// The same as a JSON Pointer into the document.
    pointer: String,
    /// Where it is in the text, where there is one.
    #[serde(skip_serializing_if = "Option::is_none")]
    place: Option<Lines>,
    /// The words and ids that the message is made of, by name; with code and path they tell findings apart.
    arguments: BTreeMap<&'r str, &'r str>,
    /// Second places that belong to it.
    labels: Vec<JsonLabel<'r>>,
    /// Things that it is about, in full.
    #[serde(skip_serializing_if = "Option::is_none")]
    list: Option<&'r List>,
    /// What may have been meant, the likeliest first.
    candidates: &'r [String],
    /// What to do.
    help: &'r [String],
    /// Ways to mend it, each by itself.
    fixes: Vec<JsonFix<'r>>,
    /// Why it matters.
    why: &'r str,
    /// What stands behind the rule.
    sources: Vec<JsonSource>,
}

/// A second place that belongs to a finding.
#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "Label"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
struct JsonLabel<'r> {
    /// What is there.
    text: &'r str,
    /// Where it is in the organisation.
    path: String,
    /// The same as a JSON Pointer into the document.
    pointer: String,
    /// Where it is in the text, where there is one.
    #[serde(skip_serializing_if = "Option::is_none")]
    place: Option<Lines>,
}

/// A way to mend a finding.
#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "Fix"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
struct JsonFix<'r> {
    /// What is done, in a few words.
    title: &'r str,
    /// How sure it is that this was meant.
    applicability: Applicability,
    /// The change of the document, as JSON Patch (RFC 6902).
    patch: Vec<JsonChange<'r>>,
}

/// A change of the document, as JSON Patch (RFC 6902) has it.
#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "Change"))]
#[serde(tag = "op", rename_all = "kebab-case", deny_unknown_fields)]
enum JsonChange<'r> {
    /// Take the member or the element out.
    Remove {
        /// What is taken out.
        path: String,
    },
    /// Write another text in its place.
    Replace {
        /// Where it stands.
        path: String,
        /// The text that is right.
        value: &'r str,
    },
    /// Give a member another name.
    Move {
        /// The member under its present name.
        from: String,
        /// The member under its right name.
        path: String,
    },
}

/// A law, a standard or a practice, and the place in it.
#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "Source"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
struct JsonSource {
    /// A short stable key.
    key: &'static str,
    /// The title, with its edition.
    title: &'static str,
    /// The clause; the source as a whole, where there is none.
    #[serde(skip_serializing_if = "Option::is_none")]
    clause: Option<&'static str>,
}

/// The report as a JSON document, complete: nothing is left out. Places are given where the text is.
///
/// `schema/report.schema.json` is its JSON Schema, exact: other members than its own do not occur.
#[must_use]
pub fn json(report: &Report, source: Option<SourceText<'_>>) -> String {
    // texts, numbers and lists only: there is nothing in it that JSON cannot say
    serde_json::to_string_pretty(&whole(report, source)).unwrap_or_default()
}

/// The same document as [`json`] in one line, without a break at its end: one of many in a stream.
///
/// ```
/// use officium::diagnostic::{Report, json_line};
/// let line = json_line(&Report::default(), None);
/// assert!(line.ends_with(r#""findings":[]}"#) && !line.contains('\n'), "{line}");
/// ```
#[must_use]
pub fn json_line(report: &Report, source: Option<SourceText<'_>>) -> String {
    serde_json::to_string(&whole(report, source)).unwrap_or_default()
}

fn whole<'r>(report: &'r Report, source: Option<SourceText<'r>>) -> JsonReport<'r> {
    let places = Places::new(source, report);
    let findings = placed(report.findings(), source)
        .into_iter()
        .map(|Placed { finding, place }| json_finding(finding, place, &places))
        .collect();
    JsonReport { file: source.map(|source| source.name), counts: report.counts(), findings }
}

fn json_finding<'r>(finding: &'r Finding, place: Option<Place>, places: &Places<'_>) -> JsonFinding<'r> {
    let label = |label: &'r Label| {
        let place = places.of(&label.path);
        JsonLabel {
            text: &label.text,
            path: label.path.to_string(),
            place: places.lines(place.as_ref()),
            pointer: place.map_or_else(|| label.path.pointer(), |place| place.pointer),
        }
    };
    let source = |citation: &Citation| JsonSource {
        key: citation.source.key,
        title: citation.source.title,
        clause: citation.clause,
    };
    // the reader's paths lead into the text as it is, those of rules into what was read of it
    let pointer = |path: &Path| {
        let place = if finding.span.is_some() { None } else { places.of(path) };
        place.map_or_else(|| path.pointer(), |place| place.pointer)
    };
    let fix = |fix: &'r Fix| JsonFix {
        title: &fix.title,
        applicability: fix.applicability,
        patch: vec![match &fix.change {
            Change::Remove { path } => JsonChange::Remove { path: pointer(path) },
            Change::Replace { path, value } => JsonChange::Replace { path: pointer(path), value },
            Change::Move { from, path } => JsonChange::Move { from: pointer(from), path: pointer(path) },
        }],
    };
    JsonFinding {
        code: finding.about.code.as_str(),
        slug: finding.about.slug,
        level: finding.level,
        set_by: finding.set_by.as_deref(),
        waived: finding.waived.as_deref(),
        known: finding.known,
        message: &finding.message,
        path: finding.path.to_string(),
        place: places.lines(place.as_ref()),
        pointer: place.map_or_else(|| finding.path.pointer(), |place| place.pointer),
        arguments: finding.arguments.iter().map(|(name, value)| (*name, value.as_str())).collect(),
        labels: finding.labels.iter().map(label).collect(),
        list: finding.list.as_ref(),
        candidates: &finding.candidates,
        help: &finding.help,
        fixes: finding.fixes.iter().map(fix).collect(),
        why: finding.about.why,
        sources: finding.about.sources.iter().map(source).collect(),
    }
}
