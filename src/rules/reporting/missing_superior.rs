//! # R003 missing-superior
//!
//! ## What it checks
//! Every position that exists on the day has a solid line in force, or is marked as head, co-head or as answering to somebody
//! outside. Where the organisation has no head and one position alone lacks a superior, that is the head nobody marked: R004 says so.
//!
//! ## Why it matters
//! Nobody directs the holder, approves the work or answers for it.
//!
//! ## Example
//! ```json
//! {"positions": [
//!   {"id": "head", "title": "Manager", "standing": {"kind": "head"}, "noSubstituteBecause": "closed when away"},
//!   {"id": "shop", "title": "Shop assistant", "noSubstituteBecause": "closed when away"}
//! ]}
//! ```
//!
//! ## Write instead
//! ```json
//! {"positions": [
//!   {"id": "head", "title": "Manager", "standing": {"kind": "head"}, "noSubstituteBecause": "closed when away"},
//!   {"id": "shop", "title": "Shop assistant", "reporting": [{"kind": "solid", "superior": "head"}], "noSubstituteBecause": "closed when away"}
//! ]}
//! ```
//!
//! ## Exceptions
//! Heads, co-heads and seats with an external superior are marked in `standing`.

use crate::diagnostic::{About, Level, keys};
use crate::model::{Date, LineKind, ReportingLine};
use crate::rules::context::path_of;
use crate::rules::{Context, Rule, Sink};

static ABOUT: About = About::new(
    *b"R003",
    "missing-superior",
    "nobody directs the holder, approves the work or answers for it",
    &[keys::NAK.at("rule 1"), keys::RTEAM.whole()],
);

pub(super) const RULE: Rule = Rule::new(&ABOUT, Level::Error, check);

fn check(cx: &Context<'_>, sink: &mut Sink) {
    let on = cx.graph.as_of();
    let tops = cx.without_superior();
    if let ([_], true) = (tops.as_slice(), cx.graph.heads().is_empty()) {
        return;
    }
    for position in tops {
        let id = position.id();
        let mut finding =
            sink.at(path_of(position), format!("position `{id}` has no superior")).argument("id", id);
        for (place, row) in cx.open_rows(position) {
            finding = finding.for_want_of(place.member("reporting")).for_want_of(place.member("standing"));
            for (index, line) in row.reporting.iter().enumerate() {
                finding = finding.label(place.member("reporting").index(index), why_not(line, on));
            }
        }
        sink.push(finding.help("add a solid line to its superior, or say in `standing` that it is a `head` or has an `external-superior`"));
    }
}

fn why_not(line: &ReportingLine, on: Date) -> String {
    if line.kind == LineKind::Solid {
        format!("not in force on {on}")
    } else {
        format!("a {} line is no line of command", line.kind)
    }
}
