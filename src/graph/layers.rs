//! How high the organisation is.

use super::Adjacency;
use super::components::components;

/// The height of a graph of superiors, with knots drawn together.
pub(crate) struct Layers {
    /// Components of two or more nodes.
    pub(crate) knots: usize,
    /// The most edges on a way that enters no component twice.
    pub(crate) longest_chain: usize,
}

impl Layers {
    pub(crate) fn new(superiors: &Adjacency) -> Self {
        let knots = components(superiors);
        let mut whole: Vec<u32> = (0u32..).zip(0..superiors.len()).map(|(node, _)| node).collect();
        for knot in &knots {
            for member in knot {
                if let (Some(place), Some(first)) = (whole.get_mut(*member as usize), knot.first()) {
                    *place = *first;
                }
            }
        }
        let drawn = |node: u32| whole.get(node as usize).copied().unwrap_or(node);
        let edges =
            superiors.edges().map(|(from, to)| (drawn(from), drawn(to))).filter(|(from, to)| from != to);
        let edges: Vec<(u32, u32)> = edges.collect();
        Self { knots: knots.len(), longest_chain: longest_way(&Adjacency::new(superiors.len(), &edges)) }
    }
}

/// The most edges on a way in a graph without rings: nodes are taken once everything that leads to them has been.
fn longest_way(graph: &Adjacency) -> usize {
    let mut entering = vec![0u32; graph.len()];
    for (_, to) in graph.edges() {
        if let Some(count) = entering.get_mut(to as usize) {
            *count += 1;
        }
    }
    let free = (0u32..).zip(&entering).filter(|(_, count)| **count == 0);
    let mut todo: Vec<u32> = free.map(|(node, _)| node).collect();
    let mut length = vec![0usize; graph.len()];
    let mut longest = 0;
    while let Some(node) = todo.pop() {
        let so_far = length.get(node as usize).copied().unwrap_or_default();
        longest = longest.max(so_far);
        for &to in graph.of(node as usize) {
            if let Some(best) = length.get_mut(to as usize) {
                *best = (*best).max(so_far + 1);
            }
            if let Some(count) = entering.get_mut(to as usize) {
                *count -= 1;
                if *count == 0 {
                    todo.push(to);
                }
            }
        }
    }
    longest
}
