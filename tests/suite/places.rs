//! The places of findings in the text, and of the parts of an organisation.

use officium::diagnostic::{Finding, Locate, Path, Step};
use officium::read;
use serde_json::value::RawValue;
use serde_json::{Value, json};

use crate::support::generate::Generator;
use crate::support::odd;
use crate::support::random::Random;
use crate::support::schema;
use crate::support::spoil::Spoiler;

/// A document, and of each of its findings the code, path, line, column (from 1, in characters) and what stands there.
type Bad = (&'static str, &'static [(&'static str, &'static str, usize, usize, &'static str)]);

#[rustfmt::skip]
const BAD: &[Bad] = &[
    ("{\n  \"positions\": [\n    {\"id\": \"a\", \"titel\": \"b\"}\n  ]\n}",
        &[("E002", "positions[a].titel", 3, 17, "\"titel\"")]),
    ("{\"positions\": [{\"id\": \"a\"}, {\"title\": \"b\"}]}",
        &[("E003", "positions[1]", 1, 29, "{\"title\": \"b\"}")]),
    ("{\"positions\": [{\"id\": \"a\", \"title\": 5}]}",
        &[("E004", "positions[a].title", 1, 37, "5")]),
    ("{\"positions\": [{\"id\": \"a\", \"opened\": \"2026-02-29\"}]}",
        &[("E005", "positions[a].opened", 1, 38, "\"2026-02-29\"")]),
    ("{\"name\": \"æøå\", \"positions\": [{\"id\": \"ø\"}]}",
        &[("E005", "positions[ø].id", 1, 38, "\"ø\"")]),
    ("{\"positions\": [{\"id\": \"a\",\n\"id\": \"b\"}]}",
        &[("E006", "positions[a].id", 2, 1, "\"id\"")]),
    ("{\"positions\": [{\"id\": \"a\", \"reporting\": [{\"kind\": \"sold\", \"superior\": \"b\"}]}]}",
        &[("E007", "positions[a].reporting[0].kind", 1, 51, "\"sold\"")]),
    ("{\"positions\": [{\"id\": \"a\", \"occupancy\": {\"kind\": \"empty\"}}]}",
        &[("E007", "positions[a].occupancy.kind", 1, 50, "\"empty\"")]),
    ("{\"positions\": [{\"id\": \"a\", \"occupancy\": {}}]}",
        &[("E003", "positions[a].occupancy", 1, 41, "{}")]),
    ("{\"positions\": [{\"id\": \"a\", \"occupancy\": [\"vacant\"]}]}",
        &[("E004", "positions[a].occupancy", 1, 41, "[\"vacant\"]")]),
    ("{\"formatVersion\": \"2\"}",
        &[("E009", "formatVersion", 1, 19, "\"2\"")]),
    ("{\"units\": {\"id\": \"u\"}}",
        &[("E004", "units", 1, 2, "\"units\"")]),
    ("{\"thresholds\": {\"span\": 0, \"standIns\": 1.5}}",
        &[("E005", "thresholds.span", 1, 25, "0"), ("E005", "thresholds.standIns", 1, 40, "1.5")]),
    ("{\"seats\": [], \"Positions\": []}",
        &[("E002", "seats", 1, 2, "\"seats\""), ("E002", "Positions", 1, 15, "\"Positions\"")]),
    ("{\"descriptions\": [{\"id\": \"d\", \"duties\": [{\"id\": \"x\", \"text\": \"y\"}, {\"id\": \"z\", \"text\": \" \"}]}]}",
        &[("E005", "descriptions[d].duties[z].text", 1, 88, "\" \"")]),
    ("{\"positions\": [{\"id\": \"a\"}, {\"id\": \"b\"},\n]}",
        &[("E001", "positions[2]", 2, 1, "]")]),
    ("\u{feff}{\"positions\": [{\"id\": \"a\"} {\"id\": \"b\"}]}",
        &[("E001", "positions[1]", 1, 28, "{")]),
    ("\u{feff}{\"positions\": [\n{\"id\": \"a\"} {\"id\": \"b\"}]}",
        &[("E001", "positions[1]", 2, 13, "{")]),
    ("{\"positions\": [{\"id\": \"a\"}]} x",
        &[("E001", "", 1, 30, "x")]),
    ("{\"positions\": [{\"id\": \"a\"}], \"name\": tru}",
        &[("E001", "name", 1, 41, "}")]),
    ("{\"positions\": [], x}",
        &[("E001", "", 1, 19, "x")]),
    ("7", &[("E004", "", 1, 1, "7")]),
];

fn line_and_column(text: &str, at: usize) -> (usize, usize) {
    let before = text.get(..at).expect("a boundary").trim_start_matches('\u{feff}');
    let line = before.rsplit('\n').next().unwrap_or_default();
    (before.matches('\n').count() + 1, line.chars().count() + 1)
}

#[test]
fn known_places() {
    for (text, expected) in BAD {
        let reading = read::json(text);
        let shown: Vec<_> = reading
            .findings
            .iter()
            .map(|finding| {
                let span = finding.span.clone().expect("the reader knows the place");
                let (line, column) = line_and_column(text, span.start);
                (finding.code().to_string(), finding.path.to_string(), line, column, &text[span])
            })
            .collect();
        let expected: Vec<_> = expected
            .iter()
            .map(|(code, path, line, column, there)| {
                ((*code).to_owned(), (*path).to_owned(), *line, *column, *there)
            })
            .collect();
        assert_eq!(shown, expected, "{text}");
    }
}

/// Where a path of the text leads, and the name of its last member.
fn at<'v>(document: &'v Value, path: &'v Path) -> Option<(Option<&'v Value>, Option<&'v str>)> {
    let Some((last, parents)) = path.steps().split_last() else { return Some((Some(document), None)) };
    let step = |value: &'v Value, step: &'v Step| match step {
        Step::Member(name) => value.get(&**name),
        Step::Element { index, .. } => value.get(*index),
    };
    let parent = parents.iter().try_fold(document, step)?;
    let name = if let Step::Member(name) = last { Some(&**name) } else { None };
    Some((step(parent, last), name))
}

/// At the place of a finding stands what it is about: the value to which its path leads, or the name.
fn agrees(finding: &Finding, text: &str, document: &Value) -> Result<(), String> {
    let there = &text[finding.span.clone().unwrap_or(0..0)];
    let there: Value = serde_json::from_str(there).map_err(|_| format!("no value or name: {there}"))?;
    let (value, name) = at(document, &finding.path).ok_or("the path leads nowhere")?;
    let by_name = name.is_some_and(|name| there == json!(name));
    let by_value = value == Some(&there);
    let right = match finding.code().to_string().as_str() {
        "E002" | "E006" => by_name,
        // of a list that is none, the name is shown, and of a value that is too deep to be shown
        "E004" | "E008" => by_value || by_name,
        _ => by_value,
    };
    if right { Ok(()) } else { Err(format!("{there} stands there, not {value:?}")) }
}

#[test]
fn findings_lead_to_what_they_are_about() {
    let schema = schema();
    let generator = Generator::new(&schema);
    let spoiler = Spoiler::new(&generator);
    let mut seen = 0;
    for nth in 0..10_000 {
        let mut random = Random::of(6, nth);
        let text = odd::text(&spoiler.document(&mut random));
        // numbers and texts that no `Value` holds have their tests by hand
        let Ok(document) = serde_json::from_str::<Value>(&text) else { continue };
        for finding in read::json(&text).findings {
            let verdict = agrees(&finding, &text, &document);
            assert_eq!(verdict, Ok(()), "{text}\n{finding:#?}");
            seen += 1;
        }
    }
    assert!(seen > 5000, "only {seen} findings");
}

#[test]
fn findings_stand_in_the_order_of_the_text() {
    let schema = schema();
    let generator = Generator::new(&schema);
    let spoiler = Spoiler::new(&generator);
    for nth in 0..3000 {
        let mut random = Random::of(7, nth);
        let mut document = generator.document(20, &mut random);
        for _ in 0..4 {
            spoiler.spoil(&mut document, &mut random);
        }
        let mut text = odd::text(&document);
        if nth % 4 == 0 {
            text.truncate(
                (0..random.below(text.len())).rev().find(|at| text.is_char_boundary(*at)).unwrap_or(0),
            );
        }
        let reading = read::json(&text);
        let starts: Vec<usize> =
            reading.findings.iter().filter_map(|finding| Some(finding.span.clone()?.start)).collect();
        assert!(starts.is_sorted(), "{starts:?} {:#?}\n{text}", reading.findings);
    }
}

/// Every part of a value, with its path.
fn parts<'v>(value: &'v Value, path: Path, found: &mut Vec<(Path, &'v Value)>) {
    match value {
        Value::Object(members) => {
            members.iter().for_each(|(name, member)| parts(member, path.clone().member(name), found));
        }
        Value::Array(elements) => {
            let elements = elements.iter().enumerate();
            elements.for_each(|(index, element)| parts(element, path.clone().index(index), found));
        }
        _ => {}
    }
    found.push((path, value));
}

/// The same value; numbers may be written in several ways.
fn same(read: &Value, written: &Value) -> bool {
    read == written
        || read.as_f64().zip(written.as_f64()).is_some_and(|(read, written)| read.total_cmp(&written).is_eq())
}

/// Whatever was left out, each text and number of the organisation is found where it was read.
#[test]
fn parts_of_the_organisation_are_found_in_the_text() {
    let schema = schema();
    let generator = Generator::new(&schema);
    let spoiler = Spoiler::new(&generator);
    let mut seen = 0;
    for nth in 0..2000 {
        let mut random = Random::of(8, nth);
        let mut document = generator.document(25, &mut random);
        for _ in 0..nth % 5 {
            spoiler.spoil(&mut document, &mut random);
        }
        let text = odd::text(&document);
        let Ok(document) = serde_json::from_str::<Value>(&text) else { continue };
        let reading = read::json(&text);
        let locator = reading.locator(&text);
        let organization = serde_json::to_value(&reading.organization).expect("plain data");
        let mut found = Vec::new();
        parts(&organization, Path::root(), &mut found);
        for (path, value) in found {
            if value.is_object() || value.is_array() {
                continue;
            }
            let place = locator.locate(&path).expect("all that is read has a place");
            let at_pointer = document.pointer(&place.pointer);
            assert!(
                at_pointer.is_some_and(|there| same(value, there)),
                "{path} at {}: {text}",
                place.pointer
            );
            let there: &RawValue = serde_json::from_str(&text[place.span]).expect("a value");
            let there: Value = serde_json::from_str(there.get()).expect("a value");
            assert!(same(value, &there), "{path}: {there}");
            if reading.is_complete() {
                assert_eq!(place.pointer, path.pointer());
            }
            seen += 1;
        }
    }
    assert!(seen > 10_000, "only {seen} parts");
}
