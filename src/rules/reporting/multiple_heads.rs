//! # R006 multiple-heads
//!
//! ## What it checks
//! There is one head, or one group of co-heads.
//!
//! ## Why it matters
//! Whoever is told to go to the head goes to either, and gets two answers.
//!
//! ## Example
//! ```json
//! {"positions": [
//!   {"id": "north", "title": "Manager north", "standing": {"kind": "head"}, "noSubstituteBecause": "closed when away"},
//!   {"id": "south", "title": "Manager south", "standing": {"kind": "head"}, "noSubstituteBecause": "closed when away"}
//! ]}
//! ```
//!
//! ## Write instead
//! ```json
//! {"positions": [
//!   {"id": "north", "title": "Manager north", "standing": {"kind": "co-head", "group": "partners"}, "noSubstituteBecause": "closed when away"},
//!   {"id": "south", "title": "Manager south", "standing": {"kind": "co-head", "group": "partners"}, "noSubstituteBecause": "closed when away"}
//! ]}
//! ```
//!
//! ## Exceptions
//! Co-heads that name the same group.

use std::collections::BTreeSet;

use crate::diagnostic::{About, Level, ListKind, keys};
use crate::graph::PositionRef;
use crate::model::Standing;
use crate::rules::context::path_of;
use crate::rules::{Context, Rule, Sink};

static ABOUT: About = About::new(
    *b"R006",
    "multiple-heads",
    "whoever is told to go to the head goes to either, and gets two answers",
    &[keys::UKSCH.whole(), keys::UKORG.whole()],
);

pub(super) const RULE: Rule = Rule::new(&ABOUT, Level::Warning, check);

fn check(cx: &Context<'_>, sink: &mut Sink) {
    let mut heads: Vec<PositionRef<'_>> = cx.graph.heads().iter().collect();
    // whatever the order of the rows, the finding stays in its place
    heads.sort_by_key(|head| head.id());
    let groups: BTreeSet<String> = heads.iter().flat_map(|head| groups(*head)).collect();
    let [_, second, ..] = heads.as_slice() else { return };
    if groups.len() < 2 {
        return;
    }
    let ids: Vec<String> = heads.iter().map(|head| head.id().to_string()).collect();
    let message = format!("the organisation has {} heads that are not one group", ids.len());
    let finding = sink.at(path_of(*second).member("standing"), message).argument("heads", &ids.len());
    let finding = finding.list(ListKind::Plain, "heads", ids);
    sink.push(finding.help("mark one of them only, or all of them as `co-head` with the same `group`"));
}

/// What tells heads of different groups apart: the name of the group, or the head's own id; by every row that marks it.
fn groups(head: PositionRef<'_>) -> impl Iterator<Item = String> {
    head.rows().filter_map(move |row| match &row.standing {
        Some(Standing::CoHead { group, .. }) => Some(format!("group {group}")),
        Some(Standing::Head { .. }) => Some(head.id().to_string()),
        Some(Standing::ExternalSuperior { .. }) | None => None,
    })
}
