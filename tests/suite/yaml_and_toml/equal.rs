//! The same document in all formats.

use std::collections::BTreeSet;

use officium::diagnostic::{Finding, Label, Locate, Path};
use officium::read::{self, Format, Reading};
use officium::rules::Profile;
use officium::{Organization, OrganizationGraph, check};
use proptest::prelude::{ProptestConfig, any, prop_assert, prop_assert_eq, proptest};
use serde_json::Value;

use super::{OTHERS, proper, told};
use crate::support::emit::{Emitted, dates, emit};
use crate::support::generate::Generator;
use crate::support::random::Random;
use crate::support::schema;
use crate::support::spoil::Spoiler;

/// At the place of a finding of the reader stands the value or the name to which its path leads.
pub(super) fn in_place(finding: &Finding, emitted: &Emitted) -> Result<(), String> {
    let pointer = finding.path.pointer();
    let span = finding.span.clone().ok_or("the reader knows the place")?;
    let by_name = emitted.names.get(&pointer) == Some(&span);
    let by_value = emitted.values.get(&pointer) == Some(&span);
    let right = match finding.code().to_string().as_str() {
        "E002" | "E006" => by_name,
        "E004" | "E008" => by_value || by_name,
        _ => by_value,
    };
    let there = &emitted.text[span];
    if right { Ok(()) } else { Err(format!("`{there}` stands at {pointer}")) }
}

/// Each text, number and truth value of the organisation is found where it was read; returns how many.
fn parts_in_place(format: Format, reading: &Reading, emitted: &Emitted) -> usize {
    fn parts(value: &Value, path: Path, found: &mut Vec<Path>) {
        match value {
            Value::Object(members) => {
                members.iter().for_each(|(name, member)| parts(member, path.clone().member(name), found));
            }
            Value::Array(elements) => {
                let elements = elements.iter().enumerate();
                elements.for_each(|(index, element)| parts(element, path.clone().index(index), found));
            }
            _ => found.push(path),
        }
    }
    let locator = reading.locator(&emitted.text);
    let mut found = Vec::new();
    parts(&serde_json::to_value(&reading.organization).expect("plain data"), Path::root(), &mut found);
    for path in &found {
        let place = locator.locate(path).expect("all that is read has a place");
        let expected = emitted.values.get(&place.pointer);
        assert_eq!(Some(&place.span), expected, "{format}: {path} at {}\n{}", place.pointer, emitted.text);
    }
    found.len()
}

pub(super) fn depth(value: &Value) -> usize {
    match value {
        Value::Array(elements) => 1 + elements.iter().map(depth).max().unwrap_or(0),
        Value::Object(members) => 1 + members.values().map(depth).max().unwrap_or(0),
        _ => 0,
    }
}

#[test]
fn spoiled_documents_are_read_alike() {
    let schema = schema();
    let (generator, dates) = (Generator::new(&schema), dates(&schema));
    let spoiler = Spoiler::new(&generator);
    let (mut findings, mut parts, mut in_toml) = (0, 0, 0);
    for nth in 0..6000 {
        let mut random = Random::of(21, nth);
        let mut document = spoiler.document(&mut random);
        for _ in 0..nth % 3 {
            spoiler.spoil(&mut document, &mut random);
        }
        let json = read::json(&document.to_string());
        for format in OTHERS {
            let Some(emitted) = emit(format, &document, &dates, &mut random) else { continue };
            let text = &emitted.text;
            let reading = read::text(format, text);
            proper(format, &reading, text);
            assert_eq!(reading.organization, json.organization, "{format}\n{text}");
            // the parser of TOML has a lower limit of its own, and tells it wherever the value stands
            let is_deep = format == Format::Toml && depth(&document) > 70;
            if !is_deep {
                assert_eq!(told(&reading.findings), told(&json.findings), "{format}\n{text}");
            }
            for finding in
                reading.findings.iter().filter(|finding| !finding.path.steps().is_empty() && !is_deep)
            {
                assert_eq!(in_place(finding, &emitted), Ok(()), "{format}: {finding:#?}\n{text}");
            }
            parts += parts_in_place(format, &reading, &emitted);
            findings += reading.findings.len();
            in_toml += usize::from(format == Format::Toml);
        }
    }
    assert!(findings > 5000 && parts > 20_000 && in_toml > 4000, "{findings} {parts} {in_toml}");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(150))]

    #[test]
    fn any_organization_is_read_from_any_format(organization in any::<Organization>(), seed in any::<u64>()) {
        let document = serde_json::to_value(&organization).expect("records are JSON");
        for format in OTHERS {
            let emitted = emit(format, &document, &BTreeSet::new(), &mut Random::new(seed)).expect("no null is in it");
            let reading = read::text(format, &emitted.text);
            prop_assert!(reading.is_complete(), "{}: {:#?}\n{}", format, reading.findings, emitted.text);
            prop_assert_eq!(&reading.organization, &organization);
        }
    }
}

/// The report of a text, as the program `check` makes it, with the places of its findings.
fn report(format: Format, text: &str, profile: &Profile) -> (Organization, Vec<Finding>, Vec<Place>) {
    let reading = read::text(format, text);
    let graph = OrganizationGraph::new(reading.organization.clone(), "2026-11-24".parse().expect("a date"));
    let report = check::check(&graph, profile).with_reading(reading.findings.clone());
    let locator = reading.locator(text);
    let place = |path: &Path| locator.locate(path).map(|place| (place.pointer, place.span));
    let places = report.findings().iter().flat_map(|finding| {
        let labels = finding.labels.iter().map(|Label { path, .. }| place(path));
        let own = finding
            .span
            .clone()
            .map_or_else(|| place(&finding.path), |span| Some((finding.path.pointer(), span)));
        std::iter::once(own).chain(labels)
    });
    let places = places.collect();
    (graph.organization().clone(), report.findings().to_vec(), places)
}

type Place = Option<(String, std::ops::Range<usize>)>;

/// What the corpus says in JSON it says in YAML and TOML, and the places of findings and labels are those of what they lead to.
#[test]
fn the_corpus_in_all_formats() {
    let schema = schema();
    let dates = dates(&schema);
    let (mut files, mut seen) = (0, 0);
    for (profile, code, path) in ["bad", "good"].into_iter().flat_map(crate::corpus::files) {
        let text = std::fs::read_to_string(&path).expect("it is text");
        let Ok(document) = serde_json::from_str::<Value>(&text) else {
            assert!(code == "E001" || code == "E008", "a value holds nothing broken and nothing deep");
            continue;
        };
        // a value knows of no member that stands twice
        let json = report(Format::Json, &document.to_string(), &profile);
        for format in OTHERS {
            for seed in 0..3 {
                let Some(emitted) = emit(format, &document, &dates, &mut Random::new(seed)) else {
                    assert_eq!(code, "E004", "only a `null` cannot be written");
                    continue;
                };
                let (organization, findings, places) = report(format, &emitted.text, &profile);
                assert_eq!(organization, json.0, "{}: {format}\n{}", path.display(), emitted.text);
                assert_eq!(told(&findings), told(&json.1), "{}: {format}\n{}", path.display(), emitted.text);
                for (pointer, span) in places.into_iter().flatten() {
                    // of a record that has an id, the id is shown
                    let id = emitted.values.get(&format!("{pointer}/id"));
                    let there = [emitted.values.get(&pointer), emitted.names.get(&pointer), id];
                    assert!(
                        there.contains(&Some(&span)),
                        "{pointer}: {:?}\n{}",
                        &emitted.text[span],
                        emitted.text
                    );
                    seen += 1;
                }
            }
        }
        files += 1;
    }
    assert!(files > 60 && seen > 200, "{files} files, {seen} places");
}
