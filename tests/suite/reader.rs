//! What the reader promises of bad documents: it takes any bytes, loses no more than it must, and says so.

use std::fmt::Write as _;

use officium::diagnostic::Finding;
use officium::read::{self, Reading};
use officium::{Description, Organization, Position, Responsibility, Template, Unit, Waiver};
use proptest::prelude::{ProptestConfig, any, prop, proptest};
use serde_json::{Value, json};

use crate::support::generate::Generator;
use crate::support::odd;
use crate::support::random::Random;
use crate::support::schema;
use crate::support::spoil::Spoiler;
use crate::support::written::{oddly, with_members_twice};

/// What holds of every reading; `text` is what of it was text.
fn proper(reading: &Reading, text: &str) {
    for finding in &reading.findings {
        assert_eq!(finding.code().family(), 'E');
        let span = finding.span.clone().expect("the reader knows the place");
        assert!(text.get(span.clone()).is_some(), "{span:?} is no place in {text:?}");
        assert!(!finding.message.starts_with("this cannot be read"), "{finding:#?}\n{text}");
    }
    let written = serde_json::to_string(&reading.organization).expect("plain data");
    let again = read::json(&written);
    assert!(again.is_complete(), "{:#?}\n{written}", again.findings);
    assert_eq!(again.organization, reading.organization);
    // whatever the text, it can be asked for places
    let locator = reading.locator(text);
    for finding in &reading.findings {
        let place = officium::diagnostic::Locate::locate(&locator, &finding.path);
        assert!(place.is_none_or(|place| text.get(place.span).is_some()));
    }
}

fn codes(reading: &Reading) -> Vec<String> {
    reading.findings.iter().map(|finding| finding.code().to_string()).collect()
}

fn read_bytes(bytes: &[u8]) -> Reading {
    let reading = read::bytes(read::Format::Json, bytes);
    let good = bytes.utf8_chunks().next().map_or("", |chunk| chunk.valid());
    proper(&reading, good);
    assert!(good.len() == bytes.len() || !reading.is_complete());
    reading
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 2000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_bytes_are_read(bytes in prop::collection::vec(any::<u8>(), 0..60)) {
        read_bytes(&bytes);
    }

    #[test]
    fn any_text_is_read(text in any::<String>()) {
        proper(&read::json(&text), &text);
    }

    /// Nearly JSON: its signs in any order.
    #[test]
    fn any_signs_are_read(signs in prop::collection::vec(prop::sample::select(SIGNS), 0..40)) {
        let text = signs.concat();
        proper(&read::json(&text), &text);
    }
}

const SIGNS: &[&str] = &[
    "{",
    "}",
    "[",
    "]",
    ":",
    ",",
    "{",
    "\"",
    "\\",
    "\n",
    " ",
    "\u{feff}",
    "1",
    "-",
    "1e400",
    "null",
    "true",
    "\"a\"",
    "\"\\ud800\"",
    "\"id\":",
    "\"kind\":",
    "\"positions\":[{",
    "\"positions\":",
    "\"name\":",
    "\"units\":[",
    "\"thresholds\":{",
    "\"id\":\"a\"",
    "}]",
    "æ",
];

#[test]
fn spoiled_bytes_are_read() {
    let schema = schema();
    let generator = Generator::new(&schema);
    let spoiler = Spoiler::new(&generator);
    for nth in 0..3000 {
        let mut random = Random::of(2, nth);
        let mut bytes = odd::text(&spoiler.document(&mut random)).into_bytes();
        for _ in 0..=random.below(2) {
            let at = random.below(bytes.len());
            match random.below(3) {
                0 => bytes.truncate(at),
                1 => drop(bytes.splice(at..at, [*random.pick(b"\"{}[],:\\\n0\xff\xc3")])),
                _ => bytes[at] = u8::try_from(random.below(256)).expect("a byte"),
            }
            if bytes.is_empty() {
                break;
            }
        }
        read_bytes(&bytes);
    }
}

#[test]
fn depth_is_no_danger() {
    const DEPTH: usize = 100_000;
    let lists = "[".repeat(DEPTH) + &"]".repeat(DEPTH);
    let objects = r#"{"a":"#.repeat(DEPTH) + "1" + &"}".repeat(DEPTH);
    let positions = r#"{"positions":["#.repeat(DEPTH);
    for deep in [lists.as_str(), &objects, &lists[..DEPTH], &objects[..DEPTH], &positions] {
        for around in [
            "DEEP",
            r#"{"unknown": DEEP}"#,
            r#"{"name": DEEP}"#,
            r#"{"positions": DEEP}"#,
            r#"{"positions": [DEEP, {"id": "a"}]}"#,
            r#"{"positions": [{"id": DEEP}, {"id": "a"}]}"#,
            r#"{"positions": [{"id": "a", "title": DEEP}]}"#,
            r#"{"positions": [{"id": "a", "unknown": DEEP}]}"#,
            r#"{"positions": [{"id": "a", "occupancy": {"kind": DEEP}}]}"#,
            r#"{"positions": [{"id": "a", "occupancy": {"kind": "held", "holders": DEEP}}]}"#,
        ] {
            let text = around.replace("DEEP", deep);
            let reading = read::json(&text);
            proper(&reading, &text);
            assert!(!reading.is_complete());
            assert!(
                reading.findings.iter().all(|finding| finding.message.len() < 500),
                "messages stay short"
            );
        }
    }
}

#[test]
fn nothing_and_marks() {
    for empty in ["", " \n", "\u{feff}"] {
        let reading = read::json(empty);
        proper(&reading, empty);
        assert_eq!(codes(&reading), ["E001"]);
        assert_eq!(reading.findings[0].message, "the document is empty");
    }
    assert!(read::json("\u{feff}{}").is_complete());
    assert_eq!(codes(&read::json("\u{feff}\u{feff}{}")), ["E001"]);
    assert_eq!(codes(&read::json("{}\u{feff}")), ["E001"]);
    assert_eq!(codes(&read_bytes(b"\xff\xfe{}")), ["E001"]);
    assert_eq!(codes(&read_bytes(b"\xef\xbb")), ["E001"]);
    for other in ["null", "1", "[]", "\"a\"", "true", "[{}]"] {
        assert_eq!(codes(&read::json(other)), ["E004"], "{other}");
    }
}

/// What is no UTF-8 ends the text; an error before it is told as well, one that the cut makes is not.
#[test]
fn bytes_that_are_no_text() {
    let reading = read_bytes(b"{\"positions\": [{\"id\": \"a\"}, {\"id\": \"\xff\"}]}");
    assert_eq!(reading.organization.positions.len(), 1);
    assert_eq!(reading.findings.len(), 1);
    assert_eq!(reading.findings[0].span, Some(36..36));

    let reading = read_bytes(b"{\"positions\": [{\"id\": \"a\"} {}], \"name\": \"\xff\"}");
    assert_eq!(reading.findings[0].span, Some(27..28), "the first error is the one that hides the rest");
}

/// The document as it is written, piece by piece; `ends` gets the length of the text after each.
fn in_pieces(document: &Value, ends: &mut Vec<usize>) -> String {
    let mut text = String::from("{");
    for (nth, (name, value)) in document.as_object().expect("an object").iter().enumerate() {
        let _ = write!(text, "{}\n {}: ", if nth > 0 { "," } else { "" }, json!(name));
        if let Some(elements) = value.as_array() {
            text.push('[');
            for (nth, element) in elements.iter().enumerate() {
                let _ = write!(text, "{}\n  {element}", if nth > 0 { "," } else { "" });
                ends.push(text.len());
            }
            text.push(']');
        } else {
            let _ = write!(text, "{value}");
            ends.push(text.len());
        }
    }
    text + "\n}"
}

/// Only the first pieces of the document.
fn first_pieces(document: &Value, mut count: usize) -> Value {
    let mut first = document.clone();
    for value in first.as_object_mut().expect("an object").values_mut() {
        match value {
            Value::Array(elements) => {
                elements.truncate(count);
                count -= elements.len();
            }
            _ if count > 0 => count -= 1,
            _ => *value = Value::Null,
        }
    }
    first.as_object_mut().expect("an object").retain(|_, value| !value.is_null());
    first
}

#[test]
fn what_is_complete_before_the_end_is_kept() {
    let schema = schema();
    let generator = Generator::new(&schema);
    let mut seen = 0;
    for nth in 0..12 {
        let document = generator.document(40, &mut Random::of(3, nth));
        let mut ends = Vec::new();
        let text = in_pieces(&document, &mut ends);
        assert!(read::json(&text).is_complete());
        for cut in 0..text.len() {
            let reading = read::bytes(read::Format::Json, &text.as_bytes()[..cut]);
            let codes = codes(&reading);
            assert!(codes.iter().any(|code| code == "E001"), "{codes:?} of {:?}", text.get(..cut));
            let count = ends.iter().filter(|end| **end <= cut).count();
            // comparing with what was there is dear, so do it where something changes
            if ends.iter().any(|end| end.abs_diff(cut) < 3) {
                let kept: Organization =
                    serde_json::from_value(first_pieces(&document, count)).expect("good");
                assert_eq!(reading.organization, kept, "cut at {cut}: {}", &text);
                seen += 1;
            }
        }
    }
    assert!(seen > 100);
}

/// A list of a document, the definition of its elements, and whether serde alone takes a text as one.
type List = (&'static str, &'static str, fn(&str) -> bool);

const LISTS: &[List] = &[
    ("positions", "Position", |slice| serde_json::from_str::<Position>(slice).is_ok()),
    ("descriptions", "Description", |slice| serde_json::from_str::<Description>(slice).is_ok()),
    ("units", "Unit", |slice| serde_json::from_str::<Unit>(slice).is_ok()),
    ("templates", "Template", |slice| serde_json::from_str::<Template>(slice).is_ok()),
    ("responsibilities", "Responsibility", |slice| serde_json::from_str::<Responsibility>(slice).is_ok()),
    ("waivers", "Waiver", |slice| serde_json::from_str::<Waiver>(slice).is_ok()),
];

/// serde refuses an element if and only if the reader explains why; and it stands between good ones, which are kept.
#[test]
fn an_element_is_refused_if_and_only_if_it_is_explained() {
    const ELEMENTS: usize = 8000;
    let schema = schema();
    let generator = Generator::new(&schema);
    let spoiler = Spoiler::new(&generator);
    let (mut refused, mut twice) = (0, 0);
    for nth in 0..ELEMENTS {
        let mut random = Random::of(4, nth);
        let (list, definition, takes) = random.pick(LISTS);
        let good = [10, 30].map(|density| generator.value_of(definition, density, &mut random).to_string());
        let mut element = generator.value_of(definition, 30, &mut random);
        for _ in 0..random.below(3) {
            spoiler.spoil(&mut element, &mut random);
        }
        let slice = with_members_twice(&element, if nth % 3 == 0 { 4 } else { 0 }, &mut random);

        let alone = read::json(&format!(r#"{{"{list}":[{slice}]}}"#));
        assert_eq!(takes(&slice), alone.is_complete(), "{slice}\n{:#?}", alone.findings);
        refused += usize::from(!alone.is_complete());
        twice += usize::from(codes(&alone).iter().any(|code| code == "E006"));

        let text = format!("{{\"{list}\":[{},{slice} , {}]}}", good[0], good[1]);
        let among = read::json(&text);
        proper(&among, &text);
        assert_eq!(codes(&among), codes(&alone));
        let elements = |reading: &Reading| {
            let organization = serde_json::to_value(&reading.organization).expect("plain data");
            organization[*list].as_array().cloned().unwrap_or_default()
        };
        let neighbours = read::json(&format!("{{\"{list}\":[{},{}]}}", good[0], good[1]));
        let mut expected = elements(&neighbours);
        assert_eq!(expected.len(), 2);
        let read = elements(&alone);
        expected.splice(1..1, read);
        assert_eq!(elements(&among), expected, "{text}");
    }
    assert!((ELEMENTS / 5..ELEMENTS * 4 / 5).contains(&refused), "{refused} of {ELEMENTS} refused");
    assert!(twice > 100, "only {twice} with a member twice");
}

/// The same of whole documents, with members twice at every level.
#[test]
fn documents_with_members_twice() {
    let schema = schema();
    let generator = Generator::new(&schema);
    for nth in 0..3000 {
        let mut random = Random::of(5, nth);
        let text = with_members_twice(&generator.document(20, &mut random), 5, &mut random);
        let reading = read::json(&text);
        proper(&reading, &text);
        let serde = serde_json::from_str::<Organization>(&text);
        assert_eq!(
            serde.is_ok(),
            reading.is_complete(),
            "{text}\n{:?}\n{:#?}",
            serde.err(),
            reading.findings
        );
    }
}

/// White space and escapes are the writer's affair: what is read and what is found stays the same.
#[test]
fn however_it_is_written() {
    let schema = schema();
    let generator = Generator::new(&schema);
    let spoiler = Spoiler::new(&generator);
    for nth in 0..5000 {
        let mut random = Random::of(12, nth);
        let document = spoiler.document(&mut random);
        let (plain, text) = (read::json(&document.to_string()), oddly(&document, &mut random));
        let reading = read::json(&text);
        proper(&reading, &text);
        assert_eq!(reading.organization, plain.organization, "{text}");
        let told = |reading: &Reading| {
            let told = |finding: &Finding| (finding.code(), finding.path.clone());
            reading.findings.iter().map(told).collect::<Vec<_>>()
        };
        assert_eq!(told(&reading), told(&plain), "{text}");
    }
}

/// Of two members the first is read, however its name is escaped, and whether or not it is good.
#[test]
fn the_first_of_two_members_counts() {
    let position = |members: &str| {
        let text = format!(r#"{{"positions": [{{"id": "a", {members}}}]}}"#);
        let reading = read::json(&text);
        proper(&reading, &text);
        let title = reading.organization.positions[0].title.as_ref().map(ToString::to_string);
        (codes(&reading), title)
    };
    assert_eq!(position(r#""title": "b", "title": "c""#), (vec!["E006".into()], Some("b".into())));
    assert_eq!(position(r#""title": "b", "titl\u0065": "c""#), (vec!["E006".into()], Some("b".into())));
    assert_eq!(position(r#""title": 1, "title": "c""#), (vec!["E004".into(), "E006".into()], None));

    let top = read::json(r#"{"name": "b", "n\u0061me": "c", "units": [{"id": "u"}], "units": []}"#);
    assert_eq!(codes(&top), ["E006", "E006"]);
    assert_eq!(top.organization.name.map(|name| name.to_string()).as_deref(), Some("b"));
    assert_eq!(top.organization.units.len(), 1);
}

/// What JSON allows and I-JSON does not: numbers beyond all bounds, halves of surrogate pairs.
#[test]
fn beyond_i_json() {
    for (text, expected) in [
        (r#"{"thresholds": {"span": 1e400}}"#, &["E005"][..]),
        (r#"{"thresholds": {"span": -1e400}, "name": "a"}"#, &["E005"]),
        (r#"{"unknown": 1e400}"#, &["E002"]),
        (r#"{"name": 1e400}"#, &["E004"]),
        (r#"{"positions": [{"id": "a", "title": "\ud800"}, {"id": "b"}]}"#, &["E005"]),
        (r#"{"positions": [{"id": "\udc00a"}, {"id": "b"}]}"#, &["E005"]),
        (r#"{"positions": [{"id": "a", "\ud800": 1}, {"id": "b"}]}"#, &["E005"]),
        (r#"{"positions": [{"id": "a", "occupancy": {"kind": "\ud800"}}, {"id": "b"}]}"#, &["E005"]),
        (r#"{"name": "\ud800", "positions": [{"id": "b"}]}"#, &["E005"]),
        (r#"{"\ud800": 1, "positions": [{"id": "b"}]}"#, &["E005"]),
    ] {
        let reading = read::json(text);
        proper(&reading, text);
        assert_eq!(codes(&reading), expected, "{text}\n{:#?}", reading.findings);
        let expected = usize::from(text.contains(r#"{"id": "b"}"#));
        assert_eq!(
            reading.organization.positions.iter().filter(|seat| seat.id.as_str() == "b").count(),
            expected
        );
    }
    assert!(read::json(r#"{"name": "\ud83d\ude00", "thresholds": {"span": 1.5e1}}"#).is_complete());
}
