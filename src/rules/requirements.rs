//! What holders are recorded to have, against what their seats ask of them.

use super::context::Place;
use super::qualifications::Records;
use super::{Contents, Context};
use crate::diagnostic::Path;
use crate::graph::{Facts, PositionRef};
use crate::model::{
    Date, Description, HeldQualification, Holder, Necessity, Occupancy, Qualification, Requirement,
    RequirementDue,
};

/// A mandatory requirement that is due, and a holder on the day who does not plainly meet it. Of whom no qualification is recorded,
/// nothing is known.
pub(crate) struct Shortcoming<'g> {
    pub(crate) position: PositionRef<'g>,
    pub(crate) description: &'g Description,
    pub(crate) requirement: &'g Requirement,
    pub(crate) standing: Standing,
    requirement_at: (Place<'g>, usize),
    holder_at: (Place<'g>, usize),
}

/// How far a holder meets a requirement. A record is named by its index, where it stands at this seat and not at another of the person.
#[derive(Clone, Copy)]
pub(crate) enum Standing {
    /// By records that are valid on the day, and none of them has evidence.
    Unproven { record: Option<usize> },
    /// No longer: this is the last record that lapsed.
    Lapsed { record: Option<usize>, lapse: Lapse },
    /// By nothing that is recorded, or by nothing yet.
    Missing,
}

/// Since when a record counts no more.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Lapse {
    /// It was valid until that day.
    Ended(Date),
    /// The training had to be repeated by that day.
    Overdue(Date),
}

impl Lapse {
    fn day(self) -> Date {
        match self {
            Self::Ended(day) | Self::Overdue(day) => day,
        }
    }

    /// `None` where the record has not lapsed, as far as the requirement goes.
    fn of(held: &HeldQualification, asked: &Qualification, on: Date) -> Option<Self> {
        let validity = held.validity.as_ref()?;
        let ended = validity.until.filter(|until| *until < on).map(Self::Ended);
        let overdue = || {
            let Qualification::Training { repeat_after: Some(repeat_after), .. } = asked else {
                return None;
            };
            validity.from.map(|from| from.plus(*repeat_after)).filter(|due| *due < on).map(Self::Overdue)
        };
        ended.or_else(overdue)
    }
}

impl Shortcoming<'_> {
    /// The path of the record of that index, or else of the holder.
    pub(crate) fn path(&self, record: Option<usize>) -> Path {
        let (place, nth) = self.holder_at;
        let holder = place.member("occupancy").member("holders").index(nth);
        match record {
            Some(index) => holder.member("qualifications").index(index),
            None => holder,
        }
    }

    pub(crate) fn requirement_path(&self) -> Path {
        let (place, index) = self.requirement_at;
        place.member("requirements").index(index)
    }
}

impl Standing {
    /// `None` where the holder plainly meets what is asked.
    fn of(holder: &Holder, asked: &Qualification, records: &Records<'_>, on: Date) -> Option<Self> {
        let meets = |it: &&HeldQualification| asked.is_met_by(&it.qualification);
        let is_current = |it: &HeldQualification| {
            it.validity.as_ref().is_none_or(|validity| validity.contains(on))
                && Lapse::of(it, asked, on).is_none()
        };
        // the first that stands here, of all that are recorded of the person
        let here = |wanted: &dyn Fn(&HeldQualification) -> bool| {
            holder.qualifications.iter().position(|it| meets(&it) && wanted(it))
        };
        let mut current = records.of(holder).filter(meets).filter(|it| is_current(it)).peekable();
        if current.peek().is_some() {
            let is_proven = current.any(|it| it.evidence.is_some());
            return (!is_proven).then(|| Self::Unproven { record: here(&is_current) });
        }
        let lapses = records.of(holder).filter(meets).filter_map(|it| Lapse::of(it, asked, on));
        Some(match lapses.max_by_key(|lapse| (lapse.day(), *lapse)) {
            Some(lapse) => {
                Self::Lapsed { record: here(&|it| Lapse::of(it, asked, on) == Some(lapse)), lapse }
            }
            None => Self::Missing,
        })
    }
}

/// All of them, of positions whose description is in force.
pub(super) fn shortcomings<'g>(cx: &Context<'g>) -> Vec<Shortcoming<'g>> {
    let mut found = Vec::new();
    if !cx.is_stated(Contents::MANDATORY) || !cx.graph.has_any(Facts::QUALIFIED) {
        return found;
    }
    let (on, records) = (cx.graph.as_of(), cx.records());
    for position in cx.open().filter(|it| cx.contents_in_force(*it).has(Contents::MANDATORY)) {
        let Some((paper, description)) = cx.description_in_force(position) else {
            continue;
        };
        for (place, row) in cx.open_rows(position) {
            let Some(Occupancy::Held { holders }) = &row.occupancy else {
                continue;
            };
            let is_known = |holder: &Holder| holder.in_force(on) && records.of(holder).next().is_some();
            for (nth, holder) in holders.iter().enumerate().filter(|(_, holder)| is_known(holder)) {
                let due = |it: &Requirement| it.necessity == Necessity::Mandatory && is_due(it, holder, on);
                for (index, requirement) in
                    description.requirements.iter().enumerate().filter(|(_, it)| due(it))
                {
                    let standing = Standing::of(holder, &requirement.qualification, records, on);
                    found.extend(standing.map(|standing| Shortcoming {
                        position,
                        description,
                        requirement,
                        standing,
                        requirement_at: (paper, index),
                        holder_at: (place, nth),
                    }));
                }
            }
        }
    }
    found
}

/// Whether the holder must meet it by now: later ones count when the time that they leave is known to be over.
fn is_due(requirement: &Requirement, holder: &Holder, on: Date) -> bool {
    if requirement.due != Some(RequirementDue::Later) {
        return true;
    }
    let hired = holder.period.as_ref().and_then(|period| period.from);
    hired.zip(requirement.within).is_some_and(|(hired, within)| hired.plus(within) < on)
}
