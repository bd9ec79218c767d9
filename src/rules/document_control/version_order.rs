//! # V012 version-order
//!
//! ## What it checks
//! A description and the one that it replaces (`control.replaces`) are on no day in force both, past and coming days included, and the
//! later one does not come into force before the earlier one did. A description that records no state counts as in force on all days.
//! The order of the states of one description among each other is not judged: a document may be withdrawn and put in force again.
//!
//! ## Why it matters
//! Of two versions in force at once, each side quotes the one that suits it.
//!
//! ## Example
//! ```json
//! {"descriptions": [
//!   {"id": "manager-1", "duties": [{"id": "lead", "text": "Leads the shop"}],
//!    "control": {"states": [{"state": "in-force", "on": "2024-01-01"}], "approvedBy": [{"capacity": "the owner", "on": "2023-12-18"}]}},
//!   {"id": "manager-2", "duties": [{"id": "lead", "text": "Leads both shops"}],
//!    "control": {"replaces": "manager-1", "states": [{"state": "in-force", "on": "2026-01-01"}], "approvedBy": [{"capacity": "the owner", "on": "2025-12-18"}]}}],
//!  "positions": [
//!   {"id": "head", "title": "Manager", "description": "manager-2", "standing": {"kind": "head"}, "noSubstituteBecause": "closed when away"}
//! ]}
//! ```
//!
//! ## Write instead
//! ```json
//! {"descriptions": [
//!   {"id": "manager-1", "duties": [{"id": "lead", "text": "Leads the shop"}],
//!    "control": {"states": [{"state": "in-force", "on": "2024-01-01"}, {"state": "superseded", "on": "2026-01-01"}]}},
//!   {"id": "manager-2", "duties": [{"id": "lead", "text": "Leads both shops"}],
//!    "control": {"replaces": "manager-1", "states": [{"state": "in-force", "on": "2026-01-01"}], "approvedBy": [{"capacity": "the owner", "on": "2025-12-18"}]}}],
//!  "positions": [
//!   {"id": "head", "title": "Manager", "description": "manager-2", "standing": {"kind": "head"}, "noSubstituteBecause": "closed when away"}
//! ]}
//! ```
//!
//! ## Exceptions
//! A version that never comes into force is in nobody's way. A description that nobody declares is I002.

use crate::diagnostic::{About, Level, Path, keys};
use crate::model::Date;
use crate::rules::control::{Span, in_force};
use crate::rules::{Contents, Context, Rule, Sink};

static ABOUT: About = About::new(
    *b"V012",
    "version-order",
    "of two versions in force at once, each side quotes the one that suits it",
    &[keys::DESIGN.whole()],
);

pub(super) const RULE: Rule = Rule::new(&ABOUT, Level::Error, check);

fn check(cx: &Context<'_>, sink: &mut Sink) {
    if !cx.is_stated(Contents::CONTROL) {
        return;
    }
    let descriptions = &cx.organization().descriptions;
    let replaces = |row: usize| descriptions.get(row)?.control.as_ref()?.replaces.as_ref();
    if !(0..descriptions.len()).any(|row| replaces(row).is_some()) {
        return;
    }
    let spans: Vec<Vec<Span>> = descriptions.iter().map(in_force).collect();
    let of = |row: usize| spans.get(row).map(Vec::as_slice).unwrap_or_default();
    for (row, description) in descriptions.iter().enumerate() {
        let Some((earlier, older)) = replaces(row).and_then(|id| Some((id, cx.graph.description_row(id)?)))
        else {
            continue;
        };
        let later = &description.id;
        let (message, help) = if earlier == later {
            (format!("description `{later}` replaces itself"), "name the version that it replaces")
        } else if let Some((first, second)) = out_of_order(of(older), of(row)) {
            let message = format!(
                "`{later}` replaces `{earlier}`, but comes into force on {second}, and that not before {first}"
            );
            (message, "correct the days in `states`, or say which of the two replaces the other")
        } else {
            let Some((one, other)) = both(of(older), of(row)) else {
                continue;
            };
            let when = match one.from.max(other.from) {
                Some(day) => format!("from {day} on both are in force"),
                None => "both are in force at all times".to_owned(),
            };
            let message = format!("`{later}` replaces `{earlier}`, but {when}");
            (message, "let the earlier version end in `states` on the day on which the later one begins")
        };
        let path =
            |row: usize, id: &str| Path::root().member("descriptions").element(row, id).member("control");
        let mut finding = sink
            .at(path(row, later.as_str()).member("replaces"), message)
            .argument("id", later)
            .argument("earlier", earlier)
            .help(help);
        if older != row {
            finding = finding.label(path(older, earlier.as_str()), "the earlier version");
        }
        sink.push(finding);
    }
}

/// The first days of both, where the later version begins before the earlier one.
fn out_of_order(earlier: &[Span], later: &[Span]) -> Option<(Date, Date)> {
    let first = earlier.first()?.from?;
    let second = later.first()?.from?;
    (second < first).then_some((first, second))
}

/// The first span of each of two versions of which some day is the same.
fn both<'s>(earlier: &'s [Span], later: &'s [Span]) -> Option<(&'s Span, &'s Span)> {
    later.iter().find_map(|span| {
        // the earlier version may be in force many times, and be replaced by many
        let is_over =
            |other: &Span| other.until.is_some_and(|until| span.from.is_some_and(|from| until <= from));
        let other = earlier.get(earlier.partition_point(is_over))?;
        let begins_in_time = span.until.is_none_or(|until| other.from.is_none_or(|from| from < until));
        begins_in_time.then_some((other, span))
    })
}
