//! # D006 key-function-missing
//!
//! ## What it checks
//! An open position answers on the day for every key function that the profile asks for: an entry of the catalogue names the
//! function, word for word, and names the position. Where an entry that must be covered on the day names the function and nobody
//! answers for it, D002 says so; where it names a position that does not exist, I002.
//!
//! ## Why it matters
//! The regulation asks for a person with a name; the authority will ask for it too.
//!
//! ## Profile
//! ```json
//! {"functions": ["accountable manager"]}
//! ```
//!
//! ## Example
//! ```json
//! {"responsibilities": [{"id": "safety", "function": "safety manager", "accountable": [{"position": "head"}]}],
//!  "positions": [
//!   {"id": "head", "title": "Manager", "standing": {"kind": "head"}, "noSubstituteBecause": "closed when away"}
//! ]}
//! ```
//!
//! ## Write instead
//! ```json
//! {"responsibilities": [
//!   {"id": "safety", "function": "safety manager", "accountable": [{"position": "head"}]},
//!   {"id": "all", "function": "accountable manager", "accountable": [{"position": "head"}]}],
//!  "positions": [
//!   {"id": "head", "title": "Manager", "standing": {"kind": "head"}, "noSubstituteBecause": "closed when away"}
//! ]}
//! ```
//!
//! ## Exceptions
//! None: whoever need not have a function leaves it out of the profile.

use crate::diagnostic::{About, Level, Path, keys};
use crate::model::{Period, Responsibility};
use crate::rules::{Context, Rule, Sink, functions};

static ABOUT: About = About::new(
    *b"D006",
    "key-function-missing",
    "the regulation asks for a person with a name; the authority will ask for it too",
    &[keys::CAA145.whole(), keys::ISO9001.at("5.3")],
);

pub(super) const RULE: Rule = Rule::new(&ABOUT, Level::Error, check).in_packs_only();

fn check(cx: &Context<'_>, sink: &mut Sink) {
    let on = cx.graph.as_of();
    let in_force = |period: Option<&Period>| period.is_none_or(|period| period.contains(on));
    let is_due = |entry: &Responsibility| {
        entry.scopes.is_empty() || entry.scopes.iter().any(|scope| in_force(scope.period.as_ref()))
    };
    for function in &cx.demands().functions {
        let told_elsewhere = functions::entries(cx, function).any(|(_, entry)| is_due(entry));
        if told_elsewhere || !functions::positions(cx, function).is_empty() {
            continue;
        }
        let message = format!("nobody is named for the function `{function}`");
        let finding =
            sink.at(Path::root().member("responsibilities"), message).argument("function", function);
        sink.push(finding.help(
            "add an entry to `responsibilities` whose `function` is this text, and name in it the position that answers for it",
        ));
    }
}
