//! What exceptions and packs bring into the formats.
#![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test may stop")]

use std::sync::Arc;

use super::super::{About, Finding, Level, Markdown, Path, Report, SetBy, Subject, Waived, keys};

static ABOUT: About = About::new(*b"S001", "missing-substitute", "nobody may sign", &[keys::FUH.whole()]);

/// Three alike: one waived, one known, one at the level of a pack.
fn report() -> Report {
    let finding = |id: &str, level| {
        let path = Path::root().member("positions").element(0, id);
        Finding::new(&ABOUT, level, path, format!("position `{id}` has no substitute")).argument("id", id)
    };
    let mut waived = finding("a", Level::Note);
    waived.waived = Some(Box::new(Waived {
        level: Level::Error,
        reason: "one person | <b>only</b>".parse().unwrap(),
        approved_by: "owner".parse().unwrap(),
        expires: "2027-01-31".parse().unwrap(),
    }));
    let mut known = finding("b", Level::Note);
    known.known = true;
    let mut set = finding("c", Level::Warning);
    set.set_by = Some(Arc::new(SetBy {
        pack: "iso-17020".parse().unwrap(),
        clause: "5.2.6".parse().unwrap(),
        note: None,
    }));
    Report::new(vec![waived, known, set])
}

#[test]
fn a_log_suppresses_what_is_excepted() {
    let log: serde_json::Value = serde_json::from_str(&super::sarif::sarif([(&report(), None)])).unwrap();
    let of = |nth: usize| log["runs"][0]["results"][nth]["suppressions"].clone();
    assert_eq!(of(0), serde_json::json!([]));
    assert_eq!(
        of(1),
        serde_json::json!([{
            "kind": "inSource", "status": "accepted",
            "justification": "one person | <b>only</b> (approved by `owner`, until 2027-01-31)",
        }])
    );
    assert_eq!(of(2)[0]["kind"], "external");
}

#[test]
fn a_page_has_exceptions_in_a_part_of_their_own() {
    let options =
        Markdown { title: "T", as_of: "2026-11-24".parse().unwrap(), subject: &|_| Subject::default() };
    let page = super::markdown::markdown(&report(), None, options);
    let (findings, exceptions) = page.split_once("\n## Exceptions on record\n\n").unwrap();
    assert!(findings.contains("| Worth knowing (note) | 0 |\n| Exceptions on record | 2 |\n"), "{page}");
    assert!(findings.contains("### 1. Position `c` has no substitute\n"), "{page}");
    assert!(findings.contains("- The level is that of `iso-17020`, 5.2.6.\n"), "{page}");
    assert!(!findings.contains("### 2."), "{page}");
    let first = "- Position `a` has no substitute. One person \\| \\<b\\>only\\</b\\> (approved by `owner`, until 2027-01-31). *Rule S001.*\n";
    assert!(exceptions.starts_with(first), "{page}");
    assert!(exceptions.contains("- Position `b` has no substitute. It was known before, and stands in the baseline file. *Rule S001.*\n"));
}

#[test]
fn an_annotation_says_why_it_is_a_notice() {
    let annotations = super::github::github(&report(), None);
    let waived = annotations.lines().nth(1).unwrap();
    assert!(waived.starts_with("::notice title=S001 missing-substitute::Position `a` has no substitute.%0AWaived until 2027-01-31, "), "{waived}");
}

#[test]
fn a_report_for_programs_says_what_set_the_level() {
    let json: serde_json::Value = serde_json::from_str(&super::json::json(&report(), None)).unwrap();
    assert_eq!(json["findings"][0]["setBy"], serde_json::json!({"pack": "iso-17020", "clause": "5.2.6"}));
    assert_eq!(json["findings"][1]["waived"]["level"], "error");
    assert_eq!(json["findings"][2]["known"], true);
    assert_eq!(json["findings"][0].get("known"), None);
}
