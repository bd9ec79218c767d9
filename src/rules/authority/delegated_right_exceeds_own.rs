//! # A008 delegated-right-exceeds-own
//!
//! ## What it checks
//! Every right that goes with a delegated duty is one that the delegator has: of the same kind, on the same object or on any, with limits
//! that reach as far. The delegator has the rights of the own description, and those that other delegations in force gave. Texts are compared by
//! equality, amounts by value within one currency.
//!
//! ## Why it matters
//! Nobody can give what nobody gave them; what is signed on such a right does not bind.
//!
//! ## Example
//! ```json
//! {"descriptions": [{"id": "manager", "duties": [{"id": "buy", "text": "Buys goods"}],
//!   "rights": [{"id": "spend", "kind": "spend", "limit": {"amount": {"amount": "1000", "currency": "EUR"}}}]}],
//!  "positions": [
//!   {"id": "head", "title": "Manager", "description": "manager", "standing": {"kind": "head"}, "noSubstituteBecause": "closed when away",
//!    "delegations": [{"duty": "buy", "to": "shop", "rights": [{"id": "spend", "kind": "spend", "limit": {"amount": {"amount": "5000", "currency": "EUR"}}}]}]},
//!   {"id": "shop", "title": "Shop", "reporting": [{"kind": "solid", "superior": "head"}], "noSubstituteBecause": "closed when away"}
//! ]}
//! ```
//!
//! ## Write instead
//! ```json
//! {"descriptions": [{"id": "manager", "duties": [{"id": "buy", "text": "Buys goods"}],
//!   "rights": [{"id": "spend", "kind": "spend", "limit": {"amount": {"amount": "1000", "currency": "EUR"}}}]}],
//!  "positions": [
//!   {"id": "head", "title": "Manager", "description": "manager", "standing": {"kind": "head"}, "noSubstituteBecause": "closed when away",
//!    "delegations": [{"duty": "buy", "to": "shop", "rights": [{"id": "spend", "kind": "spend", "limit": {"amount": {"amount": "1000", "currency": "EUR"}}}]}]},
//!   {"id": "shop", "title": "Shop", "reporting": [{"kind": "solid", "superior": "head"}], "noSubstituteBecause": "closed when away"}
//! ]}
//! ```
//!
//! ## Exceptions
//! A delegator without a description, of whom no rights are known.

use std::collections::BTreeMap;

use crate::diagnostic::{About, Level, keys};
use crate::model::{Limit, Right};
use crate::rules::{Context, Rule, Sink, shown};

static ABOUT: About = About::new(
    *b"A008",
    "delegated-right-exceeds-own",
    "nobody can give what nobody gave them; what is signed on such a right does not bind",
    &[keys::DESIGN.whole()],
);

pub(super) const RULE: Rule = Rule::new(&ABOUT, Level::Error, check);

fn check(cx: &Context<'_>, sink: &mut Sink) {
    let all = cx.handed_on();
    let mut received: BTreeMap<u32, Vec<&Right>> = BTreeMap::new();
    for it in all {
        received.entry(it.to.node()).or_default().extend(&it.delegation.rights);
    }
    for it in all.iter().filter(|it| !it.delegation.rights.is_empty()) {
        let Some(description) = it.from.description() else {
            continue;
        };
        let had = || {
            let received = received.get(&it.from.node()).into_iter().flatten().copied();
            description.rights.iter().chain(received)
        };
        for (row, given) in it.delegation.rights.iter().enumerate() {
            if had().any(|own| is_as_wide(own, given)) {
                continue;
            }
            let (id, to, asked) = (it.from.id(), it.to.id(), shown::right(given));
            let has = had().find(|own| own.kind == given.kind).map_or_else(
                || "has no such right".to_owned(),
                |own| format!("may itself only {}", shown::right(own)),
            );
            let finding = sink
                .at(
                    it.path().member("rights").element(row, given.id.as_str()),
                    format!("`{id}` gives `{to}` the right to {asked}, but {has}"),
                )
                .argument("id", id)
                .argument("to", to)
                .argument("right", &given.id);
            sink.push(
                finding.help("give no more than the delegator has, or widen the delegator's own right first"),
            );
        }
    }
}

/// Whether everything that `given` allows is allowed by `own`.
fn is_as_wide(own: &Right, given: &Right) -> bool {
    let unlimited = Limit::new();
    let limit = |right: &'_ Right| right.limit.clone().unwrap_or_else(|| unlimited.clone());
    own.kind == given.kind
        && (own.object.is_none() || own.object == given.object)
        && limit(own).covers(&limit(given))
}
