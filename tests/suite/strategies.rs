//! Organisations that are in order, and faults put into them.

mod faults;
mod sound;

use officium::diagnostic::Report;
use officium::rules::Profile;
use officium::{Organization, OrganizationGraph, RuleCode, check, strategies};
use proptest::prelude::ProptestConfig;
use proptest::test_runner::{RngAlgorithm, TestRng, TestRunner};

/// What a profile finds on the day of the strategies.
fn report(organization: &Organization, profile: &Profile) -> Report {
    check::check(&OrganizationGraph::new(organization.clone(), strategies::AS_OF), profile)
}

/// What the baseline finds: codes, and what is said.
fn findings(organization: &Organization) -> Vec<(RuleCode, String)> {
    let report = report(organization, &Profile::baseline());
    report.into_iter().map(|finding| (finding.code(), finding.message)).collect()
}

/// A runner whose cases are the same in every run, and shrink as far as those of a downstream test.
fn runner(cases: u32) -> TestRunner {
    let rng = TestRng::deterministic_rng(RngAlgorithm::ChaCha);
    let config = ProptestConfig { max_shrink_iters: 1024, ..crate::graph::cases(cases) };
    TestRunner::new_with_rng(config, rng)
}
