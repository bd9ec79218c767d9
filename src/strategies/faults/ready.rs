//! What a fault needs and not every organisation has, added in good order.

use std::fmt::Display;

use crate::model::{
    Activity, Conflict, Date, Description, DocumentControl, DocumentState, Duty, Holder, Limit, Money,
    Occupancy, Organization, Position, RequiredRight, Right, RightKind, Standing, StateChange, Substitution,
    Unit,
};
use crate::strategies::{AS_OF, word};

const LONG_AGO: Date = Date::of(2015, 1, 1);
const SOME_TIME_AGO: Date = Date::of(2024, 1, 1);
const A_WEEK_AGO: Date = Date::of(2025, 12, 25);
const LATER: Date = Date::of(2026, 9, 1);

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

fn helped(organization: &mut Organization, change: impl FnOnce(Position) -> Position) -> Option<()> {
    let seat = change(helper(organization)?);
    organization.positions.push(seat);
    Some(())
}

/// A seat below the head.
pub(super) fn seat(organization: &mut Organization) -> Option<()> {
    helped(organization, |seat| seat)
}

/// Two seats below the head.
pub(super) fn two_seats(organization: &mut Organization) -> Option<()> {
    seat(organization)?;
    seat(organization)
}

/// A seat, and another below it.
pub(super) fn chain(organization: &mut Organization) -> Option<()> {
    let above = helper(organization)?;
    let superior = above.id.clone();
    organization.positions.push(above);
    helped(organization, |mut seat| {
        seat.reporting.clear();
        seat.reports_to(superior)
    })
}

/// A seat, and another that stands in for it.
pub(super) fn cover(organization: &mut Organization) -> Option<()> {
    let substitute = helper(organization)?;
    let named = Substitution::absence(substitute.id.clone());
    organization.positions.push(substitute);
    helped(organization, |mut seat| {
        seat.no_substitute_because = None;
        seat.substitution([named])
    })
}

/// The same, and a seat that fell vacant a short time ago.
pub(super) fn cover_and_vacancy(organization: &mut Organization) -> Option<()> {
    cover(organization)?;
    helped(organization, |seat| seat.occupancy(Occupancy::Vacant { since: Some(A_WEEK_AGO) }))
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
}

/// A seat, and one that does not exist yet.
pub(super) fn seat_and_planned(organization: &mut Organization) -> Option<()> {
    seat(organization)?;
    helped(organization, |mut seat| {
        seat.occupancy = None;
        seat.opened(LATER)
    })
}

/// A seat whose superior sits in another organisation.
pub(super) fn outsider(organization: &mut Organization) -> Option<()> {
    let standing = Standing::ExternalSuperior { answers_to: word("the auditor")? };
    helped(organization, |mut seat| {
        seat.reporting.clear();
        seat.standing(standing)
    })
}

/// A unit, and another that is part of it, each with a lead who sits in it.
pub(super) fn units(organization: &mut Organization) -> Option<()> {
    let whole = unit(organization, None)?;
    unit(organization, Some(whole)).map(|_| ())
}

fn unit(organization: &mut Organization, parent: Option<crate::UnitId>) -> Option<crate::UnitId> {
    let id: crate::UnitId = word(&fresh("team", organization.units.iter().map(|unit| &unit.id)))?;
    let lead = helper(organization)?.unit(id.clone());
    let mut unit = Unit::new(id.clone()).title(word("Team")?).lead(lead.id.clone());
    unit.parent = parent;
    organization.units.push(unit);
    organization.positions.push(lead);
    Some(id)
}

/// A seat with a description: a duty, and the right that it needs, up to an amount.
pub(super) fn description(organization: &mut Organization) -> Option<()> {
    let limit = Limit::new().amount(Money::new(word("1000")?, word("EUR")?));
    let duty = Duty::new(word("shopping")?, word("Buys what the kitchen needs")?)
        .required_rights([RequiredRight::new(RightKind::Spend).limit(limit.clone())]);
    let right = Right::new(word("spend")?, RightKind::Spend).limit(limit);
    described(organization, duty, Some(right))
}

/// A seat with a description, of a duty that is half of a declared conflict.
pub(super) fn conflict(organization: &mut Organization) -> Option<()> {
    let conflict = Conflict::new(activity(organization)?, activity(organization)?);
    let duty = Duty::new(word("counting")?, word("Counts the cash")?).activities([conflict.first.clone()]);
    organization.conflicts.push(conflict);
    described(organization, duty, None)
}

fn activity(organization: &mut Organization) -> Option<crate::ActivityId> {
    let id: crate::ActivityId = word(&fresh("activity", organization.activities.iter().map(|it| &it.id)))?;
    organization.activities.push(Activity::new(id.clone()));
    Some(id)
}

fn described(organization: &mut Organization, duty: Duty, right: Option<Right>) -> Option<()> {
    let seat = helper(organization)?;
    let description = paper(organization)?.duties([duty]).rights(right);
    organization.positions.push(seat.description(description.id.clone()));
    organization.descriptions.push(description);
    Some(())
}

fn paper(organization: &Organization) -> Option<Description> {
    let id = fresh("paper", organization.descriptions.iter().map(|paper| &paper.id));
    Some(Description::new(word(&id)?).title(word("Helper")?))
}

/// A description that is still empty, as drafts may be.
pub(super) fn draft(organization: &mut Organization) -> Option<()> {
    let control = DocumentControl::new().states([StateChange::new(DocumentState::Draft, SOME_TIME_AGO)]);
    let draft = paper(organization)?.control(control);
    organization.descriptions.push(draft);
    Some(())
}
