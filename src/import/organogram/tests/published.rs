//! Snapshots as published, against facts that were computed without this crate.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use super::*;
use crate::Organization;

/// What a snapshot holds.
#[derive(Debug, PartialEq, Eq)]
struct Facts {
    rows: usize,
    ids: usize,
    repeated: usize,
    without_superior: usize,
    dangling: usize,
    own_superior: usize,
    span: usize,
}

/// What an import of the senior posts holds: the superiors of an id are all that any of its rows name.
fn facts(organization: &Organization) -> Facts {
    let mut superiors: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
    let mut rows: BTreeMap<&str, usize> = BTreeMap::new();
    let mut below: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
    for seat in &organization.positions {
        *rows.entry(seat.id.as_str()).or_default() += 1;
        let named = superiors.entry(seat.id.as_str()).or_default();
        for line in &seat.reporting {
            named.insert(line.superior.as_str());
            below.entry(line.superior.as_str()).or_default().insert(seat.id.as_str());
        }
    }
    let pairs =
        || superiors.iter().flat_map(|(&id, named)| named.iter().map(move |&superior| (id, superior)));
    let others = |(superior, ids): (&&str, &BTreeSet<&str>)| ids.len() - usize::from(ids.contains(superior));
    Facts {
        rows: organization.positions.len(),
        ids: rows.len(),
        repeated: rows.values().filter(|&&count| count > 1).count(),
        without_superior: superiors.values().filter(|named| named.is_empty()).count(),
        dangling: pairs().filter(|(_, superior)| !rows.contains_key(superior)).count(),
        own_superior: pairs().filter(|(id, superior)| id == superior).count(),
        span: below
            .iter()
            .filter(|(superior, _)| rows.contains_key(*superior))
            .map(others)
            .max()
            .unwrap_or_default(),
    }
}

fn commission() -> (&'static [u8], &'static [u8]) {
    (
        include_bytes!(
            "../../../../tests/data/organogram/infrastructure_planning_commission-2011-03-31-senior.csv"
        ),
        include_bytes!(
            "../../../../tests/data/organogram/infrastructure_planning_commission-2011-03-31-junior.csv"
        ),
    )
}

const COMMISSION: Facts =
    Facts { rows: 14, ids: 14, repeated: 0, without_superior: 0, dangling: 0, own_superior: 1, span: 10 };

#[test]
fn the_copy_in_this_repository_holds_its_facts() {
    let imported = organogram(commission().0, None).unwrap();
    assert_eq!(facts(&imported.organization), COMMISSION);
    assert_eq!(
        remarks(&imported),
        ["senior file, line 1: the column `Parent Department` means nothing here: its cells were left out"]
    );
    let organization = imported.organization;
    assert_eq!(organization.name.unwrap().as_str(), "Infrastructure Planning Commission");
    assert_eq!((organization.units.len(), organization.descriptions.len()), (5, 14));
}

#[test]
fn the_junior_copy_is_pooled_under_it() {
    let (senior, junior) = commission();
    let organization = organogram(senior, Some(junior)).unwrap().organization;
    assert_eq!((organization.positions.len(), organization.units.len()), (44, 5));
    let last = organization.positions.last().unwrap();
    assert!(matches!(last.occupancy, Some(Occupancy::Pool { .. })));
    let pools: Vec<_> =
        organization.positions.iter().filter(|seat| seat.id.as_str().starts_with("13/junior-")).collect();
    assert_eq!(pools.len(), 18);
    assert!(pools.iter().all(|pool| pool.reporting[0].superior.as_str() == "13"));
}

#[test]
fn the_other_snapshots_hold_their_facts_where_they_are_at_hand() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/data/organogram");
    let expected = [
        ("environment_agency-2011-03-31", 2222, [163, 163, 0, 1, 0, 0, 11]),
        ("department_of_education-2011-09-30", 364, [128, 122, 3, 1, 8, 0, 9]),
        ("department_for_international_development-2013-09-30", 371, [89, 89, 0, 1, 0, 3, 13]),
    ];
    for (name, juniors, [rows, ids, repeated, without_superior, dangling, own_superior, span]) in expected {
        let read = |kind: &str| std::fs::read(folder.join(format!("{name}-{kind}.csv"))).ok();
        let (Some(senior), Some(junior)) = (read("senior"), read("junior")) else {
            continue;
        };
        let imported = organogram(&senior, None).unwrap();
        let facts = facts(&imported.organization);
        assert_eq!(
            facts,
            Facts { rows, ids, repeated, without_superior, dangling, own_superior, span },
            "{name}"
        );
        let whole = organogram(&senior, Some(&junior)).unwrap();
        assert_eq!(whole.organization.positions.len(), rows + juniors, "{name}");
        assert!(whole.remarks.iter().all(|remark| remark.line == 1), "{name}: {:?}", whole.remarks);
    }
}
