//! # Q001 no-qualification-requirements
//!
//! ## What it checks
//! Every description in force states at least one requirement of its holder.
//!
//! ## Why it matters
//! Nobody can choose a holder, or a substitute, by what is not written down.
//!
//! ## Example
//! ```json
//! {"descriptions": [{"id": "manager", "title": "Manager", "duties": [{"id": "lead", "text": "Leads the shop"}]}],
//!  "positions": [
//!   {"id": "head", "title": "Manager", "description": "manager", "standing": {"kind": "head"}, "noSubstituteBecause": "closed when away"}
//! ]}
//! ```
//!
//! ## Write instead
//! ```json
//! {"descriptions": [{"id": "manager", "title": "Manager", "duties": [{"id": "lead", "text": "Leads the shop"}],
//!   "requirements": [{"necessity": "mandatory", "qualification": {"kind": "experience", "gainedIn": "leadership", "length": "P3Y"}}]}],
//!  "positions": [
//!   {"id": "head", "title": "Manager", "description": "manager", "standing": {"kind": "head"}, "noSubstituteBecause": "closed when away"}
//! ]}
//! ```
//!
//! ## Exceptions
//! Where duties require qualifications, Q004 names what is missing. Where the profile asks for the section and there is no knowledge in it, either, that is
//! V007. Drafts and withdrawn descriptions.

use crate::diagnostic::{About, Level, keys};
use crate::rules::{Contents, Context, Rule, Section, Sink};

static ABOUT: About = About::new(
    *b"Q001",
    "no-qualification-requirements",
    "nobody can choose a holder, or a substitute, by what is not written down",
    &[keys::ROST.whole(), keys::FZ79.at("47(2)1"), keys::GLP.at("part I 1(2)c")],
);

pub(super) const RULE: Rule = Rule::new(&ABOUT, Level::Warning, check).in_packs_only();

fn check(cx: &Context<'_>, sink: &mut Sink) {
    let section_is_asked_for = cx.demands().sections.contains(&Section::Qualification);
    for (place, description) in cx.in_force_without(Contents::DEMANDS) {
        if section_is_asked_for && description.knowledge.is_empty() {
            continue;
        }
        let id = &description.id;
        let message = format!("description `{id}` states no requirements of its holder");
        let finding = sink.at(place.path(), message).argument("id", id);
        let finding = finding.for_want_of(place.member("requirements"));
        sink.push(
            finding.help("state in `requirements` the education, training or experience that the work needs"),
        );
    }
}
