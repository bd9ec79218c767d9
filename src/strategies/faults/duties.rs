//! Faults of family D: duties and responsibilities.

use super::cross::is_for;
use super::qualification::strange;
use super::ready::CONTROL;
use super::site::{OVER, Site, delegation, holders, in_force, is_recorded};
use super::{Fault, ready};
use crate::graph::PositionRef;
use crate::model::{
    Accountability, Date, Delegation, Organization, Percentage, Period, ResponsibilityScope, Text,
};
use crate::strategies::{AS_OF, word};

pub(super) const FAULTS: &[Fault] = &[
    Fault::new(*b"D001", "an empty description that is no longer a draft", empty_in_force)
        .after(ready::draft),
    Fault::new(*b"D002", "a responsibility of nobody", nobodys).after(ready::responsibility),
    Fault::new(*b"D002", "a responsibility by default only", by_default).after(ready::responsibility),
    Fault::new(*b"D002", "a responsibility at one of two sites", at_one_site).after(ready::responsibility),
    Fault::new(*b"D002", "a responsibility that is over", responsibility_over).after(ready::responsibility),
    Fault::new(*b"D003", "a responsibility of two", of_two).after(ready::responsibility),
    Fault::new(*b"D006", "a key function of nobody", key_function_gone).after(ready::functions),
    Fault::new(*b"D007", "more work than time", more_than_all_time).after(ready::delegation),
    Fault::new(*b"D008", "a duty handed on by somebody who does not have it", not_own)
        .after(ready::two_descriptions),
    Fault::new(*b"D009", "a delegation that was never put on record", never_recorded)
        .after(ready::delegation),
    Fault::new(*b"D009", "a delegation put on record after it began", recorded_late).after(ready::delegation),
    Fault::new(*b"D010", "a duty handed on to oneself", handed_to_oneself).after(ready::delegation),
    Fault::new(*b"D010", "a duty that comes back", handed_back).after(ready::delegation),
    Fault::new(*b"D011", "a duty handed on to somebody with another licence", another_licence)
        .after(ready::qualified_delegation),
    Fault::new(*b"D011", "a duty handed on to somebody whose licence ran out", licence_over)
        .after(ready::qualified_delegation),
];

fn empty_in_force(site: &Site, spoiled: &mut Organization) -> Option<()> {
    let papers = spoiled.descriptions.iter_mut();
    site.one(papers.filter(|paper| paper.duties.is_empty() && !paper.is_in_force(AS_OF)))?.control = None;
    Some(())
}

fn nobodys(site: &Site, spoiled: &mut Organization) -> Option<()> {
    site.one(&mut spoiled.responsibilities)?.accountable.clear();
    Some(())
}

fn by_default(site: &Site, spoiled: &mut Organization) -> Option<()> {
    let entry = site.one(&mut spoiled.responsibilities)?;
    entry.accountable.iter_mut().for_each(|it| it.by_default = true);
    Some(())
}

fn at_one_site(site: &Site, spoiled: &mut Organization) -> Option<()> {
    let at = |sites: &[&str]| -> Option<ResponsibilityScope> {
        let sites: Option<Vec<Text>> = sites.iter().map(|site| word(site)).collect();
        Some(ResponsibilityScope::new().sites(sites?))
    };
    let (here, everywhere) = (at(&["north"])?, at(&["north", "south"])?);
    let entry = site.one(&mut spoiled.responsibilities)?;
    entry.scopes = vec![everywhere];
    entry.accountable.iter_mut().for_each(|it| it.scope = Some(here.clone()));
    Some(())
}

fn responsibility_over(site: &Site, spoiled: &mut Organization) -> Option<()> {
    let entry = site.one(&mut spoiled.responsibilities)?;
    let over = ResponsibilityScope::new().period(Period::new().until(OVER));
    entry.accountable.iter_mut().for_each(|it| it.scope = Some(over.clone()));
    Some(())
}

fn of_two(site: &Site, spoiled: &mut Organization) -> Option<()> {
    let shared = spoiled.responsibilities.iter_mut().filter(|it| it.arrangement.is_none());
    let (entry, other) = site.first(shared, |entry| {
        let first = &entry.accountable.first()?.position;
        let others = site.graph().positions().filter(|seat| seat.is_open() && seat.id() != first);
        let other = site.one(others)?;
        Some((entry, other))
    })?;
    entry.accountable.push(Accountability::new(other.id().clone()));
    Some(())
}

fn key_function_gone(site: &Site, spoiled: &mut Organization) -> Option<()> {
    site.one(spoiled.responsibilities.iter_mut().filter(|entry| is_for(entry, CONTROL)))?.function = None;
    Some(())
}

fn more_than_all_time(site: &Site, spoiled: &mut Organization) -> Option<()> {
    let paper = site.one(in_force(spoiled).filter(|paper| paper.duties.len() > 1))?;
    let all = Percentage::try_from(100).ok();
    paper.duties.iter_mut().for_each(|duty| duty.time_share = all);
    Some(())
}

/// By a seat that got no duty from others, so that it may not pass one on.
fn not_own(site: &Site, spoiled: &mut Organization) -> Option<()> {
    let given = || site.graph().positions().flat_map(PositionRef::rows).flat_map(|seat| &seat.delegations);
    let free = |seat: &PositionRef<'_>| given().all(|it| it.to != *seat.id());
    let papers = site.graph().organization().descriptions.iter().filter(|paper| paper.is_in_force(AS_OF));
    let duties = papers.flat_map(|paper| paper.duties.iter().map(move |duty| (paper, duty)));
    let unasked = duties.filter(|(_, duty)| duty.required_qualifications.is_empty());
    let (seat, delegation) = site.first(unasked, |(paper, duty)| {
        let strangers = site.seats().filter(|seat| seat.record().description.as_ref() != Some(&paper.id));
        let seat = site.one(strangers.filter(free))?;
        let to = site.one(site.seats().filter(|other| *other != seat))?;
        Some((seat, Delegation::new(duty.id.clone(), to.id().clone()).description(paper.id.clone())))
    })?;
    spoiled.positions.get_mut(seat.row())?.delegations.push(delegation);
    Some(())
}

fn any(site: &Site) -> Option<(PositionRef<'_>, usize)> {
    site.delegation(|_, it| it.description.is_none())
}

fn never_recorded(site: &Site, spoiled: &mut Organization) -> Option<()> {
    delegation(spoiled, any(site)?)?.recorded = None;
    Some(())
}

fn recorded_late(site: &Site, spoiled: &mut Organization) -> Option<()> {
    let begins = |it: &Delegation| it.period.as_ref().and_then(|period| period.from);
    let delegation = delegation(spoiled, site.delegation(|_, it| begins(it).is_some())?)?;
    delegation.recorded = begins(delegation).and_then(Date::next_day);
    Some(())
}

fn handed_to_oneself(site: &Site, spoiled: &mut Organization) -> Option<()> {
    let (seat, nth) = any(site)?;
    delegation(spoiled, (seat, nth))?.to = seat.id().clone();
    Some(())
}

/// Whoever got the duty hands it on to whoever gave it.
fn handed_back(site: &Site, spoiled: &mut Organization) -> Option<()> {
    let receives = |it: &Delegation| site.seats().find(|seat| *seat.id() == it.to);
    let (seat, nth) = site.delegation(|_, it| it.description.is_none() && receives(it).is_some())?;
    let given = seat.record().delegations.get(nth)?;
    let description = seat.record().description.clone()?;
    let back = Delegation::new(given.duty.clone(), seat.id().clone()).description(description);
    spoiled.positions.get_mut(receives(given)?.row())?.delegations.push(back);
    Some(())
}

fn another_licence(site: &Site, spoiled: &mut Organization) -> Option<()> {
    let (row, strange) = (licensed_receiver(site)?.row(), strange()?);
    let records = holders(spoiled, row).flat_map(|holder| &mut holder.qualifications);
    records.for_each(|record| record.qualification.clone_from(&strange));
    Some(())
}

fn licence_over(site: &Site, spoiled: &mut Organization) -> Option<()> {
    let records = holders(spoiled, licensed_receiver(site)?.row()).flat_map(|it| &mut it.qualifications);
    records.for_each(|record| record.validity = Some(Period::new().until(OVER)));
    Some(())
}

/// Who got a duty that asks for something, and is known to have it by what is recorded of the holder alone.
fn licensed_receiver(site: &Site) -> Option<PositionRef<'_>> {
    let receives = |it: &Delegation| {
        let mut seats = site.seats().filter(|seat| seat.record().description.is_none() && is_recorded(*seat));
        seats.find(|seat| *seat.id() == it.to)
    };
    let (seat, nth) = site.delegation(|seat, it| {
        let mut duties = seat.description().into_iter().flat_map(|paper| &paper.duties);
        let asks = duties.any(|duty| duty.id == it.duty && !duty.required_qualifications.is_empty());
        asks && receives(it).is_some()
    })?;
    receives(seat.record().delegations.get(nth)?)
}
