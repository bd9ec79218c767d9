//! # V001 no-description
//!
//! ## What it checks
//! Every position that exists on the day, vacant ones and the head included, has a description that is in force. A draft, or a
//! description that was withdrawn or replaced, is none.
//!
//! ## Why it matters
//! What the holder does, may do and answers for is nowhere written down.
//!
//! ## Example
//! ```json
//! {"positions": [
//!   {"id": "head", "title": "Manager", "standing": {"kind": "head"}, "noSubstituteBecause": "closed when away"}
//! ]}
//! ```
//!
//! ## Write instead
//! ```json
//! {"descriptions": [{"id": "manager", "duties": [{"id": "lead", "text": "Leads the shop"}]}],
//!  "positions": [
//!   {"id": "head", "title": "Manager", "description": "manager", "standing": {"kind": "head"}, "noSubstituteBecause": "closed when away"}
//! ]}
//! ```
//!
//! ## Exceptions
//! Descriptions that nobody declares are I002. A description that records no state counts as in force.

use crate::diagnostic::{About, Level, keys};
use crate::rules::context::path_of;
use crate::rules::{Context, Rule, Sink};

static ABOUT: About = About::new(
    *b"V001",
    "no-description",
    "what the holder does, may do and answers for is nowhere written down",
    &[keys::GMP.at("2.3"), keys::CFR22.whole()],
);

pub(super) const RULE: Rule = Rule::new(&ABOUT, Level::Warning, check).in_packs_only();

fn check(cx: &Context<'_>, sink: &mut Sink) {
    let on = cx.graph.as_of();
    for position in cx.open() {
        let id = position.id();
        let finding = if position.rows().all(|row| row.description.is_none()) {
            let finding = sink.at(path_of(position), format!("position `{id}` has no description"));
            let finding = finding.for_want_of(path_of(position).member("description"));
            finding.help("write one, and name it in `description`")
        } else {
            let Some(description) = position.description().filter(|it| !it.is_in_force(on)) else {
                continue;
            };
            let message =
                format!("`{}`, the description of position `{id}`, is not in force", description.id);
            let finding = sink.at(path_of(position).member("description"), message);
            finding.help("put it in force, or name the description that replaced it")
        };
        sink.push(finding.argument("id", id));
    }
}
