//! Documents for programs in other languages, which `tests/consumers/run` feeds them.
//!
//! `OFFICIUM_CONSUMERS` names the folder into which they are written; without it, they are only made.

use std::io::Write as _;

use officium::read;
use serde_json::{Map, Value, json};

use crate::support::generate::Generator;
use crate::support::odd::text;
use crate::support::random::Random;
use crate::support::spoil::Spoiler;
use crate::support::{schema, setting};

const SEED: u64 = 20_261_126;
const VERDICTS: usize = 5000;

/// A document that has every member, variant and word of the schema, and texts of many kinds.
fn everything(generator: &Generator<'_>) -> Value {
    let mut random = Random::new(SEED);
    let mut whole = Map::new();
    for place in &generator.places {
        let Value::Object(document) = generator.document_at(place, None, 15, &mut random) else {
            panic!("a document is an object")
        };
        for (member, value) in document {
            match (whole.get_mut(&member), value) {
                (Some(Value::Array(all)), Value::Array(more)) => all.extend(more),
                (Some(Value::Object(all)), Value::Object(more)) => all.extend(more),
                (Some(_), _) => {}
                (None, value) => drop(whole.insert(member, value)),
            }
        }
    }
    Value::Object(whole)
}

fn write(name: &str, content: &str) {
    if let Some(folder) = setting("OFFICIUM_CONSUMERS") {
        let path = std::path::Path::new(&folder).join(name);
        std::fs::File::create(path)
            .and_then(|mut file| file.write_all(content.as_bytes()))
            .expect("it is written");
    }
}

#[test]
fn a_document_with_everything() {
    let schema = schema();
    let document = everything(&Generator::new(&schema));
    let text = text(&document);
    let reading = read::json(&text);
    assert!(reading.is_complete(), "{:#?}", reading.findings);
    for wanted in ["😀", "ø", "\\n", "\"kind\":\"co-head\""] {
        assert!(text.contains(wanted), "no {wanted}");
    }
    write("everything.json", &text);
}

/// Good and bad documents, each with the verdict of the reader, one a line.
#[test]
fn verdicts_for_other_judges() {
    let schema = schema();
    let generator = Generator::new(&schema);
    let spoiler = Spoiler::new(&generator);
    let (mut lines, mut good) = (String::new(), 0);
    for nth in 0..VERDICTS {
        let text = text(&spoiler.document(&mut Random::of(SEED, nth)));
        // numbers beyond a double are no matter of schemas
        if serde_json::from_str::<Value>(&text).is_err() {
            continue;
        }
        let valid = read::json(&text).is_complete();
        good += usize::from(valid);
        lines.push_str(&json!({ "valid": valid, "text": text }).to_string());
        lines.push('\n');
    }
    assert!((VERDICTS / 6..VERDICTS).contains(&good), "{good} are good");
    write("verdicts.ndjson", &lines);
}
