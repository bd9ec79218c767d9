//! What a fault needs and not every organisation has, added in good order.

mod declared;
mod papers;

use std::fmt::Display;

pub(super) use self::declared::*;
pub(super) use self::papers::*;
use crate::model::{
    Date, Holder, Occupancy, Organization, Period, Position, PositionId, Rank, Standing, Substitute,
    Substitution, SubstitutionKind, Unit, UnitId,
};
use crate::strategies::{AS_OF, word};

const LONG_AGO: Date = Date::of(2015, 1, 1);
const SOME_TIME_AGO: Date = Date::of(2024, 1, 1);
const A_WEEK_AGO: Date = Date::of(2025, 12, 25);
const IN_A_MONTH: Date = Date::of(2026, 2, 1);
const LATER: Date = Date::of(2026, 9, 1);
const MUCH_LATER: Date = Date::of(2027, 9, 1);

/// An id with that beginning which none of these is.
fn fresh<T: Display>(stem: &str, taken: impl Iterator<Item = T>) -> String {
    let taken: Vec<String> = taken.map(|id| id.to_string()).collect();
    let free = |id: &String| !taken.contains(id);
    // one of so many is free
    (1..=taken.len() + 1).map(|nth| format!("{stem}-{nth}")).find(free).unwrap_or_default()
}

/// A seat below the head, held, for which nobody needs to stand in.
fn helper(organization: &Organization) -> Option<Position> {
    let head = organization.positions.iter().find(|seat| seat.is_head() && seat.is_open(AS_OF))?;
    let id = fresh("helper", organization.positions.iter().map(|seat| &seat.id));
    let holder = Holder::new().person(word(&format!("holder-of-{id}"))?);
    Some(
        Position::new(word(&id)?)
            .title(word("Helper")?)
            .reports_to(head.id.clone())
            .held_by([holder])
            .no_substitute_because(word("the work can wait")?),
    )
}

/// Adds such a seat, changed.
fn helped(organization: &mut Organization, change: impl FnOnce(Position) -> Position) -> Option<PositionId> {
    let seat = change(helper(organization)?);
    let id = seat.id.clone();
    organization.positions.push(seat);
    Some(id)
}

/// A seat below the head.
pub(super) fn seat(organization: &mut Organization) -> Option<()> {
    plain(organization).map(drop)
}

fn plain(organization: &mut Organization) -> Option<PositionId> {
    helped(organization, |seat| seat)
}

/// Two seats below the head.
pub(super) fn two_seats(organization: &mut Organization) -> Option<()> {
    seat(organization)?;
    seat(organization)
}

/// A seat, and another below it.
pub(super) fn chain(organization: &mut Organization) -> Option<()> {
    let superior = plain(organization)?;
    helped(organization, |seat| below(seat, superior)).map(drop)
}

fn below(mut seat: Position, superior: PositionId) -> Position {
    seat.reporting.clear();
    seat.reports_to(superior)
}

/// A seat, and another that stands in for it.
pub(super) fn cover(organization: &mut Organization) -> Option<()> {
    let named = Substitution::absence(plain(organization)?);
    covered(organization, [named]).map(drop)
}

fn covered(
    organization: &mut Organization,
    named: impl IntoIterator<Item = Substitution>,
) -> Option<PositionId> {
    helped(organization, |seat| leaning_on(seat, named))
}

fn leaning_on(mut seat: Position, named: impl IntoIterator<Item = Substitution>) -> Position {
    seat.no_substitute_because = None;
    seat.substitution(named)
}

/// A seat with two substitutes, one after the other.
pub(super) fn ranked(organization: &mut Organization) -> Option<()> {
    let nth = |rank| Rank::try_from(rank).ok();
    let (first, second) = (plain(organization)?, plain(organization)?);
    let named = [(first, nth(1)?), (second, nth(2)?)].map(|(id, rank)| Substitution::absence(id).rank(rank));
    covered(organization, named).map(drop)
}

/// A seat that stands in for two others.
pub(super) fn double_cover(organization: &mut Organization) -> Option<()> {
    let named = Substitution::absence(plain(organization)?);
    covered(organization, [named.clone()])?;
    covered(organization, [named]).map(drop)
}

/// A seat with a substitute, and one that fell vacant a short time ago.
pub(super) fn cover_and_vacancy(organization: &mut Organization) -> Option<()> {
    cover(organization)?;
    vacancy(organization)
}

/// A seat that fell vacant a short time ago.
pub(super) fn vacancy(organization: &mut Organization) -> Option<()> {
    helped(organization, vacant).map(drop)
}

fn vacant(seat: Position) -> Position {
    seat.occupancy(Occupancy::Vacant { since: Some(A_WEEK_AGO) })
}

/// A seat that fell vacant a short time ago, and another that stands in for it for the time being.
pub(super) fn interim(organization: &mut Organization) -> Option<()> {
    let position = plain(organization)?;
    let named = Substitution::new(SubstitutionKind::Interim, Substitute::Position { position });
    let named = named.period(Period::new().from(A_WEEK_AGO).until(IN_A_MONTH));
    helped(organization, |seat| vacant(leaning_on(seat, [named]))).map(drop)
}

/// A seat, and one that no longer exists.
pub(super) fn seat_and_former(organization: &mut Organization) -> Option<()> {
    seat(organization)?;
    former(organization)
}

/// A seat with a substitute, and one that no longer exists.
pub(super) fn cover_and_former(organization: &mut Organization) -> Option<()> {
    cover(organization)?;
    former(organization)
}

fn former(organization: &mut Organization) -> Option<()> {
    helped(organization, |mut seat| {
        seat.occupancy = None;
        seat.opened(LONG_AGO).closed(SOME_TIME_AGO)
    })
    .map(drop)
}

/// A seat, and one that does not exist yet.
pub(super) fn seat_and_planned(organization: &mut Organization) -> Option<()> {
    seat(organization)?;
    helped(organization, |mut seat| {
        seat.occupancy = None;
        seat.opened(LATER)
    })
    .map(drop)
}

/// A seat whose superior sits in another organisation.
pub(super) fn outsider(organization: &mut Organization) -> Option<()> {
    let standing = Standing::ExternalSuperior { answers_to: word("the auditor")? };
    helped(organization, |mut seat| {
        seat.reporting.clear();
        seat.standing(standing)
    })
    .map(drop)
}

/// A unit, and another that is part of it, each with a lead who sits in it.
pub(super) fn units(organization: &mut Organization) -> Option<()> {
    let (whole, _) = unit(organization, None)?;
    unit(organization, Some(whole)).map(drop)
}

/// A unit with its lead.
fn unit(organization: &mut Organization, parent: Option<UnitId>) -> Option<(UnitId, PositionId)> {
    let id: UnitId = word(&fresh("team", organization.units.iter().map(|unit| &unit.id)))?;
    let lead = helped(organization, |seat| seat.unit(id.clone()))?;
    let mut unit = Unit::new(id.clone()).title(word("Team")?).lead(lead.clone());
    unit.parent = parent;
    organization.units.push(unit);
    Some((id, lead))
}
