//! # R013 missing-direct-access
//!
//! ## What it checks
//! Every position that answers for a key function of the pack's list (`directAccess`) on the day is a head, or has a solid line or a
//! line of access in force to a head.
//!
//! ## Why it matters
//! What the holder finds reaches the head only through those whom it may concern.
//!
//! ## Profile
//! ```json
//! {"directAccess": ["quality assurance"]}
//! ```
//!
//! ## Example
//! ```json
//! {"responsibilities": [{"id": "quality", "function": "quality assurance", "accountable": [{"position": "auditor"}]}],
//!  "positions": [
//!   {"id": "head", "title": "Manager", "standing": {"kind": "head"}, "noSubstituteBecause": "closed when away"},
//!   {"id": "lab", "title": "Head of laboratory", "reporting": [{"kind": "solid", "superior": "head"}], "noSubstituteBecause": "closed when away"},
//!   {"id": "auditor", "title": "Auditor", "reporting": [{"kind": "solid", "superior": "lab"}], "noSubstituteBecause": "closed when away"}
//! ]}
//! ```
//!
//! ## Write instead
//! ```json
//! {"responsibilities": [{"id": "quality", "function": "quality assurance", "accountable": [{"position": "auditor"}]}],
//!  "positions": [
//!   {"id": "head", "title": "Manager", "standing": {"kind": "head"}, "noSubstituteBecause": "closed when away"},
//!   {"id": "lab", "title": "Head of laboratory", "reporting": [{"kind": "solid", "superior": "head"}], "noSubstituteBecause": "closed when away"},
//!   {"id": "auditor", "title": "Auditor", "reporting": [{"kind": "solid", "superior": "lab"}, {"kind": "access", "superior": "head"}], "noSubstituteBecause": "closed when away"}
//! ]}
//! ```
//!
//! ## Exceptions
//! Organisations without a head (R004). Functions for which nobody answers (D006). Whoever answers only by default.

use crate::diagnostic::{About, Level, Path, keys};
use crate::graph::PositionRef;
use crate::model::LineKind;
use crate::rules::context::path_of;
use crate::rules::{Context, Rule, Sink, functions};

static ABOUT: About = About::new(
    *b"R013",
    "missing-direct-access",
    "what the holder finds reaches the head only through those whom it may concern",
    &[keys::CAA145.whole(), keys::GLP.at("part II 1(2)")],
);

pub(super) const RULE: Rule = Rule::new(&ABOUT, Level::Error, check).in_packs_only();

fn check(cx: &Context<'_>, sink: &mut Sink) {
    if cx.demands().direct_access.is_empty() || cx.graph.heads().is_empty() {
        return;
    }
    for function in &cx.demands().direct_access {
        for position in functions::positions(cx, function) {
            if position.is_head() || has_access(cx, position) {
                continue;
            }
            let id = position.id();
            let message =
                format!("position `{id}` answers for `{function}` and has no direct line to the head");
            let mut finding =
                sink.at(path_of(position), message).argument("id", id).argument("function", function);
            for (row, entry) in functions::entries(cx, function).take(1) {
                let entry = Path::root().member("responsibilities").element(row, entry.id.as_str());
                finding = finding.label(entry, "the entry that fulfils the function");
            }
            sink.push(
                finding
                    .help("add a line of kind `access` to the head, or let the position report to the head"),
            );
        }
    }
}

fn has_access(cx: &Context<'_>, position: PositionRef<'_>) -> bool {
    let on = cx.graph.as_of();
    let mut lines = position.open_rows().flat_map(|row| &row.reporting);
    lines.any(|line| {
        matches!(line.kind, LineKind::Solid | LineKind::Access)
            && line.in_force(on)
            && cx.graph.position(&line.superior).is_some_and(|it| it.is_open() && it.is_head())
    })
}
