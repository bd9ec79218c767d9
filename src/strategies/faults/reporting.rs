//! Faults of family R: reporting.

use super::cross::{both_functions, both_functions_in_person, controller_below};
use super::site::{Site, command, has_no_line_to, has_one_open_line, is_below};
use super::{Fault, ready};
use crate::graph::PositionRef;
use crate::model::{Count, Date, LineKind, Organization, Period, ReportingLine, Standing, UnitId};
use crate::strategies::{AS_OF, word};

pub(super) const FAULTS: &[Fault] = &[
    Fault::new(*b"R001", "a position that reports to somebody below it", ring).after(ready::chain),
    Fault::new(*b"R002", "a position that is its own superior", own_superior).after(ready::seat),
    Fault::new(*b"R002", "a dotted line that leads back", dotted_line_to_itself),
    Fault::new(*b"R003", "a position without superior", no_superior).after(ready::seat),
    Fault::new(*b"R004", "a head without mark", unmarked_head),
    Fault::new(*b"R004", "a head that is said to answer to somebody outside", head_led_from_outside),
    Fault::new(*b"R005", "a head that reports to somebody", led_head).after(ready::outsider),
    Fault::new(*b"R006", "a second head", second_head).after(ready::two_seats),
    Fault::new(*b"R007", "a position with two superiors", two_superiors).after(ready::chain),
    Fault::new(*b"R008", "a functional line to the superior", line_to_superior).after(ready::seat),
    Fault::new(*b"R009", "a superior that does not exist yet", planned_superior)
        .after(ready::seat_and_planned),
    Fault::new(*b"R010", "a time without superior", time_without_superior).after(ready::seat),
    Fault::new(*b"R011", "more direct reports than the organisation wants", wide_span)
        .after(ready::two_seats),
    Fault::new(*b"R013", "a controller who comes to the head by way of others only", controller_below)
        .after(ready::functions),
    Fault::new(*b"R014", "a controller below those whom it judges", controller_below).after(ready::functions),
    Fault::new(*b"R014", "a seat that judges itself", both_functions).after(ready::functions),
    Fault::new(*b"R014", "a person who judges the own work", both_functions_in_person)
        .after(ready::functions),
    Fault::new(*b"R015", "a unit without lead", no_lead).after(ready::units),
    Fault::new(*b"R015", "a unit with a lead from below", lead_from_below).after(ready::units),
];

fn ring(site: &Site, spoiled: &mut Organization) -> Option<()> {
    // another line to the same position would be a fault of its own
    let (seat, below) = site.led_and(|seat, other| is_below(other, seat) && has_no_line_to(seat, other))?;
    command(spoiled, seat.row())?.superior = below.id().clone();
    Some(())
}

fn own_superior(site: &Site, spoiled: &mut Organization) -> Option<()> {
    let seat = site.one(site.led())?;
    command(spoiled, seat.row())?.superior = seat.id().clone();
    Some(())
}

fn dotted_line_to_itself(site: &Site, spoiled: &mut Organization) -> Option<()> {
    let seat = site.one(site.seats())?;
    let line = ReportingLine::new(LineKind::Dotted, seat.id().clone());
    spoiled.positions.get_mut(seat.row())?.reporting.push(line);
    Some(())
}

fn no_superior(site: &Site, spoiled: &mut Organization) -> Option<()> {
    let row = site.one(site.led())?.row();
    leave_command(spoiled, row)
}

fn leave_command(spoiled: &mut Organization, row: usize) -> Option<()> {
    let lines = &mut spoiled.positions.get_mut(row)?.reporting;
    lines.retain(|line| line.kind != LineKind::Solid || !line.in_force(AS_OF));
    Some(())
}

/// Of one head only: several heads without mark are several positions without superior.
fn unmarked_head(site: &Site, spoiled: &mut Organization) -> Option<()> {
    let heads = site.seats().filter(|seat| seat.is_head());
    let head = site.one(heads.filter(|_| site.graph().heads().len() == 1))?;
    spoiled.positions.get_mut(head.row())?.standing = None;
    Some(())
}

fn head_led_from_outside(_: &Site, spoiled: &mut Organization) -> Option<()> {
    for head in spoiled.positions.iter_mut().filter(|position| position.is_head()) {
        head.standing = Some(Standing::ExternalSuperior { answers_to: word("the parent company")? });
    }
    Some(())
}

/// To somebody who is not below it: that would be a ring.
fn led_head(site: &Site, spoiled: &mut Organization) -> Option<()> {
    let heads = site.seats().filter(|seat| seat.is_head());
    let (head, other) = site.first(heads, |head| {
        let others = site.graph().positions().filter(|other| other.is_open() && *other != head);
        site.one(others.filter(|other| !is_below(*other, head))).map(|other| (head, other))
    })?;
    spoiled.positions.get_mut(head.row())?.reporting.push(ReportingLine::solid(other.id().clone()));
    Some(())
}

/// Whoever led it leads others still, and may be held to that.
fn second_head(site: &Site, spoiled: &mut Organization) -> Option<()> {
    let beside = |seat: &PositionRef<'_>| seat.superior().is_some_and(|superior| superior.span() > 1);
    let row = site.one(site.led().filter(beside))?.row();
    leave_command(spoiled, row)?;
    spoiled.positions.get_mut(row)?.standing = Some(Standing::Head { answers_to: None });
    Some(())
}

fn two_superiors(site: &Site, spoiled: &mut Organization) -> Option<()> {
    let (seat, other) = site.led_and(|seat, other| {
        other.is_open() && seat != other && !is_below(other, seat) && has_no_line_to(seat, other)
    })?;
    spoiled.positions.get_mut(seat.row())?.reporting.push(ReportingLine::solid(other.id().clone()));
    Some(())
}

fn line_to_superior(site: &Site, spoiled: &mut Organization) -> Option<()> {
    let seat = site.one(site.led())?;
    let line = ReportingLine::new(LineKind::Functional, seat.superior()?.id().clone());
    spoiled.positions.get_mut(seat.row())?.reporting.push(line);
    Some(())
}

fn planned_superior(site: &Site, spoiled: &mut Organization) -> Option<()> {
    let (seat, planned) = site.led_and(|_, other| !other.is_open() && !other.is_closed())?;
    command(spoiled, seat.row())?.superior = planned.id().clone();
    Some(())
}

/// Long ago, so that no description is older.
fn time_without_superior(site: &Site, spoiled: &mut Organization) -> Option<()> {
    let seat = site.one(site.led().filter(|seat| has_one_open_line(*seat)))?;
    let line = command(spoiled, seat.row())?;
    let mut before = line.clone();
    before.period = Some(Period::new().until(Date::of(2010, 1, 31)));
    line.period = Some(Period::new().from(Date::of(2010, 3, 1)));
    spoiled.positions.get_mut(seat.row())?.reporting.push(before);
    Some(())
}

fn wide_span(site: &Site, spoiled: &mut Organization) -> Option<()> {
    let widest = site.graph().positions().map(PositionRef::span).max()?;
    let less = Count::try_from(i64::try_from(widest.checked_sub(1)?).ok()?).ok()?;
    let thresholds = spoiled.thresholds.take().unwrap_or_default();
    spoiled.thresholds = Some(thresholds.span(less));
    Some(())
}

fn no_lead(site: &Site, spoiled: &mut Organization) -> Option<()> {
    let led = || spoiled.units.iter().filter(|unit| unit.lead.is_some());
    // where no unit has a lead, none is asked for
    let others = led().nth(1).is_some();
    let id = site.one(led().filter(|unit| others && is_staffed(site, &unit.id)))?.id.clone();
    spoiled.units.iter_mut().find(|unit| unit.id == id)?.lead = None;
    Some(())
}

fn lead_from_below(site: &Site, spoiled: &mut Organization) -> Option<()> {
    let parts = spoiled.units.iter().filter_map(|part| {
        let (whole, lead) = (part.parent.as_ref()?, part.lead.as_ref()?);
        let seat = site.graph().position(lead)?.record().unit.as_ref()?;
        (*seat == part.id && is_staffed(site, whole)).then(|| (whole.clone(), lead.clone()))
    });
    let (whole, lead) = site.one(parts)?;
    spoiled.units.iter_mut().find(|unit| unit.id == whole)?.lead = Some(lead);
    Some(())
}

fn is_staffed(site: &Site, unit: &UnitId) -> bool {
    site.graph().positions().any(|seat| seat.is_open() && seat.record().unit.as_ref() == Some(unit))
}
