//! # A001 duty-without-authority
//!
//! ## What it checks
//! For every right that a duty requires, the description in force gives one that is enough: of the same kind, on the same object or on
//! any, with a limit that reaches as far. Texts are compared by equality, amounts by value within one currency.
//!
//! ## Why it matters
//! The holder is told to do what the holder may not do: the work stops, or is done without authority.
//!
//! ## Example
//! ```json
//! {"descriptions": [{"id": "manager", "duties": [{"id": "buy", "text": "Buys goods",
//!     "requiredRights": [{"kind": "spend", "limit": {"amount": {"amount": "50000", "currency": "EUR"}}}]}],
//!   "rights": [{"id": "spend", "kind": "spend", "limit": {"amount": {"amount": "10000", "currency": "EUR"}}}]}],
//!  "positions": [
//!   {"id": "head", "title": "Manager", "description": "manager", "standing": {"kind": "head"}, "noSubstituteBecause": "closed when away"}
//! ]}
//! ```
//!
//! ## Write instead
//! ```json
//! {"descriptions": [{"id": "manager", "duties": [{"id": "buy", "text": "Buys goods",
//!     "requiredRights": [{"kind": "spend", "limit": {"amount": {"amount": "50000", "currency": "EUR"}}}]}],
//!   "rights": [{"id": "spend", "kind": "spend", "limit": {"amount": {"amount": "50000", "currency": "EUR"}}}]}],
//!  "positions": [
//!   {"id": "head", "title": "Manager", "description": "manager", "standing": {"kind": "head"}, "noSubstituteBecause": "closed when away"}
//! ]}
//! ```
//!
//! ## Exceptions
//! Drafts and withdrawn descriptions. A right without limit or object covers every limit and object.

use crate::diagnostic::{About, Level, keys};
use crate::model::{Description, RequiredRight, Right};
use crate::rules::{Contents, Context, Rule, Sink, shown};

static ABOUT: About = About::new(
    *b"A001",
    "duty-without-authority",
    "the holder is told to do what the holder may not do: the work stops, or is done without authority",
    &[keys::GMP.at("2.3"), keys::SYSC24.whole(), keys::ISO9001.whole()],
);

pub(super) const RULE: Rule = Rule::new(&ABOUT, Level::Error, check);

fn check(cx: &Context<'_>, sink: &mut Sink) {
    for (place, description) in cx.in_force_with(Contents::LACKS_RIGHT) {
        for (row, duty) in description.duties.iter().enumerate() {
            for (index, required) in duty.required_rights.iter().enumerate() {
                if is_given(description, required) {
                    continue;
                }
                let at = place
                    .member("duties")
                    .element(row, duty.id.as_str())
                    .member("requiredRights")
                    .index(index);
                let asked = shown::required(required);
                let message = format!(
                    "duty `{}` needs the right to {asked}, which `{}` does not give",
                    duty.id, description.id
                );
                let mut finding = sink.at(at, message).argument("duty", &duty.id).argument("right", &asked);
                for (row, right) in nearest(required, &description.rights) {
                    let given = shown::right(right);
                    let label = place.member("rights").element(row, right.id.as_str());
                    finding = finding.label(label, format!("gives no more than to {given}"));
                }
                sink.push(
                    finding.help(
                        "give the right in `rights` as far as the duty needs it, or take the duty away",
                    ),
                );
            }
        }
    }
}

/// Whether a duty requires a right that the description does not give.
pub(in crate::rules) fn lacks_right(description: &Description) -> bool {
    let mut required = description.duties.iter().flat_map(|duty| &duty.required_rights);
    required.any(|required| !is_given(description, required))
}

fn is_given(description: &Description, required: &RequiredRight) -> bool {
    description.rights.iter().any(|right| required.is_met_by(right))
}

/// The rights of the same kind, of which one was probably meant to be enough.
fn nearest<'d>(required: &RequiredRight, rights: &'d [Right]) -> impl Iterator<Item = (usize, &'d Right)> {
    let kind = required.kind;
    rights.iter().enumerate().filter(move |(_, right)| right.kind == kind).take(2)
}
