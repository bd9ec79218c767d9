//! # A003 decision-scope-missing
//!
//! ## What it checks
//! A description in force with a duty that ends in a decision gives a right to decide, or to take part in a decision.
//!
//! ## Why it matters
//! It is left open what the holder decides alone and what is only prepared for others.
//!
//! ## Example
//! ```json
//! {"descriptions": [{"id": "manager", "duties": [{"id": "prices", "text": "Sets prices", "decision": true}], "rights": [{"id": "sign", "kind": "sign"}]}],
//!  "positions": [
//!   {"id": "head", "title": "Manager", "description": "manager", "standing": {"kind": "head"}, "noSubstituteBecause": "closed when away"}
//! ]}
//! ```
//!
//! ## Write instead
//! ```json
//! {"descriptions": [{"id": "manager", "duties": [{"id": "prices", "text": "Sets prices", "decision": true}], "rights": [{"id": "prices", "kind": "decide", "object": "prices"}]}],
//!  "positions": [
//!   {"id": "head", "title": "Manager", "description": "manager", "standing": {"kind": "head"}, "noSubstituteBecause": "closed when away"}
//! ]}
//! ```
//!
//! ## Exceptions
//! A duty that requires a right to decide or to take part is A001 where the right is missing. What is decided
//! is not compared, as a duty says it in words only.

use crate::diagnostic::{About, Level, keys};
use crate::model::RightKind;
use crate::rules::{Contents, Context, Rule, Sink};

static ABOUT: About = About::new(
    *b"A003",
    "decision-scope-missing",
    "it is left open what the holder decides alone and what is only prepared for others",
    &[keys::FZ79.at("47(2)3-4")],
);

pub(super) const RULE: Rule = Rule::new(&ABOUT, Level::Warning, check).in_packs_only();

fn check(cx: &Context<'_>, sink: &mut Sink) {
    let is_scope = |kind: RightKind| matches!(kind, RightKind::Decide | RightKind::ParticipateInDecision);
    for (place, description) in cx.in_force_with(Contents::DECISION) {
        if description.rights.iter().any(|right| is_scope(right.kind)) {
            continue;
        }
        for (row, duty) in description.duties.iter().enumerate().filter(|(_, duty)| duty.decision) {
            if duty.required_rights.iter().any(|required| is_scope(required.kind)) {
                continue;
            }
            let (id, description) = (&duty.id, &description.id);
            let message = format!(
                "duty `{id}` ends in a decision, but `{description}` gives no right to decide or to take part in one"
            );
            let finding = sink
                .at(place.member("duties").element(row, id.as_str()).member("decision"), message)
                .argument("duty", id)
                .argument("description", description);
            sink.push(finding.help(
                "add to `rights` what the holder decides, or in which decisions the holder takes part",
            ));
        }
    }
}
