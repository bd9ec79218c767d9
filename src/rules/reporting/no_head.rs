//! # R004 no-head
//!
//! ## What it checks
//! Some position that exists on the day is marked as head or co-head. An organisation without positions has no head either: an empty
//! document is not a sound one. A document that holds templates and nothing else is a library, and none is asked for.
//!
//! ## Why it matters
//! Without a top no chain of command ends anywhere, and no position can be told to have its place.
//!
//! ## Example
//! ```json
//! {"positions": [
//!   {"id": "manager", "title": "Manager", "noSubstituteBecause": "closed when away"},
//!   {"id": "shop", "title": "Shop assistant", "reporting": [{"kind": "solid", "superior": "manager"}], "noSubstituteBecause": "closed when away"}
//! ]}
//! ```
//!
//! ## Write instead
//! ```json
//! {"positions": [
//!   {"id": "manager", "title": "Manager", "standing": {"kind": "head", "answersTo": "the owner"}, "noSubstituteBecause": "closed when away"},
//!   {"id": "shop", "title": "Shop assistant", "reporting": [{"kind": "solid", "superior": "manager"}], "noSubstituteBecause": "closed when away"}
//! ]}
//! ```
//!
//! ## Exceptions
//! Libraries of templates.

use crate::diagnostic::{About, Level, Path, keys};
use crate::graph::PositionRef;
use crate::rules::context::path_of;
use crate::rules::{Context, Rule, Sink};

static ABOUT: About = About::new(
    *b"R004",
    "no-head",
    "without a top no chain of command ends anywhere",
    &[keys::UKORG.whole()],
);

pub(super) const RULE: Rule = Rule::new(&ABOUT, Level::Error, check);

fn check(cx: &Context<'_>, sink: &mut Sink) {
    let organization = cx.organization();
    if !cx.graph.heads().is_empty() {
        return;
    }
    if organization.positions.is_empty() {
        let is_library = !organization.templates.is_empty()
            && organization.descriptions.is_empty()
            && organization.units.is_empty();
        if !is_library {
            let finding = sink.at(Path::root(), "the organisation has no positions");
            sink.push(finding.help("list its seats in `positions`, the head among them"));
        }
        return;
    }
    let mut tops = cx.without_superior();
    tops.extend(cx.open().filter(|position| reports_to_itself_only(*position)));
    let (path, help) = match tops.as_slice() {
        [only] => (
            path_of(*only),
            format!(
                "`{}` reports to nobody else: if it leads the organisation, write `\"standing\": {{\"kind\": \"head\"}}`",
                only.id()
            ),
        ),
        _ => (
            Path::root().member("positions"),
            "mark the position that leads it with `\"standing\": {\"kind\": \"head\"}`".to_owned(),
        ),
    };
    let candidates: Vec<String> = tops.iter().take(3).map(|top| top.id().to_string()).collect();
    let mut finding = sink.at(path, "the organisation has no head").help(help);
    if candidates.len() > 1 {
        finding = finding.candidates(candidates);
    }
    sink.push(finding);
}

fn reports_to_itself_only(position: PositionRef<'_>) -> bool {
    position.superiors().is_empty()
        && position.rows().flat_map(|row| &row.reporting).any(|line| line.superior == *position.id())
}
