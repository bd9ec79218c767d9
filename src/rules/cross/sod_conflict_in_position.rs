//! # X001 sod-conflict-in-position
//!
//! ## What it checks
//! No description in force marks its duties with both activities of a declared conflict pair.
//!
//! ## Why it matters
//! Whoever does both can make a mistake, or worse, that nobody else sees.
//!
//! ## Example
//! ```json
//! {"activities": [{"id": "order"}, {"id": "pay"}], "conflicts": [{"first": "order", "second": "pay"}],
//!  "descriptions": [{"id": "buyer", "duties": [
//!    {"id": "order", "text": "Orders goods", "activities": ["order"]}, {"id": "pay", "text": "Pays invoices", "activities": ["pay"]}]}],
//!  "positions": [
//!   {"id": "head", "title": "Manager", "description": "buyer", "standing": {"kind": "head"}, "noSubstituteBecause": "closed when away"}
//! ]}
//! ```
//!
//! ## Write instead
//! ```json
//! {"activities": [{"id": "order"}, {"id": "pay"}], "conflicts": [{"first": "order", "second": "pay"}],
//!  "descriptions": [
//!   {"id": "buyer", "duties": [{"id": "order", "text": "Orders goods", "activities": ["order"]}]},
//!   {"id": "clerk", "duties": [{"id": "pay", "text": "Pays invoices", "activities": ["pay"]}]}],
//!  "positions": [
//!   {"id": "head", "title": "Manager", "description": "buyer", "standing": {"kind": "head"}, "noSubstituteBecause": "closed when away"},
//!   {"id": "clerk", "title": "Clerk", "description": "clerk", "reporting": [{"kind": "solid", "superior": "head"}], "noSubstituteBecause": "closed when away"}
//! ]}
//! ```
//!
//! ## Exceptions
//! Only declared pairs are findings; a pair of an activity with itself says nothing.

use crate::diagnostic::{About, Level, keys};
use crate::rules::activities::{by_first, declared, marked};
use crate::rules::{Context, Rule, Sink};

static ABOUT: About = About::new(
    *b"X001",
    "sod-conflict-in-position",
    "whoever does both can make a mistake, or worse, that nobody else sees",
    &[keys::ISO27.at("5.3")],
);

pub(super) const RULE: Rule = Rule::new(&ABOUT, Level::Error, check);

fn check(cx: &Context<'_>, sink: &mut Sink) {
    let by_first = by_first(cx);
    if by_first.is_empty() {
        return;
    }
    for (place, description) in cx.descriptions_in_force() {
        let marked = marked(description);
        for (activity, duty) in &marked {
            for (row, conflict) in by_first.get(activity).into_iter().flatten() {
                let Some(other) = marked.get(conflict.second.as_str()) else {
                    continue;
                };
                let at = |row: usize| {
                    let path = place.member("duties");
                    description
                        .duties
                        .get(row)
                        .map_or_else(|| path.clone(), |duty| path.clone().element(row, duty.id.as_str()))
                };
                let ((early, marked_as), late) = if duty <= other {
                    ((*duty, &conflict.first), *other)
                } else {
                    ((*other, &conflict.second), *duty)
                };
                let message = format!(
                    "description `{}` holds both `{}` and `{}`, which must not be in one hand",
                    description.id, conflict.first, conflict.second
                );
                let mut finding = sink
                    .at(at(late), message)
                    .argument("id", &description.id)
                    .argument("first", &conflict.first)
                    .argument("second", &conflict.second);
                if early != late {
                    finding = finding.label(at(early), format!("marked `{marked_as}`"));
                }
                finding = declared(finding, *row, conflict);
                sink.push(finding.help("give one of the duties to another position"));
            }
        }
    }
}
