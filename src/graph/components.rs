//! Strongly connected components and the rings in them.

use std::collections::VecDeque;

use super::Adjacency;

/// Positions or units each of which leads to the next, and the last to the first.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Ring {
    /// The ids, from the smallest on, along the lines.
    pub ids: Vec<String>,
    /// How many belong to the knot of which this is a ring: a shortest one through its smallest id.
    pub knot: usize,
}

const UNSEEN: u32 = u32::MAX;

/// The strongly connected components of two or more nodes, each sorted.
///
/// Tarjan's algorithm with its own stack: a chain of a million nodes is no reason to overflow another.
pub(crate) fn components(graph: &Adjacency) -> Vec<Vec<u32>> {
    if graph.is_free_of_rings() {
        return Vec::new();
    }
    let mut search = Search {
        graph,
        order: vec![UNSEEN; graph.len()],
        lowest: vec![0; graph.len()],
        on_path: vec![false; graph.len()],
        path: Vec::new(),
        found: Vec::new(),
        next: 0,
    };
    for (root, node) in (0u32..).zip(0..graph.len()) {
        if search.order.get(node) == Some(&UNSEEN) {
            search.from(root);
        }
    }
    search.found.sort_unstable();
    search.found
}

struct Search<'g> {
    graph: &'g Adjacency,
    order: Vec<u32>,
    lowest: Vec<u32>,
    on_path: Vec<bool>,
    path: Vec<u32>,
    found: Vec<Vec<u32>>,
    next: u32,
}

impl Search<'_> {
    fn enter(&mut self, node: u32) {
        let at = node as usize;
        if let (Some(order), Some(lowest), Some(on_path)) =
            (self.order.get_mut(at), self.lowest.get_mut(at), self.on_path.get_mut(at))
        {
            *order = self.next;
            *lowest = self.next;
            *on_path = true;
        }
        self.next += 1;
        self.path.push(node);
    }

    fn lower(&mut self, node: u32, to: u32) {
        if let Some(lowest) = self.lowest.get_mut(node as usize) {
            *lowest = (*lowest).min(to);
        }
    }

    fn from(&mut self, root: u32) {
        self.enter(root);
        // a node, and how many of its edges have been followed
        let mut open: Vec<(u32, usize)> = vec![(root, 0)];
        while let Some((node, followed)) = open.last_mut() {
            let node = *node;
            let target = self.graph.of(node as usize).get(*followed).copied();
            *followed += 1;
            let Some(target) = target else {
                open.pop();
                self.leave(node, open.last().map(|(parent, _)| *parent));
                continue;
            };
            match self.order.get(target as usize) {
                Some(&UNSEEN) => {
                    self.enter(target);
                    open.push((target, 0));
                }
                Some(&order) if self.on_path.get(target as usize) == Some(&true) => self.lower(node, order),
                _ => {}
            }
        }
    }

    fn leave(&mut self, node: u32, parent: Option<u32>) {
        let at = node as usize;
        let lowest = self.lowest.get(at).copied().unwrap_or_default();
        if let Some(parent) = parent {
            self.lower(parent, lowest);
        }
        if self.order.get(at) != Some(&lowest) {
            return;
        }
        let start = self.path.iter().rposition(|&member| member == node).unwrap_or_default();
        let mut component = self.path.split_off(start);
        for &member in &component {
            if let Some(on_path) = self.on_path.get_mut(member as usize) {
                *on_path = false;
            }
        }
        if component.len() > 1 {
            component.sort_unstable();
            self.found.push(component);
        }
    }
}

/// A shortest ring through `start` within `component`, which is sorted and holds it: along the edges, beginning with `start`.
pub(crate) fn shortest_ring(graph: &Adjacency, component: &[u32], start: u32) -> Vec<u32> {
    let place = |node: u32| component.binary_search(&node).ok();
    let mut came_from: Vec<Option<u32>> = vec![None; component.len()];
    let mut todo = VecDeque::from([start]);
    while let Some(node) = todo.pop_front() {
        for &target in graph.of(node as usize) {
            if target == node {
                continue;
            }
            if target == start {
                return walk_back(node, start, |node| {
                    place(node).and_then(|at| came_from.get(at).copied().flatten())
                });
            }
            if let Some(from) =
                place(target).and_then(|at| came_from.get_mut(at)).filter(|from| from.is_none())
            {
                *from = Some(node);
                todo.push_back(target);
            }
        }
    }
    Vec::new()
}

fn walk_back(last: u32, start: u32, before: impl Fn(u32) -> Option<u32>) -> Vec<u32> {
    let mut ring: Vec<u32> =
        std::iter::successors(Some(last), |&node| if node == start { None } else { before(node) }).collect();
    ring.reverse();
    ring
}
