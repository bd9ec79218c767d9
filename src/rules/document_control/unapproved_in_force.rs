//! # V002 unapproved-in-force
//!
//! ## What it checks
//! A description that is recorded as in force names in `approvedBy` who approved it. Each approval bears a day, its own or that of
//! the state `approved`, which lies no later than the day on which this version came into force.
//!
//! ## Why it matters
//! Nobody can be held to a paper that nobody with a say has put in force.
//!
//! ## Example
//! ```json
//! {"descriptions": [{"id": "manager", "duties": [{"id": "lead", "text": "Leads the shop"}],
//!    "control": {"states": [{"state": "in-force", "on": "2024-01-01"}]}}],
//!  "positions": [
//!   {"id": "head", "title": "Manager", "description": "manager", "standing": {"kind": "head"}, "noSubstituteBecause": "closed when away"}
//! ]}
//! ```
//!
//! ## Write instead
//! ```json
//! {"descriptions": [{"id": "manager", "duties": [{"id": "lead", "text": "Leads the shop"}],
//!    "control": {"states": [{"state": "in-force", "on": "2024-01-01"}], "approvedBy": [{"capacity": "the owner", "on": "2023-12-18"}]}}],
//!  "positions": [
//!   {"id": "head", "title": "Manager", "description": "manager", "standing": {"kind": "head"}, "noSubstituteBecause": "closed when away"}
//! ]}
//! ```
//!
//! ## Exceptions
//! Descriptions that record no state: they are not kept as controlled documents.

use crate::diagnostic::{About, Level, keys};
use crate::model::DocumentState;
use crate::rules::control::{in_force_since, names_somebody};
use crate::rules::{Contents, Context, Rule, Sink};

static ABOUT: About = About::new(
    *b"V002",
    "unapproved-in-force",
    "nobody can be held to a paper that nobody with a say has put in force",
    &[keys::DESIGN.whole()],
);

pub(super) const RULE: Rule = Rule::new(&ABOUT, Level::Error, check);

fn check(cx: &Context<'_>, sink: &mut Sink) {
    let on = cx.graph.as_of();
    for (place, description) in cx.in_force_with(Contents::CONTROL) {
        let (Some(control), Some(since)) = (&description.control, in_force_since(description, on)) else {
            continue;
        };
        let id = &description.id;
        let list = || place.member("control").member("approvedBy");
        if !control.approved_by.iter().any(names_somebody) {
            let message = format!("description `{id}` is in force since {since}, and nobody has approved it");
            let finding = sink.at(list(), message).argument("id", id);
            sink.push(finding.help(
                "record in `approvedBy` who approved it and on which day, or take back the state `in-force`",
            ));
            continue;
        }
        let approvals = control.states.iter().filter(|change| change.state == DocumentState::Approved);
        let approved = approvals.map(|change| change.on).filter(|day| *day <= on).max();
        for (index, sign_off) in control.approved_by.iter().enumerate().filter(|(_, it)| names_somebody(it)) {
            let (path, message, help) = match sign_off.on.or(approved) {
                None => (
                    list().index(index),
                    format!("the approval of description `{id}`, in force since {since}, bears no day"),
                    "record the day in `on`",
                ),
                Some(day) if day > since => (
                    if sign_off.on.is_some() {
                        list().index(index).member("on")
                    } else {
                        list().index(index)
                    },
                    format!("description `{id}` is in force since {since}, but was approved on {day} only"),
                    "correct the days, or let it come into force after the approval",
                ),
                Some(_) => continue,
            };
            let finding = sink.at(path, message).argument("id", id);
            sink.push(finding.help(help));
        }
    }
}
