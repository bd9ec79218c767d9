//! # D011 delegatee-not-qualified
//!
//! ## What it checks
//! For every qualification that a delegated duty requires, the position that gets the duty demands it of its holder as mandatory, or one
//! of its holders is recorded to have it, valid on the day. The rule speaks only where something is recorded: requirements in the
//! position's description, or qualifications of a holder.
//!
//! ## Why it matters
//! The duty asks for somebody who can do it, whoever that is.
//!
//! ## Example
//! ```json
//! {"descriptions": [
//!    {"id": "manager", "requirements": [{"necessity": "mandatory", "qualification": {"kind": "certificate", "name": "crane operator"}}],
//!     "duties": [{"id": "lift", "text": "Lifts goods", "requiredQualifications": [{"kind": "certificate", "name": "crane operator"}]}]},
//!    {"id": "clerk", "requirements": [{"necessity": "mandatory", "qualification": {"kind": "education", "level": "vocational"}}],
//!     "duties": [{"id": "sell", "text": "Sells"}]}],
//!  "positions": [
//!   {"id": "head", "title": "Manager", "description": "manager", "standing": {"kind": "head"}, "noSubstituteBecause": "closed when away",
//!    "delegations": [{"duty": "lift", "to": "shop"}]},
//!   {"id": "shop", "title": "Shop", "description": "clerk", "reporting": [{"kind": "solid", "superior": "head"}], "noSubstituteBecause": "closed when away"}
//! ]}
//! ```
//!
//! ## Write instead
//! ```json
//! {"descriptions": [
//!    {"id": "manager", "requirements": [{"necessity": "mandatory", "qualification": {"kind": "certificate", "name": "crane operator"}}],
//!     "duties": [{"id": "lift", "text": "Lifts goods", "requiredQualifications": [{"kind": "certificate", "name": "crane operator"}]}]},
//!    {"id": "clerk", "requirements": [{"necessity": "mandatory", "qualification": {"kind": "education", "level": "vocational"}}],
//!     "duties": [{"id": "sell", "text": "Sells"}]}],
//!  "positions": [
//!   {"id": "head", "title": "Manager", "description": "manager", "standing": {"kind": "head"}, "noSubstituteBecause": "closed when away",
//!    "delegations": [{"duty": "lift", "to": "shop"}]},
//!   {"id": "shop", "title": "Shop", "description": "clerk", "reporting": [{"kind": "solid", "superior": "head"}], "noSubstituteBecause": "closed when away",
//!    "occupancy": {"kind": "held", "holders": [{"qualifications": [
//!      {"qualification": {"kind": "education", "level": "vocational"}}, {"qualification": {"kind": "certificate", "name": "crane operator"}}]}]}}
//! ]}
//! ```
//!
//! ## Exceptions
//! A position of which nothing is recorded. Whether a holder meets what the own description demands is asked by Q002 and Q003.

use crate::diagnostic::{About, Level, keys};
use crate::graph::PositionRef;
use crate::model::{Necessity, Qualification};
use crate::rules::delegations::handed_on;
use crate::rules::{Context, Rule, Sink, wording};

static ABOUT: About = About::new(
    *b"D011",
    "delegatee-not-qualified",
    "the duty asks for somebody who can do it, whoever that is",
    &[keys::GCP.at("2.3.2"), keys::GMP.at("2.3")],
);

pub(super) const RULE: Rule = Rule::new(&ABOUT, Level::Error, check);

fn check(cx: &Context<'_>, sink: &mut Sink) {
    for it in handed_on(cx).iter().filter(|it| !it.duty.required_qualifications.is_empty()) {
        if !is_anything_recorded(cx, it.to) {
            continue;
        }
        for (index, asked) in it.duty.required_qualifications.iter().enumerate() {
            if is_met(cx, it.to, asked) {
                continue;
            }
            let (to, duty, asked) = (it.to.id(), &it.duty.id, wording::qualification(asked));
            let message = format!(
                "`{to}` gets duty `{duty}`, which requires {asked}, but neither demands it of its holder nor has one who is recorded to have it"
            );
            let finding = sink
                .at(it.path().member("to"), message)
                .argument("id", to)
                .argument("duty", duty)
                .argument("qualification", &asked)
                .label(it.duty_path().member("requiredQualifications").index(index), "required here");
            sink.push(finding.help(
                "delegate the duty to somebody who is qualified, or record the qualification of the holder",
            ));
        }
    }
}

fn is_anything_recorded(cx: &Context<'_>, position: PositionRef<'_>) -> bool {
    let on = cx.graph.as_of();
    position.description().is_some_and(|description| !description.requirements.is_empty())
        || position
            .open_rows()
            .flat_map(|row| row.holders(on))
            .any(|holder| !holder.qualifications.is_empty())
}

fn is_met(cx: &Context<'_>, position: PositionRef<'_>, asked: &Qualification) -> bool {
    let on = cx.graph.as_of();
    let mut demanded = position.description().into_iter().flat_map(|description| &description.requirements);
    let mut held =
        position.open_rows().flat_map(|row| row.holders(on)).flat_map(|holder| &holder.qualifications);
    demanded.any(|it| it.necessity == Necessity::Mandatory && asked.is_met_by(&it.qualification))
        || held.any(|it| {
            it.validity.as_ref().is_none_or(|validity| validity.contains(on))
                && asked.is_met_by(&it.qualification)
        })
}
