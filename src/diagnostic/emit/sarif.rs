//! The Static Analysis Results Interchange Format (SARIF 2.1.0), which code hosts and editors read.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use serde::Serialize;

use super::super::{About, Finding, Level, Path, Report};
use super::lines::{Lines, Places};
use super::words::{advice, listed, sentence};
use super::{Place, Placed, SourceText, placed};
use crate::model::RuleCode;

const SCHEMA: &str =
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

/// The reports of one or several documents as one SARIF log with one run.
///
/// Rules are those that found something, each with its page. Columns count characters (`unicodeCodePoints`). The fingerprint of a result
/// is made of code, path and arguments, so that it survives when the text moves. Waived and known findings are suppressed.
///
/// ```
/// use officium::{diagnostic, read};
/// let text = r#"{"positions": [{"id": "head", "titel": "Manager"}]}"#;
/// let reading = read::json(text);
/// let places = reading.locator(text);
/// let report = diagnostic::Report::new(reading.findings);
/// let source = diagnostic::SourceText { name: "organisation.json", text, places: &places };
/// let log = diagnostic::sarif([(&report, Some(source))]);
/// assert!(log.contains(r#""ruleId": "E002""#));
/// ```
#[must_use]
pub fn sarif<'r>(reports: impl IntoIterator<Item = (&'r Report, Option<SourceText<'r>>)>) -> String {
    let reports: Vec<_> = reports.into_iter().collect();
    let findings = reports.iter().flat_map(|(report, _)| report.findings());
    let hit: BTreeMap<RuleCode, &About> = findings.map(|finding| (finding.code(), finding.about)).collect();
    let rules: BTreeMap<RuleCode, usize> = hit.keys().copied().zip(0..).collect();
    let mut run = Run {
        tool: Tool {
            driver: Driver {
                name: "officium",
                version: env!("CARGO_PKG_VERSION"),
                semantic_version: env!("CARGO_PKG_VERSION"),
                rules: hit.into_values().map(Descriptor::new).collect(),
            },
        },
        artifacts: Vec::new(),
        results: Vec::new(),
        column_kind: "unicodeCodePoints",
    };
    for (report, source) in reports {
        let artifact = source.map(|source| {
            let location = ArtifactLocation { uri: uri(source.name), index: run.artifacts.len() };
            run.artifacts.push(Artifact { location: location.clone(), roles: ["analysisTarget"] });
            location
        });
        let places = Places::new(source, report);
        let document = Document { artifact, places };
        for Placed { finding, place } in placed(report.findings(), source) {
            let rule_index = rules.get(&finding.code()).copied().unwrap_or_default();
            run.results.push(document.result(finding, place, rule_index));
        }
    }
    let log = Log { schema: SCHEMA, version: "2.1.0", runs: [run] };
    // texts, numbers and lists only: there is nothing in it that JSON cannot say
    serde_json::to_string_pretty(&log).unwrap_or_default()
}

/// The reference to a file: its path as a URI.
fn uri(name: &str) -> String {
    let mut uri = String::from(if name.starts_with('/') { "file://" } else { "" });
    for byte in name.bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~/".contains(&byte) {
            uri.push(char::from(byte));
        } else {
            let _ = write!(uri, "%{byte:02X}");
        }
    }
    uri
}

/// A document whose findings are written.
struct Document<'r> {
    artifact: Option<ArtifactLocation>,
    places: Places<'r>,
}

impl<'r> Document<'r> {
    fn result(&self, finding: &'r Finding, place: Option<Place>, rule_index: usize) -> SarifResult<'r> {
        let list = finding.list.as_ref().map(|list| listed(list, false));
        let more = list.into_iter().chain(advice(finding));
        let sentences: Vec<String> =
            std::iter::once(finding.message.clone()).chain(more).map(|it| sentence(&it)).collect();
        let labels = finding.labels.iter().enumerate().map(|(nth, label)| {
            let message = Message::new(&label.text);
            let place = self.places.of(&label.path);
            SarifLocation {
                id: Some(nth),
                message: Some(message),
                ..self.location(&label.path, place.as_ref())
            }
        });
        SarifResult {
            rule_id: finding.about.code.as_str(),
            rule_index,
            level: finding.level,
            message: Message::new(&sentences.join("\n")),
            locations: [self.location(&finding.path, place.as_ref())],
            related_locations: labels.collect(),
            partial_fingerprints: Fingerprints { finding: fingerprint(finding) },
            suppressions: suppressions(finding),
            properties: Properties {
                pointer: place.map_or_else(|| finding.path.pointer(), |place| place.pointer),
                arguments: finding.arguments.iter().map(|(name, value)| (*name, value.as_str())).collect(),
            },
        }
    }

    fn location(&self, path: &Path, place: Option<&Place>) -> SarifLocation {
        SarifLocation {
            id: None,
            message: None,
            physical_location: self.artifact.clone().map(|artifact_location| PhysicalLocation {
                artifact_location,
                region: self.places.lines(place).map(Region::from),
            }),
            logical_locations: [LogicalLocation { fully_qualified_name: path.to_string() }],
        }
    }
}

/// What tells a finding from others wherever the text stands: FNV-1a of code, path and arguments, each ended by a zero.
fn fingerprint(finding: &Finding) -> String {
    let path = finding.path.to_string();
    let mut parts = vec![finding.about.code.as_str(), &path];
    parts.extend(finding.arguments.iter().flat_map(|(name, value)| [*name, value.as_str()]));
    let bytes = parts.into_iter().flat_map(|part| part.bytes().chain([0]));
    let hash = bytes.fold(0xCBF2_9CE4_8422_2325_u64, |hash, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01B3)
    });
    format!("{hash:016x}")
}

/// An exception stands in the document itself, a baseline beside it.
fn suppressions(finding: &Finding) -> Vec<Suppression> {
    let waived = finding.waived.as_ref().map(|waived| Suppression {
        kind: "inSource",
        status: "accepted",
        justification: format!(
            "{} (approved by `{}`, until {})",
            waived.reason, waived.approved_by, waived.expires
        ),
    });
    let known = finding.known.then(|| Suppression {
        kind: "external",
        status: "accepted",
        justification: "it stands in the baseline file".to_owned(),
    });
    waived.into_iter().chain(known).collect()
}

#[derive(Serialize)]
struct Log<'r> {
    #[serde(rename = "$schema")]
    schema: &'static str,
    version: &'static str,
    runs: [Run<'r>; 1],
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Run<'r> {
    tool: Tool,
    artifacts: Vec<Artifact>,
    results: Vec<SarifResult<'r>>,
    column_kind: &'static str,
}

#[derive(Serialize)]
struct Tool {
    driver: Driver,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Driver {
    name: &'static str,
    version: &'static str,
    semantic_version: &'static str,
    rules: Vec<Descriptor>,
}

/// A rule.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Descriptor {
    id: String,
    name: String,
    short_description: Message,
    full_description: Message,
    help: Help,
    default_configuration: Configuration,
    properties: Tags,
}

impl Descriptor {
    fn new(about: &About) -> Self {
        let page = about.page();
        let checks = page.split("\n## ").find_map(|part| part.strip_prefix("What it checks\n"));
        let checks = checks.unwrap_or_default().trim().replace('\n', " ");
        let mut tags = vec![about.family()];
        tags.extend(about.sources.iter().map(|citation| citation.source.key));
        // two clauses of one source are one tag
        tags.dedup();
        Self {
            id: about.code.to_string(),
            name: about.slug.split('-').map(capitalised).collect(),
            short_description: Message::new(&sentence(&about.slug.replace('-', " "))),
            full_description: Message::new(&format!("{checks} Why it matters: {}.", about.why)),
            help: Help { text: page.clone(), markdown: page },
            default_configuration: Configuration { level: about.level },
            properties: Tags { tags },
        }
    }
}

fn capitalised(word: &str) -> String {
    let mut letters = word.chars();
    letters.next().into_iter().flat_map(char::to_uppercase).chain(letters).collect()
}

#[derive(Serialize)]
struct Help {
    text: String,
    markdown: String,
}

#[derive(Serialize)]
struct Configuration {
    level: Level,
}

#[derive(Serialize)]
struct Tags {
    tags: Vec<&'static str>,
}

#[derive(Serialize)]
struct Artifact {
    location: ArtifactLocation,
    roles: [&'static str; 1],
}

#[derive(Serialize, Clone)]
struct ArtifactLocation {
    uri: String,
    index: usize,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct SarifResult<'r> {
    rule_id: &'r str,
    rule_index: usize,
    level: Level,
    message: Message,
    locations: [SarifLocation; 1],
    #[serde(skip_serializing_if = "Vec::is_empty")]
    related_locations: Vec<SarifLocation>,
    partial_fingerprints: Fingerprints,
    /// Written where there are none, too: that says that there are none.
    suppressions: Vec<Suppression>,
    properties: Properties<'r>,
}

#[derive(Serialize)]
struct Message {
    text: String,
}

impl Message {
    /// A text in which nothing is a link: brackets before a parenthesis would make one.
    fn new(text: &str) -> Self {
        let text = if text.contains("](") {
            text.replace('\\', "\\\\").replace('[', "\\[").replace(']', "\\]")
        } else {
            text.to_owned()
        };
        Self { text }
    }
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct SarifLocation {
    #[serde(skip_serializing_if = "Option::is_none")]
    id: Option<usize>,
    #[serde(skip_serializing_if = "Option::is_none")]
    message: Option<Message>,
    #[serde(skip_serializing_if = "Option::is_none")]
    physical_location: Option<PhysicalLocation>,
    logical_locations: [LogicalLocation; 1],
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct PhysicalLocation {
    artifact_location: ArtifactLocation,
    #[serde(skip_serializing_if = "Option::is_none")]
    region: Option<Region>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Region {
    start_line: usize,
    start_column: usize,
    end_line: usize,
    end_column: usize,
}

impl From<Lines> for Region {
    fn from(lines: Lines) -> Self {
        let Lines { line, column, end_line, end_column } = lines;
        Self { start_line: line, start_column: column, end_line, end_column }
    }
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct LogicalLocation {
    fully_qualified_name: String,
}

#[derive(Serialize)]
struct Fingerprints {
    #[serde(rename = "officiumFinding/v1")]
    finding: String,
}

#[derive(Serialize)]
struct Suppression {
    kind: &'static str,
    status: &'static str,
    justification: String,
}

#[derive(Serialize)]
struct Properties<'r> {
    pointer: String,
    arguments: BTreeMap<&'r str, &'r str>,
}
