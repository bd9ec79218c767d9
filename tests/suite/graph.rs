//! The graph, its proof and the structural rules, each against a slow and plain model of what its documentation says.

mod chains;
mod oracles;
mod order;
mod proof;
mod queries;
pub(crate) mod rings;
mod rules;
mod statistics;

use officium::diagnostic::{Finding, Report, Step};
use officium::rules::Profile;
use officium::{Organization, OrganizationGraph, check};
use proptest::prelude::ProptestConfig;

use crate::support::dirty::today;

/// Many small cases; a failing one is printed and shrunk, and nothing is written to the disk.
pub(crate) fn cases(cases: u32) -> ProptestConfig {
    ProptestConfig { cases, failure_persistence: None, ..ProptestConfig::default() }
}

pub(crate) fn graph(organization: &Organization) -> OrganizationGraph {
    OrganizationGraph::new(organization.clone(), today())
}

pub(crate) fn report(organization: &Organization, profile: &Profile) -> Report {
    check::check(&graph(organization), profile)
}

/// What the message of a finding is made of, by name.
pub(crate) fn argument<'f>(finding: &'f Finding, wanted: &str) -> Option<&'f str> {
    finding.arguments.iter().find(|(name, _)| *name == wanted).map(|(_, value)| value.as_str())
}

/// The list and the id of the record in which a finding is placed.
pub(crate) fn owner(finding: &Finding) -> Option<(&str, &str)> {
    match finding.path.steps() {
        [Step::Member(list), Step::Element { id: Some(id), .. }, ..] => Some((list, id)),
        _ => None,
    }
}
