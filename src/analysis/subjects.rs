//! What the places of an organisation are called by its people.

use std::collections::BTreeMap;

use crate::diagnostic::{Path, Step, Subject};
use crate::graph::OrganizationGraph;
use crate::model::{DescriptionId, Text, Unit, UnitId};

/// More units than these are not named together: what concerns them all concerns the organisation.
const NAMED_TOGETHER: usize = 3;

/// To whom places belong: positions to their units, descriptions to the units of their seats, units to themselves; the rest to the
/// organisation as a whole.
///
/// ```
/// use officium::{Organization, OrganizationGraph, Position, Unit, analysis::Subjects, diagnostic::Path};
/// let organization = Organization::new()
///     .units([Unit::new("sales".parse()?).title("Sales".parse()?)])
///     .positions([Position::new("clerk".parse()?).title("Sales clerk".parse()?).unit("sales".parse()?)]);
/// let graph = OrganizationGraph::new(organization, "2026-01-01".parse()?);
/// let subject = Subjects::new(&graph).of(&Path::root().member("positions").element(0, "clerk").member("title"));
/// assert_eq!(subject.unit.as_deref(), Some("Sales"));
/// assert_eq!(subject.title.as_deref(), Some("Sales clerk"));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub struct Subjects<'g> {
    graph: &'g OrganizationGraph,
    /// How many units have a title: of several, each is named with its id.
    titles: BTreeMap<&'g Text, usize>,
    /// By description, the units of its seats.
    seats: BTreeMap<&'g DescriptionId, Vec<&'g UnitId>>,
}

impl<'g> Subjects<'g> {
    /// Of the organisation that the graph holds.
    #[must_use]
    pub fn new(graph: &'g OrganizationGraph) -> Self {
        let mut titles = BTreeMap::new();
        for title in graph.organization().units.iter().filter_map(|unit| unit.title.as_ref()) {
            *titles.entry(title).or_default() += 1;
        }
        let mut seats: BTreeMap<&DescriptionId, Vec<&UnitId>> = BTreeMap::new();
        for seat in &graph.organization().positions {
            if let (Some(description), Some(unit)) = (&seat.description, &seat.unit) {
                let units = seats.entry(description).or_default();
                // as many as show that there are too many
                if units.len() <= NAMED_TOGETHER && !units.contains(&unit) {
                    units.push(unit);
                }
            }
        }
        Self { graph, titles, seats }
    }

    /// What the place is called to which a path leads.
    #[must_use]
    pub fn of(&self, path: &Path) -> Subject {
        let [Step::Member(list), Step::Element { id: Some(id), .. }, ..] = path.steps() else {
            return Subject::default();
        };
        self.named(list, id).unwrap_or_default()
    }

    fn named(&self, list: &str, id: &str) -> Option<Subject> {
        let subject = match list {
            "positions" => {
                let position = self.graph.position(&id.parse().ok()?)?;
                let title = position.rows().find_map(|row| row.title.as_ref());
                (position.unit().map(|unit| self.unit(unit)), title)
            }
            "descriptions" => {
                let description = self.graph.description(&id.parse().ok()?)?;
                (
                    self.seats.get(&description.id).and_then(|units| self.together(units)),
                    description.title.as_ref(),
                )
            }
            "units" => {
                let unit = self.graph.unit(&id.parse().ok()?)?;
                (Some(self.unit(unit)), unit.title.as_ref())
            }
            _ => return None,
        };
        let (unit, title) = subject;
        Some(Subject { unit, title: title.map(ToString::to_string) })
    }

    fn together(&self, units: &[&UnitId]) -> Option<String> {
        if units.len() > NAMED_TOGETHER {
            return None;
        }
        let mut names: Vec<String> =
            units.iter().filter_map(|id| self.graph.unit(id)).map(|unit| self.unit(unit)).collect();
        names.sort();
        (!names.is_empty()).then(|| names.join(", "))
    }

    fn unit(&self, unit: &Unit) -> String {
        match &unit.title {
            Some(title) if self.titles.get(title) == Some(&1) => title.to_string(),
            Some(title) => format!("{title} ({})", unit.id),
            None => unit.id.to_string(),
        }
    }
}
