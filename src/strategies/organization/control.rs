//! The history of a description as a document.

use super::chart::Post;
use super::days;
use super::descriptions::Work;
use super::holders::persons;
use super::plan::{Control, Holding};
use crate::model::{
    Acknowledgement, Amendment, Description, DocumentControl, DocumentState, SignOff, StateChange,
};
use crate::strategies::word;

/// The description with its history, as far as one is kept.
pub(super) fn controlled(
    work: &Work<'_>,
    description: Description,
    posts: &[Post<'_>],
) -> Option<Description> {
    if work.paper.control == Control::None {
        return Some(description);
    }
    let change = |state, on| StateChange::new(state, on);
    let approval = approval(work, posts)?;
    let mut control = DocumentControl::new()
        .version(word("2")?)
        .states([
            change(DocumentState::Draft, days::DRAFTED),
            change(DocumentState::Approved, days::APPROVED),
            change(DocumentState::InForce, days::IN_FORCE),
        ])
        .approved_by([approval.clone().on(days::APPROVED)])
        .review_due(days::RENEWAL);
    if work.paper.control == Control::Amended {
        let [(clause, wording), ..] = work.job.duties;
        control =
            control.states([change(DocumentState::Amended, days::AMENDED)]).amendments([Amendment::new()
                .clause(word(clause)?)
                .wording(word(wording)?)
                .on(days::AMENDED)
                .approved_by(approval.on(days::AMENDED))]);
    }
    // who sits in a pool, or in a seat of which nothing is said, signs nowhere
    let signs = |post: &Post<'_>| !matches!(post.seat.holding, Holding::NotStated | Holding::Pool);
    if work.paper.acknowledged && work.posts.iter().all(|(_, post)| !post.is_open() || signs(post)) {
        let readers: Vec<Vec<_>> =
            work.posts.iter().map(|(row, post)| persons(*row, post)).collect::<Option<_>>()?;
        let read = |person| Acknowledgement::new().person(person).on(days::ACKNOWLEDGED);
        control =
            control.acknowledgement_required(true).acknowledgements(readers.into_iter().flatten().map(read));
    }
    Some(description.control(control))
}

/// By the head; that of the head's own description, by the owners.
fn approval(work: &Work<'_>, posts: &[Post<'_>]) -> Option<SignOff> {
    let own = work.posts.iter().any(|(_, post)| post.is_head());
    Some(match posts.first() {
        Some(head) if !own => SignOff::new().position(head.id.clone()),
        _ => SignOff::new().capacity(word("the owners")?),
    })
}
