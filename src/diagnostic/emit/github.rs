//! Annotations on a pull request.

use std::fmt::Write as _;

use super::super::{Finding, Level, Report};
use super::lines::Places;
use super::words::{advice, listed, notes, sentence, visible};
use super::{Place, Placed, SourceText, placed};

/// The report as workflow commands of GitHub Actions, one a line: each becomes an annotation beside the line of the file.
///
/// The name of the source must be the path from the root of the repository. Columns are given where the place lies in one line, for
/// an annotation over several lines has none.
///
/// ```
/// use officium::{Organization, OrganizationGraph, Position, check, diagnostic, rules::Profile};
/// let organization = Organization::new().positions([Position::new("head".parse()?).title("Manager".parse()?).head()]);
/// let report = check::check(&OrganizationGraph::new(organization, "2026-01-01".parse()?), &Profile::baseline());
/// let annotations = diagnostic::github(&report, None);
/// assert!(annotations.starts_with("::error title=S001 missing-substitute::Position `head` has no substitute."));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[must_use]
pub fn github(report: &Report, source: Option<SourceText<'_>>) -> String {
    let places = Places::new(source, report);
    let mut text = String::new();
    for Placed { finding, place } in placed(report.findings(), source) {
        annotate(&mut text, finding, place.as_ref(), source.map(|source| source.name), &places);
    }
    text
}

fn annotate(
    text: &mut String,
    finding: &Finding,
    place: Option<&Place>,
    file: Option<&str>,
    places: &Places<'_>,
) {
    let command = match finding.level {
        Level::Error => "error",
        Level::Warning => "warning",
        Level::Note => "notice",
    };
    let mut properties: Vec<String> =
        file.map(|file| format!("file={}", property(file))).into_iter().collect();
    if let Some(lines) = places.lines(place) {
        properties.push(format!("line={},endLine={}", lines.line, lines.end_line));
        if lines.line == lines.end_line {
            properties.push(format!("col={},endColumn={}", lines.column, lines.end_column));
        }
    }
    let about = finding.about;
    properties.push(format!("title={} {}", about.code, about.slug));
    let list = finding.list.as_ref().map(|list| listed(list, false));
    let more = list.into_iter().chain(notes(finding)).chain(advice(finding));
    let sentences: Vec<String> = std::iter::once(finding.message.clone())
        .chain(more)
        .map(|message| data(&visible(&sentence(&message))))
        .collect();
    // a break of lines is written in the escapes of the command
    let _ = writeln!(text, "::{command} {}::{}", properties.join(","), sentences.join("%0A"));
}

/// A text as the value of a property.
fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}

/// A text as the message: what would end the command is escaped, and what begins an escape.
fn data(text: &str) -> String {
    text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}
