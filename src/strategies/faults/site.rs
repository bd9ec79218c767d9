//! Where a fault can be put.

use crate::graph::{OrganizationGraph, PositionRef};
use crate::model::{
    Date, Delegation, Description, Holder, LineKind, Occupancy, Organization, ReportingLine, Substitute,
    Substitution,
};
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

    /// The seats whose work that description describes.
    pub(super) fn seats_of<'s>(&'s self, paper: &'s Description) -> impl Iterator<Item = PositionRef<'s>> {
        let open = self.graph.positions().filter(|seat| seat.is_open());
        open.filter(|seat| seat.description().is_some_and(|own| own.id == paper.id))
    }

    /// One of the delegations in force that suit: the seat, and the place in its list.
    pub(super) fn delegation(
        &self,
        suits: impl Fn(PositionRef<'_>, &Delegation) -> bool,
    ) -> Option<(PositionRef<'_>, usize)> {
        self.one(self.seats().flat_map(|seat| {
            let all = seat.record().delegations.iter().enumerate();
            let suiting = all.filter(|(_, it)| it.in_force(AS_OF) && suits(seat, it));
            suiting.map(|(nth, _)| (seat, nth)).collect::<Vec<_>>()
        }))
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

/// Whether the seat has one line of command, for all time.
pub(super) fn has_one_open_line(seat: PositionRef<'_>) -> bool {
    let mut lines = seat.record().reporting.iter().filter(|line| line.kind == LineKind::Solid);
    lines.next().is_some_and(|line| line.period.is_none()) && lines.next().is_none()
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

/// The delegation of that seat and place.
pub(super) fn delegation<'o>(
    organization: &'o mut Organization,
    (seat, nth): (PositionRef<'_>, usize),
) -> Option<&'o mut Delegation> {
    organization.positions.get_mut(seat.row())?.delegations.get_mut(nth)
}

/// The descriptions in force.
pub(super) fn in_force(organization: &mut Organization) -> impl Iterator<Item = &mut Description> {
    organization.descriptions.iter_mut().filter(|paper| paper.is_in_force(AS_OF))
}

/// What the seat says of its description, where that is in force.
pub(super) fn paper(seat: PositionRef<'_>) -> Option<&Description> {
    seat.description().filter(|paper| paper.is_in_force(AS_OF))
}

/// Whether anything is recorded of what its holders have.
pub(super) fn is_recorded(seat: PositionRef<'_>) -> bool {
    let mut holders = seat.open_rows().flat_map(|row| row.holders(AS_OF));
    holders.any(|holder| !holder.qualifications.is_empty())
}

/// The substitutions of the seat that are in force.
pub(super) fn substitutions(seat: PositionRef<'_>) -> impl Iterator<Item = &Substitution> {
    seat.record().substitution.iter().filter(|it| it.in_force(AS_OF))
}

/// Those who hold the position in that row on the day.
pub(super) fn holders(organization: &mut Organization, row: usize) -> impl Iterator<Item = &mut Holder> {
    let listed = match organization.positions.get_mut(row).and_then(|seat| seat.occupancy.as_mut()) {
        Some(Occupancy::Held { holders }) => holders.as_mut_slice(),
        _ => &mut [],
    };
    listed.iter_mut().filter(|holder| holder.in_force(AS_OF))
}
