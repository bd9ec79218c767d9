//! # V006 stale-after-reorganisation
//!
//! ## What it checks
//! No position that exists on the day came to another superior (`period.from` of the solid line in force) or to another unit
//! (`unitSince`) after the version of its description that is in force came into force. An amendment on the day of the change or later
//! shows that the description was looked at. What holds since the position was opened is no change.
//!
//! ## Why it matters
//! The description names superiors, colleagues and limits of a place where the holder no longer works.
//!
//! ## Example
//! ```json
//! {"units": [{"id": "shop", "title": "Shop"}],
//!  "descriptions": [{"id": "buyer", "duties": [{"id": "buy", "text": "Buys goods"}],
//!    "control": {"states": [{"state": "in-force", "on": "2024-01-01"}], "approvedBy": [{"position": "head", "on": "2023-12-18"}]}}],
//!  "positions": [
//!   {"id": "head", "title": "Manager", "standing": {"kind": "head"}, "noSubstituteBecause": "closed when away"},
//!   {"id": "buyer", "title": "Buyer", "unit": "shop", "unitSince": "2025-03-01", "description": "buyer",
//!    "reporting": [{"kind": "solid", "superior": "head"}], "noSubstituteBecause": "closed when away"}
//! ]}
//! ```
//!
//! ## Write instead
//! ```json
//! {"units": [{"id": "shop", "title": "Shop"}],
//!  "descriptions": [{"id": "buyer", "duties": [{"id": "buy", "text": "Buys goods"}],
//!    "control": {"states": [{"state": "in-force", "on": "2025-03-01"}], "approvedBy": [{"position": "head", "on": "2025-02-18"}]}}],
//!  "positions": [
//!   {"id": "head", "title": "Manager", "standing": {"kind": "head"}, "noSubstituteBecause": "closed when away"},
//!   {"id": "buyer", "title": "Buyer", "unit": "shop", "unitSince": "2025-03-01", "description": "buyer",
//!    "reporting": [{"kind": "solid", "superior": "head"}], "noSubstituteBecause": "closed when away"}
//! ]}
//! ```
//!
//! ## Exceptions
//! Descriptions that record no state: nobody knows since when they are in force.

use crate::diagnostic::{About, Level, Path, keys};
use crate::graph::PositionRef;
use crate::model::{Date, Description, DocumentState, LineKind};
use crate::rules::control::in_force_since;
use crate::rules::{Contents, Context, Rule, Sink};

static ABOUT: About = About::new(
    *b"V006",
    "stale-after-reorganisation",
    "the description names superiors, colleagues and limits of a place where the holder no longer works",
    &[keys::SYSC25.whole()],
);

pub(super) const RULE: Rule = Rule::new(&ABOUT, Level::Warning, check);

fn check(cx: &Context<'_>, sink: &mut Sink) {
    if !cx.is_stated(Contents::CONTROL) {
        return;
    }
    let on = cx.graph.as_of();
    let last: Vec<Option<Date>> =
        cx.organization().descriptions.iter().map(|description| last_revision(description, on)).collect();
    if last.iter().all(Option::is_none) {
        return;
    }
    for position in cx.open() {
        let changes = changes(cx, position);
        let row = if changes.is_empty() { None } else { position.description_row() };
        let Some((row, revised)) = row.and_then(|row| Some((row, last.get(row).copied().flatten()?))) else {
            continue;
        };
        let mut changes = changes.into_iter().filter(|change| change.on > revised);
        let Some(Change { path, what, on }) = changes.next() else {
            continue;
        };
        let id = cx.organization().descriptions.get(row).map_or("", |description| description.id.as_str());
        let message = format!(
            "position `{}` has another {what} since {on}, but its description `{id}` was last revised on {revised}",
            position.id()
        );
        let mut finding = sink.at(path, message).argument("id", position.id());
        for Change { path, what, on } in changes {
            finding = finding.label(path, format!("another {what} since {on}"));
        }
        sink.push(finding.help("go through the description, and amend it or put a new version in force"));
    }
}

/// The day on which the version in force came into force or was last amended.
fn last_revision(description: &Description, on: Date) -> Option<Date> {
    let since = in_force_since(description, on)?;
    let control = description.control.as_ref()?;
    let states = control.states.iter().filter(|change| change.state == DocumentState::Amended);
    let amended = states.map(|change| change.on).chain(control.amendments.iter().filter_map(|it| it.on));
    Some(amended.filter(|day| *day <= on).fold(since, Date::max))
}

struct Change {
    path: Path,
    what: &'static str,
    on: Date,
}

/// The changes of superior and unit that are on record and still hold, those with which the position began left out.
fn changes<'g>(cx: &Context<'g>, position: PositionRef<'g>) -> Vec<Change> {
    let today = cx.graph.as_of();
    let mut changes = Vec::new();
    for (place, row) in cx.open_rows(position) {
        let mut push = |on: Option<Date>, what, path: &dyn Fn() -> Path| {
            if let Some(on) = on.filter(|on| *on <= today && row.opened.is_none_or(|opened| opened < *on)) {
                changes.push(Change { path: path(), what, on });
            }
        };
        for (index, line) in row.reporting.iter().enumerate() {
            if line.kind == LineKind::Solid && line.in_force(today) {
                let from = line.period.as_ref().and_then(|period| period.from);
                push(from, "superior", &|| {
                    place.member("reporting").index(index).member("period").member("from")
                });
            }
        }
        push(row.unit_since.filter(|_| row.unit.is_some()), "unit", &|| place.member("unitSince"));
    }
    changes
}
