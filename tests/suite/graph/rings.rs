//! Rings of solid lines and of units, against the components that petgraph finds.

use std::collections::{BTreeMap, BTreeSet};

use officium::graph::Ring;
use petgraph::algo::{dijkstra, kosaraju_scc, tarjan_scc};
use petgraph::graph::NodeIndex;
use proptest::collection::vec;
use proptest::prelude::{Strategy, prop_assert, prop_assert_eq, proptest};

use super::{cases, graph};
use crate::support::dirty::{named, organizations, today};
use crate::support::naive::{Lines, Model};

/// Knots by their smallest id: how many belong to each, and how long a shortest ring through that id is.
pub(crate) fn knots<'o>(lines: &Lines<'o>) -> BTreeMap<&'o str, (usize, usize)> {
    let found = kosaraju_scc(lines);
    assert_eq!(found.len(), tarjan_scc(lines).len(), "the judges agree");
    let knots = found.into_iter().filter(|knot| knot.len() > 1);
    knots
        .map(|knot| {
            let start = knot.iter().copied().min_by_key(|node| lines[*node]).expect("it has members");
            (lines[start], (knot.len(), shortest(lines, start)))
        })
        .collect()
}

/// One step away from `start`, and the shortest way back.
fn shortest(lines: &Lines<'_>, start: NodeIndex) -> usize {
    let back = |from: NodeIndex| dijkstra(lines, from, Some(start), |_| 1usize).get(&start).copied();
    let lengths = lines.neighbors(start).filter(|next| *next != start).filter_map(back);
    lengths.min().expect("it lies on a ring") + 1
}

/// That each id has a line to the next and the last to the first, and none comes twice.
fn is_ring(lines: &Lines<'_>, ring: &[String]) -> bool {
    let nodes: BTreeMap<&str, NodeIndex> = lines.node_indices().map(|node| (lines[node], node)).collect();
    let next = ring.iter().cycle().skip(1);
    let closed = ring.iter().zip(next).all(|(from, to)| lines.contains_edge(nodes[&**from], nodes[&**to]));
    closed && ring.iter().collect::<BTreeSet<_>>().len() == ring.len()
}

fn agree(rings: &[Ring], lines: &Lines<'_>) {
    for ring in rings {
        assert!(is_ring(lines, &ring.ids), "{ring:?} is no ring");
        assert_eq!(ring.ids.iter().min(), ring.ids.first());
    }
    let found: BTreeMap<&str, (usize, usize)> =
        rings.iter().map(|ring| (ring.ids[0].as_str(), (ring.knot, ring.ids.len()))).collect();
    assert_eq!(found.len(), rings.len(), "no knot is reported twice");
    assert_eq!(found, knots(lines));
    assert!(rings.is_sorted_by_key(|ring| &ring.ids));
}

/// Positions that report to any others: knots large enough to hold several rings.
fn tangles() -> impl Strategy<Value = officium::Organization> {
    vec(vec(0..12usize, 0..=3), 1..=12).prop_map(|lines| {
        let id = |number: usize| named::<officium::PositionId>(&format!("p{number}"));
        // from the highest number on, so that the first row is not the smallest id
        let rows = lines.into_iter().enumerate().rev();
        officium::Organization::new().positions(rows.map(|(number, superiors)| {
            superiors.into_iter().fold(officium::Position::new(id(number)), |position, superior| {
                position.reports_to(id(superior))
            })
        }))
    })
}

proptest! {
    #![proptest_config(cases(1500))]

    #[test]
    fn of_dirty_organisations(organization in organizations()) {
        let model = Model::new(&organization, today());
        agree(&graph(&organization).reporting_rings(), &model.lines());
    }

    #[test]
    fn of_tangles(organization in tangles()) {
        let model = Model::new(&organization, today());
        agree(&graph(&organization).reporting_rings(), &model.lines());
    }

    #[test]
    fn of_units(organization in organizations()) {
        let model = Model::new(&organization, today());
        let parents = model.unit_parents();
        let (own, rings): (Vec<Ring>, Vec<Ring>) =
            graph(&organization).unit_rings().into_iter().partition(|ring| ring.ids.len() == 1);
        prop_assert!(own.iter().all(|ring| ring.knot == 1));
        let own: BTreeSet<&str> = own.iter().map(|ring| ring.ids[0].as_str()).collect();
        let loops = parents.node_indices().filter(|node| parents.contains_edge(*node, *node));
        prop_assert_eq!(own, loops.map(|node| parents[node]).collect::<BTreeSet<_>>());
        agree(&rings, &parents);
    }
}
