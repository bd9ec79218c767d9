//! # W001 waiver-expired
//!
//! ## What it checks
//! A waiver whose last day is over, while a finding for which it was made is still there and no other waiver takes it away. That finding
//! is back at its full level as well.
//!
//! ## Why it matters
//! An exception for a time became one for ever, and nobody decided that.
//!
//! ## Example
//! ```json
//! {
//!   "positions": [
//!     {"id": "head", "title": "Manager", "standing": {"kind": "head"}, "noSubstituteBecause": "closed when away"},
//!     {"id": "shop", "title": "Shop assistant", "reporting": [{"kind": "solid", "superior": "head"}]}
//!   ],
//!   "waivers": [
//!     {"code": "S001", "subject": "positions[shop]", "reason": "the shop opens in March", "approvedBy": "head", "expires": "2026-02-28"}
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
//! An expired waiver of which nothing is left to waive is W002.

use crate::diagnostic::{About, Level, keys};
use crate::rules::{Context, Exceptions, Rule, Sink, State};

static ABOUT: About = About::new(
    *b"W001",
    "waiver-expired",
    "an exception for a time became one for ever, and nobody decided that",
    &[keys::DESIGN.whole()],
);

pub(super) const RULE: Rule = Rule::of_waivers(&ABOUT, Level::Error, check);

fn check(_: &Context<'_>, exceptions: &Exceptions<'_>, sink: &mut Sink) {
    for exception in exceptions.all() {
        let (State::Expired, Some(expires)) = (&exception.state, exception.waiver.expires) else { continue };
        if !exceptions.leaves_standing(exception) {
            continue;
        }
        let (code, subject) = (exception.waiver.code, &exception.waiver.subject);
        let message = format!("the waiver of {code} for `{subject}` ended on {expires}");
        let finding = sink
            .at(exception.path().member("expires"), message)
            .argument("rule", &code)
            .argument("subject", subject)
            .argument("expires", &expires)
            .help("mend what the finding says, or have the exception approved again");
        sink.push(finding);
    }
}
