//! # L003 delegation-drops-ultimate-liability
//!
//! ## What it checks
//! Whoever delegates a duty of the own description still answers for it: where the description states liabilities, one of them covers the
//! duty. A liability that names no duties covers all. A duty is reported once, whoever delegates it.
//!
//! A description without liabilities says of no duty who answers for it, delegated or not: that is L002.
//!
//! ## Why it matters
//! The work can be given away, the responsibility for it cannot.
//!
//! ## Example
//! ```json
//! {"descriptions": [{"id": "manager", "duties": [{"id": "lead", "text": "Leads the shop"}, {"id": "buy", "text": "Buys goods"}],
//!   "liabilities": [{"ground": "non-performance", "duties": ["lead"]}]}],
//!  "positions": [
//!   {"id": "head", "title": "Manager", "description": "manager", "standing": {"kind": "head"}, "noSubstituteBecause": "closed when away",
//!    "delegations": [{"duty": "buy", "to": "shop"}]},
//!   {"id": "shop", "title": "Shop", "reporting": [{"kind": "solid", "superior": "head"}], "noSubstituteBecause": "closed when away"}
//! ]}
//! ```
//!
//! ## Write instead
//! ```json
//! {"descriptions": [{"id": "manager", "duties": [{"id": "lead", "text": "Leads the shop"}, {"id": "buy", "text": "Buys goods"}],
//!   "liabilities": [{"ground": "non-performance", "duties": ["lead", "buy"]}]}],
//!  "positions": [
//!   {"id": "head", "title": "Manager", "description": "manager", "standing": {"kind": "head"}, "noSubstituteBecause": "closed when away",
//!    "delegations": [{"duty": "buy", "to": "shop"}]},
//!   {"id": "shop", "title": "Shop", "reporting": [{"kind": "solid", "superior": "head"}], "noSubstituteBecause": "closed when away"}
//! ]}
//! ```
//!
//! ## Exceptions
//! A duty that is passed on by somebody who got it: the one whose duty it is answers for it. Descriptions that are not in force.

use std::collections::{BTreeMap, BTreeSet};

use crate::diagnostic::{About, Level, keys};
use crate::model::{Duty, DutyId, Liability};
use crate::rules::context::description_at;
use crate::rules::delegations::HandedOn;
use crate::rules::names::Names;
use crate::rules::{Contents, Context, Rule, Sink};

static ABOUT: About = About::new(
    *b"L003",
    "delegation-drops-ultimate-liability",
    "the work can be given away, the responsibility for it cannot",
    &[keys::GCP.at("2.3.1"), keys::SYSC26.at("26.2.3G")],
);

pub(super) const RULE: Rule = Rule::new(&ABOUT, Level::Error, check);

fn check(cx: &Context<'_>, sink: &mut Sink) {
    for it in dropped(cx) {
        let (duty, id, from, to) = (&it.duty.id, &it.description.id, it.from.id(), it.to.id());
        let message =
            format!("`{from}` delegates duty `{duty}` to `{to}`, but no liability of `{id}` covers it");
        let finding = sink
            .at(description_at(it.row, it.description).member("liabilities"), message)
            .argument("id", id)
            .argument("duty", duty)
            .label(it.path(), "delegated here");
        sink.push(finding.help("name the duty in a liability: whoever delegates it answers for it still"));
    }
}

/// The first delegation of each own duty that no liability of its description covers, though it states some.
pub(super) fn dropped<'g>(cx: &Context<'g>) -> Vec<HandedOn<'g>> {
    let mut open: BTreeMap<usize, BTreeSet<&str>> = BTreeMap::new();
    let own = cx.handed_on().iter().filter(|it| it.is_own);
    let drops = |it: &&HandedOn<'_>| {
        let contents = cx.contents_in_force(it.from);
        contents.has(Contents::UNCOVERED_DUTY) && !it.description.liabilities.is_empty()
    };
    let found = own.filter(drops).filter(|it| {
        let open = open.entry(it.row).or_insert_with(|| {
            uncovered(&it.description.duties, &it.description.liabilities)
                .map(|duty| duty.id.as_str())
                .collect()
        });
        open.remove(it.duty.id.as_str())
    });
    found.copied().collect()
}

/// The duties that no liability covers.
pub(in crate::rules) fn uncovered<'d>(
    duties: &'d [Duty],
    liabilities: &'d [Liability],
) -> impl Iterator<Item = &'d Duty> {
    let covers_all = liabilities.iter().any(|it| it.duties.is_empty());
    let named = Names::new(liabilities.iter().flat_map(|it| &it.duties).map(DutyId::as_str));
    duties.iter().filter(move |duty| !covers_all && !named.contains(duty.id.as_str()))
}
