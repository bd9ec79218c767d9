//! Whole organisations, in order by construction: chance makes a plan of small choices, and the rest is made from it.

mod chart;
mod control;
mod cover;
mod days;
mod descriptions;
mod flows;
mod holders;
mod jobs;
mod plan;
mod positions;

use proptest::collection::SizeRange;
use proptest::strategy::Strategy;

use self::chart::{Post, posts, units};
use self::descriptions::works;
use self::plan::{Extras, Plan, chosen, plans};
use super::word;
use crate::model::{
    Accountability, Activity, Conflict, Description, DocumentControl, DocumentState, Organization,
    Responsibility, StateChange, Template,
};

/// Organisations with so many seats below the top.
pub(super) fn organizations(seats: SizeRange) -> impl Strategy<Value = Organization> {
    plans(seats).prop_filter_map("a word is not well formed", |plan| built(&plan))
}

fn built(plan: &Plan) -> Option<Organization> {
    let posts = posts(plan)?;
    let works = works(plan, &posts)?;
    let descriptions = works.iter().map(|work| work.description(plan, &posts)).collect::<Option<Vec<_>>>()?;
    let organization = Organization::new()
        .name(word("Nordlys Trading")?)
        .language(word("en")?)
        .units(units(&posts)?)
        .descriptions(descriptions)
        .positions(positions::positions(plan, &posts)?);
    let organization = flows::flowing(plan, &works, organization)?;
    declaring(&plan.extras, &posts, organization)
}

/// With what the organisation declares, and with papers that nobody uses yet.
fn declaring(extras: &Extras, posts: &[Post<'_>], mut organization: Organization) -> Option<Organization> {
    if extras.conflicts {
        let (one, other) = (word(jobs::ORDERING)?, word(jobs::PAYING)?);
        let separate = Conflict::new(word(jobs::ORDERING)?, word(jobs::PAYING)?);
        organization = organization
            .activities([Activity::new(one), Activity::new(other)])
            .conflicts([separate.reason(word("whoever orders does not pay")?)]);
    }
    if extras.draft {
        let drafted = [StateChange::new(DocumentState::Draft, days::ACKNOWLEDGED)];
        let draft = Description::new(word("trainee")?).title(word("Trainee")?);
        organization = organization.descriptions([draft.control(DocumentControl::new().states(drafted))]);
    }
    if extras.template {
        let start = Description::new(word("office-work")?).title(word("Office work")?);
        organization = organization.templates([Template::new(word("office-work")?, start)]);
    }
    let open: Vec<&Post<'_>> = posts.iter().filter(|post| post.is_open()).collect();
    for (choice, name) in extras.responsible.iter().zip(["complaints", "data-protection", "fire-safety"]) {
        let answers = chosen(*choice, &open).map(|post| Accountability::new(post.id.clone()));
        organization = organization.responsibilities([Responsibility::new(word(name)?).accountable(answers)]);
    }
    Some(organization)
}
