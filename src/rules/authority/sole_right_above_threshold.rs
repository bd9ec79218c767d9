//! # A005 sole-right-above-threshold
//!
//! ## What it checks
//! No right that is used alone goes up to more than the threshold `fourEyes`, which the organisation or the profile states. Only
//! amounts in the currency of the threshold are compared.
//!
//! ## Why it matters
//! Above that amount one pair of eyes is not enough: a mistake, or worse, is seen by nobody else.
//!
//! ## Example
//! ```json
//! {"thresholds": {"fourEyes": {"amount": "10000", "currency": "EUR"}},
//!  "descriptions": [{"id": "manager", "duties": [{"id": "buy", "text": "Buys goods"}],
//!   "rights": [{"id": "spend", "kind": "spend", "limit": {"amount": {"amount": "50000", "currency": "EUR"}}, "exercise": {"kind": "sole"}}]}],
//!  "positions": [
//!   {"id": "head", "title": "Manager", "description": "manager", "standing": {"kind": "head"}, "noSubstituteBecause": "closed when away"}
//! ]}
//! ```
//!
//! ## Write instead
//! ```json
//! {"thresholds": {"fourEyes": {"amount": "10000", "currency": "EUR"}},
//!  "descriptions": [{"id": "manager", "duties": [{"id": "buy", "text": "Buys goods"}],
//!   "rights": [{"id": "spend", "kind": "spend", "limit": {"amount": {"amount": "10000", "currency": "EUR"}}, "exercise": {"kind": "sole"}}]}],
//!  "positions": [
//!   {"id": "head", "title": "Manager", "description": "manager", "standing": {"kind": "head"}, "noSubstituteBecause": "closed when away"}
//! ]}
//! ```
//!
//! ## Exceptions
//! Rights without an amount, and rights that do not say whether they are used alone.

use crate::diagnostic::{About, Level, keys};
use crate::model::Exercise;
use crate::rules::{Contents, Context, Rule, Sink};

static ABOUT: About = About::new(
    *b"A005",
    "sole-right-above-threshold",
    "above that amount one pair of eyes is not enough: a mistake, or worse, is seen by nobody else",
    &[keys::DESIGN.whole()],
);

pub(super) const RULE: Rule = Rule::new(&ABOUT, Level::Error, check).in_packs_only();

fn check(cx: &Context<'_>, sink: &mut Sink) {
    let Some(most) = cx.four_eyes() else {
        return;
    };
    for (place, description) in cx.in_force_with(Contents::AMOUNT) {
        for (row, right) in description.rights.iter().enumerate() {
            let amount = right.limit.as_ref().and_then(|limit| limit.amount.as_ref());
            let (Some(amount), Some(Exercise::Sole {})) = (amount, &right.exercise) else {
                continue;
            };
            if amount.currency != most.currency || amount.is_within(most) {
                continue;
            }
            let message = format!(
                "right `{}` is used alone up to {} {}, above the four-eyes threshold of {} {}",
                right.id, amount.amount, amount.currency, most.amount, most.currency
            );
            let at = place.member("rights").element(row, right.id.as_str());
            let finding = sink
                .at(at.member("limit").member("amount"), message)
                .argument("right", &right.id)
                .argument("description", &description.id);
            sink.push(finding.help(
                "ask for a second signature above the threshold: make it two rights, one of them joint",
            ));
        }
    }
}
