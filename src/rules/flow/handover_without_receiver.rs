//! # F004 handover-without-receiver
//!
//! ## What it checks
//! What a duty hands over inside the organisation is taken up there: some duty of the receiving description in force lists it, under the
//! same name, among its inputs. Of a unit one description of its seats, or of the units within it, is enough; of the superior, each that
//! there is must.
//!
//! ## Why it matters
//! The work leaves one desk and arrives at none.
//!
//! ## Example
//! ```json
//! {"descriptions": [
//!   {"id": "manager", "duties": [{"id": "decide", "text": "Decides on large orders", "inputs": [{"what": "Large order"}]}]},
//!   {"id": "seller", "duties": [{"id": "sell", "text": "Sells",
//!     "handOvers": [{"what": "Complaint", "to": {"kind": "position", "position": "head"}}]}]}],
//!  "positions": [
//!   {"id": "head", "title": "Manager", "description": "manager", "standing": {"kind": "head"}, "noSubstituteBecause": "closed when away"},
//!   {"id": "shop", "title": "Seller", "description": "seller", "reporting": [{"kind": "solid", "superior": "head"}], "noSubstituteBecause": "closed when away"}
//! ]}
//! ```
//!
//! ## Write instead
//! ```json
//! {"descriptions": [
//!   {"id": "manager", "duties": [{"id": "decide", "text": "Decides on large orders", "inputs": [{"what": "Large order"}]},
//!     {"id": "settle", "text": "Settles complaints", "inputs": [{"what": "Complaint"}]}]},
//!   {"id": "seller", "duties": [{"id": "sell", "text": "Sells",
//!     "handOvers": [{"what": "Complaint", "to": {"kind": "position", "position": "head"}}]}]}],
//!  "positions": [
//!   {"id": "head", "title": "Manager", "description": "manager", "standing": {"kind": "head"}, "noSubstituteBecause": "closed when away"},
//!   {"id": "shop", "title": "Seller", "description": "seller", "reporting": [{"kind": "solid", "superior": "head"}], "noSubstituteBecause": "closed when away"}
//! ]}
//! ```
//!
//! ## Exceptions
//! Receivers whose description records no inputs at all, or is none in force: for a unit, a single seat of that kind is enough. A document
//! that the description also lists as issued is asked for by F001.

use crate::diagnostic::{About, Level, keys};
use crate::graph::HashSet;
use crate::model::FlowDirection;
use crate::rules::ends::{Ends, Entry, Lacking, Listed};
use crate::rules::{Contents, Context, Rule, Sink};

static ABOUT: About = About::new(
    *b"F004",
    "handover-without-receiver",
    "the work leaves one desk and arrives at none",
    &[keys::DESIGN.whole()],
);

pub(super) const RULE: Rule = Rule::new(&ABOUT, Level::Warning, check);

fn check(cx: &Context<'_>, sink: &mut Sink) {
    if !cx.is_stated(Contents::HAND_OVERS) {
        return;
    }
    let ends = cx.ends();
    let mut inputs = inputs(cx, ends);
    for (place, description) in cx.in_force_with(Contents::HAND_OVERS) {
        let flows = description.flows.iter().filter(|flow| flow.direction == FlowDirection::Issues);
        let issued: HashSet<&str> = flows.map(|flow| flow.document.as_str()).collect();
        for (row, duty) in description.duties.iter().enumerate() {
            for (index, hand_over) in duty.hand_overs.iter().enumerate() {
                let what = hand_over.what.as_str();
                if issued.contains(what) {
                    continue;
                }
                let gaps = inputs.gaps(ends, place.row(), &hand_over.to, what);
                let Some(lacking) = Lacking::of(&gaps, cx.organization()) else {
                    continue;
                };
                let message = format!(
                    "duty `{}` of `{}` hands over `{what}` to {}, where no duty takes it",
                    duty.id, description.id, lacking.who
                );
                let path =
                    place.member("duties").element(row, duty.id.as_str()).member("handOvers").index(index);
                let finding = sink
                    .at(path, message)
                    .argument("id", &description.id)
                    .argument("duty", &duty.id)
                    .argument("what", what);
                sink.push(
                    lacking
                        .shown_in(finding)
                        .help("list it in `inputs` of the duty that takes it, under the same name"),
                );
            }
        }
    }
}

fn inputs<'g>(cx: &Context<'g>, ends: &Ends<'g>) -> Listed<'g> {
    let speaks = cx.organization().descriptions.iter();
    let speaks = speaks.map(|description| description.duties.iter().any(|duty| !duty.inputs.is_empty()));
    let entries = cx.descriptions_in_force().flat_map(|(place, description)| {
        let inputs = description.duties.iter().flat_map(|duty| &duty.inputs);
        inputs.map(move |input| Entry { of: place.row(), word: input.what.as_str(), party: None })
    });
    Listed::new(ends, speaks.collect(), entries)
}
