//! What an organisation declares: conflicts, responsibilities, waivers.

use super::papers::{described, doing};
use super::{LATER, MUCH_LATER, fresh, helped, helper, leaning_on, plain, unit};
use crate::model::{
    Accountability, Activity, ActivityId, Conflict, ConflictSet, Count, Demands, Duty, FunctionPair,
    Organization, PositionId, Responsibility, RuleCode, Substitution, Waiver,
};
use crate::strategies::word;

/// A function that must have somebody to fulfil it, and be kept apart from the other.
pub(crate) const CONTROL: &str = "quality control";
/// The function from which it is kept apart.
pub(crate) const PRODUCTION: &str = "production";

/// What the profile of a fault asks for, where its rule is one of packs.
pub(crate) fn demands() -> Option<Demands> {
    let pair = || Some(FunctionPair::new(word(CONTROL)?, word(PRODUCTION)?));
    let demands = Demands::new().functions([word(CONTROL)?]).direct_access([word(CONTROL)?]);
    Some(demands.independent(pair()).exclusive(pair()).separate(pair()).audits(pair()))
}

/// The two functions, each fulfilled in a unit of its own, and another seat in the first of them.
pub(crate) fn functions(organization: &mut Organization) -> Option<()> {
    let (team, controller) = unit(organization, None)?;
    helped(organization, |seat| seat.unit(team))?;
    let (_, producer) = unit(organization, None)?;
    for (function, position) in [(CONTROL, controller), (PRODUCTION, producer)] {
        let entry = entry(organization, position)?.function(word(function)?);
        organization.responsibilities.push(entry);
    }
    Some(())
}

fn entry(organization: &Organization, position: PositionId) -> Option<Responsibility> {
    let id = fresh("matter", organization.responsibilities.iter().map(|it| &it.id));
    Some(Responsibility::new(word(&id)?).accountable([Accountability::new(position)]))
}

/// A seat that answers for something.
pub(crate) fn responsibility(organization: &mut Organization) -> Option<()> {
    let seat = plain(organization)?;
    let entry = entry(organization, seat)?;
    organization.responsibilities.push(entry);
    Some(())
}

/// A seat with a description, of a duty that is half of a declared conflict.
pub(crate) fn conflict(organization: &mut Organization) -> Option<()> {
    let (first, _) = declared(organization)?;
    let description = doing(organization, marked(first)?)?;
    described(organization, description, |seat| seat).map(drop)
}

/// Two seats, each with one half of a declared conflict; somebody else stands in for the first.
pub(crate) fn conflict_and_cover(organization: &mut Organization) -> Option<()> {
    let (first, second) = declared(organization)?;
    let description = doing(organization, marked(first)?)?;
    let named = Substitution::absence(plain(organization)?);
    described(organization, description, |seat| leaning_on(seat, [named]))?;
    let description = doing(organization, marked(second)?)?;
    described(organization, description, |seat| seat).map(drop)
}

fn declared(organization: &mut Organization) -> Option<(ActivityId, ActivityId)> {
    let (first, second) = (activity(organization)?, activity(organization)?);
    organization.conflicts.push(Conflict::new(first.clone(), second.clone()));
    Some((first, second))
}

fn marked(activity: ActivityId) -> Option<Duty> {
    Some(Duty::new(word("counting")?, word("Counts the cash")?).activities([activity]))
}

fn activity(organization: &mut Organization) -> Option<ActivityId> {
    let id: ActivityId = word(&fresh("activity", organization.activities.iter().map(|it| &it.id)))?;
    organization.activities.push(Activity::new(id.clone()));
    Some(id)
}

/// Three activities of which one person may do two, and a seat that does one of them.
pub(crate) fn conflict_set(organization: &mut Organization) -> Option<()> {
    let three = [activity(organization)?, activity(organization)?, activity(organization)?];
    let [first, ..] = three.clone();
    organization.conflict_sets.push(ConflictSet::new(Count::try_from(2).ok()?).activities(three));
    let description = doing(organization, marked(first)?)?;
    described(organization, description, |seat| seat).map(drop)
}

/// A seat without substitute, as the head has allowed.
pub(crate) fn waiver(organization: &mut Organization) -> Option<()> {
    let approver = head(organization)?;
    let seat = helped(organization, |mut seat| {
        seat.no_substitute_because = None;
        seat
    })?;
    waived(organization, &seat, |waiver| waiver.approved_by(approver).expires(LATER))
}

/// What the head will allow some day.
pub(crate) fn waiver_to_come(organization: &mut Organization) -> Option<()> {
    let approver = head(organization)?;
    let seat = plain(organization)?;
    waived(organization, &seat, |waiver| waiver.approved_by(approver).created(LATER).expires(MUCH_LATER))
}

fn head(organization: &Organization) -> Option<PositionId> {
    Some(helper(organization)?.reporting.first()?.superior.clone())
}

fn waived(
    organization: &mut Organization,
    seat: &PositionId,
    complete: impl FnOnce(Waiver) -> Waiver,
) -> Option<()> {
    let subject = word(&format!("positions[{seat}]"))?;
    let waiver = Waiver::new(RuleCode::of(*b"S001"), subject).reason(word("the season is over")?);
    organization.waivers.push(complete(waiver));
    Some(())
}
