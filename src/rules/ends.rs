//! The other ends of flows, inputs and hand-overs, and what the descriptions there say of them.

use super::Context;
use crate::diagnostic::{Finding, ListKind, Path};
use crate::graph::{Adjacency, HashMap, HashSet, OrganizationGraph, PositionRef, UnitTree};
use crate::model::{Organization, Party};

/// From the parties that descriptions name to descriptions in force, by their rows.
pub(crate) struct Ends<'g> {
    graph: &'g OrganizationGraph,
    in_force: Vec<bool>,
    tree: UnitTree,
    /// The open seats: the number of the unit, where it has one, and the description in force.
    seats: Vec<(Option<u32>, Option<usize>)>,
    /// From a description to the numbers of the units of its seats.
    units: Adjacency,
    /// From a description to those of the superiors of its seats.
    superiors: Adjacency,
}

impl<'g> Ends<'g> {
    pub(super) fn new(cx: &Context<'g>) -> Self {
        let descriptions = &cx.organization().descriptions;
        let in_force = cx.contents().in_force().collect::<Vec<_>>();
        let tree = UnitTree::new(cx.graph);
        let (mut seats, mut lines) = (Vec::new(), Vec::new());
        let paper = |seat| paper(&in_force, seat);
        let node = |row: usize| u32::try_from(row).ok();
        for seat in cx.open() {
            let own = paper(seat);
            seats.push((seat.unit_row().and_then(|unit| Some(tree.span(unit)?.0)), own));
            for superior in seat.superiors().iter().filter(|superior| own.is_some() && superior.is_open()) {
                lines.extend(own.and_then(node).zip(paper(superior).and_then(node)));
            }
        }
        let places = seats.iter().filter_map(|(unit, own)| Some((node((*own)?)?, (*unit)?)));
        let units = Adjacency::new(descriptions.len(), &places.collect::<Vec<_>>());
        let superiors = Adjacency::new(descriptions.len(), &lines);
        Self { graph: cx.graph, in_force, tree, seats, units, superiors }
    }

    /// The one description in force behind a party, if it is one.
    fn description(&self, party: &Party) -> Option<usize> {
        match party {
            Party::Position { position } => {
                let seat = self.graph.position(position).filter(|seat| seat.is_open())?;
                paper(&self.in_force, seat)
            }
            Party::Holders { description } => {
                let row = self.graph.description_row(description)?;
                self.in_force.get(row).copied().unwrap_or_default().then_some(row)
            }
            Party::Unit { .. } | Party::Superior {} | Party::Outside { .. } => None,
        }
    }
}

/// The row of the description of a seat, if that is in force.
fn paper(in_force: &[bool], seat: PositionRef<'_>) -> Option<usize> {
    seat.description_row().filter(|row| in_force.get(*row).copied().unwrap_or_default())
}

/// A word in a description: the name of a document, or of what is needed, made or handed over.
pub(crate) struct Entry<'g> {
    /// The row of the description.
    pub(crate) of: usize,
    pub(crate) word: &'g str,
    /// The party that it is for or from. Anybody, where that is not one description.
    pub(crate) party: Option<&'g Party>,
}

/// Where a word is not listed, though it should be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) enum Gap {
    /// In the description on that row.
    Description(usize),
    /// In none of the descriptions of the seats in the unit on that row.
    Unit(usize),
}

/// Gaps as a finding tells them.
pub(crate) struct Lacking<'o> {
    /// Who they are, in a message.
    pub(crate) who: String,
    first: (&'o str, Path),
    ids: Vec<String>,
}

impl<'o> Lacking<'o> {
    pub(crate) fn of(gaps: &[Gap], organization: &'o Organization) -> Option<Self> {
        let id_of = |gap: &Gap| match gap {
            Gap::Description(row) => {
                Some(("descriptions", *row, organization.descriptions.get(*row)?.id.as_str()))
            }
            Gap::Unit(row) => Some(("units", *row, organization.units.get(*row)?.id.as_str())),
        };
        let first = gaps.first()?;
        let (list, row, id) = id_of(first)?;
        let who = match (first, gaps.len()) {
            (_, several @ 2..) => format!("{several} descriptions"),
            (Gap::Description(_), _) => format!("`{id}`"),
            (Gap::Unit(_), _) => format!("unit `{id}`"),
        };
        let ids = gaps.iter().filter_map(id_of).map(|(_, _, id)| id.to_owned()).collect();
        Some(Self { who, first: (id, Path::root().member(list).element(row, id)), ids })
    }

    /// The finding with the places of the gaps.
    pub(crate) fn shown_in(self, finding: Finding) -> Finding {
        let (id, path) = self.first;
        let finding = finding.argument("other", id).label(path, "the other end");
        if self.ids.len() > 1 { finding.list(ListKind::Plain, "descriptions", self.ids) } else { finding }
    }
}

/// The words of one sort that descriptions in force list, so that the other end can be asked.
pub(crate) struct Listed<'g> {
    entries: HashSet<(&'g str, usize, Option<usize>)>,
    /// By word, the descriptions that list it.
    by_word: HashMap<&'g str, HashSet<usize>>,
    /// By row, whether a description lists so much that a word missing from it means something.
    speaks: Vec<bool>,
    /// Sorted: the units of seats, and those of seats whose description does not speak.
    staffed: Vec<u32>,
    mute: Vec<u32>,
    /// By word, sorted, the units of seats whose description lists it: as far as somebody asked.
    units: HashMap<&'g str, Vec<u32>>,
}

impl<'g> Listed<'g> {
    pub(crate) fn new(
        ends: &Ends<'g>,
        speaks: Vec<bool>,
        entries: impl IntoIterator<Item = Entry<'g>>,
    ) -> Self {
        let mut listed = Self {
            entries: HashSet::default(),
            by_word: HashMap::default(),
            staffed: ends.seats.iter().filter_map(|(unit, _)| *unit).collect(),
            mute: Vec::new(),
            units: HashMap::default(),
            speaks,
        };
        for Entry { of, word, party } in entries {
            listed.entries.insert((word, of, party.and_then(|party| ends.description(party))));
            listed.by_word.entry(word).or_default().insert(of);
        }
        let silent = ends.seats.iter().filter(|(_, paper)| !paper.is_some_and(|paper| listed.speaks(paper)));
        listed.mute = silent.filter_map(|(unit, _)| *unit).collect();
        listed.mute.sort_unstable();
        listed.staffed.sort_unstable();
        listed
    }

    fn speaks(&self, row: usize) -> bool {
        self.speaks.get(row).copied().unwrap_or_default()
    }

    /// Where the other end of what description `of` says should list the word for it, and does not. Nowhere, where that cannot be known.
    pub(crate) fn gaps(&mut self, ends: &Ends<'g>, of: usize, party: &Party, word: &'g str) -> Vec<Gap> {
        let lacks = |row: usize| {
            let is_listed = |for_whom| self.entries.contains(&(word, row, for_whom));
            self.speaks(row) && !is_listed(Some(of)) && !is_listed(None)
        };
        match party {
            Party::Position { .. } | Party::Holders { .. } => {
                ends.description(party).filter(|row| lacks(*row)).map(Gap::Description).into_iter().collect()
            }
            Party::Superior {} => {
                let superiors = ends.superiors.of(of).iter().map(|row| *row as usize);
                superiors.filter(|row| lacks(*row)).map(Gap::Description).collect()
            }
            Party::Unit { unit } => {
                let row = ends.graph.unit_row(unit);
                let gap = row
                    .filter(|row| ends.tree.span(*row).is_some_and(|span| self.unit_lacks(ends, span, word)));
                gap.map(Gap::Unit).into_iter().collect()
            }
            Party::Outside { .. } => Vec::new(),
        }
    }

    /// Whether there are seats in the units with these numbers, the descriptions of all of them speak, and none lists the word.
    fn unit_lacks(&mut self, ends: &Ends<'g>, span: (u32, u32), word: &'g str) -> bool {
        if !holds_any(&self.staffed, span) || holds_any(&self.mute, span) {
            return false;
        }
        let by_word = &self.by_word;
        let units = self.units.entry(word).or_insert_with(|| {
            let owners = by_word.get(word).into_iter().flatten();
            let mut units: Vec<u32> = owners.flat_map(|row| ends.units.of(*row)).copied().collect();
            units.sort_unstable();
            units.dedup();
            units
        });
        !holds_any(units, span)
    }
}

/// Whether a sorted list has a number in the span, both ends included.
fn holds_any(sorted: &[u32], (first, last): (u32, u32)) -> bool {
    let next = sorted.partition_point(|number| *number < first);
    sorted.get(next).is_some_and(|number| *number <= last)
}
