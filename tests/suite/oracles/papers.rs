//! Rules over pairs, dates and the graph, each against a slow second version made from its page, on small organisations in which
//! what it is about is frequent.

mod flows;
mod hands;
mod versions;

use std::cell::Cell;
use std::collections::BTreeSet;
use std::fmt::Debug;

use officium::diagnostic::Finding;
use officium::rules::{Demands, Profile, catalog};
use officium::{Organization, OrganizationGraph, check};
use proptest::prelude::{ProptestConfig, Strategy, prop_assert_eq};

use crate::support::dirty::today;
use crate::support::generate::fixed_runner;

const CASES: u32 = 2500;

/// Compares what a rule finds with what is expected, and that there is something to find in a fifth of the cases at least.
fn agree<T: Ord + Debug>(
    code: &str,
    demands: &Demands,
    organizations: impl Strategy<Value = Organization>,
    found: impl Fn(&Finding) -> Vec<T>,
    expected: impl Fn(&Organization) -> BTreeSet<T>,
) {
    let rule = catalog().find(|rule| rule.code().as_str() == code).expect("a rule of that code");
    let profile =
        Profile::baseline().with_level(rule.code(), Some(rule.level())).with_demands(demands.clone());
    let telling = Cell::new(0u32);
    let config = ProptestConfig { cases: CASES, failure_persistence: None, ..ProptestConfig::default() };
    let outcome = fixed_runner(config).run(&organizations, |organization| {
        let report = check::check(&OrganizationGraph::new(organization.clone(), today()), &profile);
        let findings = report.findings().iter().filter(|finding| finding.code() == rule.code());
        let found: BTreeSet<T> = findings.flat_map(&found).collect();
        let expected = expected(&organization);
        telling.set(telling.get() + u32::from(!expected.is_empty()));
        prop_assert_eq!(found, expected);
        Ok(())
    });
    outcome.unwrap_or_else(|difference| panic!("{code}: {difference}"));
    assert!(telling.get() * 5 > CASES, "{code}: something to find in {} of {CASES} cases", telling.get());
}

/// An argument of a finding.
fn argument(finding: &Finding, name: &str) -> String {
    crate::graph::argument(finding, name).expect("the argument is there").to_owned()
}

/// The items of its list.
fn items(finding: &Finding) -> Vec<String> {
    finding.list.as_ref().map(|list| list.items.clone()).unwrap_or_default()
}
