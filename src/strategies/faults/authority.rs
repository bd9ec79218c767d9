//! Faults of family A: authority and rights.

use super::site::Site;
use super::{Fault, ready};
use crate::model::{Duty, Limit, Money, Organization, RequiredRight, RightKind};
use crate::strategies::{AS_OF, word};

pub(super) const FAULTS: &[Fault] = &[
    Fault::new(*b"A001", "a duty without the right that it needs", right_missing).after(ready::description),
    Fault::new(*b"A001", "a limit below what a duty needs", limit_too_low).after(ready::description),
];

fn right_missing(site: &Site, spoiled: &mut Organization) -> Option<()> {
    const ASKED: RightKind = RightKind::EngageExperts;
    let papers = spoiled
        .descriptions
        .iter_mut()
        .filter(|paper| paper.is_in_force(AS_OF) && paper.rights.iter().all(|right| right.kind != ASKED));
    let duty = site.one(papers.flat_map(|paper| &mut paper.duties))?;
    duty.required_rights.push(RequiredRight::new(ASKED));
    Some(())
}

/// The duty asks for more, and the right stays: others may rely on it.
fn limit_too_low(site: &Site, spoiled: &mut Organization) -> Option<()> {
    let papers = spoiled.descriptions.iter_mut().filter(|paper| paper.is_in_force(AS_OF));
    let amount = site.one(papers.flat_map(|paper| &mut paper.duties).flat_map(amounts))?;
    amount.amount = word("100000000")?;
    Some(())
}

fn amounts(duty: &mut Duty) -> impl Iterator<Item = &mut Money> {
    let limits = duty.required_rights.iter_mut().filter_map(|right| right.limit.as_mut());
    limits.filter_map(|limit: &mut Limit| limit.amount.as_mut())
}
