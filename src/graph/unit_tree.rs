//! Which unit is part of which.

use super::adjacency::Adjacency;
use super::organization_graph::OrganizationGraph;

/// The tree of units, numbered so that each unit's parts have the numbers between its first and its last.
pub(crate) struct UnitTree {
    /// By row; `None` on a ring of units or below one.
    numbers: Vec<Option<(u32, u32)>>,
}

impl UnitTree {
    pub(crate) fn new(graph: &OrganizationGraph) -> Self {
        let units = &graph.organization().units;
        let ids = graph.unit_ids();
        let parent = |row: usize| {
            units.get(row).and_then(|unit| unit.parent.as_ref()).and_then(|id| graph.unit_row(id))
        };
        let mut edges = Vec::new();
        let mut roots = Vec::new();
        for node in (0u32..).zip(0..ids.len()).map(|(node, _)| node) {
            match parent(ids.first(node)).and_then(|row| ids.node_of(row)) {
                Some(parent) => edges.push((parent, node)),
                None => roots.push(node),
            }
        }
        let by_node = numbered(&Adjacency::new(ids.len(), &edges), &roots);
        let numbers =
            (0..units.len()).map(|row| by_node.get(ids.node_of(row)? as usize).copied().flatten()).collect();
        Self { numbers }
    }

    /// Whether the unit on one row is the unit on another or part of it; `None` where rings of units leave it open.
    pub(crate) fn is_within(&self, part: usize, whole: usize) -> Option<bool> {
        let (part, _) = self.span(part)?;
        let (first, last) = self.span(whole)?;
        Some((first..=last).contains(&part))
    }

    /// The number of the unit on that row, and the last number among its parts; `None` on a ring of units or below one.
    pub(crate) fn span(&self, row: usize) -> Option<(u32, u32)> {
        self.numbers.get(row).copied().flatten()
    }
}

/// By node, its own number and the last below it, in the order of a walk from the roots.
fn numbered(children: &Adjacency, roots: &[u32]) -> Vec<Option<(u32, u32)>> {
    let mut numbers = vec![None; children.len()];
    let mut next = 0u32;
    for &root in roots {
        let mut open: Vec<(u32, usize)> = vec![(root, 0)];
        while let Some((node, visited)) = open.last_mut() {
            let at = *node as usize;
            if *visited == 0
                && let Some(number) = numbers.get_mut(at)
            {
                *number = Some((next, next));
                next += 1;
            }
            let child = children.of(at).get(*visited).copied();
            *visited += 1;
            if let Some(child) = child {
                open.push((child, 0));
            } else {
                open.pop();
                if let Some(Some((_, last))) = numbers.get_mut(at) {
                    *last = next.saturating_sub(1);
                }
            }
        }
    }
    numbers
}
