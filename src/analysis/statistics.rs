//! The organisation in numbers.

use serde::Serialize;

use crate::graph::{OrganizationGraph, PositionRef};
use crate::model::{LineKind, PositionId};

/// An organisation in numbers, on the day of its graph, dirt included.
///
/// An id that stands on several rows is one position, which states what any of its rows states. Only what exists on the day and
/// is in force on it counts.
///
/// ```
/// use officium::{Organization, OrganizationGraph, Position, analysis::Statistics};
/// let organization = Organization::new().positions([
///     Position::new("head".parse()?).head(),
///     Position::new("shop".parse()?).reports_to("head".parse()?),
/// ]);
/// let numbers = Statistics::of(&OrganizationGraph::new(organization, "2026-01-01".parse()?));
/// assert_eq!((numbers.positions, numbers.longest_chain, numbers.largest_span), (2, 1, 1));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct Statistics {
    /// Rows of the list of positions.
    pub rows: usize,
    /// Distinct ids.
    pub positions: usize,
    /// Ids that stand on several rows.
    pub duplicate_ids: usize,
    /// Positions marked as head or co-head.
    pub heads: usize,
    /// Positions for which no row names a superior on a solid line, heads included.
    pub without_superior: usize,
    /// Distinct pairs of a position and a superior on a solid line that is no position.
    pub dangling_superiors: usize,
    /// Positions that name themselves as superior on a solid line.
    pub self_superiors: usize,
    /// Knots of two or more positions that report to each other.
    pub rings: usize,
    /// The most solid lines from a position upward, each counted once; a knot counts as one position.
    pub longest_chain: usize,
    /// The most positions that report to one on solid lines, itself left out.
    pub largest_span: usize,
    /// Positions of which it is stated that nobody sits in them.
    pub vacant: usize,
    /// Positions that no substitution in force names somebody for.
    pub without_substitute: usize,
}

impl Statistics {
    /// Counts.
    #[must_use]
    pub fn of(graph: &OrganizationGraph) -> Self {
        let mut numbers = Self { rows: graph.organization().positions.len(), ..Self::default() };
        for position in graph.positions() {
            numbers.positions += 1;
            numbers.duplicate_ids += usize::from(position.rows().nth(1).is_some());
            if position.is_open() {
                numbers.count(graph, position);
            }
        }
        let layers = graph.layers();
        numbers.rings = layers.knots;
        numbers.longest_chain = layers.longest_chain;
        numbers
    }

    fn count(&mut self, graph: &OrganizationGraph, position: PositionRef<'_>) {
        let on = graph.as_of();
        let lines = position
            .open_rows()
            .flat_map(|row| &row.reporting)
            .filter(|line| line.kind == LineKind::Solid && line.in_force(on));
        let mut superiors: Vec<&PositionId> = lines.map(|line| &line.superior).collect();
        superiors.sort_unstable();
        superiors.dedup();
        self.heads += usize::from(position.is_head());
        self.without_superior += usize::from(superiors.is_empty());
        self.dangling_superiors +=
            superiors.iter().filter(|superior| graph.position(superior).is_none()).count();
        self.self_superiors += usize::from(superiors.contains(&position.id()));
        self.largest_span = self.largest_span.max(position.span());
        self.vacant += usize::from(position.is_vacant());
        self.without_substitute += usize::from(!position.has_substitution());
    }
}
