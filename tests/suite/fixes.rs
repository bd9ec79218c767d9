//! Fixes: what is certain takes its finding away and brings no other, and what is not touched stays as it was written.

use std::collections::BTreeMap;

use officium::diagnostic::{Finding, Step};
use officium::fix::{self, Fixed};
use officium::rules::Profile;
use proptest::prelude::*;
use serde_json::Value;

use crate::corpus;
use crate::support::checked::Checked;
use crate::support::dirty::organizations;

fn fixed(text: &str, profile: &Profile) -> Fixed {
    fix::certain(text, profile, "2026-11-24".parse().expect("a date"))
}

/// What a finding says, without the indices in its path.
fn words(finding: &Finding) -> String {
    let steps = finding.path.steps().iter();
    let named = steps.filter(|step| !matches!(step, Step::Element { id: None, .. }));
    let path: Vec<String> = named.map(|step| format!("{step:?}").replace(char::is_numeric, "")).collect();
    let words: Vec<&str> = finding.arguments.iter().map(|(_, word)| word.as_str()).collect();
    format!("{} {} {words:?}", finding.code(), path.concat())
}

/// How many findings say what.
fn said<'r>(findings: impl IntoIterator<Item = &'r Finding>) -> BTreeMap<String, usize> {
    let mut said = BTreeMap::new();
    for finding in findings {
        *said.entry(words(finding)).or_default() += 1;
    }
    said
}

/// Checks the promise, and gives how many findings were mended.
fn mends(text: &str, profile: &Profile) -> usize {
    let of = |text: &str| said(Checked::new("", text.to_owned(), profile).report.findings());
    let fixed = fixed(text, profile);
    let (before, after, applied) = (of(text), of(&fixed.text), said(&fixed.applied));
    for (finding, count) in &after {
        assert!(before.get(finding) >= Some(count), "{finding} is new\n{text}\n{}", fixed.text);
    }
    for (finding, count) in &applied {
        let left = before.get(finding).and_then(|before| before.checked_sub(*count));
        let is_gone = after.get(finding).copied().unwrap_or_default() <= left.expect("it was there");
        assert!(is_gone, "{finding} stands\n{text}\n{}", fixed.text);
    }
    assert_eq!(fixed.applied.is_empty(), fixed.text == text);
    fixed.applied.len()
}

#[test]
fn certain_fixes_of_the_corpus_take_their_findings_away() {
    let mut mended = BTreeMap::<String, usize>::new();
    for (profile, code, path) in corpus::files("bad") {
        let text = std::fs::read_to_string(&path).expect("it is text");
        *mended.entry(code).or_default() += mends(&text, &profile);
    }
    for code in ["E002", "I002", "R008"] {
        assert!(mended[code] > 0, "{mended:?}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 500, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn certain_fixes_take_their_findings_away(organization in organizations(), capitals in 0..3u8) {
        // some references in other letters than the ids
        let mut text = serde_json::to_string_pretty(&organization).expect("it can be written");
        if capitals > 0 {
            let letter = ["a", "b", "c"][usize::from(capitals)];
            text = text.replace(&format!("\"superior\": \"{letter}\""), &format!("\"superior\": \"{}\"", letter.to_uppercase()));
        }
        if capitals > 1 {
            text = text.replacen("\"reporting\"", "\"Reporting\"", 2).replacen("\"title\"", "\"Title\"", 1);
        }
        mends(&text, &Profile::baseline());
    }
}

/// The random organisations are worth something only where there is something to mend.
#[test]
fn random_organisations_have_something_to_mend() {
    use proptest::strategy::ValueTree as _;
    let mut runner = proptest::test_runner::TestRunner::deterministic();
    let strategy = organizations();
    let mended = (0..200).filter(|_| {
        let organization = strategy.new_tree(&mut runner).expect("one").current();
        let text = serde_json::to_string_pretty(&organization).expect("it can be written");
        mends(&text.replace("\"superior\": \"b\"", "\"superior\": \"B\""), &Profile::baseline()) > 0
    });
    let mended = mended.count();
    assert!(mended > 30, "{mended} of 200");
}

/// What is not touched stays as it was written, spaces, order and line breaks.
#[test]
fn the_rest_of_the_text_stays() {
    let text = r#"
{ "positions":   [
    {"id": "head", "Title": "Manager",   "standing": {"kind": "head"}, "noSubstituteBecause": "no"},
    {"noSubstituteBecause": "no", "id": "shop", "title": "Sh\u006fp", "reporting": [ {"kind": "solid", "superior": "HEAD"} ]},
    {"id": "till", "title": "Till", "noSubstituteBecause": "no", "reporting": [
        {"kind": "functional", "superior": "head"},
        {"kind": "solid", "superior": "head"},
        {"kind": "project", "superior": "shop"},
        {"kind": "dotted", "superior": "head"}
    ]}
] }
"#;
    let expected = text
        .replace("Title", "title")
        .replace("HEAD", "head")
        .replace("{\"kind\": \"functional\", \"superior\": \"head\"},\n        ", "")
        .replace(",\n        {\"kind\": \"dotted\", \"superior\": \"head\"}", "");
    let fixed = fixed(text, &Profile::baseline());
    assert_eq!(fixed.text, expected);
    assert_eq!(fixed.applied.len(), 4);
    assert!(fixed.withheld.is_empty());
}

#[test]
fn a_fix_that_uncovers_something_is_withheld() {
    // the head would report to itself
    let text = r#"{"positions": [
        {"id": "a", "title": "A", "standing": {"kind": "head"}, "noSubstituteBecause": "no"},
        {"id": "b", "title": "B", "noSubstituteBecause": "no", "reporting": [{"kind": "solid", "superior": "B"}]},
        {"id": "c", "title": "C", "noSubstituteBecause": "no", "reporting": [{"kind": "solid", "superior": "A"}]}
    ]}"#;
    let fixed = fixed(text, &Profile::baseline());
    assert_eq!(fixed.text, text.replace(r#""superior": "A""#, r#""superior": "a""#));
    let withheld: Vec<String> = fixed.withheld.iter().map(|finding| finding.path.to_string()).collect();
    assert_eq!(withheld, ["positions[b].reporting[0].superior"]);
}

#[test]
fn a_member_that_stands_there_already_is_not_written_twice() {
    let text = r#"{"positions": [{"id": "a", "title": "A", "Title": "B", "standing": {"kind": "head"}, "noSubstituteBecause": "no"}]}"#;
    let report = Checked::new("", text.to_owned(), &Profile::baseline()).report;
    assert_eq!(report.findings().len(), 1);
    assert!(report.findings()[0].fixes.is_empty());
}

#[test]
fn half_a_text_is_left_alone() {
    let text = r#"{"positions": [{"id": "a", "Title": "A"}"#;
    assert_eq!(fixed(text, &Profile::baseline()).text, text);
}

/// The document after one change of a JSON Patch, as RFC 6902 has it.
fn patched(document: &Value, change: &Value) -> Value {
    let mut document = document.clone();
    let of = |name: &str| change[name].as_str().expect("a pointer").to_owned();
    let last = |pointer: &str| {
        let (parent, last) = pointer.rsplit_once('/').expect("not the whole");
        (parent.to_owned(), last.replace("~1", "/").replace("~0", "~"))
    };
    let take = |document: &mut Value, pointer: &str| {
        let (parent, last) = last(pointer);
        match document.pointer_mut(&parent).expect("it is there") {
            Value::Object(members) => members.shift_remove(&last).expect("it is there"),
            Value::Array(elements) => elements.remove(last.parse().expect("an index")),
            other => panic!("{other} has no parts"),
        }
    };
    match change["op"].as_str() {
        Some("remove") => drop(take(&mut document, &of("path"))),
        Some("replace") => *document.pointer_mut(&of("path")).expect("it is there") = change["value"].clone(),
        Some("move") => {
            let value = take(&mut document, &of("from"));
            let (parent, name) = last(&of("path"));
            let members = document.pointer_mut(&parent).and_then(Value::as_object_mut).expect("an object");
            assert!(members.insert(name, value).is_none());
        }
        other => panic!("{other:?}"),
    }
    document
}

/// Every fix in the report, certain or not, is a patch that fits the document and takes its finding away.
#[test]
fn patches_fit_and_mend() {
    let mut kinds = BTreeMap::<String, usize>::new();
    let faulty =
        std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("examples/data/trading-company-faulty.json");
    let files = corpus::files("bad").into_iter().map(|(profile, _, path)| (profile, path));
    for (profile, path) in files.chain([(Profile::baseline(), faulty)]) {
        let text = std::fs::read_to_string(&path).expect("it is text");
        let Ok(document) = serde_json::from_str::<Value>(&text) else { continue };
        let checked = Checked::new("", text, &profile);
        let report: Value = serde_json::from_str(&checked.json()).expect("JSON");
        for finding in report["findings"].as_array().into_iter().flatten() {
            for fix in finding["fixes"].as_array().into_iter().flatten() {
                let code = finding["code"].as_str().expect("a code");
                *kinds
                    .entry(format!("{code} {}", fix["applicability"].as_str().expect("a word")))
                    .or_default() += 1;
                let changed = patched(&document, &fix["patch"][0]);
                let after = Checked::new("", changed.to_string(), &profile);
                let is_it = |other: &Finding| {
                    other.code().as_str() == code && finding["message"] == other.message.as_str()
                };
                assert!(!after.report.findings().iter().any(is_it), "{}: {fix}", path.display());
            }
        }
    }
    let kinds: Vec<&str> = kinds.keys().map(String::as_str).collect();
    assert_eq!(
        kinds,
        [
            "E002 certain",
            "E002 likely",
            "I002 certain",
            "I002 likely",
            "R002 likely",
            "R005 likely",
            "R008 certain"
        ]
    );
}
