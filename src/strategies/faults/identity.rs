//! Faults of family I: identity and references.

use super::site::{NOBODY, Site, command, names_a_substitute, substitute};
use super::{Fault, ready};
use crate::graph::PositionRef;
use crate::model::{Duty, Organization, Position, Substitute};
use crate::strategies::word;

pub(super) const FAULTS: &[Fault] = &[
    Fault::new(*b"I001", "two rows of one position that differ", rows_that_differ),
    Fault::new(*b"I001", "two units of one id", units_of_one_id).after(ready::units),
    Fault::new(*b"I001", "two duties of one id", duties_of_one_id).after(ready::description),
    Fault::new(*b"I002", "a superior that does not exist", unknown_superior).after(ready::seat),
    Fault::new(*b"I002", "a substitute that does not exist", unknown_substitute).after(ready::cover),
    Fault::new(*b"I002", "a description that does not exist", unknown_description).after(ready::seat),
    Fault::new(*b"I005", "a superior that was closed", closed_superior).after(ready::seat_and_former),
    Fault::new(*b"I005", "a substitute that was closed", closed_substitute).after(ready::cover_and_former),
    Fault::new(*b"I006", "a position without title", untitled_position),
    Fault::new(*b"I006", "a unit without title", untitled_unit).after(ready::units),
];

fn rows_that_differ(site: &Site, spoiled: &mut Organization) -> Option<()> {
    let mut row = site.one(site.seats())?.record().clone();
    row.grade = Some(word("another than in the other row")?);
    spoiled.positions.push(row);
    Some(())
}

fn units_of_one_id(site: &Site, spoiled: &mut Organization) -> Option<()> {
    let mut unit = site.one(&spoiled.units)?.clone();
    unit.title = Some(word("Another department")?);
    spoiled.units.push(unit);
    Some(())
}

fn duties_of_one_id(site: &Site, spoiled: &mut Organization) -> Option<()> {
    let paper = site.one(spoiled.descriptions.iter_mut().filter(|paper| !paper.duties.is_empty()))?;
    let first = paper.duties.first()?.id.clone();
    paper.duties.push(Duty::new(first, word("Does something else")?));
    Some(())
}

fn unknown_superior(site: &Site, spoiled: &mut Organization) -> Option<()> {
    let seat = site.one(site.led())?;
    command(spoiled, seat.row())?.superior = word(NOBODY)?;
    Some(())
}

fn unknown_substitute(site: &Site, spoiled: &mut Organization) -> Option<()> {
    let seat = site.one(site.seats().filter(|seat| names_a_substitute(*seat)))?;
    *substitute(spoiled, seat.row())? = Substitute::Position { position: word(NOBODY)? };
    Some(())
}

/// Of a seat that had none: what it had may be named elsewhere.
fn unknown_description(site: &Site, spoiled: &mut Organization) -> Option<()> {
    let seat = site.one(site.seats().filter(|seat| seat.record().description.is_none()))?;
    spoiled.positions.get_mut(seat.row())?.description = Some(word(NOBODY)?);
    Some(())
}

fn closed(site: &Site) -> Option<&Position> {
    site.one(site.graph().positions().filter(|seat| seat.is_closed())).map(PositionRef::record)
}

fn closed_superior(site: &Site, spoiled: &mut Organization) -> Option<()> {
    let (seat, closed) = (site.one(site.led())?, closed(site)?);
    command(spoiled, seat.row())?.superior = closed.id.clone();
    Some(())
}

fn closed_substitute(site: &Site, spoiled: &mut Organization) -> Option<()> {
    let seat = site.one(site.seats().filter(|seat| names_a_substitute(*seat)))?;
    *substitute(spoiled, seat.row())? = Substitute::Position { position: closed(site)?.id.clone() };
    Some(())
}

fn untitled_position(site: &Site, spoiled: &mut Organization) -> Option<()> {
    spoiled.positions.get_mut(site.one(site.seats())?.row())?.title = None;
    Some(())
}

fn untitled_unit(site: &Site, spoiled: &mut Organization) -> Option<()> {
    site.one(&mut spoiled.units)?.title = None;
    Some(())
}
