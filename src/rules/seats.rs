//! Which seats a description serves, and where seats belong.

use super::Context;
use crate::graph::{Adjacency, OrganizationGraph, PositionRef};

/// The open positions of each description.
pub(crate) struct Seats<'g> {
    graph: &'g OrganizationGraph,
    /// From the row of a description to the nodes of its positions.
    of: Adjacency,
}

impl<'g> Seats<'g> {
    pub(super) fn new(cx: &Context<'g>) -> Self {
        let mut seats = Vec::new();
        for position in cx.open() {
            let row = position.description_row().and_then(|row| u32::try_from(row).ok());
            seats.extend(row.map(|row| (row, position.node())));
        }
        Self { graph: cx.graph, of: Adjacency::new(cx.organization().descriptions.len(), &seats) }
    }

    /// The open positions of the description on that row, in the order of the graph.
    pub(crate) fn of(&self, row: usize) -> impl Iterator<Item = PositionRef<'g>> + Clone {
        self.of.of(row).iter().filter_map(|&node| PositionRef::new(self.graph, node))
    }
}
