//! Descriptions: one for each job that somebody has, shared by all who have it.

use super::chart::Post;
use super::control::controlled;
use super::jobs::Job;
use super::plan::{Paper, Plan};
use crate::model::{
    Conditions, Description, Duty, DutyGroup, Frequency, Ground, Importance, Knowledge, Liability, Limit,
    Money, Necessity, Percentage, Qualification, Regime, RequiredRight, Requirement, Right, RightKind,
    Schedule, SchedulePattern, Timing,
};
use crate::strategies::word;

/// A job that somebody has, with its posts and their rows.
pub(super) struct Work<'p> {
    pub(super) job: &'static Job,
    pub(super) paper: &'p Paper,
    pub(super) posts: Vec<(usize, &'p Post<'p>)>,
}

/// The jobs that somebody has, in the order of their first posts.
pub(super) fn works<'p>(plan: &'p Plan, posts: &'p [Post<'p>]) -> Option<Vec<Work<'p>>> {
    let mut works: Vec<Work<'p>> = Vec::new();
    for (row, post) in posts.iter().enumerate() {
        let Some(job) = post.seat.job else { continue };
        match works.iter_mut().find(|work| work.job.id == job.id) {
            Some(work) => work.posts.push((row, post)),
            None => works.push(Work { job, paper: plan.paper(job)?, posts: vec![(row, post)] }),
        }
    }
    Some(works)
}

impl Work<'_> {
    /// Whether one of its posts exists today.
    pub(super) fn is_done(&self) -> bool {
        self.posts.iter().any(|(_, post)| post.is_open())
    }

    /// The description, without what flows.
    pub(super) fn description(&self, plan: &Plan, posts: &[Post<'_>]) -> Option<Description> {
        let Self { job, paper, .. } = self;
        let description = Description::new(word(job.id)?)
            .title(word(job.title)?)
            .category(job.category)
            .duties((0..paper.duties).map(|nth| self.duty(plan, nth)).collect::<Option<Vec<_>>>()?)
            .rights(job.rights.iter().map(right).collect::<Option<Vec<_>>>()?);
        let description = if paper.detailed { self.detailed(description)? } else { description };
        let description =
            if paper.liable { description.liabilities(self.liabilities(posts)) } else { description };
        controlled(self, description, posts)
    }

    fn duty(&self, plan: &Plan, nth: usize) -> Option<Duty> {
        let Self { job, paper, .. } = self;
        let (id, text) = job.duties.get(nth)?;
        let mut duty = Duty::new(word(id)?, word(text)?);
        if nth == 0 {
            duty.importance = Some(Importance::Core);
            duty.activities.extend(job.activity.filter(|_| plan.extras.conflicts).and_then(word));
            duty.required_rights.extend(job.rights.iter().take(1).map(asked).collect::<Option<Vec<_>>>()?);
        }
        if nth == 2 && job.keeps_third_back {
            duty = duty.non_delegable(true).deferrable(true);
        }
        if paper.detailed {
            duty.timing = Some(Timing::Regular { frequency: Frequency::Weekly });
            duty.time_share = Percentage::try_from(i64::try_from(50 / (nth + 1)).ok()?).ok();
            duty.group = Some(word("main")?);
            duty.required_qualifications.extend(licence(job).filter(|_| nth == 1));
        }
        Some(duty)
    }

    /// With what is asked of the holder, and under which conditions the work is done.
    fn detailed(&self, description: Description) -> Option<Description> {
        let asked = licence(self.job).map(|licence| Requirement::new(Necessity::Mandatory, licence));
        Some(
            description
                .purpose(word(self.job.purpose)?)
                .duty_groups([DutyGroup::new(word("main")?, word("Main work")?)])
                .requirements(asked)
                .knowledge([Knowledge::new(word("The rules of the house")?)])
                .conditions(
                    Conditions::new()
                        .schedule(Schedule::new(SchedulePattern::Standard).weekly_hours(word("37.5")?)),
                ),
        )
    }

    /// For what can be answered: with rights, and with somebody below.
    fn liabilities(&self, posts: &[Post<'_>]) -> Vec<Liability> {
        let holds = |kind| self.job.rights.iter().any(|(_, right)| *right == kind);
        let leads = |row| posts.iter().any(|post| post.superior == Some(row) && post.is_open());
        let grounds = [
            (Ground::NonPerformance, true),
            (Ground::SignedDocuments, holds(RightKind::Sign)),
            (Ground::EntrustedMoney, holds(RightKind::Spend)),
            (Ground::Subordinates, self.posts.iter().any(|(row, post)| post.is_open() && leads(*row))),
        ];
        let answered = grounds.into_iter().filter(|(_, answers)| *answers);
        answered.map(|(ground, _)| Liability::new(ground).regimes([Regime::Disciplinary])).collect()
    }
}

/// A right of a job. All limits are the same, so that nobody may spend more than the superior.
pub(super) fn right((id, kind): &(&'static str, RightKind)) -> Option<Right> {
    let right = Right::new(word(id)?, *kind);
    Some(if *kind == RightKind::Spend { right.limit(up_to("50000")?) } else { right })
}

/// The same right, as far as the work needs it.
fn asked((_, kind): &(&'static str, RightKind)) -> Option<RequiredRight> {
    let asked = RequiredRight::new(*kind);
    Some(if *kind == RightKind::Spend { asked.limit(up_to("20000")?) } else { asked })
}

fn up_to(amount: &str) -> Option<Limit> {
    Some(Limit::new().amount(Money::new(word(amount)?, word("NOK")?)))
}

/// The licence that the job needs.
pub(super) fn licence(job: &Job) -> Option<Qualification> {
    Some(Qualification::Certificate { name: word(job.licence?)?, issuer: None })
}
