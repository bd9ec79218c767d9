//! The organisation in numbers, counted again by hand.

use std::collections::BTreeMap;

use officium::analysis::Statistics;
use petgraph::algo::{condensation, is_cyclic_directed, kosaraju_scc};
use petgraph::graph::{DiGraph, NodeIndex};
use proptest::prelude::{prop_assert_eq, proptest};

use super::{cases, graph};
use crate::support::dirty::{organizations, today};
use crate::support::naive::Model;

/// The most lines on a way from `node` in a graph without rings, by trying all of them.
fn longest<N>(lines: &DiGraph<N, ()>, node: NodeIndex) -> usize {
    lines.neighbors(node).map(|next| longest(lines, next) + 1).max().unwrap_or(0)
}

fn longest_of_all<N>(lines: &DiGraph<N, ()>) -> usize {
    assert!(!is_cyclic_directed(lines));
    lines.node_indices().map(|node| longest(lines, node)).max().unwrap_or(0)
}

proptest! {
    #![proptest_config(cases(1500))]

    #[test]
    fn numbers_are_counts(organization in organizations()) {
        let model = Model::new(&organization, today());
        let numbers = Statistics::of(&graph(&organization));
        let open: Vec<&str> = model.ids().iter().copied().filter(|id| model.is_open(id)).collect();
        let count = |of: &dyn Fn(&str) -> bool| open.iter().filter(|id| of(id)).count();
        let superiors: BTreeMap<&str, Vec<&str>> =
            open.iter().map(|id| (*id, model.named_superiors(id))).collect();

        prop_assert_eq!(numbers.rows, organization.positions.len());
        prop_assert_eq!(numbers.positions, model.ids().len());
        let doubled = model.ids().iter().filter(|id| model.rows(id).len() > 1).count();
        prop_assert_eq!(numbers.duplicate_ids, doubled);
        prop_assert_eq!(numbers.heads, model.heads().len());
        prop_assert_eq!(numbers.without_superior, count(&|id| superiors[id].is_empty()));
        let dangling = superiors.values().flatten().filter(|superior| !model.has(superior)).count();
        prop_assert_eq!(numbers.dangling_superiors, dangling);
        prop_assert_eq!(numbers.self_superiors, count(&|id| superiors[id].contains(&id)));
        let spans = open.iter().map(|id| model.subordinates(id).len());
        prop_assert_eq!(numbers.largest_span, spans.max().unwrap_or(0));
        prop_assert_eq!(numbers.vacant, count(&|id| model.is_vacant(id)));
        let named = |id: &str| model.substitutions(id).iter().any(|it| it.substitute.names_somebody());
        prop_assert_eq!(numbers.without_substitute, count(&|id| !named(id)));

        let lines = model.lines();
        let knots = kosaraju_scc(&lines).into_iter().filter(|knot| knot.len() > 1).count();
        prop_assert_eq!(numbers.rings, knots);
        if knots == 0 {
            prop_assert_eq!(numbers.longest_chain, longest_of_all(&lines));
        }
        // each knot drawn together into one node, lines within it left out
        prop_assert_eq!(numbers.longest_chain, longest_of_all(&condensation(lines, true)));
    }
}
