//! Sets of positions.

use super::{OrganizationGraph, PositionRef};
use crate::model::PositionId;

/// A set of positions of one graph, in the order of the graph.
///
/// Sets of two different graphs have nothing in common.
#[derive(Clone)]
pub struct PositionSet<'g> {
    graph: &'g OrganizationGraph,
    nodes: Vec<u32>,
}

impl<'g> PositionSet<'g> {
    pub(crate) fn new(graph: &'g OrganizationGraph, mut nodes: Vec<u32>) -> Self {
        nodes.sort_unstable();
        nodes.dedup();
        Self { graph, nodes }
    }

    /// How many.
    #[must_use]
    pub fn len(&self) -> usize {
        self.nodes.len()
    }

    /// Whether there are none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.nodes.is_empty()
    }

    /// Whether the position of that id is among them.
    #[must_use]
    pub fn contains(&self, id: &PositionId) -> bool {
        self.graph.node(id).is_some_and(|node| self.has(node))
    }

    /// The positions.
    pub fn iter(&self) -> impl Iterator<Item = PositionRef<'g>> + '_ {
        self.nodes.iter().filter_map(|&node| PositionRef::new(self.graph, node))
    }

    /// Those for which `keep` says yes.
    #[must_use]
    pub fn filter(&self, keep: impl Fn(PositionRef<'g>) -> bool) -> Self {
        let nodes = self.iter().filter(|&position| keep(position)).map(PositionRef::node).collect();
        Self { graph: self.graph, nodes }
    }

    /// Those in either.
    #[must_use]
    pub fn union(&self, other: &Self) -> Self {
        Self::new(self.graph, self.nodes.iter().chain(other.of(self.graph)).copied().collect())
    }

    /// Those in both.
    #[must_use]
    pub fn intersection(&self, other: &Self) -> Self {
        let both = other.of(self.graph).iter().copied().filter(|&node| self.has(node));
        Self { graph: self.graph, nodes: both.collect() }
    }

    /// Those in this one only.
    #[must_use]
    pub fn difference(&self, other: &Self) -> Self {
        let other = other.of(self.graph);
        let rest = self.nodes.iter().copied().filter(|node| other.binary_search(node).is_err());
        Self { graph: self.graph, nodes: rest.collect() }
    }

    fn has(&self, node: u32) -> bool {
        self.nodes.binary_search(&node).is_ok()
    }

    fn of(&self, graph: &OrganizationGraph) -> &[u32] {
        if std::ptr::eq(self.graph, graph) { &self.nodes } else { &[] }
    }
}

impl PartialEq for PositionSet<'_> {
    fn eq(&self, other: &Self) -> bool {
        std::ptr::eq(self.graph, other.graph) && self.nodes == other.nodes
    }
}

impl Eq for PositionSet<'_> {}

impl std::fmt::Debug for PositionSet<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_set().entries(self.iter().map(PositionRef::id)).finish()
    }
}
