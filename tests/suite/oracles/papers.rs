//! Rules over pairs, dates and the graph, each against a slow second version made from its page, on small organisations in which
//! what it is about is frequent.

mod flows;
mod hands;
mod versions;

use std::collections::BTreeSet;
use std::fmt::Debug;

use officium::Organization;
use officium::diagnostic::Finding;
use officium::rules::{Demands, Profile};
use proptest::prelude::{Strategy, prop_assert_eq};

use super::judge::{findings_under, judge};

/// Compares what a rule finds with what is expected.
fn agree<T: Ord + Debug>(
    code: &str,
    demands: &Demands,
    organizations: impl Strategy<Value = Organization>,
    found: impl Fn(&Finding) -> Vec<T>,
    expected: impl Fn(&Organization) -> BTreeSet<T>,
) {
    let profile = Profile::baseline().with_demands(demands.clone());
    judge(&organizations, |organization| {
        let found: BTreeSet<T> =
            findings_under(profile.clone(), organization, code).iter().flat_map(&found).collect();
        let expected = expected(organization);
        let is_telling = !expected.is_empty();
        prop_assert_eq!(found, expected, "{}", code);
        Ok(is_telling)
    });
}

/// An argument of a finding.
fn argument(finding: &Finding, name: &str) -> String {
    crate::graph::argument(finding, name).expect("the argument is there").to_owned()
}

/// The items of its list.
fn items(finding: &Finding) -> Vec<String> {
    finding.list.as_ref().map(|list| list.items.clone()).unwrap_or_default()
}
