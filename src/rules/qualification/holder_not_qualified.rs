//! # Q002 holder-not-qualified
//!
//! ## What it checks
//! Every holder meets, by a record that is valid on the day, the mandatory requirements of the description in force that are due: at
//! hiring, or later and the time that is left for it, counted from the holder's first day, is over. A requirement that is due later counts
//! only where both are stated. What is recorded of a person at another seat counts here, too.
//!
//! A holder of whom no qualification is recorded at all is not judged: nothing recorded is nothing known.
//!
//! ## Why it matters
//! The work is done by somebody who may not do it.
//!
//! ## Example
//! ```json
//! {"descriptions": [{"id": "driver", "duties": [{"id": "drive", "text": "Drives the van"}],
//!    "requirements": [{"necessity": "mandatory", "qualification": {"kind": "certificate", "name": "driving licence"}}]}],
//!  "positions": [
//!   {"id": "head", "title": "Manager", "description": "driver", "standing": {"kind": "head"}, "noSubstituteBecause": "closed when away",
//!    "occupancy": {"kind": "held", "holders": [{"person": "p-1", "qualifications": [{"qualification": {"kind": "education", "level": "bachelor"}}]}]}}
//! ]}
//! ```
//!
//! ## Write instead
//! ```json
//! {"descriptions": [{"id": "driver", "duties": [{"id": "drive", "text": "Drives the van"}],
//!    "requirements": [{"necessity": "mandatory", "qualification": {"kind": "certificate", "name": "driving licence"}}]}],
//!  "positions": [
//!   {"id": "head", "title": "Manager", "description": "driver", "standing": {"kind": "head"}, "noSubstituteBecause": "closed when away",
//!    "occupancy": {"kind": "held", "holders": [{"person": "p-1", "qualifications": [
//!      {"qualification": {"kind": "education", "level": "bachelor"}}, {"qualification": {"kind": "certificate", "name": "driving licence"}}]}]}}
//! ]}
//! ```
//!
//! ## Exceptions
//! A record that was valid once and lapsed is Q003. Desirable requirements.

use crate::diagnostic::{About, Level, keys};
use crate::rules::requirements::Standing;
use crate::rules::{Context, Rule, Sink, shown};

static ABOUT: About = About::new(
    *b"Q002",
    "holder-not-qualified",
    "the work is done by somebody who may not do it",
    &[keys::CFR25.whole(), keys::CAA145.whole(), keys::GLP.at("part I 1(2)b")],
);

pub(super) const RULE: Rule = Rule::new(&ABOUT, Level::Error, check);

fn check(cx: &Context<'_>, sink: &mut Sink) {
    for it in cx.shortcomings() {
        let Standing::Missing = it.standing else {
            continue;
        };
        let id = it.position.id();
        let asked = shown::qualification(&it.requirement.qualification);
        let message = format!(
            "the holder of `{id}` is not recorded to have {asked}, which `{}` requires",
            it.description.id
        );
        let finding = sink
            .at(it.path(None), message)
            .argument("id", id)
            .argument("qualification", &asked)
            .label(it.requirement_path(), "required here");
        sink.push(finding.help(
            "record the qualification if the holder has it; if not, let others do what it is needed for",
        ));
    }
}
