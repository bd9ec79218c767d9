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
    pub(crate) fn new(cx: &Context<'g>) -> Self {
        let mut seats = Vec::new();
        for position in cx.open() {
            let row = description_row(cx, position).and_then(|row| u32::try_from(row).ok());
            seats.extend(row.map(|row| (row, position.node())));
        }
        Self { graph: cx.graph, of: Adjacency::new(cx.organization().descriptions.len(), &seats) }
    }

    /// The open positions of the description on that row, in the order of the graph.
    pub(crate) fn of(&self, row: usize) -> impl Iterator<Item = PositionRef<'g>> + Clone {
        self.of.of(row).iter().filter_map(|&node| PositionRef::new(self.graph, node))
    }
}

/// The row of the description of a position, if that exists.
pub(crate) fn description_row(cx: &Context<'_>, position: PositionRef<'_>) -> Option<usize> {
    position.rows().find_map(|row| row.description.as_ref()).and_then(|id| cx.graph.description_row(id))
}

/// The row of the unit of a position, if that exists.
pub(crate) fn unit_row(cx: &Context<'_>, position: PositionRef<'_>) -> Option<usize> {
    position.rows().find_map(|row| row.unit.as_ref()).and_then(|id| cx.graph.unit_row(id))
}
