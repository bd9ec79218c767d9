//! Who stands where: ids, superiors, units.

use super::jobs::{JOBS, Job};
use super::plan::{Holding, Life, Paper, Place, Plan, Seat, chosen};
use crate::model::{PositionId, Unit, UnitId};
use crate::strategies::word;

/// More direct reports than this are nobody's wish; the baseline speaks above fifteen.
const WIDEST_SPAN: usize = 12;

/// A seat with its place in the organisation.
pub(super) struct Post<'p> {
    pub(super) seat: &'p Seat,
    pub(super) id: PositionId,
    /// The row of its superior.
    pub(super) superior: Option<usize>,
    pub(super) unit: Option<UnitId>,
}

impl Post<'_> {
    pub(super) fn is_head(&self) -> bool {
        self.seat.superior.is_none()
    }

    pub(super) fn is_open(&self) -> bool {
        self.seat.life == Life::Open
    }

    /// Whether it exists and somebody may be at work there.
    pub(super) fn is_staffed(&self) -> bool {
        self.is_open() && self.seat.holding != Holding::Vacant
    }

    pub(super) fn is_led_from_outside(&self) -> bool {
        self.is_open() && self.seat.place == Place::LedFromOutside
    }

    fn leads(&self) -> bool {
        self.is_open() && self.seat.place == Place::Lead
    }
}

impl Plan {
    /// What is decided of the description of that job.
    pub(super) fn paper(&self, job: &Job) -> Option<&Paper> {
        let nth = JOBS.iter().position(|other| other.id == job.id);
        self.papers.get(nth.map_or(0, |nth| nth + 1))
    }
}

/// Gives every seat its place, heads first.
pub(super) fn posts(plan: &Plan) -> Option<Vec<Post<'_>>> {
    let mut posts: Vec<Post<'_>> = Vec::with_capacity(plan.heads.len() + plan.seats.len());
    let mut spans: Vec<usize> = Vec::with_capacity(posts.capacity());
    for seat in plan.heads.iter().chain(&plan.seats) {
        let row = posts.len();
        let name = match seat.job {
            _ if row == 0 => "manager".to_owned(),
            _ if seat.superior.is_none() => format!("manager-{}", row + 1),
            Some(job) => format!("{}-{row}", job.id),
            None => format!("assistant-{row}"),
        };
        let mut post = Post { seat, id: word(&name)?, superior: None, unit: None };
        if !post.is_led_from_outside() {
            let may_lead = |(at, other): &(usize, &Post<'_>)| {
                other.is_open()
                    && other.seat.holding != Holding::Pool
                    && spans.get(*at).is_some_and(|span| *span < WIDEST_SPAN)
            };
            let leaders: Vec<usize> = posts.iter().enumerate().filter(may_lead).map(|(at, _)| at).collect();
            post.superior = seat.superior.and_then(|choice| chosen(choice, &leaders));
        }
        if let Some(span) = post.superior.and_then(|superior| spans.get_mut(superior)) {
            *span += 1;
        }
        if plan.units {
            let own = || word(&format!("unit-{}", row + 1));
            let above = post.superior.and_then(|superior| posts.get(superior)?.unit.clone());
            let first = posts.first().and_then(|first| first.unit.clone());
            post.unit = match (post.is_head(), first) {
                (true, Some(first)) => Some(first),
                _ if post.leads() => own(),
                _ => above,
            };
        }
        posts.push(post);
        spans.push(0);
    }
    Some(posts)
}

/// The units, each led by whoever it was made for; none, where nobody is in one.
pub(super) fn units(posts: &[Post<'_>]) -> Option<Vec<Unit>> {
    let mut units: Vec<Unit> = Vec::new();
    for post in posts.iter().filter(|post| post.leads()) {
        let Some(id) = post.unit.clone().filter(|id| units.iter().all(|unit| unit.id != *id)) else {
            continue;
        };
        let mut unit =
            Unit::new(id).title(word(&format!("Department {}", units.len() + 1))?).lead(post.id.clone());
        unit.parent = post.superior.and_then(|superior| posts.get(superior)?.unit.clone());
        units.push(unit);
    }
    Some(units)
}
