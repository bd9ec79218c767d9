//! Many organisations in a stream: every line has its report, whatever stands in it.

use officium::rules::Profile;
use serde_json::Value;

use crate::support::dirty::today;

#[path = "../../examples/shared/ndjson.rs"]
mod ndjson;

/// The report of each line, and whether any has errors.
fn reports(stream: &[u8]) -> (Vec<Value>, bool) {
    let mut out = Vec::new();
    let errors = ndjson::check_lines("stream", stream, &mut out, &Profile::baseline(), today())
        .expect("no fault of files");
    let text = String::from_utf8(out).expect("it is UTF-8");
    assert!(text.is_empty() || text.ends_with('\n'));
    (text.lines().map(|line| serde_json::from_str(line).expect("each line is a document")).collect(), errors)
}

fn codes(report: &Value) -> Vec<&str> {
    let findings = report["findings"].as_array().expect("a list");
    findings.iter().map(|finding| finding["code"].as_str().expect("a code")).collect()
}

const CLEAN: &str =
    r#"{"positions":[{"id":"a","title":"T","standing":{"kind":"head"},"noSubstituteBecause":"N"}]}"#;

#[test]
fn a_bad_line_does_not_stop_the_stream() {
    let faulty = CLEAN.replace(r#","noSubstituteBecause":"N""#, "");
    let mistyped = CLEAN.replace("title", "titel");
    let long = format!(r#"{{"positions":[{}]}}"#, "[".repeat(3_000_000));
    let mut stream = [CLEAN, "{", &faulty, "", &mistyped, &long, "[]"].join("\n").into_bytes();
    stream.extend(b"\n\xff\xfe\r\n");
    // the last line has no break
    stream.extend(CLEAN.as_bytes());
    let (reports, errors) = reports(&stream);
    let all: Vec<Vec<&str>> = reports.iter().map(codes).collect();
    assert_eq!(
        all,
        [
            vec![],
            vec!["E001"],
            vec!["S001"],
            vec!["E001"],
            vec!["E002", "I006"],
            vec!["E001"],
            vec!["E004"],
            vec!["E001"],
            vec![]
        ]
    );
    assert!(errors);
    assert_eq!(reports[2]["findings"][0]["place"]["line"], 1);
}

#[test]
fn a_stream_of_clean_lines_has_no_errors() {
    assert_eq!(reports(b""), (Vec::new(), false));
    let (reports, errors) = reports(format!("{CLEAN}\r\n{CLEAN}\n").as_bytes());
    assert_eq!((reports.len(), errors), (2, false));
    assert!(reports.iter().all(|report| codes(report).is_empty()));
}

/// Faults of one line are told by its own report alone, and in the same words as in a file of its own.
#[test]
fn lines_do_not_know_of_each_other() {
    let faulty = CLEAN.replace(r#","noSubstituteBecause":"N""#, "");
    let (alone, _) = reports(faulty.as_bytes());
    let (together, _) = reports([&*faulty, CLEAN, &*faulty].join("\n").as_bytes());
    assert_eq!((&together[0], &together[2]), (&alone[0], &alone[0]));
}
