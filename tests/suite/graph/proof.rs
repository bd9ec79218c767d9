//! What `Valid` promises, and that what is written is read.

use std::cell::Cell;
use std::collections::BTreeSet;

use officium::rules::{Profile, catalog};
use officium::{Organization, check, read};
use petgraph::algo::is_cyclic_directed;
use proptest::prelude::{prop_assert, prop_assert_eq, proptest};
use proptest::test_runner::TestRunner;

use super::{cases, oracles, report};
use crate::support::dirty::{organizations, today};
use crate::support::naive::Model;

/// Hard rules only, as far as a profile can say so.
fn silent() -> Profile {
    catalog().fold(Profile::baseline(), |profile, rule| profile.with_level(rule.code(), None))
}

fn has_hard_finding(organization: &Organization, profile: &Profile) -> bool {
    let hard: BTreeSet<_> =
        catalog().filter(|rule| rule.is_hard()).map(officium::rules::Rule::code).collect();
    report(organization, profile).findings().iter().any(|finding| hard.contains(&finding.code()))
}

/// Whether rows that share an id say the same of the seat: who holds it may differ.
fn rows_agree(model: &Model<'_>) -> bool {
    model.ids().iter().all(|id| {
        let rows = model.rows(id).iter().map(|row| {
            let mut row = (*row).clone();
            (row.occupancy, row.fte) = (None, None);
            row
        });
        rows.collect::<std::collections::HashSet<_>>().len() == 1
    })
}

fn are_unique<T: Ord>(ids: impl Iterator<Item = T>) -> bool {
    let ids: Vec<T> = ids.collect();
    let count = ids.len();
    ids.into_iter().collect::<BTreeSet<T>>().len() == count
}

fn keeps_promises(organization: &Organization) -> bool {
    let model = Model::new(organization, today());
    let duty_exists = |row: &officium::Position| {
        let paper = row
            .description
            .as_ref()
            .and_then(|id| organization.descriptions.iter().find(|description| description.id == *id));
        row.delegations.iter().all(|delegation| {
            paper.is_some_and(|paper| paper.duties.iter().any(|duty| duty.id == delegation.duty))
        })
    };
    rows_agree(&model)
        && are_unique(organization.units.iter().map(|it| &it.id))
        && are_unique(organization.descriptions.iter().map(|it| &it.id))
        && oracles::dangling(&model).is_empty()
        && organization.positions.iter().all(duty_exists)
        && oracles::self_superior(&model).is_empty()
        && !is_cyclic_directed(&model.lines())
        && !is_cyclic_directed(&model.unit_parents())
}

proptest! {
    #![proptest_config(cases(1000))]

    #[test]
    fn what_is_written_is_read(organization in organizations()) {
        let text = serde_json::to_string(&organization).expect("plain data");
        let reading = read::json(&text);
        prop_assert!(reading.is_complete(), "{:#?}", reading.findings);
        prop_assert_eq!(reading.organization, organization);
    }
}

#[test]
fn valid_iff_no_hard_finding() {
    let (sound, unsound) = (Cell::new(0), Cell::new(0));
    let run = TestRunner::new(cases(2000)).run(&organizations(), |organization| {
        let verdict = check::validate(organization.clone(), today());
        for profile in [Profile::baseline(), Profile::structure(), silent()] {
            prop_assert_eq!(
                verdict.is_err(),
                has_hard_finding(&organization, &profile),
                "{}",
                profile.name()
            );
        }
        prop_assert_eq!(verdict.is_ok(), keeps_promises(&organization));
        match verdict {
            Ok(valid) => {
                sound.set(sound.get() + 1);
                prop_assert!(valid.reporting_rings().is_empty() && valid.unit_rings().is_empty());
                prop_assert_eq!(valid.into_inner().into_organization(), organization);
            }
            Err(invalid) => {
                unsound.set(unsound.get() + 1);
                prop_assert!(!invalid.report.is_empty());
                prop_assert_eq!(invalid.graph.into_organization(), organization);
            }
        }
        Ok(())
    });
    assert!(run.is_ok(), "{}", run.expect_err("it failed"));
    // a strategy that has come to make one kind only would prove nothing
    assert!(sound.get() > 100 && unsound.get() > 100, "{} sound, {} unsound", sound.get(), unsound.get());
}
