//! The documents beside organisations: reader, serde and schema give the same verdict on packs, baseline files and overlays.

use std::fmt::Debug;

use officium::diagnostic::Finding;
use officium::export::schema;
use officium::read::{DocumentReading, Format};
use officium::{Baseline, Overlay, Pack};
use proptest::prelude::{any, prop_assert_eq, proptest};
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value;

use crate::graph::cases;
use crate::support::generate::Generator;
use crate::support::odd::text;
use crate::support::random::Random;
use crate::support::spoil::Spoiler;
use crate::support::{definitions, validator};

const DOCUMENTS: usize = 3000;

type FromText<D> = fn(Format, &str) -> DocumentReading<D>;

/// What is wrong with the form of the text, and what is left of it.
fn read<D: Serialize>(from_text: FromText<D>, text: &str) -> (Option<D>, Vec<Finding>) {
    let DocumentReading { document, findings, .. } = from_text(Format::Json, text);
    for finding in &findings {
        assert_eq!(finding.code().family(), 'E');
        assert!(finding.span.clone().is_some_and(|span| text.get(span).is_some()), "{finding:#?}");
        assert!(!finding.message.starts_with("this cannot be read"), "{finding:#?}\n{text}");
    }
    // what remains when the document is written anew is not a matter of form
    let written = document.as_ref().map(|document| serde_json::to_string(document).expect("it is JSON"));
    let mut form = findings;
    for finding in written.map(|text| from_text(Format::Json, &text).findings).unwrap_or_default() {
        let at = form.iter().position(|it| it.about == finding.about && it.message == finding.message);
        form.remove(at.expect("what is wrong anew was wrong before"));
    }
    (document, form)
}

fn agree<D: Serialize + DeserializeOwned + PartialEq + Debug>(schema: &Value, from_text: FromText<D>) {
    let (generator, judge) = (Generator::new(schema), validator(schema));
    for place in &generator.places {
        let document = generator.document_at(place, None, 20, &mut Random::new(1));
        assert_eq!(read(from_text, &text(&document)).1, [], "{document:#}");
    }
    let spoiler = Spoiler::new(&generator);
    let mut accepted = 0;
    for nth in 0..DOCUMENTS {
        let text = text(&spoiler.document(&mut Random::of(7, nth)));
        let document = serde_json::from_str::<Value>(&text);
        let accepts = document.is_ok_and(|document| judge.is_valid(&document));
        let (document, form) = read(from_text, &text);
        assert_eq!(form.is_empty(), accepts, "{text}\n{form:#?}");
        match serde_json::from_str::<D>(&text) {
            Ok(plain) => assert!(accepts && document == Some(plain), "{text}"),
            Err(error) => assert!(!accepts, "{error}: {text}"),
        }
        accepted += usize::from(accepts);
    }
    assert!((DOCUMENTS / 10..=DOCUMENTS * 9 / 10).contains(&accepted), "{accepted} accepted");
}

#[test]
fn of_packs() {
    agree(&schema::profile(), Pack::from_text);
}

#[test]
fn of_baseline_files() {
    agree(&schema::baseline(), Baseline::from_text);
}

#[test]
fn of_overlays() {
    agree(&schema::overlay(), Overlay::from_text);
}

#[test]
fn what_breaks_off_is_one_finding() {
    for text in ["", "{\"name\": \"house\", \"tit", "[", "{} {}", "\u{feff}{,"] {
        let reading = Pack::from_text(Format::Json, text);
        assert_eq!(reading.document, None, "{text}");
        let codes: Vec<String> = reading.findings.iter().map(|finding| finding.code().to_string()).collect();
        assert_eq!(codes, ["E001"], "{text}");
    }
    let reading = Pack::from_text(Format::Json, "[]");
    assert_eq!(reading.findings[0].message, "expected an object, found a list");
}

/// The reader looks definitions up by name, in whichever schema.
#[test]
fn definitions_of_one_name_are_the_same() {
    let schemas = [schema::organization(), schema::profile(), schema::baseline(), schema::overlay()];
    let mut shared = 0;
    for (name, definition) in schemas.iter().flat_map(definitions) {
        let all: Vec<&Value> = schemas.iter().filter_map(|schema| schema["$defs"].get(name)).collect();
        shared += usize::from(all.len() > 1);
        assert!(all.iter().all(|other| *other == definition), "{name}");
        assert!(schemas.iter().all(|schema| schema["title"] != name), "{name} is a document");
    }
    assert!(shared > 5);
}

proptest! {
    #![proptest_config(cases(200))]

    #[test]
    fn what_is_written_is_read(pack in any::<Pack>(), baseline in any::<Baseline>()) {
        let text = serde_json::to_string_pretty(&pack).expect("records are JSON");
        prop_assert_eq!(Pack::from_text(Format::Json, &text).document, Some(pack));
        let reading = Baseline::from_text(Format::Json, &baseline.to_json());
        prop_assert_eq!((reading.document, reading.findings), (Some(baseline), Vec::new()));
    }
}
