//! A position within its organisation, and what can be asked of it.

use super::facts::{Facts, seats_filled};
use super::{HashSet, OrganizationGraph, PositionSet};
use crate::model::{Description, PersonId, Position, PositionId, Unit};

/// A position of an [`OrganizationGraph`]; copying it costs nothing.
#[derive(Clone, Copy)]
pub struct PositionRef<'g> {
    graph: &'g OrganizationGraph,
    node: u32,
    record: &'g Position,
}

impl<'g> PositionRef<'g> {
    /// `None` for a number that is no node of the graph.
    pub(crate) fn new(graph: &'g OrganizationGraph, node: u32) -> Option<Self> {
        let record = graph.organization().positions.get(graph.position_ids().first(node))?;
        Some(Self { graph, node, record })
    }

    pub(crate) fn node(self) -> u32 {
        self.node
    }

    /// The first row with this id. Its place in the list is the position's place in findings.
    #[must_use]
    pub fn record(self) -> &'g Position {
        self.record
    }

    pub(crate) fn has(self, fact: Facts) -> bool {
        self.facts().has(fact)
    }

    fn facts(self) -> Facts {
        self.graph.facts(self.node)
    }

    pub(crate) fn row(self) -> usize {
        self.graph.position_ids().first(self.node)
    }

    /// All rows with this id: more than one in registers that list a row for each holder, or that are wrong.
    pub fn rows(self) -> impl Iterator<Item = &'g Position> {
        self.graph.rows(self.node)
    }

    /// Its rows that exist on the day.
    pub(crate) fn open_rows(self) -> impl Iterator<Item = &'g Position> {
        let on = self.graph.as_of();
        self.rows().filter(move |row| row.is_open(on))
    }

    /// Its id.
    #[must_use]
    pub fn id(self) -> &'g PositionId {
        &self.record().id
    }

    /// Whether it exists on the day.
    #[must_use]
    pub fn is_open(self) -> bool {
        self.facts().has(Facts::OPEN)
    }

    /// Whether it no longer exists on the day.
    #[must_use]
    pub fn is_closed(self) -> bool {
        self.facts().has(Facts::CLOSED)
    }

    /// Whether it is stated that nobody sits in it on the day.
    #[must_use]
    pub fn is_vacant(self) -> bool {
        self.facts().has(Facts::VACANT)
    }

    /// How many people sit in it at the same time, as far as that is stated: holders in force on the day, the places of a pool,
    /// and one for each further row that a register lists for it without saying who holds it.
    #[must_use]
    pub fn seats_filled(self) -> usize {
        seats_filled(self.rows(), self.graph.as_of())
    }

    /// The person who alone holds it on the day, if that is known.
    #[must_use]
    pub fn sole_person(self) -> Option<&'g PersonId> {
        let on = self.graph.as_of();
        let mut persons =
            self.open_rows().flat_map(|row| row.holders(on)).map(|holder| holder.person.as_ref());
        let first = persons.next()??;
        persons.all(|person| person == Some(first)).then_some(first)
    }

    /// Whether it is marked as head of the organisation, alone or with others.
    #[must_use]
    pub fn is_head(self) -> bool {
        self.facts().has(Facts::HEAD)
    }

    /// Whether it is marked as answering to somebody outside without being a head.
    #[must_use]
    pub fn has_external_superior(self) -> bool {
        self.facts().has(Facts::LED_FROM_OUTSIDE)
    }

    /// The superior on the solid line; of several, the first. A position that reports to itself has none.
    #[must_use]
    pub fn superior(self) -> Option<Self> {
        let all = self.graph.superiors().of(self.node as usize);
        all.iter().find(|&&node| node != self.node).and_then(|&node| Self::new(self.graph, node))
    }

    /// All superiors on solid lines in force, other than itself. More than one is a fault.
    #[must_use]
    pub fn superiors(self) -> PositionSet<'g> {
        let all = self.graph.superiors().of(self.node as usize);
        self.graph.set(all.iter().copied().filter(|&node| node != self.node).collect())
    }

    /// From its superior upward. On a ring, until a position would come a second time.
    #[must_use]
    pub fn chain_of_command(self) -> ChainOfCommand<'g> {
        ChainOfCommand { at: self, seen: HashSet::from_iter([self.node]) }
    }

    /// How many superiors stand above it.
    #[must_use]
    pub fn depth(self) -> usize {
        self.chain_of_command().count()
    }

    /// Those who report to it directly, on solid lines in force.
    #[must_use]
    pub fn subordinates(self) -> PositionSet<'g> {
        self.graph.set(self.graph.subordinates().of(self.node as usize).to_vec())
    }

    /// Everybody below it, without itself.
    #[must_use]
    pub fn all_subordinates(self) -> PositionSet<'g> {
        let reached = self.graph.subordinates().reached([self.node]);
        let below = (0u32..).zip(reached).filter(|(node, reached)| *reached && *node != self.node);
        self.graph.set(below.map(|(node, _)| node).collect())
    }

    /// How many report to it directly.
    #[must_use]
    pub fn span(self) -> usize {
        self.graph.subordinates().of(self.node as usize).len()
    }

    /// Whether a substitution in force names somebody for it: a position, a pool, or the instrument by which somebody is
    /// named when the time comes. Whether the named position exists or is held is another question.
    #[must_use]
    pub fn has_substitution(self) -> bool {
        // a position that is known to stand in is named
        if !self.graph.substitutes().of(self.node as usize).is_empty() {
            return true;
        }
        let on = self.graph.as_of();
        self.open_rows()
            .flat_map(|row| &row.substitution)
            .any(|it| it.in_force(on) && it.substitute.names_somebody())
    }

    /// The positions that stand in for it, by substitutions in force.
    #[must_use]
    pub fn substitutes(self) -> PositionSet<'g> {
        self.graph.set(self.graph.substitutes().of(self.node as usize).to_vec())
    }

    /// The positions for which it stands in, other than itself.
    #[must_use]
    pub fn stands_in_for(self) -> PositionSet<'g> {
        self.graph.set(self.graph.stands_in_for().of(self.node as usize).to_vec())
    }

    /// The unit to which it belongs, if that exists.
    #[must_use]
    pub fn unit(self) -> Option<&'g Unit> {
        self.graph.organization().units.get(self.unit_row()?)
    }

    /// Its description, if that exists.
    #[must_use]
    pub fn description(self) -> Option<&'g Description> {
        self.graph.organization().descriptions.get(self.description_row()?)
    }

    /// The row of the unit to which it belongs, if that exists.
    pub(crate) fn unit_row(self) -> Option<usize> {
        self.graph.unit_of_row(self.first_row(|row| row.unit.is_some())?)
    }

    /// The row of its description, if that exists.
    pub(crate) fn description_row(self) -> Option<usize> {
        self.graph.description_of_row(self.first_row(|row| row.description.is_some())?)
    }

    /// The number of the first of its rows that says something, or of the only row.
    fn first_row(self, says: impl Fn(&Position) -> bool) -> Option<usize> {
        let numbers = self.graph.position_ids().rows(self.node);
        // what the only row says was looked up while indexing: its record need not be visited
        if let [only] = numbers {
            return Some(*only as usize);
        }
        let numbers = numbers.iter().map(|row| *row as usize);
        numbers.zip(self.rows()).find(|(_, row)| says(row)).map(|(number, _)| number)
    }
}

impl PartialEq for PositionRef<'_> {
    fn eq(&self, other: &Self) -> bool {
        std::ptr::eq(self.graph, other.graph) && self.node == other.node
    }
}

impl Eq for PositionRef<'_> {}

impl std::fmt::Debug for PositionRef<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "PositionRef({})", self.id())
    }
}

/// The superiors of a position, from the nearest upward; see [`PositionRef::chain_of_command`].
#[derive(Debug, Clone)]
pub struct ChainOfCommand<'g> {
    at: PositionRef<'g>,
    seen: HashSet<u32>,
}

impl<'g> Iterator for ChainOfCommand<'g> {
    type Item = PositionRef<'g>;

    fn next(&mut self) -> Option<Self::Item> {
        let next = self.at.superior().filter(|superior| self.seen.insert(superior.node))?;
        self.at = next;
        Some(next)
    }
}
