//! # W004 waiver-unknown-target
//!
//! ## What it checks
//! A waiver names a rule of the catalogue and a subject that exists. The subject is the path of a finding as it is printed, or its beginning:
//! `positions[head]` is for that position and anything in it. What comes behind the record is not looked at here. Findings about reading (E),
//! about waivers (W) and of hard rules (I001, I002, R001, R002, X008) cannot be waived.
//!
//! ## Why it matters
//! The exception was meant for something else, or for something that nobody may be excused from.
//!
//! ## Example
//! ```json
//! {
//!   "positions": [
//!     {"id": "head", "title": "Manager", "standing": {"kind": "head"}, "noSubstituteBecause": "closed when away"},
//!     {"id": "shop", "title": "Shop assistant", "reporting": [{"kind": "solid", "superior": "head"}]}
//!   ],
//!   "waivers": [
//!     {"code": "S001", "subject": "positions[shop-2]", "reason": "the shop opens in March", "approvedBy": "head", "expires": "2027-02-28"}
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
//! None.

use crate::diagnostic::{About, Level, closest, keys};
use crate::rules::{Context, Exceptions, NoTarget, Rule, Sink, State};

static ABOUT: About = About::new(
    *b"W004",
    "waiver-unknown-target",
    "the exception was meant for something else, or for something that nobody may be excused from",
    &[keys::DESIGN.whole()],
);

pub(super) const RULE: Rule = Rule::of_waivers(&ABOUT, Level::Error, check);

/// Subjects for which a closest name is looked up, however many are wrong.
const SUGGESTIONS: usize = 20;

fn check(cx: &Context<'_>, exceptions: &Exceptions<'_>, sink: &mut Sink) {
    let mut suggestions = SUGGESTIONS;
    for exception in exceptions.all() {
        let State::NoTarget(why) = &exception.state else { continue };
        let (code, subject) = (exception.waiver.code, &exception.waiver.subject);
        let (member, message, help) = match why {
            NoTarget::UnknownRule => (
                "code",
                format!("there is no rule {code} to be waived"),
                "name the code that the finding prints",
            ),
            NoTarget::Reading => {
                ("code", format!("{code} is about reading, which cannot be waived"), "correct the document")
            }
            NoTarget::Waivers => {
                ("code", format!("{code} is about waivers, which cannot be waived"), "correct the waiver")
            }
            NoTarget::Hard => (
                "code",
                format!("{code} cannot be waived: what is said of a valid organisation rests on it"),
                "mend what the finding says",
            ),
            NoTarget::UnknownSubject => (
                "subject",
                format!("`{subject}` leads to nothing here"),
                "write the subject as the finding prints it, for instance `positions[head]`",
            ),
        };
        let mut finding = sink
            .at(exception.path().member(member), message)
            .argument("rule", &code)
            .argument("subject", subject)
            .help(help);
        if let (NoTarget::UnknownSubject, Some(("positions", id))) = (why, exception.record())
            && let Some(left) = suggestions.checked_sub(1)
        {
            suggestions = left;
            let ids = cx.graph.positions().map(|position| position.id().as_str());
            let named = closest(id, ids).into_iter().map(|id| format!("positions[{id}]"));
            finding = finding.candidates(named.collect());
        }
        sink.push(finding);
    }
}
