//! Packs, baseline files and overlays: what is said in JSON can be said in YAML and TOML, rightly and wrongly.

use std::fmt::Debug;

use officium::diagnostic::Finding;
use officium::export::schema;
use officium::read::{DocumentReading, Format};
use officium::{Baseline, Overlay, Pack};
use proptest::prelude::{ProptestConfig, prop, proptest};
use serde_json::Value;

use super::equal::{depth, in_place};
use super::hostile::SIGNS;
use super::{OTHERS, told};
use crate::support::emit::{dates, emit};
use crate::support::generate::Generator;
use crate::support::random::Random;
use crate::support::spoil::Spoiler;

fn alike<D: PartialEq + Debug>(schema: &Value, from_text: fn(Format, &str) -> DocumentReading<D>) {
    let (generator, dates) = (Generator::new(schema), dates(schema));
    let spoiler = Spoiler::new(&generator);
    let (mut documents, mut findings, mut in_toml) = (0, 0, 0);
    for nth in 0..1500 {
        let mut random = Random::of(22, nth);
        let document = spoiler.document(&mut random);
        let json = from_text(Format::Json, &document.to_string());
        for format in OTHERS {
            let Some(emitted) = emit(format, &document, &dates, &mut random) else { continue };
            let text = &emitted.text;
            let reading = from_text(format, text);
            assert_eq!(reading.document, json.document, "{format}\n{text}");
            documents += usize::from(reading.document.is_some());
            // the parser of TOML has a lower limit of its own
            if format == Format::Toml && depth(&document) > 70 {
                continue;
            }
            assert_eq!(told(&reading.findings), told(&json.findings), "{format}\n{text}");
            for finding in reading.findings.iter().filter(|finding| !finding.path.steps().is_empty()) {
                assert_eq!(in_place(finding, &emitted), Ok(()), "{format}: {finding:#?}\n{text}");
            }
            findings += reading.findings.len();
            in_toml += usize::from(format == Format::Toml);
        }
    }
    assert!(documents > 500 && findings > 500 && in_toml > 700, "{documents} {findings} {in_toml}");
}

#[test]
fn packs() {
    alike(&schema::profile(), Pack::from_text);
}

#[test]
fn baseline_files() {
    alike(&schema::baseline(), Baseline::from_text);
}

#[test]
fn overlays() {
    alike(&schema::overlay(), Overlay::from_text);
}

/// Packs as people write them, with something wrong beyond their form.
#[test]
fn packs_by_hand() {
    const YAML: &str = "name: house
title: Rules of the house
basedOn:
- {title: House rules, edition: 2026-01-01}
checks:
- clause: '1'
  rules:
  - code: R001
    level: warning   # hard
  - code: S999
";
    const TOML: &str = "name = 'house'
title = 'Rules of the house'
[[basedOn]]
title = 'House rules'
edition = 2026-01-01
[[checks]]
clause = '1'
rules = [{code = 'R001', level = 'warning'}, {code = 'S999'}]
";
    let mut packs = Vec::new();
    for (format, text, bad) in
        [(Format::Yaml, YAML, ["warning", "S999"]), (Format::Toml, TOML, ["'warning'", "'S999'"])]
    {
        let reading = Pack::from_text(format, text);
        let there: Vec<&str> =
            reading.findings.iter().map(|finding| &text[finding.span.clone().expect("a place")]).collect();
        assert_eq!(there, bad, "{format}");
        let codes: Vec<String> = reading.findings.iter().map(|finding| finding.code().to_string()).collect();
        assert_eq!(codes, ["E005", "E007"]);
        packs.push(reading.document.expect("it is a pack"));
    }
    assert_eq!(packs[0], packs[1]);
    assert_eq!(packs[0].based_on[0].edition.as_str(), "2026-01-01");
}

/// Of a document that breaks off nothing is read, in any format.
#[test]
fn what_breaks_off_is_not_read() {
    let broken = [
        (Format::Json, "{\"name\": \"house\", \"title\": \"House\", \"basedOn\": [{]"),
        (Format::Yaml, "name: house\ntitle: House\nbasedOn: [{\n"),
        (Format::Yaml, "name: house\ntitle: House\n---\nname: other\n"),
        (Format::Toml, "name = 'house'\ntitle = 'House'\nbasedOn = [{\n"),
        (Format::Toml, "name = 'house'\ntitle = 'House'\n[thresholds]\nspan = 5\n[thresholds]\n"),
    ];
    for (format, text) in broken {
        let DocumentReading { document, findings, .. } = Pack::from_text(format, text);
        assert_eq!(document, None, "{format}\n{text}");
        let says_so = |finding: &Finding| {
            finding.help.last().map(String::as_str) == Some("nothing of the document was read")
        };
        assert!(!findings.is_empty() && findings.iter().all(says_so), "{findings:#?}\n{text}");
    }
    for format in OTHERS {
        let empty = Pack::from_text(format, " \n");
        assert_eq!((empty.document, empty.findings[0].message.as_str()), (None, "the document is empty"));
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 1500, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_signs_are_read(signs in prop::collection::vec(prop::sample::select(SIGNS), 0..40)) {
        let text = signs.concat();
        for format in OTHERS {
            let reading = Pack::from_text(format, &text);
            assert!(reading.document.is_some() || !reading.findings.is_empty(), "{format}: {text:?}");
            for finding in reading.findings {
                assert!(finding.span.clone().is_some_and(|span| text.get(span).is_some()), "{finding:#?}\n{text:?}");
                assert!(!finding.message.starts_with("this cannot be read"), "{finding:#?}\n{text:?}");
            }
        }
    }
}
