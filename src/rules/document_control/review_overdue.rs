//! # V004 review-overdue
//!
//! ## What it checks
//! No description in force has a `reviewDue` that lies before the day.
//!
//! ## Why it matters
//! A description that nobody has looked at for too long says what was once done.
//!
//! ## Example
//! ```json
//! {"descriptions": [{"id": "manager", "duties": [{"id": "lead", "text": "Leads the shop"}], "control": {"reviewDue": "2025-12-31"}}],
//!  "positions": [
//!   {"id": "head", "title": "Manager", "description": "manager", "standing": {"kind": "head"}, "noSubstituteBecause": "closed when away"}
//! ]}
//! ```
//!
//! ## Write instead
//! ```json
//! {"descriptions": [{"id": "manager", "duties": [{"id": "lead", "text": "Leads the shop"}], "control": {"reviewDue": "2028-12-31"}}],
//!  "positions": [
//!   {"id": "head", "title": "Manager", "description": "manager", "standing": {"kind": "head"}, "noSubstituteBecause": "closed when away"}
//! ]}
//! ```
//!
//! ## Exceptions
//! Drafts and descriptions that are no longer in force. On the day itself the review is not yet overdue.

use crate::diagnostic::{About, Level, keys};
use crate::rules::{Contents, Context, Rule, Sink};

static ABOUT: About = About::new(
    *b"V004",
    "review-overdue",
    "a description that nobody has looked at for too long says what was once done",
    &[keys::SYSC25.whole()],
);

pub(super) const RULE: Rule = Rule::new(&ABOUT, Level::Warning, check);

fn check(cx: &Context<'_>, sink: &mut Sink) {
    let on = cx.graph.as_of();
    for (place, description) in cx.in_force_with(Contents::CONTROL) {
        let due = description.control.as_ref().and_then(|control| control.review_due);
        if let Some(due) = due.filter(|due| *due < on) {
            let id = &description.id;
            let message = format!("the review of description `{id}` was due on {due}");
            let finding = sink.at(place.member("control").member("reviewDue"), message).argument("id", id);
            sink.push(finding.help("review it, and record the day of the next review in `reviewDue`"));
        }
    }
}
