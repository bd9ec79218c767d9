//! Whole organisations: in order, varied, and small when they are to show something.

use std::collections::BTreeMap;

use officium::{
    LineKind, Occupancy, Organization, OrganizationGraph, Position, Standing, Substitute, SubstitutionKind,
    strategies,
};
use proptest::prelude::{prop_assert, prop_assert_eq, proptest};
use proptest::strategy::{Strategy, ValueTree};
use proptest::test_runner::TestError;

use super::{findings, runner};
use crate::graph::cases;

proptest! {
    #![proptest_config(cases(1000))]

    #[test]
    fn are_in_order(organization in strategies::organizations()) {
        prop_assert_eq!(findings(&organization), []);
    }
}

proptest! {
    #![proptest_config(cases(20))]

    #[test]
    fn are_in_order_when_large(organization in strategies::organizations_of(100..=300)) {
        prop_assert!(organization.positions.len() > 100);
        prop_assert_eq!(findings(&organization), []);
    }
}

/// What a part of the organisations has, and a part has not; and to how many rows a case that shows it shrinks, at most.
type Trait = (&'static str, usize, fn(&Organization) -> bool);

fn any(organization: &Organization, has: fn(&Position) -> bool) -> bool {
    organization.positions.iter().any(has)
}

const TRAITS: [Trait; 30] = [
    ("a head alone", 1, |it| it.positions.len() == 1),
    ("ten seats", 10, |it| it.positions.len() >= 10),
    ("co-heads", 2, |it| any(it, |seat| matches!(seat.standing, Some(Standing::CoHead { .. })))),
    ("led from outside", 2, |it| {
        any(it, |seat| matches!(seat.standing, Some(Standing::ExternalSuperior { .. })))
    }),
    ("four levels", 4, |it| depth(it) >= 3),
    ("units in units", 2, |it| it.units.iter().any(|unit| unit.parent.is_some())),
    ("no units", 1, |it| it.units.is_empty()),
    ("a shared description", 4, |it| {
        it.descriptions.iter().any(|paper| {
            let seats = it.positions.iter().filter(|seat| seat.description.as_ref() == Some(&paper.id));
            seats.count() > 2
        })
    }),
    ("no description", 1, |it| any(it, |seat| seat.description.is_none())),
    ("liabilities", 2, |it| it.descriptions.iter().any(|paper| !paper.liabilities.is_empty())),
    ("an amended description", 1, |it| {
        it.descriptions
            .iter()
            .any(|paper| paper.control.as_ref().is_some_and(|control| !control.amendments.is_empty()))
    }),
    ("an acknowledged description", 2, |it| {
        it.descriptions
            .iter()
            .any(|paper| paper.control.as_ref().is_some_and(|control| !control.acknowledgements.is_empty()))
    }),
    ("a draft", 1, |it| it.descriptions.iter().any(|paper| !paper.is_in_force(strategies::AS_OF))),
    ("a qualified holder", 2, |it| {
        any(it, |seat| seat.holders(strategies::AS_OF).any(|holder| !holder.qualifications.is_empty()))
    }),
    ("a vacant seat", 2, |it| any(it, |seat| seat.is_vacant(strategies::AS_OF))),
    ("a pool", 2, |it| any(it, |seat| matches!(seat.occupancy, Some(Occupancy::Pool { .. })))),
    ("co-holders", 2, |it| any(it, |seat| seat.holders(strategies::AS_OF).count() > 1)),
    ("a job share", 3, |it| it.positions.windows(2).any(|rows| rows[0].id == rows[1].id)),
    ("a former holder", 2, |it| {
        any(it, |seat| {
            let listed = matches!(&seat.occupancy, Some(Occupancy::Held { holders }) if holders.len() > 1);
            listed && seat.holders(strategies::AS_OF).count() == 1
        })
    }),
    ("a former seat", 2, |it| any(it, |seat| seat.closed.is_some())),
    ("a planned seat", 2, |it| any(it, |seat| seat.opened.is_some() && seat.closed.is_none())),
    ("a former superior", 3, |it| any(it, |seat| seat.reporting.iter().any(|line| line.period.is_some()))),
    ("another line", 3, |it| any(it, |seat| seat.reporting.iter().any(|line| line.kind != LineKind::Solid))),
    ("no substitute needed", 1, |it| any(it, |seat| seat.no_substitute_because.is_some())),
    ("a substitute for the time being", 3, |it| {
        any(it, |seat| seat.substitution.iter().any(|it| it.kind == SubstitutionKind::Interim))
    }),
    ("a pool of substitutes", 3, |it| names(it, |substitute| matches!(substitute, Substitute::Pool { .. }))),
    ("a substitute by order", 2, |it| {
        names(it, |substitute| matches!(substitute, Substitute::ByOrder { .. }))
    }),
    ("a delegation", 3, |it| any(it, |seat| !seat.delegations.is_empty())),
    ("a declared conflict with both halves", 3, |it| {
        let duties = || it.descriptions.iter().flat_map(|paper| &paper.duties);
        let done = |wanted| duties().any(|duty| duty.activities.contains(wanted));
        it.conflicts.iter().any(|pair| done(&pair.first) && done(&pair.second))
    }),
    ("documents that flow", 1, |it| !it.documents.is_empty()),
];

fn names(organization: &Organization, is_one: fn(&Substitute) -> bool) -> bool {
    organization.positions.iter().flat_map(|seat| &seat.substitution).any(|it| is_one(&it.substitute))
}

fn depth(organization: &Organization) -> usize {
    let graph = OrganizationGraph::new(organization.clone(), strategies::AS_OF);
    graph.positions().map(officium::graph::PositionRef::depth).max().unwrap_or_default()
}

#[test]
fn are_varied() {
    const MADE: usize = 1000;
    let mut runner = runner(1);
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    for _ in 0..MADE {
        let tree = strategies::organizations().new_tree(&mut runner).expect("one is made");
        let organization = tree.current();
        for (name, ..) in TRAITS.iter().filter(|(.., has)| has(&organization)) {
            *counts.entry(name).or_default() += 1;
        }
    }
    for (name, ..) in TRAITS {
        let count = counts.get(name).copied().unwrap_or_default();
        assert!((10..MADE - 10).contains(&count), "{name}: {count} of {MADE}");
    }
}

/// The smallest organisation that shows what the property denies.
fn smallest(denies: impl Fn(&Organization) -> bool) -> Organization {
    let outcome = runner(1000).run(&strategies::organizations(), |organization| {
        prop_assert!(!denies(&organization));
        Ok(())
    });
    let Err(TestError::Fail(_, smallest)) = outcome else { panic!("nothing failed: {outcome:?}") };
    smallest
}

#[test]
fn shrink_to_what_is_needed() {
    for (name, rows, has) in TRAITS {
        let smallest = smallest(has);
        assert!(smallest.positions.len() <= rows, "{name}: {smallest:#?}");
    }
    // and nothing stays that does not matter
    let Organization { documents, responsibilities, conflicts, templates, units, descriptions, .. } =
        smallest(|it| any(it, |seat| seat.is_vacant(strategies::AS_OF)));
    assert!(documents.is_empty() && responsibilities.is_empty() && conflicts.is_empty());
    assert!(templates.is_empty() && units.is_empty() && descriptions.is_empty());
}
