//! SARIF.

use std::collections::BTreeSet;
use std::sync::OnceLock;

use officium::diagnostic::sarif;
use serde_json::Value;

use super::{Lines, codes, lines_of, parsed, reports, sample};
use crate::support::checked::Checked;

/// The official schema.
fn schema() -> &'static jsonschema::Validator {
    static SCHEMA: OnceLock<jsonschema::Validator> = OnceLock::new();
    SCHEMA.get_or_init(|| {
        let schema = include_str!("../../data/sarif/sarif-2.1.0-rtm.5.json");
        let mut schema: Value = serde_json::from_str(schema).expect("JSON");
        // its pattern closes a bracket that nothing opened; the member does not occur in our logs
        for part in ["run", "toolComponent"] {
            let language = &mut schema["definitions"][part]["properties"]["language"];
            language.as_object_mut().expect("it is there").remove("pattern");
        }
        jsonschema::options().should_validate_formats(true).build(&schema).expect("a schema")
    })
}

fn valid(log: &str) -> Value {
    let log: Value = serde_json::from_str(log).expect("a log is JSON");
    let errors: Vec<String> =
        schema().iter_errors(&log).map(|error| format!("{error} at {}", error.instance_path())).collect();
    assert!(errors.is_empty(), "{errors:#?}");
    log
}

fn results(log: &Value) -> impl Iterator<Item = &Value> {
    log["runs"][0]["results"].as_array().into_iter().flatten()
}

fn region(location: &Value) -> Option<Lines> {
    let region = &location["physicalLocation"]["region"];
    let number = |name: &str| region[name].as_u64();
    Some(Lines {
        line: number("startLine")?,
        column: number("startColumn")?,
        end_line: number("endLine")?,
        end_column: number("endColumn")?,
    })
}

/// The path that a reference to a file stands for.
fn decoded(uri: &str) -> String {
    let uri = uri.strip_prefix("file://").unwrap_or(uri);
    let mut bytes = Vec::new();
    let mut rest = uri.bytes();
    while let Some(byte) = rest.next() {
        bytes.push(if byte == b'%' {
            let digits = [rest.next().expect("a digit"), rest.next().expect("a digit")];
            u8::from_str_radix(std::str::from_utf8(&digits).expect("digits"), 16).expect("digits")
        } else {
            assert!(byte.is_ascii_alphanumeric() || b"-._~/".contains(&byte), "{uri}");
            byte
        });
    }
    String::from_utf8(bytes).expect("UTF-8")
}

/// Valid, complete, and with the places of the report for programs.
pub(super) fn holds(checked: &Checked) {
    let log = valid(&checked.sarif());
    let rules = log["runs"][0]["tool"]["driver"]["rules"].as_array().expect("rules");
    let mut found = Vec::new();
    let report = parsed(checked);
    let findings = report["findings"].as_array().expect("findings");
    assert_eq!(results(&log).count(), findings.len());
    for (result, finding) in results(&log).zip(findings) {
        found.push(result["ruleId"].as_str().expect("a code").to_owned());
        assert_eq!(result["ruleId"], finding["code"]);
        assert_eq!(result["level"], finding["level"]);
        let rule = &rules[usize::try_from(result["ruleIndex"].as_u64().expect("a number")).expect("small")];
        assert_eq!(rule["id"], finding["code"]);
        let location = &result["locations"][0];
        assert_eq!(region(location), lines_of(&finding["place"]));
        assert_eq!(location["logicalLocations"][0]["fullyQualifiedName"], finding["path"]);
        let uri = location["physicalLocation"]["artifactLocation"]["uri"].as_str().expect("a file");
        assert_eq!(decoded(uri), checked.name);
        let related = result["relatedLocations"].as_array().into_iter().flatten();
        let labels = finding["labels"].as_array().expect("labels");
        assert_eq!(related.clone().count(), labels.len());
        for (location, label) in related.zip(labels) {
            assert_eq!(region(location), lines_of(&label["place"]));
        }
    }
    found.sort();
    assert_eq!(found, codes(&checked.report));
}

#[test]
fn every_log_is_valid_and_says_what_the_report_says() {
    reports().iter().for_each(holds);
}

#[test]
fn a_log_of_nothing_names_what_was_looked_at() {
    let log = valid(&sample("trading-company.json").sarif());
    assert_eq!(results(&log).count(), 0);
    assert_eq!(log["runs"][0]["artifacts"][0]["location"]["uri"], "trading-company.json");
    valid(&sarif([]));
}

#[test]
fn several_documents_are_one_run() {
    let (one, other) = (sample("trading-company.json"), sample("trading-company-faulty.json"));
    let log = one.with_source(|first| {
        other.with_source(|second| {
            sarif([(&other.report, Some(second)), (&one.report, Some(first)), (&other.report, None)])
        })
    });
    let log = valid(&log);
    assert_eq!(log["runs"].as_array().map(Vec::len), Some(1));
    assert_eq!(log["runs"][0]["artifacts"].as_array().map(Vec::len), Some(2));
    assert_eq!(results(&log).count(), 2 * other.report.findings().len());
    let codes: BTreeSet<_> = codes(&other.report).into_iter().collect();
    assert_eq!(log["runs"][0]["tool"]["driver"]["rules"].as_array().map(Vec::len), Some(codes.len()));
}

/// Blank lines before it move the text; the results stay the same ones, each with a mark of its own.
#[test]
fn fingerprints_outlive_a_move() {
    let marks = |checked: &Checked| -> Vec<String> {
        let log = valid(&checked.sarif());
        let mut marks: Vec<String> = results(&log)
            .map(|it| it["partialFingerprints"]["officiumFinding/v1"].as_str().expect("a mark").to_owned())
            .collect();
        marks.sort();
        marks
    };
    let faulty = sample("trading-company-faulty.json");
    let moved =
        Checked::new(&faulty.name, format!("\n\n\n  {}", faulty.text), &officium::rules::Profile::baseline());
    assert_eq!(marks(&faulty), marks(&moved));
    let different: BTreeSet<_> = marks(&faulty).into_iter().collect();
    assert_eq!(different.len(), faulty.report.findings().len());
}

/// What a host of code shows of a rule.
#[test]
fn rules_bring_their_pages() {
    let log = valid(&sample("trading-company-faulty.json").sarif());
    for rule in log["runs"][0]["tool"]["driver"]["rules"].as_array().into_iter().flatten() {
        let id = rule["id"].as_str().expect("a code");
        assert!(
            rule["help"]["markdown"].as_str().is_some_and(|page| page.starts_with(&format!("# {id} "))),
            "{id}"
        );
        assert!(rule["fullDescription"]["text"].as_str().is_some_and(|text| text.len() > 60), "{id}");
        assert!(rule["properties"]["tags"].as_array().is_some_and(|tags| tags.len() > 1), "{id}");
    }
}
