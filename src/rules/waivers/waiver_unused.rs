//! # W002 waiver-unused
//!
//! ## What it checks
//! A waiver that meets no finding, though its rule ran: it holds, or it held until it expired.
//!
//! ## Why it matters
//! What it excused is mended, or it never excused anything: left in place, it hides the next fault of that kind.
//!
//! ## Example
//! ```json
//! {
//!   "positions": [
//!     {"id": "head", "title": "Manager", "standing": {"kind": "head"}, "noSubstituteBecause": "closed when away"},
//!     {"id": "shop", "title": "Shop assistant", "reporting": [{"kind": "solid", "superior": "head"}],
//!      "substitution": [{"kind": "absence", "substitute": {"kind": "position", "position": "head"}}]}
//!   ],
//!   "waivers": [
//!     {"code": "S001", "subject": "positions[shop]", "reason": "the shop opens in March", "approvedBy": "head", "expires": "2027-02-28"}
//!   ]
//! }
//! ```
//!
//! ## Write instead
//! ```json
//! {
//!   "positions": [
//!     {"id": "head", "title": "Manager", "standing": {"kind": "head"}, "noSubstituteBecause": "closed when away"},
//!     {"id": "shop", "title": "Shop assistant", "reporting": [{"kind": "solid", "superior": "head"}],
//!      "substitution": [{"kind": "absence", "substitute": {"kind": "position", "position": "head"}}]}
//!   ]
//! }
//! ```
//!
//! ## Exceptions
//! A waiver that holds only from a later day on, and one of a rule that the profile does not run.

use crate::diagnostic::{About, Level, keys};
use crate::rules::{Context, Exceptions, Rule, Sink, State};

static ABOUT: About = About::new(
    *b"W002",
    "waiver-unused",
    "left in place, it hides the next fault of that kind",
    &[keys::DESIGN.whole()],
);

pub(super) const RULE: Rule = Rule::of_waivers(&ABOUT, Level::Warning, check);

fn check(cx: &Context<'_>, exceptions: &Exceptions<'_>, sink: &mut Sink) {
    for exception in exceptions.all() {
        let (code, subject) = (exception.waiver.code, &exception.waiver.subject);
        let counts = matches!(exception.state, State::Holds(_) | State::Expired) && cx.runs(code);
        if !counts || exceptions.is_met(exception) {
            continue;
        }
        let finding = sink
            .at(exception.path(), format!("there is no finding {code} at `{subject}` to be waived"))
            .argument("rule", &code)
            .argument("subject", subject)
            .help("remove the waiver; if it was meant for another place, write the subject as the finding prints it");
        sink.push(finding);
    }
}
