//! # W003 waiver-incomplete
//!
//! ## What it checks
//! A waiver states why (`reason`), who approved it (`approvedBy`) and until when (`expires`). One of a rule that keeps apart what must not
//! be in one hand (S012, X001, X002, X003, X006) says as well what is done instead (`mitigation`). Until it is complete it does not hold.
//!
//! ## Why it matters
//! An exception without reason, approver and end is no decision, but a way to look elsewhere.
//!
//! ## Example
//! ```json
//! {
//!   "positions": [
//!     {"id": "head", "title": "Manager", "standing": {"kind": "head"}, "noSubstituteBecause": "closed when away"},
//!     {"id": "shop", "title": "Shop assistant", "reporting": [{"kind": "solid", "superior": "head"}]}
//!   ],
//!   "waivers": [
//!     {"code": "S001", "subject": "positions[shop]", "reason": "the shop opens in March", "approvedBy": "head"}
//!   ]
//! }
//! ```
//!
//! ## Write instead
//! ```json
//! {
//!   "positions": [
//!     {"id": "head", "title": "Manager", "standing": {"kind": "head"}, "noSubstituteBecause": "closed when away"},
//!     {"id": "shop", "title": "Shop assistant", "reporting": [{"kind": "solid", "superior": "head"}]}
//!   ],
//!   "waivers": [
//!     {"code": "S001", "subject": "positions[shop]", "reason": "the shop opens in March", "approvedBy": "head", "expires": "2027-02-28"}
//!   ]
//! }
//! ```
//!
//! ## Exceptions
//! The day on which it was made (`created`) may be left out: it holds from ever.

use crate::diagnostic::{About, Level, keys};
use crate::rules::{Context, Exceptions, Part, Rule, Sink, State};

static ABOUT: About = About::new(
    *b"W003",
    "waiver-incomplete",
    "an exception without reason, approver and end is no decision",
    &[keys::DESIGN.whole()],
);

pub(super) const RULE: Rule = Rule::of_waivers(&ABOUT, Level::Error, check);

fn check(_: &Context<'_>, exceptions: &Exceptions<'_>, sink: &mut Sink) {
    for exception in exceptions.all() {
        let State::Incomplete(missing) = &exception.state else { continue };
        let (code, subject) = (exception.waiver.code, &exception.waiver.subject);
        let lacks: Vec<&str> = missing.iter().map(|part| words(*part).0).collect();
        let lacks = lacks.join(", ");
        let message = format!("the waiver of {code} for `{subject}` does not hold: it states {lacks}");
        let finding = sink
            .at(exception.path(), message)
            .argument("rule", &code)
            .argument("subject", subject)
            .argument("missing", &lacks);
        sink.push(missing.iter().fold(finding, |finding, part| finding.help(words(*part).1)));
    }
}

/// What is missing, and what to write.
fn words(part: Part) -> (&'static str, &'static str) {
    match part {
        Part::Reason => ("no reason", "say in `reason` why it is needed"),
        Part::Approver => ("no approver", "name in `approvedBy` the position that approved it"),
        Part::Expiry => ("no last day", "say in `expires` until when it holds"),
        Part::Mitigation => {
            ("no mitigation", "say in `mitigation` what is done instead of keeping the duties apart")
        }
    }
}
