//! Faults of family V: documents and versions.

use super::site::{NOBODY, OVER, Site, command, has_one_open_line, in_force, paper};
use super::{Fault, ready};
use crate::graph::PositionRef;
use crate::model::{
    Amendment, Date, Description, DocumentControl, DocumentState, Organization, Period, SignOff,
};
use crate::strategies::{AS_OF, word};

pub(super) const FAULTS: &[Fault] = &[
    Fault::new(*b"V002", "a description that nobody approved", approved_by_nobody).after(ready::controlled),
    Fault::new(*b"V002", "a description approved after it came into force", approved_late)
        .after(ready::controlled),
    Fault::new(*b"V003", "a description that nobody has read", read_by_nobody).after(ready::controlled),
    Fault::new(*b"V004", "a review that is overdue", review_overdue).after(ready::description),
    Fault::new(*b"V005", "a description approved by whom it describes", approved_by_oneself)
        .after(ready::controlled),
    Fault::new(
        *b"V005",
        "a description approved on behalf of the seat that it describes",
        approved_for_oneself,
    )
    .after(ready::controlled),
    Fault::new(*b"V006", "a superior who is newer than the description", newer_superior)
        .after(ready::controlled),
    Fault::new(*b"V010", "an amendment that nobody approved", amended_by_nobody).after(ready::controlled),
    Fault::new(*b"V010", "an amendment without day", amended_on_no_day).after(ready::controlled),
    Fault::new(*b"V010", "an amendment of a clause that does not exist", unknown_clause)
        .after(ready::controlled),
    Fault::new(*b"V012", "a description that replaces itself", replacing_itself).after(ready::description),
    Fault::new(*b"V012", "two versions in force at once", two_versions).after(ready::two_descriptions),
];

/// After everything that descriptions here record of themselves.
const LATELY: Date = Date::of(2025, 12, 28);

/// The control of a description in force that is kept as a document, with its approvals and their day.
fn approved<'o>(site: &Site, spoiled: &'o mut Organization) -> Option<&'o mut DocumentControl> {
    site.one(in_force(spoiled).filter_map(|paper| paper.control.as_deref_mut()).filter(|it| is_approved(it)))
}

fn is_approved(control: &DocumentControl) -> bool {
    let approved = control.states.iter().any(|it| it.state == DocumentState::Approved && it.on <= AS_OF);
    approved && !control.approved_by.is_empty()
}

fn approved_by_nobody(site: &Site, spoiled: &mut Organization) -> Option<()> {
    approved(site, spoiled)?.approved_by.clear();
    Some(())
}

fn approved_late(site: &Site, spoiled: &mut Organization) -> Option<()> {
    approved(site, spoiled)?.approved_by.iter_mut().for_each(|approval| approval.on = Some(LATELY));
    Some(())
}

fn read_by_nobody(site: &Site, spoiled: &mut Organization) -> Option<()> {
    let controls = in_force(spoiled).filter_map(|paper| paper.control.as_deref_mut());
    let read = controls.filter(|it| it.acknowledgement_required && !it.acknowledgements.is_empty());
    site.one(read)?.acknowledgements.clear();
    Some(())
}

fn review_overdue(site: &Site, spoiled: &mut Organization) -> Option<()> {
    site.one(in_force(spoiled))?.control.get_or_insert_default().review_due = Some(OVER);
    Some(())
}

fn approved_by_oneself(site: &Site, spoiled: &mut Organization) -> Option<()> {
    approved_within(site, spoiled, |seat| Some(SignOff::new().person(seat.sole_person()?.clone())))
}

fn approved_for_oneself(site: &Site, spoiled: &mut Organization) -> Option<()> {
    approved_within(site, spoiled, |seat| Some(SignOff::new().position(seat.id().clone())))
}

/// With another approval, by somebody whom the description describes.
fn approved_within(
    site: &Site,
    spoiled: &mut Organization,
    approval: impl Fn(PositionRef<'_>) -> Option<SignOff>,
) -> Option<()> {
    let pairs = in_force(spoiled).filter(|paper| paper.control.as_deref().is_some_and(is_approved));
    let pairs = pairs.filter_map(|paper| {
        let below = site.seats_of(paper).filter(|seat| !seat.is_head());
        let approval = site.first(below, &approval)?;
        Some((paper.control.as_mut()?, approval))
    });
    let (control, approval) = site.one(pairs)?;
    control.approved_by.push(approval);
    Some(())
}

fn newer_superior(site: &Site, spoiled: &mut Organization) -> Option<()> {
    let recorded = |paper: &Description| paper.control.as_ref().is_some_and(|it| !it.states.is_empty());
    let seats = site.led().filter(|seat| paper(*seat).is_some_and(recorded) && has_one_open_line(*seat));
    let seat = site.one(seats)?;
    command(spoiled, seat.row())?.period = Some(Period::new().from(LATELY));
    Some(())
}

fn amendment<'o>(site: &Site, spoiled: &'o mut Organization) -> Option<&'o mut Amendment> {
    let controls = in_force(spoiled).filter_map(|paper| paper.control.as_deref_mut());
    let made = controls.flat_map(|control| &mut control.amendments);
    site.one(made.filter(|it| it.wording.is_some() && it.on.is_some_and(|day| day <= AS_OF)))
}

fn amended_by_nobody(site: &Site, spoiled: &mut Organization) -> Option<()> {
    amendment(site, spoiled)?.approved_by = None;
    Some(())
}

fn amended_on_no_day(site: &Site, spoiled: &mut Organization) -> Option<()> {
    amendment(site, spoiled)?.on = None;
    Some(())
}

fn unknown_clause(site: &Site, spoiled: &mut Organization) -> Option<()> {
    amendment(site, spoiled)?.clause = word(NOBODY);
    Some(())
}

fn replacing_itself(site: &Site, spoiled: &mut Organization) -> Option<()> {
    let paper = site.one(in_force(spoiled))?;
    paper.control.get_or_insert_default().replaces = Some(paper.id.clone());
    Some(())
}

/// Any two will do: both are in force.
fn two_versions(site: &Site, spoiled: &mut Organization) -> Option<()> {
    let mut papers: Vec<_> = in_force(spoiled).collect();
    let nth = site.one(0..papers.len())?;
    papers.rotate_left(nth);
    let [later, earlier, ..] = papers.as_mut_slice() else { return None };
    later.control.get_or_insert_default().replaces = Some(earlier.id.clone());
    Some(())
}
