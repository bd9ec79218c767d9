//! No chain of command ends in silence: where it comes to no top, some finding says where it breaks.

use std::collections::BTreeSet;

use officium::diagnostic::{Finding, Level};
use officium::rules::Profile;
use proptest::prelude::{prop_assert, proptest};

use super::oracles::unreached;
use super::{argument, cases, owner, report};
use crate::support::dirty::{organizations, today};
use crate::support::naive::Model;

/// All positions that a finding names: where it is, what it is about, and the members of a ring.
fn names(finding: &Finding) -> BTreeSet<&str> {
    let place = owner(finding).filter(|(list, _)| *list == "positions").map(|(_, id)| id);
    let ring = finding.list.iter().flat_map(|list| list.items.iter().map(String::as_str));
    place.into_iter().chain(argument(finding, "id")).chain(ring).collect()
}

proptest! {
    #![proptest_config(cases(3000))]

    #[test]
    fn that_come_to_no_top_are_explained(organization in organizations()) {
        let model = Model::new(&organization, today());
        if model.heads().is_empty() {
            return Ok(());
        }
        let report = report(&organization, &Profile::structure());
        let causes = ["R001", "R002", "R003", "R007", "R009", "I001", "I002", "I005"];
        let errors: Vec<&Finding> = report
            .findings()
            .iter()
            .filter(|finding| finding.level == Level::Error && causes.contains(&finding.code().as_str()))
            .collect();
        for id in unreached(&model) {
            let above = model.at_or_above(id);
            let named = errors.iter().any(|finding| !names(finding).is_disjoint(&above));
            prop_assert!(named, "nothing explains why {id} comes to no head");
        }
    }
}
