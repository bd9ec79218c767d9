//! The sample company: nothing to say of it when it is in order, and exactly this when it is not.

use officium::rules::Profile;

use crate::support::checked::Checked;

fn sample(name: &str) -> String {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("examples/data");
    std::fs::read_to_string(folder.join(name)).expect("the sample is there")
}

/// A sample, checked.
fn checked(name: &str) -> Checked {
    Checked::new(name, sample(name), &Profile::baseline())
}

#[test]
fn the_company_in_order_has_no_finding() {
    assert_eq!(checked("trading-company.json").human(false), "trading-company.json: no findings\n");
}

#[test]
fn the_faulty_company_for_people() {
    insta::assert_snapshot!("faulty-company-for-people", checked("trading-company-faulty.json").human(false));
}

#[test]
fn the_faulty_company_for_programs() {
    insta::assert_snapshot!("faulty-company-for-programs", checked("trading-company-faulty.json").json());
}

#[test]
fn the_faulty_company_on_paper() {
    let page = checked("trading-company-faulty.json").markdown("Nordlys Trading AS");
    insta::assert_snapshot!("faulty-company-on-paper", page);
}

#[test]
fn the_faulty_company_beside_its_lines() {
    insta::assert_snapshot!(
        "faulty-company-beside-its-lines",
        checked("trading-company-faulty.json").github()
    );
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
    let checked = checked("trading-company-faulty.json");
    let mut found: Vec<&str> =
        checked.report.findings().iter().map(|finding| finding.about.code.as_str()).collect();
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
    let text = sample("trading-company-faulty.json");
    let name = "examples/data/trading-company-faulty.json";
    let human = Checked::new(name, text, &Profile::baseline()).human(false);
    assert!(human.contains(quoted), "not in the report:\n{quoted}");
}
