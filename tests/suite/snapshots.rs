//! The sample company: nothing to say of it when it is in order, and exactly this when it is not.

use officium::diagnostic::{Human, Report, SourceText, human, json};
use officium::rules::Profile;
use officium::{OrganizationGraph, check, read};

fn sample(name: &str) -> String {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("examples/data");
    std::fs::read_to_string(folder.join(name)).expect("the sample is there")
}

/// The report of a text, printed in one of the ways.
fn printed(name: &str, text: &str, print: impl Fn(&Report, SourceText<'_>) -> String) -> String {
    let reading = read::json(text);
    let places = reading.locator(text);
    let as_of = "2026-11-24".parse().expect("a date");
    let graph = OrganizationGraph::new(reading.organization, as_of);
    let report = check::check(&graph, &Profile::baseline()).and(reading.findings);
    print(&report, SourceText { name, text, places: &places })
}

#[test]
fn the_company_in_order_has_no_finding() {
    let name = "trading-company.json";
    let human = printed(name, &sample(name), |report, source| human(report, Some(source), Human::default()));
    assert_eq!(human, "trading-company.json: no findings\n");
}

#[test]
fn the_faulty_company_for_people() {
    let name = "trading-company-faulty.json";
    let human = printed(name, &sample(name), |report, source| human(report, Some(source), Human::default()));
    insta::assert_snapshot!("faulty-company-for-people", human);
}

#[test]
fn the_faulty_company_for_programs() {
    let name = "trading-company-faulty.json";
    let json = printed(name, &sample(name), |report, source| json(report, Some(source)));
    insta::assert_snapshot!("faulty-company-for-programs", json);
}

/// One fault, one finding: the list of slips names each code as often as the report does.
#[test]
fn each_slip_of_the_list_is_found_once() {
    let slips = sample("FAULTS.md");
    let mut listed: Vec<&str> = slips
        .lines()
        .filter_map(|line| line.strip_suffix(" |")?.rsplit("| ").next())
        .filter(|code| code.len() == 4 && code.ends_with(|c: char| c.is_ascii_digit()))
        .collect();
    let text = sample("trading-company-faulty.json");
    let codes = printed("", &text, |report, _| {
        let codes: Vec<String> = report.findings().iter().map(|finding| finding.code().to_string()).collect();
        codes.join("\n")
    });
    let mut found: Vec<&str> = codes.lines().collect();
    listed.sort_unstable();
    found.sort_unstable();
    assert_eq!(found, listed);
    assert!(!found.is_empty());
}

/// What the README shows is what its first command prints.
#[test]
fn the_readme_quotes_the_report() {
    let readme = include_str!("../../README.md");
    let quoted =
        readme.split("```text\n").nth(1).and_then(|rest| rest.split("```").next()).expect("a finding");
    let name = "examples/data/trading-company-faulty.json";
    let text = sample("trading-company-faulty.json");
    let human = printed(name, &text, |report, source| human(report, Some(source), Human::default()));
    assert!(human.contains(quoted), "not in the report:\n{quoted}");
}
