//! The index over an organisation.

use super::adjacency::Adjacency;
use super::components::{Ring, components, shortest_ring};
use super::facts::Facts;
use super::ids::Ids;
use super::layers::Layers;
use super::position_ref::PositionRef;
use super::position_references::PositionReferences;
use super::set::PositionSet;
use crate::model::{
    Date, Description, DescriptionId, LineKind, Organization, Position, PositionId, Unit, UnitId,
};

/// An organisation with an index, for one day.
///
/// Building it never fails: rows that share an id are one position that states what any of them states; references that lead nowhere
/// and rings are there to be asked for. All queries work on such data too, and come to an end on rings. Positions come in the order
/// in which their ids first appear.
///
/// ```
/// use officium::{Organization, OrganizationGraph, Position};
/// let organization = Organization::new().positions([
///     Position::new("head".parse()?).head(),
///     Position::new("sales".parse()?).reports_to("head".parse()?),
///     Position::new("shop".parse()?).reports_to("sales".parse()?),
/// ]);
/// let graph = OrganizationGraph::new(organization, "2026-01-01".parse()?);
/// let shop = graph.position(&"shop".parse()?).ok_or("no shop")?;
/// let chain: Vec<_> = shop.chain_of_command().map(|position| position.id().as_str()).collect();
/// assert_eq!(chain, ["sales", "head"]);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug)]
pub struct OrganizationGraph {
    organization: Organization,
    as_of: Date,
    positions: Ids,
    units: Ids,
    descriptions: Ids,
    superiors: Adjacency,
    subordinates: Adjacency,
    substitutes: Adjacency,
    stands_in_for: Adjacency,
    facts: Vec<Facts>,
    /// What is true of any position.
    any_facts: Facts,
    /// By row of a position, the rows of its unit and its description; `NONE` where there is none.
    homes: Vec<(u32, u32)>,
    /// Rows whose references cannot be vouched for without a closer look, ascending.
    suspects: Vec<u32>,
}

/// No row.
const NONE: u32 = u32::MAX;

impl OrganizationGraph {
    /// Indexes the organisation as it is on the day `as_of`.
    #[must_use]
    pub fn new(organization: Organization, as_of: Date) -> Self {
        let rows = &organization.positions;
        let positions = Ids::new(rows.iter().map(|position| position.id.as_str()));
        let units = Ids::new(organization.units.iter().map(|unit| unit.id.as_str()));
        let descriptions = Ids::new(organization.descriptions.iter().map(|it| it.id.as_str()));
        let node = |id: &PositionId| positions.find(id.as_str());
        let facts_of = |(node, _)| {
            Facts::of(&positions.rows(node).iter().filter_map(|row| rows.get(*row as usize)), as_of)
        };
        let facts: Vec<Facts> = (0u32..).zip(0..positions.len()).map(facts_of).collect();
        let mut lines = Vec::with_capacity(rows.len());
        let mut covers = Vec::with_capacity(rows.len());
        let mut homes = Vec::with_capacity(rows.len());
        let mut suspects = Vec::new();
        for ((row, position), nth) in rows.iter().enumerate().zip(0u32..) {
            let from = positions.node_of(row).filter(|_| position.is_open(as_of));
            let named = PositionReferences::of(position);
            let mut sound = named.are_direct();
            for line in named.lines {
                let to = node(&line.superior);
                sound &= to.is_some();
                let counts = line.kind == LineKind::Solid && line.in_force(as_of);
                lines.extend(from.zip(to).filter(|_| counts));
            }
            for substitution in named.substitutions {
                for substitute in substitution.substitute.positions() {
                    let to = node(substitute);
                    sound &= to.is_some();
                    covers.extend(from.zip(to).filter(|_| substitution.in_force(as_of)));
                }
            }
            let unit = named.unit.map(|id| units.row(id.as_str()));
            let description = named.description.map(|id| descriptions.row(id.as_str()));
            sound &= unit != Some(None) && description != Some(None);
            homes.push((unit.flatten().unwrap_or(NONE), description.flatten().unwrap_or(NONE)));
            if !sound {
                suspects.push(nth);
            }
        }
        let superiors = Adjacency::new(positions.len(), &lines);
        let substitutes = Adjacency::new(positions.len(), &covers);
        Self {
            subordinates: superiors.reversed(),
            stands_in_for: substitutes.reversed(),
            superiors,
            substitutes,
            any_facts: facts.iter().copied().fold(Facts::default(), Facts::or),
            facts,
            homes,
            suspects,
            positions,
            units,
            descriptions,
            organization,
            as_of,
        }
    }

    /// The organisation.
    #[must_use]
    pub fn organization(&self) -> &Organization {
        &self.organization
    }

    /// Gives the organisation back, to be changed and indexed again.
    #[must_use]
    pub fn into_organization(self) -> Organization {
        self.organization
    }

    /// The day for which everything here holds.
    #[must_use]
    pub fn as_of(&self) -> Date {
        self.as_of
    }

    /// The position of that id.
    #[must_use]
    pub fn position(&self, id: &PositionId) -> Option<PositionRef<'_>> {
        self.node(id).and_then(|node| PositionRef::new(self, node))
    }

    /// All positions, in the order in which their ids first appear.
    pub fn positions(&self) -> impl Iterator<Item = PositionRef<'_>> {
        (0u32..).zip(0..self.positions.len()).filter_map(|(node, _)| PositionRef::new(self, node))
    }

    /// All positions as a set.
    #[must_use]
    pub fn all(&self) -> PositionSet<'_> {
        self.set((0u32..).zip(0..self.positions.len()).map(|(node, _)| node).collect())
    }

    /// The heads that are open on the day.
    #[must_use]
    pub fn heads(&self) -> PositionSet<'_> {
        let heads = (0u32..).zip(&self.facts).filter(|(_, it)| it.has(Facts::OPEN) && it.has(Facts::HEAD));
        self.set(heads.map(|(node, _)| node).collect())
    }

    /// The unit of that id; of several, the first.
    #[must_use]
    pub fn unit(&self, id: &UnitId) -> Option<&Unit> {
        self.organization.units.get(self.unit_row(id)?)
    }

    /// The description of that id; of several, the first.
    #[must_use]
    pub fn description(&self, id: &DescriptionId) -> Option<&Description> {
        self.organization.descriptions.get(self.description_row(id)?)
    }

    /// The rings of solid lines: of each knot of positions that report to each other, a shortest one through its smallest id.
    #[must_use]
    pub fn reporting_rings(&self) -> Vec<Ring> {
        let rows = &self.organization.positions;
        rings(&self.superiors, |node| rows.get(self.positions.first(node)).map_or("", |row| row.id.as_str()))
    }

    /// How high the organisation is along solid lines.
    pub(crate) fn layers(&self) -> Layers {
        Layers::new(&self.superiors)
    }

    /// By node, whether it belongs to a knot of positions that report to each other.
    pub(crate) fn in_knots(&self) -> Vec<bool> {
        let mut knotted = vec![false; self.positions.len()];
        for node in components(&self.superiors).into_iter().flatten() {
            if let Some(mark) = knotted.get_mut(node as usize) {
                *mark = true;
            }
        }
        knotted
    }

    /// The rings of units that are parts of each other; a unit that is part of itself is a ring of one.
    #[must_use]
    pub fn unit_rings(&self) -> Vec<Ring> {
        let rows = &self.organization.units;
        let node = |id: &UnitId| self.units.find(id.as_str());
        let edges: Vec<(u32, u32)> = rows
            .iter()
            .enumerate()
            .filter_map(|(row, unit)| Some((self.units.node_of(row)?, node(unit.parent.as_ref()?)?)))
            .collect();
        let parents = Adjacency::new(self.units.len(), &edges);
        let name = |node: u32| rows.get(self.units.first(node)).map_or("", |unit| unit.id.as_str());
        let own = parents.edges().filter(|(from, to)| from == to);
        let mut found: Vec<Ring> =
            own.map(|(node, _)| Ring { ids: vec![name(node).to_owned()], knot: 1 }).collect();
        found.extend(rings(&parents, name));
        found
    }

    pub(crate) fn node(&self, id: &PositionId) -> Option<u32> {
        self.positions.find(id.as_str())
    }

    pub(crate) fn unit_row(&self, id: &UnitId) -> Option<usize> {
        self.units.row(id.as_str()).map(|row| row as usize)
    }

    pub(crate) fn description_row(&self, id: &DescriptionId) -> Option<usize> {
        self.descriptions.row(id.as_str()).map(|row| row as usize)
    }

    /// The row of the unit that a row of a position names, if that exists: it was looked up while indexing.
    pub(crate) fn unit_of_row(&self, row: usize) -> Option<usize> {
        self.homes.get(row).filter(|(unit, _)| *unit != NONE).map(|(unit, _)| *unit as usize)
    }

    /// The row of the description that a row of a position names, if that exists: it was looked up while indexing.
    pub(crate) fn description_of_row(&self, row: usize) -> Option<usize> {
        self.homes.get(row).filter(|(_, it)| *it != NONE).map(|(_, it)| *it as usize)
    }

    pub(crate) fn set(&self, nodes: Vec<u32>) -> PositionSet<'_> {
        PositionSet::new(self, nodes)
    }

    pub(crate) fn position_ids(&self) -> &Ids {
        &self.positions
    }

    pub(crate) fn description_ids(&self) -> &Ids {
        &self.descriptions
    }

    pub(crate) fn unit_ids(&self) -> &Ids {
        &self.units
    }

    /// Solid lines in force, from position to superior; those to oneself included.
    pub(crate) fn superiors(&self) -> &Adjacency {
        &self.superiors
    }

    pub(crate) fn subordinates(&self) -> &Adjacency {
        &self.subordinates
    }

    pub(crate) fn substitutes(&self) -> &Adjacency {
        &self.substitutes
    }

    pub(crate) fn stands_in_for(&self) -> &Adjacency {
        &self.stands_in_for
    }

    pub(crate) fn facts(&self, node: u32) -> Facts {
        self.facts.get(node as usize).copied().unwrap_or_default()
    }

    /// The positions of which such facts are true.
    pub(crate) fn positions_where(
        &self,
        wanted: impl Fn(Facts) -> bool,
    ) -> impl Iterator<Item = PositionRef<'_>> {
        let nodes = (0u32..).zip(&self.facts).filter(move |(_, facts)| wanted(**facts));
        nodes.filter_map(|(node, _)| PositionRef::new(self, node))
    }

    /// Whether that is true of any position.
    pub(crate) fn has_any(&self, fact: Facts) -> bool {
        self.any_facts.has(fact)
    }

    /// The rows of positions that may refer to something that does not exist: all others were looked up while indexing.
    pub(crate) fn suspects(&self) -> &[u32] {
        &self.suspects
    }

    /// The rows of a node.
    pub(crate) fn rows(&self, node: u32) -> impl Iterator<Item = &Position> + Clone {
        self.positions.rows(node).iter().filter_map(|row| self.organization.positions.get(*row as usize))
    }
}

/// A shortest ring of each component, through its smallest id; by that id.
pub(crate) fn rings<'r>(graph: &Adjacency, name: impl Fn(u32) -> &'r str) -> Vec<Ring> {
    let mut found: Vec<Ring> = components(graph)
        .iter()
        .filter_map(|component| {
            let start = component.iter().copied().min_by_key(|&node| name(node))?;
            let ring = shortest_ring(graph, component, start);
            Some(Ring {
                ids: ring.into_iter().map(|node| name(node).to_owned()).collect(),
                knot: component.len(),
            })
        })
        .collect();
    found.sort_by(|a, b| a.ids.cmp(&b.ids));
    found
}
