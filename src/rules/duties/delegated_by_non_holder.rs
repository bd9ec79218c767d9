//! # D008 delegated-by-non-holder
//!
//! ## What it checks
//! Whoever hands on a duty has it. A delegation in force that names another description than the delegator's own hands on
//! a duty of somebody else, unless another delegation in force gave the delegator that very duty.
//!
//! A duty that the description does not hold at all is a reference that leads nowhere (I002).
//!
//! ## Why it matters
//! Nobody can give away what is another's: the work is done on the word of somebody who does not answer for it.
//!
//! ## Example
//! ```json
//! {"descriptions": [
//!    {"id": "manager", "duties": [{"id": "order", "text": "Orders goods"}]}, {"id": "clerk", "duties": [{"id": "sell", "text": "Sells"}]}],
//!  "positions": [
//!   {"id": "head", "title": "Manager", "description": "manager", "standing": {"kind": "head"}, "noSubstituteBecause": "closed when away"},
//!   {"id": "shop", "title": "Shop", "description": "clerk", "reporting": [{"kind": "solid", "superior": "head"}], "noSubstituteBecause": "closed when away",
//!    "delegations": [{"duty": "order", "description": "manager", "to": "till"}]},
//!   {"id": "till", "title": "Till", "description": "clerk", "reporting": [{"kind": "solid", "superior": "head"}], "noSubstituteBecause": "closed when away"}
//! ]}
//! ```
//!
//! ## Write instead
//! ```json
//! {"descriptions": [
//!    {"id": "manager", "duties": [{"id": "order", "text": "Orders goods"}]}, {"id": "clerk", "duties": [{"id": "sell", "text": "Sells"}]}],
//!  "positions": [
//!   {"id": "head", "title": "Manager", "description": "manager", "standing": {"kind": "head"}, "noSubstituteBecause": "closed when away",
//!    "delegations": [{"duty": "order", "to": "shop"}]},
//!   {"id": "shop", "title": "Shop", "description": "clerk", "reporting": [{"kind": "solid", "superior": "head"}], "noSubstituteBecause": "closed when away",
//!    "delegations": [{"duty": "order", "description": "manager", "to": "till"}]},
//!   {"id": "till", "title": "Till", "description": "clerk", "reporting": [{"kind": "solid", "superior": "head"}], "noSubstituteBecause": "closed when away"}
//! ]}
//! ```
//!
//! ## Exceptions
//! A duty that goes round in a ring, so that each got it from the one before, is D010.

use std::collections::BTreeSet;

use crate::diagnostic::{About, Level, keys};
use crate::rules::{Context, Rule, Sink};

static ABOUT: About = About::new(
    *b"D008",
    "delegated-by-non-holder",
    "nobody can give away what is another's: the work is done on the word of somebody who does not answer for it",
    &[keys::GCP.at("2.3.1")],
);

pub(super) const RULE: Rule = Rule::new(&ABOUT, Level::Error, check);

fn check(cx: &Context<'_>, sink: &mut Sink) {
    let all = cx.handed_on();
    let received: BTreeSet<_> = all.iter().map(|it| (it.to.node(), it.key())).collect();
    for it in all.iter().filter(|it| !it.is_own && !received.contains(&(it.from.node(), it.key()))) {
        let (id, duty, description) = (it.from.id(), &it.duty.id, &it.description.id);
        let message =
            format!("`{id}` delegates duty `{duty}` of description `{description}`, which is not its own");
        let finding = sink
            .at(it.path().member("duty"), message)
            .argument("id", id)
            .argument("duty", duty)
            .argument("description", description)
            .argument("to", it.to.id())
            .label(it.duty_path(), "the duty belongs to whoever has this description");
        sink.push(
            finding
                .help("let the position that holds the duty delegate it, or record how this position got it"),
        );
    }
}
