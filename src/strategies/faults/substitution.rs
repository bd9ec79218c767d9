//! Faults of family S: substitution.

use super::site::{OVER, Site, names_a_substitute, substitute};
use super::{Fault, ready};
use crate::graph::PositionRef;
use crate::model::{Occupancy, Organization, Period, Substitute, SubstitutionKind};

pub(super) const FAULTS: &[Fault] = &[
    Fault::new(*b"S001", "a position without substitute", no_substitute).after(ready::seat),
    Fault::new(*b"S001", "a substitution that is over", substitution_over).after(ready::cover),
    Fault::new(*b"S001", "a substitute by order of nobody", order_of_nobody).after(ready::cover),
    Fault::new(*b"S001", "an empty pool of substitutes", empty_pool).after(ready::cover),
    Fault::new(*b"S002", "a position that stands in for itself", own_substitute).after(ready::cover),
    Fault::new(*b"S002", "a person who stands in for the same person", same_person).after(ready::cover),
    Fault::new(*b"S010", "a vacant substitute", vacant_substitute).after(ready::cover_and_vacancy),
];

fn no_substitute(site: &Site, spoiled: &mut Organization) -> Option<()> {
    let row = site.one(site.seats().filter(|seat| seat.seats_filled() < 2))?.row();
    let position = spoiled.positions.get_mut(row)?;
    position.substitution.clear();
    position.no_substitute_because = None;
    Some(())
}

fn substitution_over(site: &Site, spoiled: &mut Organization) -> Option<()> {
    // an interim arrangement that is over is another fault
    let for_long = |seat: &PositionRef<'_>| {
        seat.record().substitution.iter().all(|it| it.kind != SubstitutionKind::Interim)
    };
    let row = site.one(site.covered().filter(for_long))?.row();
    for substitution in &mut spoiled.positions.get_mut(row)?.substitution {
        substitution.period = Some(Period::new().until(OVER));
    }
    Some(())
}

fn order_of_nobody(site: &Site, spoiled: &mut Organization) -> Option<()> {
    nobody_named(site, spoiled, &Substitute::ByOrder { instrument: None })
}

fn empty_pool(site: &Site, spoiled: &mut Organization) -> Option<()> {
    nobody_named(site, spoiled, &Substitute::Pool { positions: Vec::new() })
}

fn nobody_named(site: &Site, spoiled: &mut Organization, nobody: &Substitute) -> Option<()> {
    let row = site.one(site.covered())?.row();
    for substitution in &mut spoiled.positions.get_mut(row)?.substitution {
        substitution.substitute = nobody.clone();
    }
    Some(())
}

fn own_substitute(site: &Site, spoiled: &mut Organization) -> Option<()> {
    let covered = site.covered().filter(|seat| names_a_substitute(*seat) && !seat.is_vacant());
    let seat = site.one(covered)?;
    *substitute(spoiled, seat.row())? = Substitute::Position { position: seat.id().clone() };
    Some(())
}

/// Neither seat has a description, so that nothing is asked of the person who gets both.
fn same_person(site: &Site, spoiled: &mut Organization) -> Option<()> {
    let plain = |seat: PositionRef<'_>| {
        !seat.is_head() && seat.record().description.is_none() && seat.rows().nth(1).is_none()
    };
    let pairs = site.seats().filter(|seat| plain(*seat)).filter_map(|seat| {
        let person = seat.sole_person()?;
        let named = seat.record().substitution.iter().find_map(|it| match &it.substitute {
            Substitute::Position { position } => site.graph().position(position),
            _ => None,
        })?;
        (plain(named) && named.sole_person().is_some()).then_some((person, named))
    });
    let (person, named) = site.one(pairs)?;
    let Occupancy::Held { holders } = spoiled.positions.get_mut(named.row())?.occupancy.as_mut()? else {
        return None;
    };
    for holder in holders {
        holder.person = Some(person.clone());
    }
    Some(())
}

/// The absent seat has no description, so that nothing is asked of whoever takes over.
fn vacant_substitute(site: &Site, spoiled: &mut Organization) -> Option<()> {
    let covered = site.covered().filter(|seat| {
        let record = seat.record();
        record.description.is_none() && record.substitution.len() == 1 && names_a_substitute(*seat)
    });
    let (seat, vacant) = site.first(covered, |seat| {
        let vacant = site.graph().positions().filter(|other| other.is_open() && other.is_vacant());
        site.one(vacant.filter(|other| *other != seat)).map(|other| (seat, other))
    })?;
    *substitute(spoiled, seat.row())? = Substitute::Position { position: vacant.id().clone() };
    Some(())
}
