//! # D001 position-without-duties
//!
//! ## What it checks
//! Every description in force on the day lists at least one duty. A description that records no state counts as in force.
//!
//! ## Why it matters
//! Nobody can be held to what is not written down, and nobody can see what is left undone.
//!
//! ## Example
//! ```json
//! {"descriptions": [{"id": "manager", "title": "Manager"}], "positions": [
//!   {"id": "head", "title": "Manager", "description": "manager", "standing": {"kind": "head"}, "noSubstituteBecause": "closed when away"}
//! ]}
//! ```
//!
//! ## Write instead
//! ```json
//! {"descriptions": [{"id": "manager", "title": "Manager", "duties": [{"id": "lead", "text": "Leads the shop"}]}], "positions": [
//!   {"id": "head", "title": "Manager", "description": "manager", "standing": {"kind": "head"}, "noSubstituteBecause": "closed when away"}
//! ]}
//! ```
//!
//! ## Exceptions
//! Drafts and withdrawn descriptions, as their document control says.

use crate::diagnostic::{About, Level, keys};
use crate::rules::{Contents, Context, Rule, Sink};

static ABOUT: About = About::new(
    *b"D001",
    "position-without-duties",
    "nobody can be held to what is not written down, and nobody can see what is left undone",
    &[keys::GMP.at("2.3"), keys::ROST.whole(), keys::AML.whole()],
);

pub(super) const RULE: Rule = Rule::new(&ABOUT, Level::Warning, check);

fn check(cx: &Context<'_>, sink: &mut Sink) {
    for (place, description) in cx.in_force_without(Contents::DUTIES) {
        let id = &description.id;
        let finding = sink.at(place.path(), format!("description `{id}` lists no duties")).argument("id", id);
        let finding = finding.for_want_of(place.member("duties"));
        sink.push(
            finding.help(
                "list what the holder does in `duties`, or record in `control` that it is still a draft",
            ),
        );
    }
}
