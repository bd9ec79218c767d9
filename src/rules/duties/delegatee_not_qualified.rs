//! # D011 delegatee-not-qualified
//!
//! ## What it checks
//! For every qualification that a delegated duty requires, the position that gets the duty demands it of its holder as mandatory, or one
//! of its holders is recorded to have it, valid on the day. The rule speaks only where something is recorded: requirements in the
//! position's description in force, or qualifications of a holder.
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
use crate::model::{Necessity, Requirement};
use crate::rules::{Context, Rule, Sink, shown};

static ABOUT: About = About::new(
    *b"D011",
    "delegatee-not-qualified",
    "the duty asks for somebody who can do it, whoever that is",
    &[keys::GCP.at("2.3.2"), keys::GMP.at("2.3")],
);

pub(super) const RULE: Rule = Rule::new(&ABOUT, Level::Error, check);

fn check(cx: &Context<'_>, sink: &mut Sink) {
    for it in cx.handed_on().iter().filter(|it| !it.duty.required_qualifications.is_empty()) {
        let records = cx.records();
        let own =
            cx.description_in_force(it.to).map_or(&[][..], |(_, description)| &description.requirements);
        if own.is_empty() && !records.has_any(cx, it.to) {
            continue;
        }
        for (index, asked) in it.duty.required_qualifications.iter().enumerate() {
            let demands = |own: &Requirement| {
                own.necessity == Necessity::Mandatory && asked.is_met_by(&own.qualification)
            };
            if own.iter().any(demands) || records.is_met(cx, it.to, asked) {
                continue;
            }
            let (to, duty, asked) = (it.to.id(), &it.duty.id, shown::qualification(asked));
            let message =
                format!("`{to}` gets duty `{duty}` and is not known to have what that takes: {asked}");
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
