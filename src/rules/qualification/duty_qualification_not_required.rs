//! # Q004 duty-qualification-not-required
//!
//! ## What it checks
//! Every qualification without which a duty may not be done is among the mandatory requirements of its description, which is in force: the
//! same, or one that is more.
//!
//! ## Why it matters
//! A holder is chosen by the requirements, and then may not do the work.
//!
//! ## Example
//! ```json
//! {"descriptions": [{"id": "driver", "duties": [{"id": "drive", "text": "Drives the van", "requiredQualifications": [{"kind": "certificate", "name": "driving licence"}]}],
//!    "requirements": [{"necessity": "mandatory", "qualification": {"kind": "education", "level": "vocational"}}]}],
//!  "positions": [
//!   {"id": "head", "title": "Manager", "description": "driver", "standing": {"kind": "head"}, "noSubstituteBecause": "closed when away"}
//! ]}
//! ```
//!
//! ## Write instead
//! ```json
//! {"descriptions": [{"id": "driver", "duties": [{"id": "drive", "text": "Drives the van", "requiredQualifications": [{"kind": "certificate", "name": "driving licence"}]}],
//!    "requirements": [{"necessity": "mandatory", "qualification": {"kind": "certificate", "name": "driving licence"}}]}],
//!  "positions": [
//!   {"id": "head", "title": "Manager", "description": "driver", "standing": {"kind": "head"}, "noSubstituteBecause": "closed when away"}
//! ]}
//! ```
//!
//! ## Exceptions
//! Drafts and withdrawn descriptions.

use crate::diagnostic::{About, Level, keys};
use crate::model::Necessity;
use crate::rules::{Contents, Context, Rule, Sink, shown};

static ABOUT: About = About::new(
    *b"Q004",
    "duty-qualification-not-required",
    "a holder is chosen by the requirements, and then may not do the work",
    &[keys::CFR25.whole()],
);

pub(super) const RULE: Rule = Rule::new(&ABOUT, Level::Warning, check);

fn check(cx: &Context<'_>, sink: &mut Sink) {
    for (place, description) in cx.in_force_with(Contents::REQUIRED_QUALIFICATIONS) {
        for (row, duty) in description.duties.iter().enumerate() {
            for (index, asked) in duty.required_qualifications.iter().enumerate() {
                let mut meeting = description
                    .requirements
                    .iter()
                    .enumerate()
                    .filter(|(_, it)| asked.is_met_by(&it.qualification))
                    .peekable();
                let first = meeting.peek().map(|(nth, _)| *nth);
                if meeting.any(|(_, it)| it.necessity == Necessity::Mandatory) {
                    continue;
                }
                let (id, duty_id, asked) = (&description.id, &duty.id, shown::qualification(asked));
                let message =
                    format!("duty `{duty_id}` requires {asked}, which `{id}` does not ask of its holder");
                let at = place.member("duties").element(row, duty_id.as_str());
                let mut finding = sink
                    .at(at.member("requiredQualifications").index(index), message)
                    .argument("id", id)
                    .argument("duty", duty_id)
                    .argument("qualification", &asked);
                if let Some(nth) = first {
                    finding = finding
                        .label(place.member("requirements").index(nth).member("necessity"), "only desirable");
                }
                sink.push(finding.help("add it to `requirements` as mandatory, or take it off the duty"));
            }
        }
    }
}
