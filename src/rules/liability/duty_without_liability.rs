//! # L002 duty-without-liability
//!
//! ## What it checks
//! Every duty of a description in force is covered by one of its liabilities. A liability that names no duties covers all. A
//! description is reported once, with the duties that are not covered.
//!
//! ## Why it matters
//! A duty for which nobody answers is a wish.
//!
//! ## Example
//! ```json
//! {"descriptions": [{"id": "manager", "duties": [{"id": "lead", "text": "Leads the shop"}, {"id": "buy", "text": "Buys goods"}],
//!   "liabilities": [{"ground": "material-damage", "duties": ["buy"]}]}],
//!  "positions": [
//!   {"id": "head", "title": "Manager", "description": "manager", "standing": {"kind": "head"}, "noSubstituteBecause": "closed when away"}
//! ]}
//! ```
//!
//! ## Write instead
//! ```json
//! {"descriptions": [{"id": "manager", "duties": [{"id": "lead", "text": "Leads the shop"}, {"id": "buy", "text": "Buys goods"}],
//!   "liabilities": [{"ground": "material-damage", "duties": ["buy"]}, {"ground": "non-performance"}]}],
//!  "positions": [
//!   {"id": "head", "title": "Manager", "description": "manager", "standing": {"kind": "head"}, "noSubstituteBecause": "closed when away"}
//! ]}
//! ```
//!
//! ## Exceptions
//! A duty that was delegated is L003, where its description states any liability. A description that states none is V007, where the profile asks
//! for the section.

use std::collections::BTreeSet;

use super::delegation_drops_ultimate_liability::{dropped, uncovered};
use crate::diagnostic::{About, Level, ListKind, keys};
use crate::rules::delegations::HandedOn;
use crate::rules::{Contents, Context, Rule, Section, Sink};

static ABOUT: About = About::new(
    *b"L002",
    "duty-without-liability",
    "a duty for which nobody answers is a wish",
    &[keys::ROST.whole()],
);

pub(super) const RULE: Rule = Rule::new(&ABOUT, Level::Warning, check).in_packs_only();

fn check(cx: &Context<'_>, sink: &mut Sink) {
    let section_is_asked_for = cx.demands().sections.contains(&Section::Liability);
    let delegated: BTreeSet<_> = dropped(cx).iter().map(HandedOn::key).collect();
    for (place, description) in cx.in_force_with(Contents::UNCOVERED_DUTY) {
        if description.liabilities.is_empty() && section_is_asked_for {
            continue;
        }
        let row = cx.graph.description_row(&description.id);
        let open: Vec<String> = uncovered(&description.duties, &description.liabilities)
            .filter(|duty| row.is_none_or(|row| !delegated.contains(&(row, duty.id.as_str()))))
            .map(|duty| duty.id.to_string())
            .collect();
        let (id, count) = (&description.id, open.len());
        let message = match open.as_slice() {
            [] => continue,
            [only] => format!("duty `{only}` of `{id}` is covered by no liability"),
            _ => format!("{count} duties of `{id}` are covered by no liability"),
        };
        let at = if description.liabilities.is_empty() { place.path() } else { place.member("liabilities") };
        let finding = sink.at(at, message).argument("id", id).argument("count", &count);
        sink.push(finding.list(ListKind::Plain, "duties", open).help(
            "say in `liabilities` what the holder answers for; without `duties`, it covers all of them",
        ));
    }
}
