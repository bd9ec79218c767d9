//! What the graph says of positions, said again without an index: slow, and as plain as the documentation.

use std::collections::{BTreeMap, BTreeSet};

use officium::{
    Date, Description, LineKind, Occupancy, Organization, Period, Position, PositionId, Standing, Substitute,
    Substitution, Unit,
};
use petgraph::graph::{DiGraph, NodeIndex};

/// The rows of an organisation by id, for one day.
pub(crate) struct Model<'o> {
    pub(crate) organization: &'o Organization,
    on: Date,
    rows: BTreeMap<&'o str, Vec<&'o Position>>,
    order: Vec<&'o str>,
}

/// Positions or units with their solid lines or parents, for an independent judge.
pub(crate) type Lines<'o> = DiGraph<&'o str, ()>;

impl<'o> Model<'o> {
    pub(crate) fn new(organization: &'o Organization, on: Date) -> Self {
        let mut model = Self { organization, on, rows: BTreeMap::new(), order: Vec::new() };
        for position in &organization.positions {
            let rows = model.rows.entry(position.id.as_str()).or_default();
            if rows.is_empty() {
                model.order.push(position.id.as_str());
            }
            rows.push(position);
        }
        model
    }

    /// In the order in which they first appear.
    pub(crate) fn ids(&self) -> &[&'o str] {
        &self.order
    }

    pub(crate) fn has(&self, id: &str) -> bool {
        self.rows.contains_key(id)
    }

    pub(crate) fn rows(&self, id: &str) -> &[&'o Position] {
        self.rows.get(id).map_or(&[], Vec::as_slice)
    }

    pub(crate) fn in_force(&self, period: Option<&Period>) -> bool {
        let Some(Period { from, until, .. }) = period else { return true };
        from.is_none_or(|from| from <= self.on) && until.is_none_or(|until| until >= self.on)
    }

    fn is_past(&self, row: &Position) -> bool {
        row.closed.is_some_and(|closed| closed <= self.on)
    }

    /// The rows that exist on the day.
    pub(crate) fn open_rows(&self, id: &str) -> Vec<&'o Position> {
        let mut rows = self.rows(id).to_vec();
        rows.retain(|row| row.opened.is_none_or(|opened| opened <= self.on) && !self.is_past(row));
        rows
    }

    pub(crate) fn is_open(&self, id: &str) -> bool {
        !self.open_rows(id).is_empty()
    }

    pub(crate) fn is_closed(&self, id: &str) -> bool {
        self.rows(id).iter().all(|row| self.is_past(row))
    }

    pub(crate) fn is_head(&self, id: &str) -> bool {
        self.standings(id)
            .iter()
            .any(|standing| matches!(standing, Standing::Head { .. } | Standing::CoHead { .. }))
    }

    pub(crate) fn is_led_from_outside(&self, id: &str) -> bool {
        self.standings(id).iter().any(|standing| matches!(standing, Standing::ExternalSuperior { .. }))
    }

    pub(crate) fn standings(&self, id: &str) -> Vec<&'o Standing> {
        self.rows(id).iter().filter_map(|row| row.standing.as_ref()).collect()
    }

    pub(crate) fn heads(&self) -> Vec<&'o str> {
        self.order.iter().copied().filter(|id| self.is_open(id) && self.is_head(id)).collect()
    }

    /// Whom its solid lines in force name, each once: itself and ids that nobody declares included.
    pub(crate) fn named_superiors(&self, id: &str) -> Vec<&'o str> {
        let mut superiors = Vec::new();
        for line in self.open_rows(id).into_iter().flat_map(|row| &row.reporting) {
            let counts = line.kind == LineKind::Solid && self.in_force(line.period.as_ref());
            if counts && !superiors.contains(&line.superior.as_str()) {
                superiors.push(line.superior.as_str());
            }
        }
        superiors
    }

    pub(crate) fn superiors(&self, id: &str) -> Vec<&'o str> {
        let mut superiors = self.named_superiors(id);
        superiors.retain(|superior| self.has(superior) && *superior != id);
        superiors
    }

    pub(crate) fn chain_of_command(&self, id: &'o str) -> Vec<&'o str> {
        let mut way = vec![id];
        while let Some(next) = way.last().and_then(|last| self.superiors(last).first().copied()) {
            if way.contains(&next) {
                break;
            }
            way.push(next);
        }
        way.split_off(1)
    }

    /// Itself and whoever can be reached along solid lines.
    pub(crate) fn at_or_above(&self, id: &'o str) -> BTreeSet<&'o str> {
        let mut above = BTreeSet::new();
        let mut todo = vec![id];
        while let Some(id) = todo.pop() {
            if above.insert(id) {
                todo.extend(self.superiors(id));
            }
        }
        above
    }

    pub(crate) fn subordinates(&self, id: &str) -> BTreeSet<&'o str> {
        self.order.iter().copied().filter(|below| self.superiors(below).contains(&id)).collect()
    }

    pub(crate) fn all_subordinates(&self, id: &str) -> BTreeSet<&'o str> {
        let under = |below: &&'o str| *below != id && self.at_or_above(below).contains(id);
        self.order.iter().copied().filter(under).collect()
    }

    /// Its substitutions that are in force.
    pub(crate) fn substitutions(&self, id: &str) -> Vec<&'o Substitution> {
        let mut all: Vec<_> = self.open_rows(id).into_iter().flat_map(|row| &row.substitution).collect();
        all.retain(|substitution| self.in_force(substitution.period.as_ref()));
        all
    }

    pub(crate) fn substitutes(&self, id: &str) -> BTreeSet<&'o str> {
        let named = self.substitutions(id).into_iter().flat_map(named_by);
        named.map(PositionId::as_str).filter(|substitute| self.has(substitute)).collect()
    }

    pub(crate) fn stands_in_for(&self, id: &str) -> BTreeSet<&'o str> {
        let covered = |absent: &&'o str| *absent != id && self.substitutes(absent).contains(id);
        self.order.iter().copied().filter(covered).collect()
    }

    /// By the row that is asked: what says nothing of who sits there is no proof that nobody does.
    fn is_empty_seat(&self, row: &Position) -> Option<bool> {
        Some(match row.occupancy.as_ref()? {
            Occupancy::Vacant { since } => since.is_none_or(|since| since <= self.on),
            Occupancy::Held { holders } => {
                !holders.is_empty() && !holders.iter().any(|holder| self.in_force(holder.period.as_ref()))
            }
            _ => false,
        })
    }

    pub(crate) fn is_vacant(&self, id: &str) -> bool {
        let stated: Vec<bool> = self.rows(id).iter().filter_map(|row| self.is_empty_seat(row)).collect();
        !stated.is_empty() && stated.iter().all(|empty| *empty)
    }

    pub(crate) fn seats_filled(&self, id: &str) -> usize {
        let mut filled = 0;
        for row in self.open_rows(id) {
            filled += match &row.occupancy {
                Some(Occupancy::Held { holders }) if !holders.is_empty() => self.persons(row).len(),
                Some(Occupancy::Vacant { .. }) => usize::from(self.is_empty_seat(row) == Some(false)),
                Some(Occupancy::Pool { seats }) => usize::try_from(seats.get()).expect("a small number"),
                _ => 1,
            };
        }
        filled
    }

    /// The holders in force of a row, by their person ids, where they have one.
    fn persons(&self, row: &'o Position) -> Vec<Option<&'o str>> {
        let Some(Occupancy::Held { holders }) = &row.occupancy else { return Vec::new() };
        let there = holders.iter().filter(|holder| self.in_force(holder.period.as_ref()));
        there.map(|holder| holder.person.as_ref().map(officium::PersonId::as_str)).collect()
    }

    pub(crate) fn sole_person(&self, id: &str) -> Option<&'o str> {
        let persons: BTreeSet<_> = self.open_rows(id).into_iter().flat_map(|row| self.persons(row)).collect();
        if persons.len() == 1 { persons.first().copied().flatten() } else { None }
    }

    pub(crate) fn unit(&self, id: &str) -> Option<&'o Unit> {
        let wanted = self.rows(id).iter().find_map(|row| row.unit.as_ref())?;
        self.organization.units.iter().find(|unit| unit.id == *wanted)
    }

    pub(crate) fn description(&self, id: &str) -> Option<&'o Description> {
        let wanted = self.rows(id).iter().find_map(|row| row.description.as_ref())?;
        self.organization.descriptions.iter().find(|description| description.id == *wanted)
    }

    /// The solid lines in force, without those to oneself.
    pub(crate) fn lines(&self) -> Lines<'o> {
        let edges = self.order.iter().flat_map(|id| self.superiors(id).into_iter().map(|to| (*id, to)));
        graph_of(&self.order, edges)
    }

    /// The parents of units, those that are their own included; of several rows with one id, all.
    pub(crate) fn unit_parents(&self) -> Lines<'o> {
        let units = &self.organization.units;
        let ids: BTreeSet<&str> = units.iter().map(|unit| unit.id.as_str()).collect();
        let edges: Vec<_> = units
            .iter()
            .filter_map(|unit| Some((unit.id.as_str(), unit.parent.as_ref()?.as_str())))
            .filter(|(_, parent)| ids.contains(parent))
            .collect();
        graph_of(&ids.into_iter().collect::<Vec<_>>(), edges)
    }
}

/// The positions that a substitution names.
pub(crate) fn named_by(substitution: &Substitution) -> &[PositionId] {
    match &substitution.substitute {
        Substitute::Position { position } => std::slice::from_ref(position),
        Substitute::Pool { positions } => positions,
        _ => &[],
    }
}

pub(crate) fn graph_of<'o>(
    ids: &[&'o str],
    edges: impl IntoIterator<Item = (&'o str, &'o str)>,
) -> Lines<'o> {
    let mut graph = Lines::new();
    let nodes: BTreeMap<&str, NodeIndex> = ids.iter().map(|id| (*id, graph.add_node(id))).collect();
    for (from, to) in edges {
        graph.update_edge(nodes[from], nodes[to], ());
    }
    graph
}
