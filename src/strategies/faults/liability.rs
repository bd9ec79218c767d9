//! Faults of family L: liability.

use super::site::{Site, in_force, paper};
use super::{Fault, ready};
use crate::model::{Ground, Liability, Organization, RightKind};

pub(super) const FAULTS: &[Fault] = &[
    Fault::new(*b"L001", "liability for papers that others sign", signed_by_others).after(ready::description),
    Fault::new(*b"L003", "a duty handed on, for which nobody answers any more", answered_by_nobody)
        .after(ready::delegation),
];

fn signed_by_others(site: &Site, spoiled: &mut Organization) -> Option<()> {
    const SIGNING: [RightKind; 3] = [RightKind::Sign, RightKind::Endorse, RightKind::ConcludeContracts];
    let papers = in_force(spoiled).filter(|paper| {
        !paper.rights.is_empty() && paper.rights.iter().all(|right| !SIGNING.contains(&right.kind))
    });
    site.one(papers)?.liabilities.push(Liability::new(Ground::SignedDocuments));
    Some(())
}

/// Others are answered for still.
fn answered_by_nobody(site: &Site, spoiled: &mut Organization) -> Option<()> {
    let (seat, nth) = site.delegation(|seat, it| {
        it.description.is_none()
            && paper(seat).is_some_and(|paper| !paper.liabilities.is_empty() && paper.duties.len() > 1)
    })?;
    let given = &seat.record().delegations.get(nth)?.duty;
    let own = seat.record().description.as_ref()?;
    let paper = spoiled.descriptions.iter_mut().find(|paper| paper.id == *own)?;
    let others: Vec<_> =
        paper.duties.iter().map(|duty| duty.id.clone()).filter(|duty| duty != given).collect();
    paper.liabilities.iter_mut().for_each(|it| it.duties.clone_from(&others));
    Some(())
}
