//! # I005 reference-to-retired
//!
//! ## What it checks
//! No reporting line, substitution or delegation in force on the day, of a position that exists on it, names a position that is
//! closed.
//!
//! ## Why it matters
//! Somebody takes orders from, or relies on, a seat that was abolished.
//!
//! ## Example
//! ```json
//! {"positions": [
//!   {"id": "head", "title": "Manager", "standing": {"kind": "head"}, "noSubstituteBecause": "closed when away"},
//!   {"id": "deputy", "title": "Deputy", "closed": "2020-01-01", "reporting": [{"kind": "solid", "superior": "head"}]},
//!   {"id": "shop", "title": "Shop assistant", "reporting": [{"kind": "solid", "superior": "deputy"}], "noSubstituteBecause": "closed when away"}
//! ]}
//! ```
//!
//! ## Write instead
//! ```json
//! {"positions": [
//!   {"id": "head", "title": "Manager", "standing": {"kind": "head"}, "noSubstituteBecause": "closed when away"},
//!   {"id": "deputy", "title": "Deputy", "closed": "2020-01-01", "reporting": [{"kind": "solid", "superior": "head"}]},
//!   {"id": "shop", "title": "Shop assistant", "reporting": [{"kind": "solid", "superior": "head"}], "noSubstituteBecause": "closed when away"}
//! ]}
//! ```
//!
//! ## Exceptions
//! Lines, substitutions and delegations whose period is over.

use crate::diagnostic::{About, Level, Path, keys};
use crate::graph::Facts;
use crate::model::{PositionId, Substitute};
use crate::rules::{Context, Rule, Sink};

static ABOUT: About = About::new(
    *b"I005",
    "reference-to-retired",
    "somebody takes orders from, or relies on, a seat that was abolished",
    &[keys::UKORG.whole(), keys::ERPN.whole()],
);

pub(super) const RULE: Rule = Rule::new(&ABOUT, Level::Error, check);

fn check(cx: &Context<'_>, sink: &mut Sink) {
    let on = cx.graph.as_of();
    // nothing can lead to what does not exist
    if !cx.graph.has_any(Facts::CLOSED) {
        return;
    }
    for position in cx.open() {
        for (place, row) in cx.open_rows(position) {
            let list = |list: &str, index: usize| place.member(list).index(index);
            for (index, line) in row.reporting.iter().enumerate().filter(|(_, line)| line.in_force(on)) {
                closed(cx, sink, "superior", &line.superior, || list("reporting", index).member("superior"));
            }
            for (index, substitution) in row.substitution.iter().enumerate().filter(|(_, it)| it.in_force(on))
            {
                let substitute = || list("substitution", index).member("substitute");
                match &substitution.substitute {
                    Substitute::Position { position } => {
                        closed(cx, sink, "substitute", position, || substitute().member("position"));
                    }
                    Substitute::Pool { positions } => {
                        for (nth, position) in positions.iter().enumerate() {
                            closed(cx, sink, "substitute", position, || {
                                substitute().member("positions").index(nth)
                            });
                        }
                    }
                    Substitute::ByOrder { .. } => {}
                }
            }
            for (index, delegation) in row.delegations.iter().enumerate().filter(|(_, it)| it.in_force(on)) {
                closed(cx, sink, "delegate", &delegation.to, || list("delegations", index).member("to"));
            }
        }
    }
}

fn closed(cx: &Context<'_>, sink: &mut Sink, role: &'static str, id: &PositionId, path: impl Fn() -> Path) {
    let Some(retired) = cx.graph.position(id).filter(|position| position.is_closed()) else {
        return;
    };
    let since =
        retired.rows().filter_map(|row| row.closed).max().map(|day| format!(" on {day}")).unwrap_or_default();
    let finding = sink
        .at(path(), format!("{role} `{id}` was closed{since}"))
        .argument("id", id)
        .argument("role", role)
        .help("name the position that took over, or end this on the day before");
    sink.push(finding);
}
