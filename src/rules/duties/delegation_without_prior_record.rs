//! # D009 delegation-without-prior-record
//!
//! ## What it checks
//! Every delegation in force was put on record, on the day on which it starts or before. Where its start is not stated,
//! the day of the check counts.
//!
//! ## Why it matters
//! Without a record from before, nobody can show afterwards who was in charge when it happened.
//!
//! ## Example
//! ```json
//! {"descriptions": [{"id": "manager", "duties": [{"id": "order", "text": "Orders goods"}]}],
//!  "positions": [
//!   {"id": "head", "title": "Manager", "description": "manager", "standing": {"kind": "head"}, "noSubstituteBecause": "closed when away",
//!    "delegations": [{"duty": "order", "to": "shop", "recorded": "2026-02-01", "period": {"from": "2026-01-01"}}]},
//!   {"id": "shop", "title": "Shop", "reporting": [{"kind": "solid", "superior": "head"}], "noSubstituteBecause": "closed when away"}
//! ]}
//! ```
//!
//! ## Write instead
//! ```json
//! {"descriptions": [{"id": "manager", "duties": [{"id": "order", "text": "Orders goods"}]}],
//!  "positions": [
//!   {"id": "head", "title": "Manager", "description": "manager", "standing": {"kind": "head"}, "noSubstituteBecause": "closed when away",
//!    "delegations": [{"duty": "order", "to": "shop", "recorded": "2026-02-01", "period": {"from": "2026-02-01"}}]},
//!   {"id": "shop", "title": "Shop", "reporting": [{"kind": "solid", "superior": "head"}], "noSubstituteBecause": "closed when away"}
//! ]}
//! ```
//!
//! ## Exceptions
//! Delegations whose period is over or has not begun.

use crate::diagnostic::{About, Level, keys};
use crate::rules::{Context, Rule, Sink};

static ABOUT: About = About::new(
    *b"D009",
    "delegation-without-prior-record",
    "without a record from before, nobody can show afterwards who was in charge when it happened",
    &[keys::GCP.at("2.3.3"), keys::NIHR.whole()],
);

pub(super) const RULE: Rule = Rule::new(&ABOUT, Level::Error, check).in_packs_only();

fn check(cx: &Context<'_>, sink: &mut Sink) {
    let on = cx.graph.as_of();
    for it in cx.handed_on() {
        let start = it.delegation.period.as_ref().and_then(|period| period.from);
        let (id, duty, to) = (it.from.id(), &it.duty.id, it.to.id());
        let handed = format!("the delegation of duty `{duty}` from `{id}` to `{to}`");
        let (path, message) = match (it.delegation.recorded, start) {
            (None, _) => (it.path(), format!("{handed} was never put on record")),
            (Some(recorded), Some(from)) if recorded > from => (
                it.path().member("recorded"),
                format!("{handed} starts on {from}, but was put on record only on {recorded}"),
            ),
            (Some(recorded), None) if recorded > on => (
                it.path().member("recorded"),
                format!("{handed} is in force, but will be put on record only on {recorded}"),
            ),
            _ => continue,
        };
        let finding = sink.at(path, message).argument("id", id).argument("duty", duty).argument("to", to);
        sink.push(finding.help("put it on record first, and let it start on that day or later"));
    }
}
