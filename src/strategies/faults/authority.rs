//! Faults of family A: authority and rights.

use super::site::{NOBODY, Site, delegation, in_force, paper};
use super::{Fault, ready};
use crate::model::{
    Count, Description, Duty, Exercise, Limit, Money, Organization, Party, RequiredRight, Right, RightKind,
};
use crate::strategies::word;

pub(super) const FAULTS: &[Fault] = &[
    Fault::new(*b"A001", "a duty without the right that it needs", right_missing).after(ready::description),
    Fault::new(*b"A001", "a limit below what a duty needs", limit_too_low).after(ready::description),
    Fault::new(*b"A004", "a limit above that of the superior", limit_above_superior).after(ready::limits),
    Fault::new(*b"A005", "a right used alone above the threshold", alone_above_threshold)
        .after(ready::description),
    Fault::new(*b"A006", "more signatures than there are people", too_many_signatures)
        .after(ready::description),
    Fault::new(*b"A006", "a right to sign together with oneself", signing_with_oneself)
        .after(ready::description),
    Fault::new(*b"A008", "a right handed on by somebody without it", handed_on_without_right)
        .after(ready::delegation),
    Fault::new(*b"A008", "a right handed on beyond its limit", handed_on_beyond_limit)
        .after(ready::delegation),
];

/// A right that nobody has here.
const RARE: RightKind = RightKind::EngageExperts;
/// An amount beyond all limits.
const FORTUNE: &str = "100000000";

fn right_missing(site: &Site, spoiled: &mut Organization) -> Option<()> {
    let papers = in_force(spoiled).filter(|paper| paper.rights.iter().all(|right| right.kind != RARE));
    let duty = site.one(papers.flat_map(|paper| &mut paper.duties))?;
    duty.required_rights.push(RequiredRight::new(RARE));
    Some(())
}

/// The duty asks for more, and the right stays: others may rely on it.
fn limit_too_low(site: &Site, spoiled: &mut Organization) -> Option<()> {
    let amount = site.one(in_force(spoiled).flat_map(|paper| &mut paper.duties).flat_map(amounts))?;
    amount.amount = word(FORTUNE)?;
    Some(())
}

fn amounts(duty: &mut Duty) -> impl Iterator<Item = &mut Money> {
    let limits = duty.required_rights.iter_mut().filter_map(|right| right.limit.as_mut());
    limits.filter_map(|limit: &mut Limit| limit.amount.as_mut())
}

fn is_limited(right: &Right) -> bool {
    right.limit.as_ref().is_some_and(|limit| limit.amount.is_some())
}

fn amount(right: &mut Right) -> Option<&mut Money> {
    right.limit.as_mut()?.amount.as_mut()
}

/// The right below goes further, and that of the superior stays: others may rely on it.
fn limit_above_superior(site: &Site, spoiled: &mut Organization) -> Option<()> {
    let below = site.led().flat_map(|seat| {
        let papers =
            paper(seat).zip(seat.superior().and_then(paper)).filter(|(own, their)| own.id != their.id);
        let common = papers.into_iter().flat_map(|(own, their)| {
            let same = |right: &&Right| {
                let theirs = their.rights.iter().filter(|it| it.kind == right.kind);
                theirs.map(|it| (&it.object, &it.limit)).eq([(&right.object, &right.limit)])
            };
            own.rights.iter().filter(|right| is_limited(right)).filter(same).map(|right| (&own.id, &right.id))
        });
        common.collect::<Vec<_>>()
    });
    let (paper, right) = site.one(below)?;
    let paper = spoiled.descriptions.iter_mut().find(|it| it.id == *paper)?;
    amount(paper.rights.iter_mut().find(|it| it.id == *right)?)?.amount = word(FORTUNE)?;
    Some(())
}

fn alone_above_threshold(site: &Site, spoiled: &mut Organization) -> Option<()> {
    let rights = in_force(spoiled).flat_map(|paper| &mut paper.rights);
    let right = site.one(rights.filter(|right| is_limited(right)))?;
    right.exercise = Some(Exercise::Sole {});
    let less = Money::new(word("1")?, amount(right)?.currency.clone());
    let thresholds = spoiled.thresholds.take().unwrap_or_default();
    spoiled.thresholds = Some(thresholds.four_eyes(less));
    Some(())
}

fn too_many_signatures(site: &Site, spoiled: &mut Organization) -> Option<()> {
    let held = in_force(spoiled).filter(|paper| site.seats_of(paper).any(|seat| !seat.is_vacant()));
    let right = site.one(held.flat_map(|paper| &mut paper.rights))?;
    right.exercise = Some(Exercise::Joint { signatures: Count::try_from(1000).ok()?, with: Vec::new() });
    Some(())
}

fn signing_with_oneself(site: &Site, spoiled: &mut Organization) -> Option<()> {
    let alone = |paper: &Description| {
        let seats: Vec<_> = site.seats_of(paper).collect();
        let [only] = seats.as_slice() else { return None };
        (only.seats_filled() == 1).then(|| only.id().clone())
    };
    let papers = in_force(spoiled).filter_map(|paper| Some((alone(paper)?, paper)));
    let rights =
        papers.flat_map(|(only, paper)| paper.rights.iter_mut().map(move |right| (right, only.clone())));
    let (right, position) = site.one(rights)?;
    let with = vec![Party::Position { position }];
    right.exercise = Some(Exercise::Joint { signatures: Count::try_from(2).ok()?, with });
    Some(())
}

fn handed_on_without_right(site: &Site, spoiled: &mut Organization) -> Option<()> {
    let given = site.delegation(|seat, _| {
        seat.description().is_some_and(|paper| paper.rights.iter().all(|right| right.kind != RARE))
    })?;
    delegation(spoiled, given)?.rights.push(Right::new(word(NOBODY)?, RARE));
    Some(())
}

fn handed_on_beyond_limit(site: &Site, spoiled: &mut Organization) -> Option<()> {
    let given = site.delegation(|_, it| it.rights.iter().any(is_limited))?;
    delegation(spoiled, given)?.rights.iter_mut().find_map(amount)?.amount = word(FORTUNE)?;
    Some(())
}
