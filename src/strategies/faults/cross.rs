//! Faults of family X: across the organisation.

use super::ready::{CONTROL, PRODUCTION};
use super::site::{NOBODY, Site, command, holders, in_force, paper, substitutions};
use super::{Fault, ready};
use crate::graph::PositionRef;
use crate::model::{
    Accountability, ActivityId, Conflict, Date, Description, Duty, Occupancy, Organization, PersonId,
    Responsibility, SubstitutionKind,
};
use crate::strategies::word;

pub(super) const FAULTS: &[Fault] = &[
    Fault::new(*b"X001", "a description with both halves of a conflict", conflict).after(ready::conflict),
    Fault::new(*b"X002", "a person with both halves of a conflict in two seats", conflict_in_person)
        .after(ready::conflict_and_cover),
    Fault::new(*b"X003", "a description with all of what nobody may do alone", whole_set)
        .after(ready::conflict_set),
    Fault::new(*b"X006", "a seat with two functions that must be apart", both_functions)
        .after(ready::functions),
    Fault::new(*b"X006", "a person with two functions that must be apart", both_functions_in_person)
        .after(ready::functions),
    Fault::new(*b"X007", "two functions in one unit that must be apart", functions_in_one_unit)
        .after(ready::functions),
    Fault::new(*b"X008", "a unit that is part of itself", own_parent).after(ready::units),
    Fault::new(*b"X008", "a unit that is part of one of its parts", part_of_a_part).after(ready::units),
    Fault::new(*b"X009", "a critical seat that is vacant for long", vacant_for_long).after(ready::vacancy),
    Fault::new(*b"X010", "an auditor below those whom it audits", controller_below).after(ready::functions),
];

/// Long before anything that is borne with.
const LONG_VACANT: Date = Date::of(2025, 1, 15);

fn conflict(site: &Site, spoiled: &mut Organization) -> Option<()> {
    let conflicts = spoiled.conflicts.clone();
    let halves = in_force(spoiled).filter_map(|paper| {
        let missing = other_half(&conflicts, paper)?.clone();
        Some((paper, missing))
    });
    let (paper, missing) = site.one(halves)?;
    paper.duties.push(Duty::new(word(NOBODY)?, word("Does the other half as well")?).activities([missing]));
    Some(())
}

/// What a description must not do, as it does the other half.
fn other_half<'c>(conflicts: &'c [Conflict], paper: &Description) -> Option<&'c ActivityId> {
    let mut sides =
        conflicts.iter().flat_map(|pair| [(&pair.first, &pair.second), (&pair.second, &pair.first)]);
    sides.find(|(one, _)| does(paper, one)).map(|(_, other)| other)
}

fn does(paper: &Description, activity: &ActivityId) -> bool {
    paper.duties.iter().any(|duty| duty.activities.contains(activity))
}

/// Two seats with a half each.
pub(super) fn halves<'s>(
    site: &'s Site,
    fits: impl Fn(PositionRef<'s>, PositionRef<'s>) -> bool,
) -> Option<(PositionRef<'s>, PositionRef<'s>)> {
    let conflicts = &site.graph().organization().conflicts;
    site.first(site.seats(), |seat| {
        let missing = other_half(conflicts, paper(seat)?)?;
        let others = site.seats().filter(|other| paper(*other).is_some_and(|paper| does(paper, missing)));
        site.one(others.filter(|other| fits(seat, *other))).map(|other| (seat, other))
    })
}

/// Neither stands in for the other, and nobody has read the description under the name of the person before.
fn conflict_in_person(site: &Site, spoiled: &mut Organization) -> Option<()> {
    let stands_in = |one: PositionRef<'_>, other| one.substitutes().iter().any(|it| it == other);
    let unread = |seat| {
        let control = paper(seat).and_then(|paper| paper.control.as_ref());
        control.is_none_or(|control| !control.acknowledgement_required)
    };
    let (seat, other) = halves(site, |seat, other| {
        let known = seat.sole_person().is_some() && other.sole_person().is_some();
        known && unread(other) && !stands_in(seat, other) && !stands_in(other, seat)
    })?;
    sits(spoiled, seat.sole_person()?, other);
    Some(())
}

/// Lets the person hold the seat.
pub(super) fn sits(spoiled: &mut Organization, person: &PersonId, seat: PositionRef<'_>) {
    holders(spoiled, seat.row()).for_each(|holder| holder.person = Some(person.clone()));
}

fn whole_set(site: &Site, spoiled: &mut Organization) -> Option<()> {
    let sets = spoiled.conflict_sets.iter().filter(|set| set.activities.len() > set.most.get() as usize);
    let all = site.one(sets)?.activities.clone();
    let papers = in_force(spoiled).filter(|paper| site.seats_of(paper).next().is_some());
    let duty = Duty::new(word(NOBODY)?, word("Does all of it")?).activities(all);
    site.one(papers)?.duties.push(duty);
    Some(())
}

/// Whether the entry fulfils that function.
pub(super) fn is_for(entry: &Responsibility, function: &str) -> bool {
    entry.function.as_ref().is_some_and(|it| it.as_str() == function)
}

/// Who answers for that function.
fn answering<'s>(site: &'s Site, function: &str) -> Option<PositionRef<'s>> {
    let mut entries = site.graph().organization().responsibilities.iter();
    let entry = entries.find(|entry| is_for(entry, function))?;
    site.graph().position(&entry.accountable.first()?.position)
}

/// Lets another answer for production.
fn produces(spoiled: &mut Organization, seat: PositionRef<'_>) -> Option<()> {
    let mut entries = spoiled.responsibilities.iter_mut();
    let entry = entries.find(|entry| is_for(entry, PRODUCTION))?;
    entry.accountable = vec![Accountability::new(seat.id().clone())];
    Some(())
}

pub(super) fn both_functions(site: &Site, spoiled: &mut Organization) -> Option<()> {
    produces(spoiled, answering(site, CONTROL)?)
}

pub(super) fn both_functions_in_person(site: &Site, spoiled: &mut Organization) -> Option<()> {
    let (controller, producer) = (answering(site, CONTROL)?, answering(site, PRODUCTION)?);
    sits(spoiled, controller.sole_person()?, producer);
    Some(())
}

fn functions_in_one_unit(site: &Site, spoiled: &mut Organization) -> Option<()> {
    let controller = answering(site, CONTROL)?;
    let unit = controller.record().unit.as_ref()?;
    let colleagues =
        site.seats().filter(|seat| *seat != controller && seat.record().unit.as_ref() == Some(unit));
    produces(spoiled, site.one(colleagues)?)
}

pub(super) fn controller_below(site: &Site, spoiled: &mut Organization) -> Option<()> {
    let (controller, producer) = (answering(site, CONTROL)?, answering(site, PRODUCTION)?);
    command(spoiled, controller.row())?.superior = producer.id().clone();
    Some(())
}

fn own_parent(site: &Site, spoiled: &mut Organization) -> Option<()> {
    let unit = site.one(&mut spoiled.units)?;
    unit.parent = Some(unit.id.clone());
    Some(())
}

fn part_of_a_part(site: &Site, spoiled: &mut Organization) -> Option<()> {
    let parts = spoiled.units.iter().filter_map(|unit| Some((unit.id.clone(), unit.parent.clone()?)));
    let (part, whole) = site.one(parts)?;
    spoiled.units.iter_mut().find(|unit| unit.id == whole)?.parent = Some(part);
    Some(())
}

fn vacant_for_long(site: &Site, spoiled: &mut Organization) -> Option<()> {
    let interim = |seat| substitutions(seat).any(|it| it.kind == SubstitutionKind::Interim);
    let vacant = site.seats().filter(|seat| seat.is_vacant() && !interim(*seat));
    let position = spoiled.positions.get_mut(site.one(vacant)?.row())?;
    position.critical = true;
    position.occupancy = Some(Occupancy::Vacant { since: Some(LONG_VACANT) });
    Some(())
}
