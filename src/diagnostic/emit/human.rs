//! A report for people, in the form of a good compiler's.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;

use annotate_snippets::{AnnotationKind, Group, Level as Style, Origin, Renderer, Snippet};

use super::super::{Finding, Level, Path, Report};
use super::lines::LineIndex;
use super::words::{advice, cited, commands, listed, notes, visible};
use super::{Place, Placed, SourceText, placed};
use crate::model::RuleCode;

/// How a report is printed for people.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Human {
    /// With colours: for terminals only.
    pub colour: bool,
    /// Nothing is left out: all findings of a rule, all members of a ring.
    pub all: bool,
}

/// Findings of one rule that are shown, unless all are wanted.
const FINDINGS_SHOWN: usize = 20;
/// A longer line is not quoted.
const LINE_SHOWN: usize = 2000;

/// The report for people: each finding with its code, message, place, the line of the text, why it matters and what to do; the
/// reason stands at the first finding of a rule only. The last line counts.
///
/// Without the text, findings name their place in the model only.
#[must_use]
pub fn human(report: &Report, source: Option<SourceText<'_>>, options: Human) -> String {
    let printer = Printer {
        source: source
            .map(|source| (source, LineIndex::new(if report.is_empty() { "" } else { source.text }))),
        options,
        renderer: if options.colour { Renderer::styled() } else { Renderer::plain() },
    };
    let selected = select(report, source, options);
    let mut explained = BTreeSet::new();
    let mut text = String::new();
    for Placed { finding, place } in placed(selected, source) {
        let is_first = explained.insert(finding.about.code);
        text.push_str(&printer.finding(finding, place, is_first));
        text.push_str("\n\n");
    }
    for (code, count) in hidden(report, options) {
        let _ = writeln!(text, "{count} more of {code} are not shown: `--all` shows them");
    }
    text.push_str(&summary(report, source));
    text.push('\n');
    text
}

/// The first findings of each rule that are not known, or all.
fn select<'r>(report: &'r Report, source: Option<SourceText<'_>>, options: Human) -> Vec<&'r Finding> {
    let mut findings: Vec<&Finding> = report.findings().iter().collect();
    if options.all {
        return findings;
    }
    findings.retain(|finding| !finding.known);
    if let Some(source) = source {
        findings.sort_by_cached_key(|finding| source.near(finding));
    }
    let mut counts: BTreeMap<RuleCode, usize> = BTreeMap::new();
    findings.retain(|finding| {
        let count = counts.entry(finding.about.code).or_default();
        *count += 1;
        *count <= FINDINGS_SHOWN
    });
    findings
}

/// How many findings of each rule are left out.
fn hidden(report: &Report, options: Human) -> BTreeMap<RuleCode, usize> {
    let mut counts: BTreeMap<RuleCode, usize> = BTreeMap::new();
    if !options.all {
        for finding in report.findings().iter().filter(|finding| !finding.known) {
            *counts.entry(finding.about.code).or_default() += 1;
        }
    }
    counts
        .into_iter()
        .filter_map(|(code, count)| Some((code, count.checked_sub(FINDINGS_SHOWN)?)))
        .filter(|(_, count)| *count > 0)
        .collect()
}

fn summary(report: &Report, source: Option<SourceText<'_>>) -> String {
    let counts = report.counts();
    let of = |count: usize, what: &str| match count {
        0 => None,
        1 => Some(format!("1 {what}")),
        _ => Some(format!("{count} {what}s")),
    };
    let known = Some(counts.known).filter(|count| *count > 0).map(|count| format!("{count} known"));
    let parts: Vec<String> =
        [of(counts.errors, "error"), of(counts.warnings, "warning"), of(counts.notes, "note"), known]
            .into_iter()
            .flatten()
            .collect();
    let what = if parts.is_empty() { "no findings".to_owned() } else { parts.join(", ") };
    source.map_or_else(|| what.clone(), |source| format!("{}: {what}", visible(source.name)))
}

struct Printer<'t> {
    source: Option<(SourceText<'t>, LineIndex<'t>)>,
    options: Human,
    renderer: Renderer,
}

impl Printer<'_> {
    fn finding(&self, finding: &Finding, place: Option<Place>, with_reason: bool) -> String {
        let style = match finding.level {
            Level::Error => Style::ERROR,
            Level::Warning => Style::WARNING,
            Level::Note => Style::NOTE,
        };
        let mut group = style
            .primary_title(visible(&finding.message))
            .id(finding.about.code.as_str())
            .elements(Vec::<Origin<'_>>::new());
        group = self.places(group, finding, place);
        if let Some(list) = &finding.list {
            group = group.element(Style::NOTE.message(shown(listed(list, self.options.all))));
        }
        if with_reason {
            let sources = cited(finding).join("; ");
            let behind = if sources.is_empty() { sources } else { format!(" ({sources})") };
            group = group.element(Style::NOTE.message(format!("{}{behind}", finding.about.why)));
        }
        for note in notes(finding) {
            group = group.element(Style::NOTE.message(shown(note)));
        }
        for advice in advice(finding) {
            group = group.element(Style::HELP.message(shown(advice)));
        }
        // the renderer shows most control characters of the quoted lines, and colours with escapes of its own
        let ours = |character: char| matches!(character, '\n' | '\u{1b}');
        self.renderer.render(&[group]).replace(|it: char| commands(it) && !ours(it), "\u{fffd}")
    }

    /// The quoted lines: the place itself and those of the labels.
    fn places<'p>(&'p self, group: Group<'p>, finding: &'p Finding, place: Option<Place>) -> Group<'p> {
        let Some((source, lines)) = &self.source else {
            return group.element(Origin::path(named(&finding.path)));
        };
        let Some(place) = place else {
            return group.element(Origin::path(format!(
                "{} ({})",
                visible(source.name),
                named(&finding.path)
            )));
        };
        let mut marks = vec![(lines.in_one_line(&place.span), named(&finding.path), true)];
        for label in &finding.labels {
            if let Some(place) = source.place(None, &label.path) {
                marks.push((lines.in_one_line(&place.span), shown(label.text.clone()), false));
            }
        }
        marks.into_iter().fold(group, |group, (span, label, primary)| {
            let (line, column) = lines.line_and_column(span.start);
            let (start, text) = lines.line_of(span.start);
            if text.len() > LINE_SHOWN {
                return group.element(Origin::path(visible(source.name)).line(line).char_column(column));
            }
            let kind = if primary { AnnotationKind::Primary } else { AnnotationKind::Context };
            let within = span.start - start..span.end - start;
            let snippet = Snippet::source(text)
                .path(visible(source.name))
                .line_start(line)
                .annotation(kind.span(within).label(label));
            group.element(snippet)
        })
    }
}

fn named(path: &Path) -> String {
    shown(path.subject())
}

fn shown(text: String) -> String {
    match visible(&text) {
        Cow::Borrowed(_) => text,
        Cow::Owned(text) => text,
    }
}
