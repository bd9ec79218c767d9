//! The reader and the published schema give the same verdict on every document.
//!
//! The documents are made from the schema and then spoiled; `jsonschema` is the other judge. `OFFICIUM_AGREEMENT_DOCUMENTS` sets
//! how many there are, `OFFICIUM_AGREEMENT_SEED` which: a number, or `random`.

use std::collections::BTreeSet;
use std::hash::BuildHasher;
use std::io::Write as _;

use jsonschema::Validator;
use officium::Organization;
use officium::export::schema::Dialect;
use officium::read::{self, Reading};
use serde_json::{Value, json};

use crate::support::generate::Generator;
use crate::support::odd::text;
use crate::support::random::Random;
use crate::support::shrink::shrunk;
use crate::support::spoil::Spoiler;
use crate::support::{definitions, is_keyword, schema, setting, validator};

const DOCUMENTS: usize = 200_000;
const SEED: u64 = 20_260_331;

fn documents() -> usize {
    setting("OFFICIUM_AGREEMENT_DOCUMENTS")
        .map_or(DOCUMENTS, |number| number.parse().expect("a number of documents"))
}

fn seed() -> u64 {
    match setting("OFFICIUM_AGREEMENT_SEED").as_deref() {
        None => SEED,
        Some("random") => std::hash::RandomState::new().hash_one(SEED),
        Some(number) => number.parse().expect("the seed is a number, or `random`"),
    }
}

/// Whether the schema accepts the text. What is no JSON of the kind that all parsers read, no schema sees.
fn accepts(judge: &Validator, text: &str) -> bool {
    serde_json::from_str::<Value>(text).is_ok_and(|document| judge.is_valid(&document))
}

/// The verdict that both give, or what is wrong.
fn verdict(judge: &Validator, text: &str) -> Result<bool, String> {
    let reading = read::json(text);
    let accepted = accepts(judge, text);
    match (accepted, reading.is_complete()) {
        (true, false) => {
            return Err(format!("the schema accepts it, the reader says {:#?}", reading.findings));
        }
        (false, true) => return Err("the reader finds nothing, the schema refuses it".to_owned()),
        _ => {}
    }
    well_formed(&reading, text)?;
    match serde_json::from_str::<Organization>(text) {
        Ok(organization) if accepted && organization == reading.organization => {}
        Err(_) if !accepted => {}
        other => return Err(format!("serde alone says otherwise: {other:?}")),
    }
    // written again, what was read is good, whether or not parts of it were left out
    let written = serde_json::to_string(&reading.organization).map_err(|error| error.to_string())?;
    let again = read::json(&written);
    if !again.is_complete() || again.organization != reading.organization || !accepts(judge, &written) {
        return Err(format!("written and read again it differs: {written}\n{:#?}", again.findings));
    }
    Ok(accepted)
}

/// Findings are of family E, have a place in the text, and come from the explanation, not from the stopgap for want of one.
fn well_formed(reading: &Reading, text: &str) -> Result<(), String> {
    let fault = reading.findings.iter().find(|finding| {
        finding.code().family() != 'E'
            || finding.span.clone().is_none_or(|span| text.get(span).is_none())
            || finding.message.starts_with("this cannot be read")
            || finding.help.iter().any(|help| help.contains("has no parser"))
    });
    fault.map_or(Ok(()), |finding| Err(format!("not a proper finding: {finding:#?}")))
}

/// Fails with the smallest document that still shows a fault.
fn fail(judge: &Validator, document: Value, origin: &str) -> ! {
    let smallest = shrunk(document, |smaller| verdict(judge, &text(smaller)).is_err());
    let fault = verdict(judge, &text(&smallest)).err().unwrap_or_default();
    panic!("{origin}\n{}\n{fault}", text(&smallest));
}

#[test]
fn every_definition_is_reached() {
    let schema = schema();
    let generator = Generator::new(&schema);
    let reached: BTreeSet<&str> = generator.places.iter().filter_map(|place| place.definition).collect();
    let all: BTreeSet<&str> = definitions(&schema).map(|(name, _)| name).collect();
    assert_eq!(reached, all);
    assert!(all.len() > 100, "the schema has shrunk to {} definitions", all.len());
}

#[test]
fn good_documents_are_good() {
    let schema = schema();
    let (generator, judge) = (Generator::new(&schema), validator(&schema));
    let mut random = Random::new(seed());
    for place in &generator.places {
        for density in [0, 10, 30] {
            let document = generator.document_at(place, None, density, &mut random);
            let verdict = verdict(&judge, &text(&document));
            assert_eq!(verdict, Ok(true), "{document:#}");
        }
    }
}

#[test]
fn reader_and_schema_agree() {
    let schema = schema();
    let (generator, judge) = (Generator::new(&schema), validator(&schema));
    let spoiler = Spoiler::new(&generator);
    let (seed, documents) = (seed(), documents());
    let (mut accepted, mut bytes) = (0, 0);
    for nth in 0..documents {
        let document = spoiler.document(&mut Random::of(seed, nth));
        let text = text(&document);
        bytes += text.len();
        match verdict(&judge, &text) {
            Ok(verdict) => accepted += usize::from(verdict),
            Err(_) => fail(&judge, document, &format!("document {nth} of seed {seed}")),
        }
    }
    // past the capture of the test runner: every run says what it compared
    let size = bytes / documents.max(1);
    let told = writeln!(
        std::io::stderr(),
        "agreement: seed {seed}, {documents} documents of {size} bytes each, {accepted} accepted, no disagreement"
    );
    told.expect("it can be told");
    // a mixture of only good or only bad ones would say little
    if documents >= 1000 {
        let share = accepted * 100 / documents;
        assert!((15..=85).contains(&share), "{share} in a hundred accepted");
    }
}

/// Where serde buffers a value, it would take the number of a variant for its tag.
#[test]
fn a_tag_is_a_text() {
    let schema = schema();
    let (generator, judge) = (Generator::new(&schema), validator(&schema));
    let mut random = Random::new(seed());
    let mut variants = 0;
    for place in &generator.places {
        let Some(name) = place
            .definition
            .filter(|name| schema["$defs"][name]["properties"]["kind"].get("const").is_some())
        else {
            continue;
        };
        variants += 1;
        for number in 0..8 {
            let mut value = generator.value_of(name, 0, &mut random);
            value["kind"] = number.into();
            let document = generator.document_at(place, Some(&value), 0, &mut random);
            assert_eq!(verdict(&judge, &text(&document)), Ok(false), "{document}");
        }
    }
    assert!(variants > 20, "only {variants} variants");
}

/// A validator of a dialect; a document of components is no schema, but a reference into it is one.
fn judge_in(dialect: Dialect) -> Validator {
    let mut schema = dialect.of(&schema());
    if dialect == Dialect::OpenApi31 {
        schema["$ref"] = json!("#/components/schemas/Organization");
    }
    validator(&schema)
}

/// The dialects say the same.
#[test]
fn dialects_agree() {
    let schema = schema();
    let generator = Generator::new(&schema);
    let spoiler = Spoiler::new(&generator);
    let judges: Vec<(Dialect, Validator)> =
        Dialect::all().map(|dialect| (dialect, judge_in(dialect))).collect();
    for nth in 0..documents() / 10 {
        let text = text(&spoiler.document(&mut Random::of(seed(), nth)));
        let Ok(document) = serde_json::from_str::<Value>(&text) else { continue };
        let accepted = read::json(&text).is_complete();
        for (dialect, judge) in &judges {
            assert_eq!(judge.is_valid(&document), accepted, "{dialect}: {text}");
        }
    }
}

/// A schema that says less in one place, and what it no longer says.
fn weakenings(schema: &Value) -> Vec<(String, Value)> {
    let mut weaker = Vec::new();
    let mut add = |what: String, pointer: &str, change: &dyn Fn(&mut Value)| {
        let mut changed = schema.clone();
        change(changed.pointer_mut(pointer).expect("it is there"));
        weaker.push((what, changed));
    };
    for (name, definition) in definitions(schema) {
        let pointer = format!("/$defs/{name}");
        if definition.get("pattern").is_some() {
            add(format!("{name}: pattern"), &pointer, &|leaf| {
                leaf.as_object_mut().map(|leaf| (leaf.remove("pattern"), leaf.remove("format")));
            });
        }
        if let (Some(least), Some(most)) = (definition["minimum"].as_i64(), definition["maximum"].as_i64()) {
            add(format!("{name}: maximum"), &pointer, &|leaf| leaf["maximum"] = json!(most + 1));
            add(format!("{name}: minimum"), &pointer, &|leaf| leaf["minimum"] = json!(least - 1));
            add(format!("{name}: integer"), &pointer, &|leaf| leaf["type"] = json!("number"));
        }
        if is_keyword(definition) {
            add(format!("{name}: words"), &pointer, &|keyword| {
                keyword.as_object_mut().map(|keyword| keyword.remove("oneOf"));
            });
        }
        if definition.get("properties").is_some() {
            add(format!("{name}: unknown members"), &pointer, &|record| {
                record["additionalProperties"] = json!(true);
            });
            for nth in 0..definition["required"].as_array().map_or(0, Vec::len) {
                let what = format!("{name}: required {}", definition["required"][nth]);
                add(what, &pointer, &|record| {
                    record["required"].as_array_mut().map(|names| names.remove(nth));
                });
            }
        }
    }
    weaker
}

/// The comparison would notice if the schema said less: each thing that it says is needed to refuse some document of the mixture.
#[test]
fn a_weaker_schema_is_noticed() {
    let schema = schema();
    let generator = Generator::new(&schema);
    let spoiler = Spoiler::new(&generator);
    let documents = (0..50_000).map(|nth| text(&spoiler.document(&mut Random::of(SEED, nth))));
    let refused: Vec<Value> = documents
        .filter(|text| !read::json(text).is_complete())
        .filter_map(|text| serde_json::from_str(&text).ok())
        .collect();
    let weaker = weakenings(&schema);
    assert!(weaker.len() > 200, "only {} ways to say less", weaker.len());
    let unnoticed: Vec<&str> = weaker
        .iter()
        .filter(|(_, schema)| {
            let judge = validator(schema);
            !refused.iter().any(|document| judge.is_valid(document))
        })
        .map(|(what, _)| what.as_str())
        .collect();
    assert!(unnoticed.is_empty(), "{} of {} unnoticed: {unnoticed:#?}", unnoticed.len(), weaker.len());
}

/// And if it said more: a definition that accepts nothing refuses a document that the reader takes.
#[test]
fn a_stronger_schema_is_noticed() {
    let schema = schema();
    let generator = Generator::new(&schema);
    let mut random = Random::new(SEED);
    let good: Vec<Value> =
        generator.places.iter().map(|place| generator.document_at(place, None, 0, &mut random)).collect();
    for (name, _) in definitions(&schema) {
        let mut stronger = schema.clone();
        stronger["$defs"][name] = json!(false);
        let judge = validator(&stronger);
        assert!(good.iter().any(|document| !judge.is_valid(document)), "no document has a {name}");
    }
}
