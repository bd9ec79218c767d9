//! The organisations that the generator makes up: clean, alike for the same seed, and as large and as odd as it says.

use officium::diagnostic::Report;
use officium::graph::PositionRef;
use officium::rules::Profile;
use officium::{OrganizationGraph, Pack, check, read};

use crate::support::dirty::today;

#[path = "../../examples/shared/generator.rs"]
mod generator;

use generator::{Generator, Shape};

fn generated(size: usize, shape: Shape, seed: u64) -> String {
    let mut text = Vec::new();
    let size = u64::try_from(size).expect("a size");
    Generator { size, shape, seed }.write(&mut text).expect("it can be written");
    String::from_utf8(text).expect("it is UTF-8")
}

fn checked(text: &str) -> (OrganizationGraph, Report) {
    checked_under(&Profile::baseline(), text)
}

fn checked_under(profile: &Profile, text: &str) -> (OrganizationGraph, Report) {
    let reading = read::json(text);
    assert!(reading.is_complete(), "{:?}", reading.findings.first());
    let graph = OrganizationGraph::new(reading.organization, today());
    let report = check::check(&graph, profile);
    (graph, report)
}

#[test]
fn they_are_clean_whatever_their_size() {
    for size in (1..=40).chain([199, 1000]) {
        for (shape, seed) in [(Shape::Slim, 42), (Shape::Full, 42), (Shape::Regulated, 42), (Shape::Slim, 7)]
        {
            let (graph, report) = checked(&generated(size, shape, seed));
            assert!(
                report.is_empty(),
                "{size} {shape:?}: {:?}",
                report.findings().first().map(|it| &it.message)
            );
            assert_eq!(graph.positions().count(), size);
        }
    }
}

#[test]
fn no_pack_has_anything_to_say_of_them() {
    let every_pack = Pack::all().iter().fold(Profile::baseline(), Profile::with_pack);
    // fewer cannot hold the key functions apart
    for size in (5..=40).chain([199, 1000]) {
        for shape in [Shape::Slim, Shape::Full, Shape::Regulated] {
            let (_, report) = checked_under(&every_pack, &generated(size, shape, 42));
            assert!(
                report.is_empty(),
                "{size} {shape:?}: {:?}",
                report.findings().first().map(|it| &it.message)
            );
        }
    }
}

#[test]
fn the_seed_decides() {
    let text = generated(200, Shape::Slim, 42);
    assert_eq!(text, generated(200, Shape::Slim, 42));
    assert_ne!(text, generated(200, Shape::Slim, 43));
}

#[test]
fn they_have_what_real_ones_have() {
    const SIZE: usize = 3000;
    for (shape, duties, bytes) in
        [(Shape::Slim, 4, 1400..1600), (Shape::Full, 12, 3200..3600), (Shape::Regulated, 12, 4900..5400)]
    {
        let text = generated(SIZE, shape, 42);
        assert!(bytes.contains(&(text.len() / SIZE)), "{} bytes", text.len());
        let (graph, _) = checked(&text);
        let organization = graph.organization();

        let leads = graph.positions().map(PositionRef::span).filter(|span| *span > 0).count();
        let tenths = 10 * (SIZE - 1) / leads;
        assert!((55..65).contains(&tenths), "a mean span of {tenths} tenths");
        let numbers: Vec<&str> = organization.positions.iter().map(|it| it.id.as_str()).collect();
        assert!(!numbers.is_sorted_by_key(|id| (id.len(), *id)), "superiors do not all come first");

        let shared = SIZE - organization.descriptions.len();
        assert!((SIZE / 20..SIZE / 5).contains(&shared), "{shared} share a description");
        assert!(organization.descriptions.iter().all(|it| it.duties.len() == duties));
        let sentences =
            organization.descriptions.iter().flat_map(|it| &it.duties).map(|duty| duty.text.as_str());
        let (all, escaped) = sentences
            .fold((0, 0), |(all, escaped), text| (all + 1, escaped + usize::from(text.contains('"'))));
        assert!((all / 200..all / 50).contains(&escaped), "{escaped} of {all} need an escape");
        assert!(
            organization.positions.iter().flat_map(|it| &it.title).any(|title| !title.as_str().is_ascii())
        );
    }
}
