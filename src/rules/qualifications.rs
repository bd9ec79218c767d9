//! What the holders of seats are recorded to have, against what their seats ask of them.

use super::Context;
use super::context::{Place, description_at};
use crate::diagnostic::Path;
use crate::graph::PositionRef;
use crate::model::{
    Date, Description, HeldQualification, Holder, Necessity, Occupancy, Qualification, Requirement,
    RequirementDue,
};

/// A mandatory requirement that is due, and a holder on the day of whom any qualification is recorded: of whom nothing is recorded,
/// nothing is known.
pub(crate) struct Asked<'g> {
    pub(crate) position: PositionRef<'g>,
    pub(crate) holder: &'g Holder,
    pub(crate) requirement: &'g Requirement,
    pub(crate) description: &'g Description,
    row: usize,
    place: Place<'g>,
    nth: usize,
    index: usize,
}

/// How far a holder meets a requirement.
pub(crate) enum Standing<'g> {
    /// By these records, each with its index.
    Met(Vec<(usize, &'g HeldQualification)>),
    /// No longer; by this record, the last to lapse.
    Lapsed(usize, Lapse),
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

    /// Whether the record has lapsed as far as the requirement goes; `None` where it has not.
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

impl<'g> Asked<'g> {
    /// The path of the holder's qualifications.
    pub(crate) fn path(&self) -> Path {
        self.place.member("occupancy").member("holders").index(self.nth).member("qualifications")
    }

    pub(crate) fn requirement_path(&self) -> Path {
        description_at(self.row, self.description).member("requirements").index(self.index)
    }

    pub(crate) fn standing(&self, on: Date) -> Standing<'g> {
        let asked = &self.requirement.qualification;
        let records = self.holder.qualifications.iter().enumerate();
        let (mut current, mut last) = (Vec::new(), None::<(usize, Lapse)>);
        for (index, held) in records.filter(|(_, held)| asked.is_met_by(&held.qualification)) {
            if let Some(lapse) = Lapse::of(held, asked, on) {
                if last.is_none_or(|(_, latest)| latest.day() < lapse.day()) {
                    last = Some((index, lapse));
                }
            } else if held.is_valid(on) {
                current.push((index, held));
            }
        }
        match last {
            _ if !current.is_empty() => Standing::Met(current),
            Some((index, lapse)) => Standing::Lapsed(index, lapse),
            None => Standing::Missing,
        }
    }
}

/// Shows each of them, of positions whose description is in force.
pub(crate) fn each<'g>(cx: &Context<'g>, mut show: impl FnMut(&Asked<'g>)) {
    let on = cx.graph.as_of();
    for position in cx.open() {
        let description = position.description().filter(|description| description.is_in_force(on));
        let row = description.and_then(|description| cx.graph.description_row(&description.id));
        let Some((description, row)) = description.zip(row) else {
            continue;
        };
        for (place, record) in cx.open_rows(position) {
            let Some(Occupancy::Held { holders }) = &record.occupancy else {
                continue;
            };
            let in_force = |holder: &Holder| holder.in_force(on) && !holder.qualifications.is_empty();
            for (nth, holder) in holders.iter().enumerate().filter(|(_, holder)| in_force(holder)) {
                for (index, requirement) in description.requirements.iter().enumerate() {
                    if requirement.necessity == Necessity::Mandatory && is_due(requirement, holder, on) {
                        show(&Asked { position, holder, requirement, description, row, place, nth, index });
                    }
                }
            }
        }
    }
}

/// Whether the holder must meet it by now: later ones count when the time that they leave is known to be over.
fn is_due(requirement: &Requirement, holder: &Holder, on: Date) -> bool {
    if requirement.due != Some(RequirementDue::Later) {
        return true;
    }
    let hired = holder.period.as_ref().and_then(|period| period.from);
    hired.zip(requirement.within).is_some_and(|(hired, within)| hired.plus(within) < on)
}
