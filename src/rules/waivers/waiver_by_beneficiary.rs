//! # W005 waiver-by-beneficiary
//!
//! ## What it checks
//! A waiver that holds is approved by somebody else than whom it favours. It favours the position, or the positions of the description, in
//! which its subject lies. One person in two positions is one person.
//!
//! ## Why it matters
//! Who excuses oneself is not excused.
//!
//! ## Example
//! ```json
//! {
//!   "positions": [
//!     {"id": "head", "title": "Manager", "standing": {"kind": "head"}, "noSubstituteBecause": "closed when away"},
//!     {"id": "shop", "title": "Shop assistant", "reporting": [{"kind": "solid", "superior": "head"}]}
//!   ],
//!   "waivers": [
//!     {"code": "S001", "subject": "positions[shop]", "reason": "the shop opens in March", "approvedBy": "shop", "expires": "2027-02-28"}
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
//! A head: nobody stands above it.

use std::collections::{BTreeMap, BTreeSet};

use crate::diagnostic::{About, Level, keys};
use crate::graph::PositionRef;
use crate::model::PositionId;
use crate::rules::persons::{self, Person};
use crate::rules::{Context, Exceptions, Rule, Sink, State};

static ABOUT: About = About::new(
    *b"W005",
    "waiver-by-beneficiary",
    "who excuses oneself is not excused",
    &[keys::DESIGN.whole()],
);

pub(super) const RULE: Rule = Rule::of_waivers(&ABOUT, Level::Warning, check);

fn check(cx: &Context<'_>, exceptions: &Exceptions<'_>, sink: &mut Sink) {
    let mut favours: BTreeMap<&PositionId, BTreeSet<(&str, &str)>> = BTreeMap::new();
    for exception in exceptions.all().filter(|exception| matches!(exception.state, State::Holds(_))) {
        let Some(approver) = &exception.waiver.approved_by else { continue };
        let (Some(position), Some(record)) = (cx.graph.position(approver), exception.record()) else {
            continue;
        };
        let own = favours.entry(approver).or_insert_with(|| own_records(cx, position));
        if position.is_head() || !own.contains(&record) {
            continue;
        }
        let (code, subject) = (exception.waiver.code, &exception.waiver.subject);
        let message = format!("`{approver}` approved the waiver of {code} for `{subject}`, its own matter");
        let finding = sink
            .at(exception.path().member("approvedBy"), message)
            .argument("rule", &code)
            .argument("subject", subject)
            .argument("approver", approver)
            .help("have it approved by the superior, or by somebody whom it does not favour");
        sink.push(finding);
    }
}

/// The records of the positions in which the persons of a position sit: seats and descriptions.
fn own_records<'g>(cx: &Context<'g>, position: PositionRef<'g>) -> BTreeSet<(&'g str, &'g str)> {
    // unnamed persons sit in this seat only
    let known = persons::of(cx, position).map_while(|person| match person {
        Person::Known(person) => Some(cx.persons().seats(person)),
        Person::Unnamed { .. } => None,
    });
    let seats = known.flatten().copied().chain([position]);
    seats
        .flat_map(|seat| {
            let descriptions = seat.rows().filter_map(|row| row.description.as_ref());
            let papers = descriptions.map(|id| ("descriptions", id.as_str()));
            papers.chain([("positions", seat.id().as_str())])
        })
        .collect()
}
