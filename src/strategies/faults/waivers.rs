//! Faults of family W: waivers.

use super::site::{NOBODY, OVER, Site};
use super::{Fault, ready};
use crate::model::{Organization, RuleCode, Waiver};
use crate::strategies::{AS_OF, word};

pub(super) const FAULTS: &[Fault] = &[
    Fault::new(*b"W001", "a waiver that ran out", over).after(ready::waiver),
    Fault::new(*b"W002", "a waiver of what is in order", of_nothing).after(ready::waiver_to_come),
    Fault::new(*b"W003", "a waiver without reason", no_reason).after(ready::waiver_to_come),
    Fault::new(*b"W003", "a waiver that nobody approved", no_approver).after(ready::waiver_to_come),
    Fault::new(*b"W003", "a waiver without end", no_end).after(ready::waiver_to_come),
    Fault::new(*b"W004", "a waiver of a hard rule", hard_rule).after(ready::waiver_to_come),
    Fault::new(*b"W004", "a waiver for a position that does not exist", unknown_subject)
        .after(ready::waiver_to_come),
    Fault::new(*b"W005", "a waiver approved by whom it favours", own_matter).after(ready::waiver),
];

fn is_to_come(waiver: &Waiver) -> bool {
    waiver.created.is_some_and(|day| AS_OF < day)
}

/// A waiver that does not hold yet: what it is for is in order.
fn to_come<'o>(site: &Site, spoiled: &'o mut Organization) -> Option<&'o mut Waiver> {
    site.one(spoiled.waivers.iter_mut().filter(|it| is_to_come(it)))
}

/// A waiver that holds, and something that it takes away.
fn holding<'o>(site: &Site, spoiled: &'o mut Organization) -> Option<&'o mut Waiver> {
    site.one(spoiled.waivers.iter_mut().filter(|it| !is_to_come(it)))
}

fn over(site: &Site, spoiled: &mut Organization) -> Option<()> {
    holding(site, spoiled)?.expires = Some(OVER);
    Some(())
}

fn of_nothing(site: &Site, spoiled: &mut Organization) -> Option<()> {
    to_come(site, spoiled)?.created = None;
    Some(())
}

fn no_reason(site: &Site, spoiled: &mut Organization) -> Option<()> {
    to_come(site, spoiled)?.reason = None;
    Some(())
}

fn no_approver(site: &Site, spoiled: &mut Organization) -> Option<()> {
    to_come(site, spoiled)?.approved_by = None;
    Some(())
}

fn no_end(site: &Site, spoiled: &mut Organization) -> Option<()> {
    to_come(site, spoiled)?.expires = None;
    Some(())
}

fn hard_rule(site: &Site, spoiled: &mut Organization) -> Option<()> {
    to_come(site, spoiled)?.code = RuleCode::of(*b"R001");
    Some(())
}

fn unknown_subject(site: &Site, spoiled: &mut Organization) -> Option<()> {
    to_come(site, spoiled)?.subject = word(&format!("positions[{NOBODY}]"))?;
    Some(())
}

fn own_matter(site: &Site, spoiled: &mut Organization) -> Option<()> {
    let waiver = holding(site, spoiled)?;
    let subject = |id: &str| format!("positions[{id}]");
    let mut below = site.graph().positions().filter(|seat| !seat.is_head());
    let favoured = below.find(|seat| waiver.subject.as_str() == subject(seat.id().as_str()))?;
    waiver.approved_by = Some(favoured.id().clone());
    Some(())
}
