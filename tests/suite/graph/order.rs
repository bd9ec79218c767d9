//! The order in which a document lists things changes where findings are, and not what they are.

use std::collections::BTreeSet;

use officium::Organization;
use officium::diagnostic::{Finding, Level};
use officium::rules::Profile;
use proptest::prelude::{Just, Strategy, prop_assert_eq, proptest};

use super::{argument, cases, report};
use crate::support::dirty::organizations;

type Said = (String, Vec<(&'static str, String)>, Level);

/// What does not depend on order. Where an id that should be unique is not, the first row of several is the one that is asked
/// of units and descriptions; what is said of those rows does depend on it, and I001 says why.
fn said(organization: &Organization) -> Vec<Said> {
    let units: BTreeSet<_> = organization.units.iter().map(|unit| &unit.id).collect();
    let papers: BTreeSet<_> = organization.descriptions.iter().map(|paper| &paper.id).collect();
    let positions: BTreeSet<_> = organization.positions.iter().map(|position| &position.id).collect();
    let doubled = (
        units.len() < organization.units.len(),
        papers.len() < organization.descriptions.len(),
        positions.len() < organization.positions.len(),
    );
    let depends = |finding: &Finding| match finding.code().as_str() {
        "R015" => doubled.0,
        // rows of one position may name different descriptions
        "D008" | "D010" | "S016" => doubled.1 || doubled.2,
        "I002" => doubled.1 && argument(finding, "type") == Some("duty"),
        _ => false,
    };
    let report = report(organization, &Profile::baseline());
    let findings = report.findings().iter().filter(|finding| !depends(finding));
    let mut said: Vec<Said> = findings
        .map(|finding| {
            let mut arguments = finding.arguments.clone();
            // of several superiors, the first is named
            arguments.retain(|(name, _)| (finding.code().as_str(), *name) != ("R005", "superior"));
            (finding.code().to_string(), arguments, finding.level)
        })
        .collect();
    said.sort();
    if doubled.0 || doubled.2 {
        // the same reference at the same place of several rows with one id is said once, at another place again
        said.dedup_by(|a, b| a == b && a.0 == "I002");
    }
    said
}

/// An organisation and the same in another order. The lines of all positions turn alike, so that rows that agree still do.
fn two_orders() -> impl Strategy<Value = (Organization, Organization)> {
    organizations().prop_flat_map(|organization| {
        let lists = (
            Just(organization.positions.clone()).prop_shuffle(),
            Just(organization.units.clone()).prop_shuffle(),
            Just(organization.descriptions.clone()).prop_shuffle(),
            proptest::bool::ANY,
        );
        (Just(organization), lists).prop_map(|(organization, (positions, units, descriptions, turn))| {
            let mut other = organization.clone();
            (other.positions, other.units, other.descriptions) = (positions, units, descriptions);
            if turn {
                for position in &mut other.positions {
                    position.reporting.reverse();
                    position.substitution.reverse();
                }
            }
            (organization, other)
        })
    })
}

proptest! {
    #![proptest_config(cases(3000))]

    #[test]
    fn changes_no_finding((one, other) in two_orders()) {
        prop_assert_eq!(said(&one), said(&other));
    }

    #[test]
    fn the_same_input_gives_the_same_report(organization in organizations()) {
        let profile = Profile::baseline();
        prop_assert_eq!(report(&organization, &profile), report(&organization, &profile));
    }
}
