//! Organisations that are in order, and faults put into them.

use officium::rules::Profile;
use officium::{Organization, OrganizationGraph, check, strategies};
use proptest::prelude::{ProptestConfig, prop_assert_eq, proptest};

fn findings(organization: &Organization) -> Vec<String> {
    let graph = OrganizationGraph::new(organization.clone(), strategies::AS_OF);
    let report = check::check(&graph, &Profile::baseline());
    report.into_iter().map(|finding| format!("{} {}", finding.code(), finding.message)).collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1000))]

    #[test]
    fn are_in_order(organization in strategies::organizations()) {
        prop_assert_eq!(findings(&organization), Vec::<String>::new());
    }
}
