//! Each stage once, in a function of its own, so that callgrind can tell them apart; `benches/instructions.sh` runs and reads it.

use std::hint::black_box;

use officium::diagnostic::Report;
use officium::read::Reading;
use officium::rules::Profile;
use officium::{Date, Organization, OrganizationGraph, Pack, check, export, read};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let file = std::env::args().nth(1).ok_or("which document?")?;
    let text = std::fs::read_to_string(file)?;
    skip_stage(&text);
    let reading = read_stage(&text);
    let graph = index_stage(reading.organization, "2026-11-24".parse()?);
    let report = rules_stage(&graph);
    packs_stage(&graph, &Pack::all().iter().fold(Profile::baseline(), Profile::with_pack));
    write_stage(graph.organization());
    schema_stage();
    if report.is_empty() && reading.findings.is_empty() {
        Ok(())
    } else {
        Err("the document is not clean".into())
    }
}

/// What any reader of JSON has to do at least.
#[inline(never)]
fn skip_stage(text: &str) {
    black_box(serde_json::from_str::<serde::de::IgnoredAny>(text)).ok();
}

#[inline(never)]
fn read_stage(text: &str) -> Reading {
    read::json(text)
}

#[inline(never)]
fn index_stage(organization: Organization, as_of: Date) -> OrganizationGraph {
    OrganizationGraph::new(organization, as_of)
}

#[inline(never)]
fn rules_stage(graph: &OrganizationGraph) -> Report {
    check::check(graph, &Profile::baseline())
}

/// The baseline and all packs. They find nothing in the regulated shape; with the others, what they find is most of it.
#[inline(never)]
fn packs_stage(graph: &OrganizationGraph, every_pack: &Profile) {
    black_box(check::check(graph, every_pack));
}

#[inline(never)]
fn write_stage(organization: &Organization) {
    black_box(serde_json::to_string(organization)).ok();
}

#[inline(never)]
fn schema_stage() {
    black_box(export::schema::organization());
}
