//! Workflow commands of GitHub Actions.

use std::collections::BTreeMap;

use super::{between, lines_of, parsed, reports, sample};
use crate::support::checked::Checked;

/// A command as the runner takes it apart: its name, its properties and its message.
fn command(line: &str) -> (&str, BTreeMap<&str, String>, String) {
    let (head, message) = line.strip_prefix("::").and_then(|rest| rest.split_once("::")).expect("a command");
    let (name, properties) = head.split_once(' ').expect("properties");
    let unescaped = |text: &str| text.replace("%0D", "\r").replace("%0A", "\n");
    let properties = properties.split(',').map(|property| {
        let (name, value) = property.split_once('=').expect("a property");
        (name, unescaped(&value.replace("%3A", ":").replace("%2C", ",")).replace("%25", "%"))
    });
    (name, properties.collect(), unescaped(message).replace("%25", "%"))
}

/// One command for each finding, at its place, and nothing else in the log.
pub(super) fn hold(checked: &Checked) {
    let text = checked.github();
    let report = parsed(checked);
    let findings = report["findings"].as_array().expect("findings");
    assert_eq!(text.lines().count(), findings.len());
    for (line, finding) in text.lines().zip(findings) {
        let (name, properties, message) = command(line);
        assert_eq!(
            name,
            if finding["level"] == "note" { "notice" } else { finding["level"].as_str().expect("a level") }
        );
        assert_eq!(properties["file"], checked.name);
        assert!(!message.contains(|c: char| c.is_control() && c != '\n'), "{message:?}");
        assert!(properties["title"].starts_with(finding["code"].as_str().expect("a code")));
        let number = |name: &str| properties.get(name).and_then(|number| number.parse::<u64>().ok());
        let place = lines_of(&finding["place"]);
        assert_eq!(number("line"), place.as_ref().map(|place| place.line));
        assert_eq!(number("endLine"), place.as_ref().map(|place| place.end_line));
        let in_one_line = place.filter(|place| place.line == place.end_line);
        assert_eq!(number("col"), in_one_line.as_ref().map(|place| place.column));
        assert_eq!(number("endColumn"), in_one_line.map(|place| place.end_column));
        // the message begins as the finding's own, but for its first letter
        let own: String = finding["message"]
            .as_str()
            .into_iter()
            .flat_map(str::chars)
            .skip(1)
            .take_while(char::is_ascii_alphanumeric)
            .collect();
        assert!(message.contains(&own), "{message}");
        assert!(
            properties
                .keys()
                .all(|name| ["file", "line", "endLine", "col", "endColumn", "title"].contains(name)),
            "{line}"
        );
    }
}

#[test]
fn every_finding_is_an_annotation() {
    reports().iter().for_each(hold);
}

#[test]
fn an_annotation_stands_beside_the_line_it_is_about() {
    let faulty = sample("trading-company-faulty.json");
    let text = faulty.github();
    let of =
        |code: &str| text.lines().find(|line| line.contains(&format!("title={code} "))).expect("it is found");
    let (_, properties, message) = command(of("R002"));
    let line: usize = properties["line"].parse().expect("a number");
    let there = faulty.text.lines().nth(line - 1).expect("the line is there");
    assert!(there.contains(r#""superior": "accountant""#), "{there}");
    assert!(
        message.starts_with("Position `accountant` is its own superior.\nName its real superior"),
        "{message}"
    );
    let place = super::Lines {
        line: line as u64,
        column: properties["col"].parse().expect("a number"),
        end_line: line as u64,
        end_column: properties["endColumn"].parse().expect("a number"),
    };
    assert_eq!(between(&faulty.text, &place), "\"accountant\"");
}

#[test]
fn escapes_are_exact() {
    let checked = super::hostile("100 %, a:b\r\n");
    let text = checked.github();
    let line = text.lines().find(|line| line.contains("title=E002 ")).expect("a finding");
    assert!(line.contains("file=dir/100 %25%2C a%3Ab%0D%0A.json,"), "{line}");
    // a break within a name is shown as such, one between sentences is a break
    assert!(line.contains("::There is no member `100 %25, a:b␍␊` here.%0A"), "{line}");
}
