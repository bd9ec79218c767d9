//! Who sits where.

use super::chart::Post;
use super::days;
use super::descriptions::licence;
use super::jobs::Job;
use super::plan::{Holding, Plan};
use crate::model::{Count, HeldQualification, Holder, Occupancy, Period, PersonId, Position};
use crate::strategies::word;

/// The persons whose names are known to sit in a post today.
pub(super) fn persons(row: usize, post: &Post<'_>) -> Option<Vec<PersonId>> {
    let count = match post.seat.holding {
        _ if !post.is_open() => 0,
        Holding::Held { .. } => 1,
        Holding::CoHeld | Holding::JobShare => 2,
        Holding::NotStated | Holding::Vacant | Holding::Pool => 0,
    };
    (1..=count).map(|nth| word(&format!("person-{row}-{nth}"))).collect()
}

/// The rows of a seat: one for each holder of a job share, one of every other seat.
pub(super) fn occupied(
    plan: &Plan,
    row: usize,
    post: &Post<'_>,
    position: Position,
) -> Option<Vec<Position>> {
    if !post.is_open() {
        return Some(vec![position]);
    }
    let holders = persons(row, post)?.into_iter().map(|person| holder(plan, post, person));
    let mut holders: Vec<Holder> = holders.collect::<Option<_>>()?;
    Some(match post.seat.holding {
        Holding::NotStated => vec![position],
        Holding::Vacant => vec![position.occupancy(Occupancy::Vacant { since: Some(days::VACATED) })],
        Holding::Pool => vec![position.occupancy(Occupancy::Pool { seats: Count::try_from(3).ok()? })],
        Holding::CoHeld => vec![position.held_by(holders)],
        Holding::Held { after_another } => {
            if after_another {
                let until = Period::new().until(days::LAST_OF_OLD_HOLDERS);
                holders.insert(0, Holder::new().person(word(&format!("person-{row}-0"))?).period(until));
            }
            vec![position.held_by(holders)]
        }
        Holding::JobShare => {
            let half = word("0.5")?;
            let row = |holder| position.clone().held_by([holder]);
            holders.into_iter().map(|holder| row(holder).fte(Clone::clone(&half))).collect()
        }
    })
}

fn holder(plan: &Plan, post: &Post<'_>, person: PersonId) -> Option<Holder> {
    let holder = Holder::new().person(person).period(Period::new().from(days::FIRST_OF_NEW_HOLDERS));
    let is_asked = |job: &&Job| plan.paper(job).is_some_and(|paper| paper.detailed);
    let Some(licence) = post.seat.job.filter(is_asked).and_then(licence) else {
        return Some(holder);
    };
    let valid = Period::new().from(days::FIRST_OF_NEW_HOLDERS).until(days::RENEWAL);
    let held = HeldQualification::new(licence).evidence(word("file of the store")?).validity(valid);
    Some(holder.qualifications([held]))
}
