//! # Q003 qualification-expired
//!
//! ## What it checks
//! What a holder has to meet a mandatory requirement that is due is still valid: its last day lies not before the day of the check, and training
//! that the requirement wants repeated was not longer ago than that, counted from the first day of its validity. One valid
//! record is enough, at whichever seat of the person it stands. Of several that lapsed, the last is reported.
//!
//! ## Why it matters
//! The holder could do the work once, and may not do it now.
//!
//! ## Example
//! ```json
//! {"descriptions": [{"id": "driver", "duties": [{"id": "drive", "text": "Drives the van"}],
//!    "requirements": [{"necessity": "mandatory", "qualification": {"kind": "training", "subject": "first aid", "repeatAfter": "P2Y"}}]}],
//!  "positions": [
//!   {"id": "head", "title": "Manager", "description": "driver", "standing": {"kind": "head"}, "noSubstituteBecause": "closed when away",
//!    "occupancy": {"kind": "held", "holders": [{"person": "p-1", "qualifications": [
//!      {"qualification": {"kind": "training", "subject": "first aid"}, "validity": {"from": "2023-05-01"}}]}]}}
//! ]}
//! ```
//!
//! ## Write instead
//! ```json
//! {"descriptions": [{"id": "driver", "duties": [{"id": "drive", "text": "Drives the van"}],
//!    "requirements": [{"necessity": "mandatory", "qualification": {"kind": "training", "subject": "first aid", "repeatAfter": "P2Y"}}]}],
//!  "positions": [
//!   {"id": "head", "title": "Manager", "description": "driver", "standing": {"kind": "head"}, "noSubstituteBecause": "closed when away",
//!    "occupancy": {"kind": "held", "holders": [{"person": "p-1", "qualifications": [
//!      {"qualification": {"kind": "training", "subject": "first aid"}, "validity": {"from": "2025-05-01"}}]}]}}
//! ]}
//! ```
//!
//! ## Exceptions
//! A record without dates lasts. What was never recorded, or is valid only later, is Q002.

use crate::diagnostic::{About, Level, keys};
use crate::rules::requirements::{Lapse, Standing};
use crate::rules::{Context, Rule, Sink, shown};

static ABOUT: About = About::new(
    *b"Q003",
    "qualification-expired",
    "the holder could do the work once, and may not do it now",
    &[keys::CFR25.whole()],
);

pub(super) const RULE: Rule = Rule::new(&ABOUT, Level::Error, check);

fn check(cx: &Context<'_>, sink: &mut Sink) {
    for it in cx.shortcomings() {
        let Standing::Lapsed { record, lapse } = it.standing else {
            continue;
        };
        let id = it.position.id();
        let asked = shown::qualification(&it.requirement.qualification);
        let lapsed = match lapse {
            Lapse::Ended(day) => format!("was valid until {day}"),
            Lapse::Overdue(day) => format!("was to be repeated by {day}"),
        };
        let message = format!("{asked}, which the holder of `{id}` must have, {lapsed}");
        let finding = sink
            .at(it.path(record), message)
            .argument("id", id)
            .argument("qualification", &asked)
            .label(it.requirement_path(), "required here");
        sink.push(finding.help(
            "have it renewed and record the new dates; until then, let others do what it is needed for",
        ));
    }
}
