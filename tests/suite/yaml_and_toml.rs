//! YAML and TOML: equal content reads to equal values, with equal findings, each in its place.

mod documents;
mod equal;
mod hostile;
mod places;
mod shop;

use officium::diagnostic::Finding;
use officium::read::{Format, Reading};

const OTHERS: [Format; 2] = [Format::Yaml, Format::Toml];

/// What holds of every reading; `text` is what of it was text.
fn proper(format: Format, reading: &Reading, text: &str) {
    for finding in &reading.findings {
        assert_eq!(finding.code().family(), 'E');
        let span = finding.span.clone().expect("the reader knows the place");
        assert!(text.get(span.clone()).is_some(), "{format}: {span:?} is no place in {text:?}");
        assert!(!finding.message.starts_with("this cannot be read"), "{finding:#?}\n{text}");
        assert!(finding.message.len() < 500, "{format}: messages stay short");
    }
    let starts: Vec<_> =
        reading.findings.iter().filter_map(|finding| Some(finding.span.clone()?.start)).collect();
    assert!(starts.is_sorted(), "{format}: {starts:?}\n{text}");
    let written = serde_json::to_string(&reading.organization).expect("plain data");
    let again = officium::read::json(&written);
    assert!(again.is_complete(), "{:#?}\n{written}", again.findings);
    assert_eq!(again.organization, reading.organization);
    let locator = reading.locator(text);
    for finding in &reading.findings {
        let place = officium::diagnostic::Locate::locate(&locator, &finding.path);
        assert!(place.is_none_or(|place| text.get(place.span).is_some()));
    }
}

/// What findings say, whatever their place in the text.
fn told(findings: &[Finding]) -> Vec<(String, String, String)> {
    let mut told: Vec<_> = findings
        .iter()
        .map(|finding| (finding.code().to_string(), finding.path.to_string(), finding.message.clone()))
        .collect();
    told.sort();
    told
}
