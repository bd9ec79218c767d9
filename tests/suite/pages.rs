//! The page of each rule: its parts, and its examples, which are run.

use std::collections::BTreeSet;

use officium::diagnostic::Report;
use officium::rules::{Demands, Profile, Rule, catalog};
use officium::{OrganizationGraph, Overlay, check, read};

use crate::support::checked::Checked;
use crate::support::raised;

#[path = "../../examples/shared/rule_pages.rs"]
mod rule_pages;

const PARTS: [&str; 5] = ["What it checks", "Why it matters", "Example", "Write instead", "Exceptions"];

/// The text under a heading of a page.
fn part<'p>(page: &'p str, heading: &str) -> &'p str {
    let (_, rest) =
        page.split_once(&format!("\n## {heading}\n")).unwrap_or_else(|| panic!("no {heading}: {page}"));
    rest.split("\n## ").next().unwrap_or_default()
}

/// The document under a heading.
fn document<'p>(page: &'p str, heading: &str) -> &'p str {
    let (_, rest) =
        part(page, heading).split_once("```json\n").unwrap_or_else(|| panic!("no document: {page}"));
    rest.split("```").next().unwrap_or_default()
}

/// What the page's own pack asks for: a document of demands under the heading `Profile`, where the rule needs one.
fn demands(page: &str) -> Demands {
    if !page.contains("\n## Profile\n") {
        return Demands::new();
    }
    serde_json::from_str(document(page, "Profile")).expect("demands")
}

/// The baseline and the rule itself, which may be one of a pack.
pub(crate) fn profile(rule: &Rule) -> Profile {
    let profile = Profile::baseline().with_level(rule.code(), Some(rule.level()));
    profile.with_demands(demands(&rule.page()))
}

fn checked(text: &str, rule: &Rule) -> Report {
    let reading = read::json(text);
    assert!(reading.is_complete(), "{:#?}\n{text}", reading.findings);
    let graph = OrganizationGraph::new(reading.organization, "2026-11-24".parse().expect("a date"));
    let page = rule.page();
    if !page.contains("\n## Translations\n") {
        return check::check(&graph, &profile(rule));
    }
    let overlay = Overlay::from_json(document(&page, "Translations"));
    assert!(overlay.findings.is_empty(), "{:#?}", overlay.findings);
    check::check_with_translations(&graph, &profile(rule), &[overlay.document.expect("an overlay")])
}

#[test]
fn the_examples_do_what_the_page_says() {
    for rule in catalog() {
        let page = rule.page();
        for heading in PARTS {
            assert!(!part(&page, heading).trim().is_empty(), "{heading} of {page}");
        }
        let code = rule.code().to_string();
        let raised_by = |heading| {
            let text = document(&page, heading);
            raised(&checked(text, rule), text, &code)
        };
        assert_eq!(raised_by("Example"), BTreeSet::from([code.clone()]), "{page}");
        assert_eq!(raised_by("Write instead"), BTreeSet::new(), "{page}");
    }
}

#[test]
fn the_examples_of_the_reader_do_what_the_page_says() {
    for about in read::catalog() {
        let page = about.page();
        assert!(page.starts_with(&format!("# {} {}\n", about.code, about.slug)), "{page}");
        for heading in PARTS {
            assert!(!part(&page, heading).trim().is_empty(), "{heading} of {page}");
        }
        let checked =
            |heading| Checked::new("", document(&page, heading).to_owned(), &Profile::baseline()).report;
        let report = checked("Example");
        let codes: BTreeSet<_> = report.findings().iter().map(officium::diagnostic::Finding::code).collect();
        assert_eq!(codes, BTreeSet::from([about.code]), "{page}\n{report:#?}");
        assert!(checked("Write instead").is_empty(), "{page}");
    }
}

#[test]
fn the_published_pages_are_up_to_date() {
    assert!(
        rule_pages::document() == include_str!("../../docs/rules.md"),
        "the pages have changed; run `cargo run --example rules_doc > docs/rules.md` and look at the difference"
    );
}
