//! Who may use whom, and where rules live: read from the source itself.

mod paths;
mod rules;

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use paths::rooms_used;

/// The rooms of the house, from the ground up, each with those that it may use.
const ROOMS: [(&str, &[&str]); 12] = [
    ("model", &[]),
    ("diagnostic", &["model"]),
    ("graph", &["model", "diagnostic"]),
    ("read", &["model", "diagnostic"]),
    ("translation", &["model", "diagnostic", "read"]),
    ("rules", &["graph", "read", "translation", "model", "diagnostic"]),
    ("check", &["rules", "graph", "model", "diagnostic"]),
    ("fix", &["check", "rules", "read", "graph", "model", "diagnostic"]),
    ("analysis", &["graph", "model", "diagnostic"]),
    ("export", &["graph", "model", "diagnostic"]),
    ("import", &["model"]),
    ("strategies", &["rules", "graph", "model"]),
];

/// A longer file holds more than one concept.
const LINES: usize = 480;

fn source() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("src")
}

/// What a folder holds, sorted.
fn entries(folder: &Path) -> Vec<PathBuf> {
    let entries = std::fs::read_dir(folder).expect("the folder is there");
    let mut paths: Vec<PathBuf> = entries.map(|entry| entry.expect("it can be read").path()).collect();
    paths.sort();
    paths
}

/// All files of a folder and of those in it.
fn files(folder: &Path) -> Vec<PathBuf> {
    let parts = entries(folder).into_iter();
    parts.flat_map(|path| if path.is_dir() { files(&path) } else { vec![path] }).collect()
}

/// Every file of the crate, as the steps of its module and its text.
fn modules() -> Vec<(Vec<String>, String)> {
    let source = source();
    let found: Vec<_> = files(&source)
        .into_iter()
        .map(|path| {
            let inside = path.strip_prefix(&source).expect("it is inside").with_extension("");
            let mut steps: Vec<String> =
                inside.iter().map(|step| step.to_str().expect("plain names").to_owned()).collect();
            if matches!(steps.last().map(String::as_str), Some("mod" | "lib")) {
                steps.pop();
            }
            (steps, std::fs::read_to_string(&path).expect("it is text"))
        })
        .collect();
    assert!(found.len() > 100, "the source was not found");
    found
}

/// Each use of a room that is not allowed, in words.
fn upward(steps: &[String], text: &str) -> Vec<String> {
    let Some(room) = steps.first() else { return Vec::new() };
    let (_, allowed) = ROOMS.iter().find(|(name, _)| name == room).expect("the room is listed");
    let rooms: Vec<&str> = ROOMS.iter().map(|(name, _)| *name).collect();
    let used = rooms_used(steps, text, &rooms).into_iter();
    used.filter(|used| used != room && !allowed.contains(&used.as_str()))
        .map(|used| format!("{} uses {used}", steps.join("::")))
        .collect()
}

#[test]
fn every_room_is_listed() {
    let on_disk: BTreeSet<String> =
        modules().into_iter().filter_map(|(steps, _)| steps.into_iter().next()).collect();
    let listed: BTreeSet<String> = ROOMS.iter().map(|(name, _)| (*name).to_owned()).collect();
    assert_eq!(on_disk, listed);
    // from the ground up: whoever is used stands above in the list, so nobody uses one another
    for (at, (room, allowed)) in ROOMS.iter().enumerate() {
        for used in *allowed {
            assert!(ROOMS[..at].iter().any(|(below, _)| below == used), "{room} may not use {used}");
        }
    }
}

#[test]
fn imports_lead_downward() {
    let found: Vec<String> = modules().iter().flat_map(|(steps, text)| upward(steps, text)).collect();
    assert!(found.is_empty(), "{found:#?}");
    // the search that finds nothing upward does find what leads downward
    let seen: BTreeSet<String> = modules()
        .iter()
        .filter(|(steps, _)| steps.first().is_some_and(|room| room == "check"))
        .flat_map(|(steps, text)| rooms_used(steps, text, &ROOMS.map(|(name, _)| name)))
        .collect();
    assert!(["rules", "graph", "model", "diagnostic"].iter().all(|room| seen.contains(*room)), "{seen:?}");
}

#[test]
fn an_upward_import_is_found() {
    let module = |path: &str| path.split("::").map(str::to_owned).collect::<Vec<_>>();
    let found = |path: &str, text: &str| upward(&module(path), text);
    for (path, text) in [
        ("model::duty", "use crate::rules::Rule;"),
        ("model::duty", "fn at() -> crate :: graph::PositionSet<'static> { todo!() }"),
        ("model::duty", "use crate::{Text, diagnostic::{Path, Step}, Unit};"),
        ("model::duty", "use crate::{\n    model::Text,\n    read,\n};"),
        ("model::duty", "use crate::OrganizationGraph;"),
        ("model::duty", "use crate::{Text, Valid};"),
        ("model::duty", "use super::super::graph::Ring;"),
        ("model::duty", "use super::super::{model::Text, graph::Ring};"),
        ("graph::ids", "/// Words.\nuse crate::rules::Context; // more words"),
        ("analysis::statistics", "let quoted = \"// no comment\"; crate::check::check(graph, profile);"),
        ("diagnostic::emit::json", "let mark = '\"'; super::super::super::graph::Valid"),
        ("import", "#[doc = \"words\"] use super::read;"),
        ("read::explain", "use crate::export::schema;"),
    ] {
        assert!(!found(path, text).is_empty(), "{path}: {text}");
    }
    for (path, text) in [
        ("model::duty", "use crate::model::Text; use super::Unit; use crate::Text;"),
        ("model::duty", "//! [`check`](crate::check)\n/// [`Valid`](crate::Valid)\n// crate::rules"),
        ("model::duty", "/* crate::rules /* crate::graph */ crate::check */ struct Duty;"),
        ("diagnostic::emit::json", "use super::super::{Finding, Path}; use crate::model::RuleCode;"),
        ("rules::reporting::no_head", "use crate::graph::{PositionRef, UnitTree}; use super::super::Rule;"),
        ("read::shape", "include_str!(\"../../schema/organization.schema.json\")"),
    ] {
        assert!(found(path, text).is_empty(), "{path}: {text}: {:?}", found(path, text));
    }
}

#[test]
fn files_are_short_and_lints_are_not_waved_through() {
    for (steps, text) in modules() {
        let module = steps.join("::");
        assert!(text.lines().count() <= LINES, "{module} has {} lines", text.lines().count());
        let code = paths::without_comments(&text);
        assert!(!code.contains("#[allow(") && !code.contains("#![allow("), "{module} allows");
    }
}
