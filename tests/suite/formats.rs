//! All formats of reports, each with the same reports: of nothing, of the sample, of the corpus, and of texts that mean harm.

mod annotations;
mod log;
mod page;
mod terminal;

use officium::diagnostic::{Finding, Report};
use officium::rules::Profile;
use proptest::prelude::*;
use serde_json::Value;

use crate::corpus;
use crate::support::checked::Checked;
use crate::support::validator;

/// Words that mean something to one of the formats.
const HOSTILE: [&str; 16] = [
    "<script>alert(1)</script>",
    "a|b",
    "::error file=x::owned",
    "%0A::warning::owned",
    "line\nbreak",
    "\r\n# heading",
    "`tick",
    "``",
    "\u{1b}[31mred\u{1b}]0;owned\u{7}",
    "\u{9b}31m",
    "\u{202e}txt.exe",
    "👩\u{200d}🌾 é 職",
    "[link](https://example.org)",
    "![x](y) **bold** _em_ ~~gone~~ $x$ &lt; [^1] \\\\",
    "\u{2028}- item",
    "{0} ${{ secrets }}",
];

fn sample(name: &str) -> Checked {
    let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("examples/data").join(name);
    Checked::new(name, std::fs::read_to_string(path).expect("the sample is there"), &Profile::baseline())
}

/// A document that puts the words where findings quote them: as unknown member, as bad value, as unknown keyword, in titles, in a label.
fn hostile(words: &str) -> Checked {
    let document = serde_json::json!({
        "name": format!("N {words}"),
        "units": [{"id": "u", "title": format!("U {words}"), "parent": "v"}],
        "activities": [{"id": "pay", "title": "Pays"}, {"id": "approve", "title": "Approves"}],
        "conflicts": [{"first": "pay", "second": "approve", "reason": format!("R {words}")}],
        "descriptions": [{"id": "d", "title": format!("D {words}"), "duties": [
            {"id": "x", "text": words.to_owned() + ".", "activities": ["pay"]},
            {"id": "y", "text": "y", "activities": ["approve"]},
        ]}],
        "positions": [
            {"id": "head", "title": format!("H {words}"), "unit": "u", "standing": {"kind": "head"}, words: 1},
            {"id": "shop", "title": "S", "unit": "u", "description": "d", "opened": words},
            {"id": words, "title": "I"},
            {"id": "till", "reporting": [{"kind": words, "superior": "head"}, {"kind": "solid", "superior": "heat"}]},
        ],
    });
    Checked::new(&format!("dir/{words}.json"), format!("{document:#}"), &Profile::baseline())
}

/// The reports that all formats are given.
fn reports() -> Vec<Checked> {
    let mut all = vec![sample("trading-company.json"), sample("trading-company-faulty.json")];
    all.extend(HOSTILE.iter().map(|words| hostile(words)));
    for (profile, _, path) in corpus::files("bad") {
        let text = std::fs::read_to_string(&path).expect("it is text");
        all.push(Checked::new(path.to_str().expect("a name"), text, &profile));
    }
    assert!(all.iter().any(|checked| checked.report.is_empty()));
    all
}

/// The codes of a report, sorted.
fn codes(report: &Report) -> Vec<String> {
    let mut codes: Vec<String> =
        report.findings().iter().map(|finding| Finding::code(finding).to_string()).collect();
    codes.sort();
    codes
}

/// The places in a report for programs, which say where other formats must point.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Lines {
    line: u64,
    column: u64,
    end_line: u64,
    end_column: u64,
}

fn lines_of(place: &Value) -> Option<Lines> {
    let number = |name: &str| place[name].as_u64();
    Some(Lines {
        line: number("line")?,
        column: number("column")?,
        end_line: number("endLine")?,
        end_column: number("endColumn")?,
    })
}

fn parsed(checked: &Checked) -> Value {
    serde_json::from_str(&checked.json()).expect("a report is JSON")
}

/// The text between two places, by counting lines and characters.
fn between<'t>(text: &'t str, lines: &Lines) -> &'t str {
    let text = text.trim_start_matches('\u{feff}');
    let offset = |line: u64, column: u64| {
        let mut start = 0;
        for _ in 1..line {
            start += text[start..].find('\n').expect("the line is there") + 1;
        }
        let in_line = text[start..].char_indices().map(|(at, _)| at).chain([text.len() - start]);
        start
            + in_line
                .into_iter()
                .nth(usize::try_from(column - 1).expect("a column"))
                .expect("the column is there")
    };
    &text[offset(lines.line, lines.column)..offset(lines.end_line, lines.end_column)]
}

/// What stands at the place is what the pointer leads to: the value, its id, or the name of the member.
fn agrees(there: &str, pointer: &str, document: &Value) -> bool {
    let Ok(there) = serde_json::from_str::<Value>(there) else { return false };
    let value = document.pointer(pointer);
    let name = pointer.rsplit('/').next().unwrap_or_default().replace("~1", "/").replace("~0", "~");
    value == Some(&there) || value.is_some_and(|value| value["id"] == there) || there == name.as_str()
}

#[test]
fn a_report_for_programs_keeps_to_its_schema_and_points_at_the_place() {
    let schema = validator(&officium::export::schema::report());
    let mut seen = 0;
    for checked in reports() {
        let report = parsed(&checked);
        assert!(schema.is_valid(&report), "{}: {:?}", checked.name, schema.iter_errors(&report).next());
        let mut found: Vec<&str> = report["findings"]
            .as_array()
            .into_iter()
            .flatten()
            .filter_map(|it| it["code"].as_str())
            .collect();
        found.sort_unstable();
        assert_eq!(found, codes(&checked.report));
        // twice the same member is not one document to everybody, and half a document is none
        let Ok(document) = serde_json::from_str::<Value>(checked.text.trim_start_matches('\u{feff}')) else {
            continue;
        };
        for finding in report["findings"].as_array().into_iter().flatten() {
            let all = [finding].into_iter().chain(finding["labels"].as_array().into_iter().flatten());
            for placed in all {
                let pointer = placed["pointer"].as_str().expect("a pointer");
                let Some(lines) = lines_of(&placed["place"]) else {
                    assert_eq!(pointer, "", "{}", checked.name);
                    continue;
                };
                let there = between(&checked.text, &lines);
                seen += 1;
                let doubled = finding["code"] == "E006";
                assert!(doubled || agrees(there, pointer, &document), "{}: {pointer}: {there}", checked.name);
            }
        }
    }
    assert!(seen > 150, "{seen}");
}

/// A member that the schema does not know would be lost on whoever generates types from it.
#[test]
fn the_schema_of_reports_refuses_what_is_not_there() {
    let schema = validator(&officium::export::schema::report());
    let report = parsed(&sample("trading-company-faulty.json"));
    for place in [
        "",
        "/counts",
        "/findings/0",
        "/findings/0/place",
        "/findings/1/labels/0",
        "/findings/0/list",
        "/findings/0/sources/0",
    ] {
        let mut other = report.clone();
        let object = other.pointer_mut(place).and_then(Value::as_object_mut).expect("an object");
        object.insert("more".to_owned(), Value::from(1));
        assert!(!schema.is_valid(&other), "{place}");
    }
}

#[test]
fn every_format_is_the_same_twice() {
    for words in HOSTILE {
        let (one, other) = (hostile(words), hostile(words));
        assert_eq!(one.json(), other.json());
        assert_eq!(one.sarif(), other.sarif());
        assert_eq!(one.github(), other.github());
        assert_eq!(one.markdown("t"), other.markdown("t"));
        assert_eq!(one.human(true), other.human(true));
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, failure_persistence: None, ..ProptestConfig::default() })]

    /// Whatever the words, every format stays what it is.
    #[test]
    fn no_words_break_a_format(words in prop_oneof![
        prop::collection::vec(prop::sample::select(HOSTILE.to_vec()), 1..4).prop_map(|words| words.concat()),
        "\\PC{1,20}",
        prop::collection::vec(prop::sample::select("`*_[]()<>|~&$#\\\\!-+.:,%\n\r\t\u{1b}\u{85}\u{202e} aé🦀".chars().collect::<Vec<_>>()), 1..24)
            .prop_map(|letters| letters.into_iter().collect::<String>()),
    ]) {
        let checked = hostile(&words);
        prop_assert!(validator(&officium::export::schema::report()).is_valid(&parsed(&checked)));
        log::holds(&checked);
        annotations::hold(&checked);
        page::holds(&checked, &words);
        terminal::holds(&checked);
    }
}
