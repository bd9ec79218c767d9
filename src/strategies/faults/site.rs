//! Where a fault can be put.

use crate::graph::{OrganizationGraph, PositionRef};
use crate::model::{Date, LineKind, Organization, ReportingLine, Substitute};
use crate::strategies::AS_OF;

/// The id of nobody and nothing.
pub(super) const NOBODY: &str = "nobody-has-this-id";
/// What is over by the day.
pub(super) const OVER: Date = Date::of(2025, 12, 31);

/// An organisation in which a place is chosen.
pub(super) struct Site {
    graph: OrganizationGraph,
    choice: usize,
}

impl Site {
    pub(super) fn new(organization: Organization, choice: usize) -> Self {
        Self { graph: OrganizationGraph::new(organization, AS_OF), choice }
    }

    pub(super) fn graph(&self) -> &OrganizationGraph {
        &self.graph
    }

    pub(super) fn into_organization(self) -> Organization {
        self.graph.into_organization()
    }

    /// One of these places.
    pub(super) fn one<T>(&self, places: impl IntoIterator<Item = T>) -> Option<T> {
        self.first(places, Some)
    }

    /// What is made of one of these places, or of the next that suits.
    pub(super) fn first<T, U>(
        &self,
        places: impl IntoIterator<Item = T>,
        make: impl FnMut(T) -> Option<U>,
    ) -> Option<U> {
        let mut places: Vec<T> = places.into_iter().collect();
        let nth = self.choice.checked_rem(places.len())?;
        places.rotate_left(nth);
        places.into_iter().find_map(make)
    }

    /// Seats that exist and stand on one row, so that changing it changes the whole seat.
    pub(super) fn seats(&self) -> impl Iterator<Item = PositionRef<'_>> {
        self.graph.positions().filter(|seat| seat.is_open() && seat.rows().nth(1).is_none())
    }

    /// Of these, those that have a superior.
    pub(super) fn led(&self) -> impl Iterator<Item = PositionRef<'_>> {
        self.seats().filter(|seat| !seat.is_head() && seat.superior().is_some())
    }

    /// Of these, those that lean on their substitutes: no second holder and no reason on record makes up for them.
    pub(super) fn covered(&self) -> impl Iterator<Item = PositionRef<'_>> {
        let leans =
            |seat: &PositionRef<'_>| seat.seats_filled() < 2 && seat.record().no_substitute_because.is_none();
        self.seats().filter(|seat| seat.has_substitution()).filter(leans)
    }

    /// A seat that has a superior, and another position that fits it.
    pub(super) fn led_and<'s>(
        &'s self,
        fits: impl Fn(PositionRef<'s>, PositionRef<'s>) -> bool,
    ) -> Option<(PositionRef<'s>, PositionRef<'s>)> {
        self.first(self.led(), |seat| {
            let others = self.graph.positions().filter(|other| fits(seat, *other));
            self.one(others).map(|other| (seat, other))
        })
    }
}

/// Whether the position stands below the seat, on whatever level.
pub(super) fn is_below(position: PositionRef<'_>, seat: PositionRef<'_>) -> bool {
    position.chain_of_command().any(|above| above == seat)
}

/// Whether no line of the seat leads to the position, past ones included.
pub(super) fn has_no_line_to(seat: PositionRef<'_>, position: PositionRef<'_>) -> bool {
    seat.record().reporting.iter().all(|line| line.superior != *position.id())
}

/// The line of command of the position in that row.
pub(super) fn command(organization: &mut Organization, row: usize) -> Option<&mut ReportingLine> {
    let lines = &mut organization.positions.get_mut(row)?.reporting;
    lines.iter_mut().find(|line| line.kind == LineKind::Solid && line.in_force(AS_OF))
}

/// The first single position that stands in for the seat in that row.
pub(super) fn substitute(organization: &mut Organization, row: usize) -> Option<&mut Substitute> {
    let all = &mut organization.positions.get_mut(row)?.substitution;
    let mut named = all.iter_mut().map(|substitution| &mut substitution.substitute);
    named.find(|substitute| matches!(substitute, Substitute::Position { .. }))
}

/// Whether a single position stands in for the seat.
pub(super) fn names_a_substitute(seat: PositionRef<'_>) -> bool {
    let mut all = seat.record().substitution.iter();
    all.any(|substitution| matches!(substitution.substitute, Substitute::Position { .. }))
}
