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

use std::collections::BTreeMap;

use crate::diagnostic::{About, Level, Path, keys};
use crate::model::{Conflict, Description};
use crate::rules::{Context, Rule, Sink};

static ABOUT: About = About::new(
    *b"X001",
    "sod-conflict-in-position",
    "whoever does both can make a mistake, or worse, that nobody else sees",
    &[keys::ISO27.at("5.3")],
);

pub(super) const RULE: Rule = Rule::new(&ABOUT, Level::Error, check);

fn check(cx: &Context<'_>, sink: &mut Sink) {
    let conflicts = &cx.organization().conflicts;
    let mut by_first: BTreeMap<&str, Vec<(usize, &Conflict)>> = BTreeMap::new();
    for (row, conflict) in conflicts.iter().enumerate() {
        if conflict.first != conflict.second {
            by_first.entry(conflict.first.as_str()).or_default().push((row, conflict));
        }
    }
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
                let declared = match &conflict.reason {
                    Some(reason) => format!("the pair is declared here, because: {reason}"),
                    None => "the pair is declared here".to_owned(),
                };
                finding = finding.label(Path::root().member("conflicts").index(*row), declared);
                sink.push(finding.help("give one of the duties to another position"));
            }
        }
    }
}

/// The activities of a description, each with the first duty that it marks.
fn marked(description: &Description) -> BTreeMap<&str, usize> {
    let mut marked = BTreeMap::new();
    for (row, duty) in description.duties.iter().enumerate() {
        for activity in &duty.activities {
            marked.entry(activity.as_str()).or_insert(row);
        }
    }
    marked
}
