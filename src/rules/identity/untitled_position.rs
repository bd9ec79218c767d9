//! # I006 untitled-position
//!
//! ## What it checks
//! Every position that exists on the day and every unit has a title.
//!
//! ## Why it matters
//! People know seats and units by their titles; charts and documents print them.
//!
//! ## Example
//! ```json
//! {"positions": [
//!   {"id": "head", "standing": {"kind": "head"}, "noSubstituteBecause": "closed when away"}
//! ]}
//! ```
//!
//! ## Write instead
//! ```json
//! {"positions": [
//!   {"id": "head", "title": "Manager", "standing": {"kind": "head"}, "noSubstituteBecause": "closed when away"}
//! ]}
//! ```
//!
//! ## Exceptions
//! None.

use crate::diagnostic::{About, Level, Path, keys};
use crate::graph::Facts;
use crate::rules::context::path_of;
use crate::rules::{Context, Rule, Sink};

static ABOUT: About = About::new(
    *b"I006",
    "untitled-position",
    "people know seats and units by their titles; charts and documents print them",
    &[keys::DESIGN.whole()],
);

pub(super) const RULE: Rule = Rule::new(&ABOUT, Level::Warning, check);

fn check(cx: &Context<'_>, sink: &mut Sink) {
    for position in cx.open_where(|facts| facts.has(Facts::UNTITLED)) {
        let message = format!("position `{}` has no title", position.id());
        let finding = sink.at(path_of(position), message).argument("id", position.id());
        let finding = finding.for_want_of(path_of(position).member("title"));
        sink.push(finding.help("add `title`: what people call the seat"));
    }
    for (row, unit) in cx.organization().units.iter().enumerate().filter(|(_, unit)| unit.title.is_none()) {
        let path = Path::root().member("units").element(row, unit.id.as_str());
        let title = path.clone().member("title");
        let finding = sink.at(path, format!("unit `{}` has no title", unit.id)).argument("id", &unit.id);
        let finding = finding.for_want_of(title);
        sink.push(finding.help("add `title`: what people call the unit"));
    }
}
