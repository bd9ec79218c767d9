//! What fills a section of a description (V007).

use officium::rules::{Demands, Profile, catalog};
use officium::{OrganizationGraph, check, read};
use serde_json::{Value, json};

use crate::support::dirty::today;

/// Whether a description with only these members fills the section.
fn fills(section: &str, member: &str, value: &Value) -> bool {
    let mut description = json!({"id": "seller", "duties": [{"id": "sell", "text": "Sells"}]});
    description[member] = value.clone();
    let organization = json!({
        "descriptions": [description],
        "positions": [
            {"id": "head", "title": "Head", "description": "seller", "standing": {"kind": "head"}, "noSubstituteBecause": "alone"},
        ],
    });
    let reading = read::json(&organization.to_string());
    assert!(reading.is_complete(), "{:?}", reading.findings);
    let demands: Demands = serde_json::from_value(json!({"sections": [section]})).expect("demands");
    let rule = catalog().find(|rule| rule.code().as_str() == "V007").expect("the rule");
    let profile = Profile::structure().with_level(rule.code(), Some(rule.level())).with_demands(demands);
    let report = check::check(&OrganizationGraph::new(reading.organization, today()), &profile);
    !report.findings().iter().any(|finding| finding.code() == rule.code())
}

#[test]
fn each_entry_fills_its_section_and_no_other() {
    let entries = [
        ("general", "category", json!("worker")),
        ("general", "appointment", json!({"instrument": "order"})),
        ("general", "release", json!({"instrument": "order"})),
        ("general", "governedBy", json!([{"kind": "charter"}])),
        (
            "qualification",
            "requirements",
            json!([{"necessity": "desirable", "qualification": {"kind": "language", "language": "en"}}]),
        ),
        ("qualification", "knowledge", json!([{"topic": "goods"}])),
        ("rights", "rights", json!([{"id": "sign", "kind": "sign"}])),
        ("liability", "liabilities", json!([{"ground": "non-performance"}])),
        ("conditions", "conditions", json!({"vehicle": "own"})),
        ("flows", "flows", json!([{"direction": "issues", "document": "Report"}])),
        ("control", "control", json!({"version": "1"})),
    ];
    for (section, ..) in &entries {
        for (own, member, value) in &entries {
            assert_eq!(fills(section, member, value), own == section, "{member} in {section}");
        }
    }
}
