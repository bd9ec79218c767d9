//! Faults of family Q: qualification.

use super::site::{OVER, Site, holders, in_force, is_recorded, paper};
use super::{Fault, ready};
use crate::graph::PositionRef;
use crate::model::{HeldQualification, Necessity, Organization, Period, Qualification, Requirement};
use crate::strategies::word;

pub(super) const FAULTS: &[Fault] = &[
    Fault::new(*b"Q002", "a holder with another licence than the work needs", another_licence)
        .after(ready::qualified),
    Fault::new(*b"Q003", "a holder whose licence ran out", licence_over).after(ready::qualified),
    Fault::new(*b"Q004", "a licence that a duty needs and that is only desirable", only_desirable)
        .after(ready::qualified),
];

/// A licence that no work here needs.
pub(super) fn strange() -> Option<Qualification> {
    Some(Qualification::Certificate { name: word("Pilot licence")?, issuer: None })
}

fn another_licence(site: &Site, spoiled: &mut Organization) -> Option<()> {
    let strange = strange()?;
    records(site, spoiled, |record| record.qualification.clone_from(&strange))
}

fn licence_over(site: &Site, spoiled: &mut Organization) -> Option<()> {
    records(site, spoiled, |record| record.validity = Some(Period::new().until(OVER)))
}

/// Changes all records of the holders of a seat of whom something is asked.
fn records(
    site: &Site,
    spoiled: &mut Organization,
    change: impl FnMut(&mut HeldQualification),
) -> Option<()> {
    let due = |it: &Requirement| it.necessity == Necessity::Mandatory && it.due.is_none();
    let asked = |seat: &PositionRef<'_>| paper(*seat).is_some_and(|it| it.requirements.iter().any(due));
    let row = site.one(site.seats().filter(|seat| is_recorded(*seat)).filter(asked))?.row();
    holders(spoiled, row).flat_map(|holder| &mut holder.qualifications).for_each(change);
    Some(())
}

fn only_desirable(site: &Site, spoiled: &mut Organization) -> Option<()> {
    let papers = in_force(spoiled)
        .filter(|paper| paper.duties.iter().any(|duty| !duty.required_qualifications.is_empty()));
    let paper = site.one(papers)?;
    paper.requirements.iter_mut().for_each(|it| it.necessity = Necessity::Desirable);
    Some(())
}
