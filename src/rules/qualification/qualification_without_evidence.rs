//! # Q005 qualification-without-evidence
//!
//! ## What it checks
//! Where a holder meets a mandatory requirement that is due, by records that are valid on the day, one of them says where its evidence is kept. A record
//! is reported once, for the first requirement that it should prove.
//!
//! ## Why it matters
//! An inspector will ask to see it, and somebody should know that it was seen.
//!
//! ## Example
//! ```json
//! {"descriptions": [{"id": "driver", "duties": [{"id": "drive", "text": "Drives the van"}],
//!    "requirements": [{"necessity": "mandatory", "qualification": {"kind": "certificate", "name": "driving licence"}}]}],
//!  "positions": [
//!   {"id": "head", "title": "Manager", "description": "driver", "standing": {"kind": "head"}, "noSubstituteBecause": "closed when away",
//!    "occupancy": {"kind": "held", "holders": [{"person": "p-1", "qualifications": [{"qualification": {"kind": "certificate", "name": "driving licence"}}]}]}}
//! ]}
//! ```
//!
//! ## Write instead
//! ```json
//! {"descriptions": [{"id": "driver", "duties": [{"id": "drive", "text": "Drives the van"}],
//!    "requirements": [{"necessity": "mandatory", "qualification": {"kind": "certificate", "name": "driving licence"}}]}],
//!  "positions": [
//!   {"id": "head", "title": "Manager", "description": "driver", "standing": {"kind": "head"}, "noSubstituteBecause": "closed when away",
//!    "occupancy": {"kind": "held", "holders": [{"person": "p-1", "qualifications": [{"qualification": {"kind": "certificate", "name": "driving licence"}, "evidence": "personnel file 12"}]}]}}
//! ]}
//! ```
//!
//! ## Exceptions
//! Records beyond what the seat requires. What does not meet the requirement is Q002, what has lapsed Q003.

use std::collections::BTreeSet;

use crate::diagnostic::{About, Level, keys};
use crate::rules::requirements::Standing;
use crate::rules::{Context, Rule, Sink, shown};

static ABOUT: About = About::new(
    *b"Q005",
    "qualification-without-evidence",
    "an inspector will ask to see it, and somebody should know that it was seen",
    &[keys::GLP.at("part I 1(2)c")],
);

pub(super) const RULE: Rule = Rule::new(&ABOUT, Level::Warning, check).in_packs_only();

fn check(cx: &Context<'_>, sink: &mut Sink) {
    let mut reported = BTreeSet::new();
    for it in cx.shortcomings() {
        let Standing::Unproven { record } = it.standing else {
            continue;
        };
        let path = it.path(record);
        // a record may meet several requirements; of one that stands at another seat only the requirement is known here
        if record.is_some() && !reported.insert(path.clone()) {
            continue;
        }
        let (id, asked) = (it.position.id(), shown::qualification(&it.requirement.qualification));
        let message = format!("the holder of `{id}` has {asked}, but no evidence of it is recorded");
        let finding = sink.at(path, message).argument("id", id).argument("qualification", &asked);
        let finding = finding.label(it.requirement_path(), "required here");
        sink.push(
            finding.help("say in `evidence` where it is kept, for instance the number of the certificate"),
        );
    }
}
