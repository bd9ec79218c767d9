//! # R001 reporting-cycle
//!
//! ## What it checks
//! No positions report to each other in a ring of solid lines in force on the day. Each knot of positions is reported once, as a
//! shortest ring through its smallest id.
//!
//! ## Why it matters
//! Orders go round and never come from anywhere; whatever walks up the chain of command walks forever.
//!
//! ## Example
//! ```json
//! {"positions": [
//!   {"id": "head", "title": "Manager", "standing": {"kind": "head"}, "noSubstituteBecause": "closed when away"},
//!   {"id": "sales", "title": "Sales", "reporting": [{"kind": "solid", "superior": "stock"}], "noSubstituteBecause": "closed when away"},
//!   {"id": "stock", "title": "Stock", "reporting": [{"kind": "solid", "superior": "sales"}], "noSubstituteBecause": "closed when away"}
//! ]}
//! ```
//!
//! ## Write instead
//! ```json
//! {"positions": [
//!   {"id": "head", "title": "Manager", "standing": {"kind": "head"}, "noSubstituteBecause": "closed when away"},
//!   {"id": "sales", "title": "Sales", "reporting": [{"kind": "solid", "superior": "head"}], "noSubstituteBecause": "closed when away"},
//!   {"id": "stock", "title": "Stock", "reporting": [{"kind": "solid", "superior": "sales"}], "noSubstituteBecause": "closed when away"}
//! ]}
//! ```
//!
//! ## Exceptions
//! Other lines than solid ones may form rings: the head of everybody can be a member of a project that somebody else leads.

use crate::diagnostic::{About, Level, keys};
use crate::graph::PositionRef;
use crate::rules::context::path_of;
use crate::rules::{Context, Rule, Sink, shown};

static ABOUT: About = About::new(
    *b"R001",
    "reporting-cycle",
    "orders go round and never come from anywhere",
    &[keys::UKORG.whole(), keys::RTEAM.whole(), keys::NAK.whole()],
);

pub(super) const RULE: Rule = Rule::new(&ABOUT, Level::Error, check).hard();

fn check(cx: &Context<'_>, sink: &mut Sink) {
    for ring in cx.graph.reporting_rings() {
        let [first, second, ..] = ring.ids.as_slice() else {
            continue;
        };
        let Some(position) = first.parse().ok().and_then(|id| cx.graph.position(&id)) else {
            continue;
        };
        let path = cx.line_path(position, second).unwrap_or_else(|| path_of(position));
        let message =
            format!("{} positions report to each other in a ring, `{first}` among them", ring.ids.len());
        let finding = sink.at(path, message).argument("id", first);
        let heads: Vec<&str> =
            cx.graph.heads().iter().map(|head: PositionRef<'_>| head.id().as_str()).collect();
        let top = match heads.as_slice() {
            [only] => format!(
                "decide which of them is the highest, and let it report outside the ring, for instance to `{only}`"
            ),
            _ => "decide which of them is the highest, and let it report outside the ring".to_owned(),
        };
        sink.push(shown::ring(finding, ring).help(top));
    }
}
