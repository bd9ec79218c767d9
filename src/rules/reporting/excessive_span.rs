//! # R011 excessive-span
//!
//! ## What it checks
//! No position has more direct reports on solid lines than the threshold `span` (15, unless the organisation states its own).
//!
//! ## Why it matters
//! Nobody can lead so many people and know what they do.
//!
//! ## Example
//! ```json
//! {"thresholds": {"span": 1}, "positions": [
//!   {"id": "head", "title": "Manager", "standing": {"kind": "head"}, "noSubstituteBecause": "closed when away"},
//!   {"id": "shop", "title": "Shop assistant", "reporting": [{"kind": "solid", "superior": "head"}], "noSubstituteBecause": "closed when away"},
//!   {"id": "till", "title": "Cashier", "reporting": [{"kind": "solid", "superior": "head"}], "noSubstituteBecause": "closed when away"}
//! ]}
//! ```
//!
//! ## Write instead
//! ```json
//! {"thresholds": {"span": 1}, "positions": [
//!   {"id": "head", "title": "Manager", "standing": {"kind": "head"}, "noSubstituteBecause": "closed when away"},
//!   {"id": "shop", "title": "Shop assistant", "reporting": [{"kind": "solid", "superior": "head"}], "noSubstituteBecause": "closed when away"},
//!   {"id": "till", "title": "Cashier", "reporting": [{"kind": "solid", "superior": "shop"}], "noSubstituteBecause": "closed when away"}
//! ]}
//! ```
//!
//! ## Exceptions
//! A pool counts as one.

use crate::diagnostic::{About, Level, ListKind, keys};
use crate::rules::context::path_of;
use crate::rules::{Context, Rule, Sink};

static ABOUT: About = About::new(
    *b"R011",
    "excessive-span",
    "nobody can lead so many people and know what they do",
    &[keys::DESIGN.whole()],
);

pub(super) const RULE: Rule = Rule::new(&ABOUT, Level::Note, check);

fn check(cx: &Context<'_>, sink: &mut Sink) {
    let Some(most) = cx.threshold(|thresholds| thresholds.span) else {
        return;
    };
    for position in cx.open().filter(|position| position.span() > most) {
        let span = position.span();
        let message = format!("{span} positions report to `{}` directly, more than {most}", position.id());
        let finding =
            sink.at(path_of(position), message).argument("id", position.id()).argument("span", &span);
        let ids = position.subordinates().iter().map(|below| below.id().to_string()).collect();
        let finding = finding.argument("threshold", &most).list(ListKind::Plain, "direct reports", ids);
        sink.push(finding.help("put somebody in between, or state the span that you mean in `thresholds`"));
    }
}
