//! # D012 delegation-without-oversight
//!
//! ## What it checks
//! Every delegation in force names, in `oversight`, a duty of the delegator by which the work is overseen, and the delegator
//! has not handed on that duty, too. That it exists is asked by I002.
//!
//! ## Why it matters
//! Whoever hands on a duty still answers for it, and cannot do so without looking.
//!
//! ## Example
//! ```json
//! {"descriptions": [{"id": "manager", "duties": [{"id": "order", "text": "Orders goods"}]}],
//!  "positions": [
//!   {"id": "head", "title": "Manager", "description": "manager", "standing": {"kind": "head"}, "noSubstituteBecause": "closed when away",
//!    "delegations": [{"duty": "order", "to": "shop"}]},
//!   {"id": "shop", "title": "Shop", "reporting": [{"kind": "solid", "superior": "head"}], "noSubstituteBecause": "closed when away"}
//! ]}
//! ```
//!
//! ## Write instead
//! ```json
//! {"descriptions": [{"id": "manager", "duties": [{"id": "order", "text": "Orders goods"}, {"id": "check", "text": "Checks the orders of the week"}]}],
//!  "positions": [
//!   {"id": "head", "title": "Manager", "description": "manager", "standing": {"kind": "head"}, "noSubstituteBecause": "closed when away",
//!    "delegations": [{"duty": "order", "to": "shop", "oversight": "check"}]},
//!   {"id": "shop", "title": "Shop", "reporting": [{"kind": "solid", "superior": "head"}], "noSubstituteBecause": "closed when away"}
//! ]}
//! ```
//!
//! ## Exceptions
//! Delegations whose period is over or has not begun.

use std::collections::BTreeSet;

use crate::diagnostic::{About, Level, keys};
use crate::rules::{Context, Rule, Sink};

static ABOUT: About = About::new(
    *b"D012",
    "delegation-without-oversight",
    "whoever hands on a duty still answers for it, and cannot do so without looking",
    &[keys::GCP.at("2.3.1")],
);

pub(super) const RULE: Rule = Rule::new(&ABOUT, Level::Warning, check).in_packs_only();

fn check(cx: &Context<'_>, sink: &mut Sink) {
    let all = cx.handed_on();
    let given_away: BTreeSet<_> =
        all.iter().filter(|it| it.is_own).map(|it| (it.from.node(), it.duty.id.as_str())).collect();
    for it in all {
        let (id, duty, to) = (it.from.id(), &it.duty.id, it.to.id());
        let (path, message) = match &it.delegation.oversight {
            None => (
                it.path(),
                format!("`{id}` delegates duty `{duty}` to `{to}`, but keeps no duty to oversee it"),
            ),
            Some(kept) if given_away.contains(&(it.from.node(), kept.as_str())) => (
                it.path().member("oversight"),
                format!(
                    "`{id}` oversees the delegated duty `{duty}` by duty `{kept}`, which it handed on as well"
                ),
            ),
            Some(_) => continue,
        };
        let finding = sink.at(path, message).argument("id", id).argument("duty", duty).argument("to", to);
        sink.push(
            finding
                .help("name in `oversight` a duty that the delegator keeps and by which the work is checked"),
        );
    }
}
