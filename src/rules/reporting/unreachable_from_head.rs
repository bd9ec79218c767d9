//! # R009 unreachable-from-head
//!
//! ## What it checks
//! Every position that exists on the day comes to a head along solid lines, where no other finding says why it does not: a missing,
//! unknown or closed superior, a ring, or no head at all. What is left is a superior that does not exist yet. It is reported once, at
//! that superior, with the number of positions below.
//!
//! ## Why it matters
//! Whole branches take orders from somebody who is not there.
//!
//! ## Example
//! ```json
//! {"positions": [
//!   {"id": "head", "title": "Manager", "standing": {"kind": "head"}, "noSubstituteBecause": "closed when away"},
//!   {"id": "sales", "title": "Sales", "opened": "9000-01-01", "reporting": [{"kind": "solid", "superior": "head"}]},
//!   {"id": "shop", "title": "Shop assistant", "reporting": [{"kind": "solid", "superior": "sales"}], "noSubstituteBecause": "closed when away"}
//! ]}
//! ```
//!
//! ## Write instead
//! ```json
//! {"positions": [
//!   {"id": "head", "title": "Manager", "standing": {"kind": "head"}, "noSubstituteBecause": "closed when away"},
//!   {"id": "sales", "title": "Sales", "opened": "9000-01-01", "reporting": [{"kind": "solid", "superior": "head"}]},
//!   {"id": "shop", "title": "Shop assistant", "noSubstituteBecause": "closed when away", "reporting": [
//!     {"kind": "solid", "superior": "head", "period": {"until": "8999-12-31"}},
//!     {"kind": "solid", "superior": "sales", "period": {"from": "9000-01-01"}}]}
//! ]}
//! ```
//!
//! ## Exceptions
//! What hangs below a seat with an external superior is led from outside, and that is a fact, not a fault.

use crate::diagnostic::{About, Level, ListKind, keys};
use crate::rules::context::path_of;
use crate::rules::{Context, Rule, Sink};

static ABOUT: About = About::new(
    *b"R009",
    "unreachable-from-head",
    "whole branches take orders from somebody who is not there",
    &[keys::UKORG.whole()],
);

pub(super) const RULE: Rule = Rule::new(&ABOUT, Level::Error, check);

fn check(cx: &Context<'_>, sink: &mut Sink) {
    let graph = cx.graph;
    let yet_to_open =
        graph.all().filter(|position| !position.is_open() && !position.is_closed() && position.span() > 0);
    if yet_to_open.is_empty() || graph.heads().is_empty() {
        return;
    }
    let led = cx.open().filter(|position| position.is_head() || position.has_external_superior());
    let reached = graph.subordinates().reached(led.map(crate::graph::PositionRef::node));
    for end in yet_to_open.iter() {
        let hanging = end
            .all_subordinates()
            .filter(|below| below.is_open() && reached.get(below.node() as usize) != Some(&true));
        if hanging.is_empty() {
            continue;
        }
        let opens = end
            .rows()
            .filter_map(|row| row.opened)
            .min()
            .map(|day| format!(" before {day}"))
            .unwrap_or_default();
        let count = hanging.len();
        let message = match count {
            1 => format!("a position reports to `{}`, which does not exist{opens}", end.id()),
            _ => format!("{count} positions hang below `{}`, which does not exist{opens}", end.id()),
        };
        let finding = sink.at(path_of(end), message).argument("id", end.id()).argument("below", &count);
        let ids = hanging.iter().map(|below| below.id().to_string()).collect();
        let finding = finding.list(ListKind::Plain, "positions below", ids);
        sink.push(finding.help("let them report to somebody else until then, with the period of each line"));
    }
}
