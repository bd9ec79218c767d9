//! # F005 input-from-nowhere
//!
//! ## What it checks
//! What a duty needs from somebody inside the organisation is given there: the description in force at that end lists it, under the same
//! name, among the outputs of a duty, among what a duty hands over, or among the documents that it issues, signs or endorses. Of a unit one
//! description of its seats, or of the units within it, is enough; of the superior, each that there is must.
//!
//! ## Why it matters
//! The duty waits for something that nobody makes.
//!
//! ## Example
//! ```json
//! {"descriptions": [
//!   {"id": "manager", "duties": [{"id": "plan", "text": "Plans the week", "outputs": [{"what": "Plan of the week"}]}]},
//!   {"id": "seller", "duties": [{"id": "sell", "text": "Sells", "inputs": [{"what": "Price list", "from": {"kind": "position", "position": "head"}}]}]}],
//!  "positions": [
//!   {"id": "head", "title": "Manager", "description": "manager", "standing": {"kind": "head"}, "noSubstituteBecause": "closed when away"},
//!   {"id": "shop", "title": "Seller", "description": "seller", "reporting": [{"kind": "solid", "superior": "head"}], "noSubstituteBecause": "closed when away"}
//! ]}
//! ```
//!
//! ## Write instead
//! ```json
//! {"descriptions": [
//!   {"id": "manager", "duties": [{"id": "plan", "text": "Plans the week", "outputs": [{"what": "Plan of the week"}, {"what": "Price list"}]}]},
//!   {"id": "seller", "duties": [{"id": "sell", "text": "Sells", "inputs": [{"what": "Price list", "from": {"kind": "position", "position": "head"}}]}]}],
//!  "positions": [
//!   {"id": "head", "title": "Manager", "description": "manager", "standing": {"kind": "head"}, "noSubstituteBecause": "closed when away"},
//!   {"id": "shop", "title": "Seller", "description": "seller", "reporting": [{"kind": "solid", "superior": "head"}], "noSubstituteBecause": "closed when away"}
//! ]}
//! ```
//!
//! ## Exceptions
//! Ends whose description records neither outputs nor flows, or is none in force: for a unit, a single seat of that kind is enough. A
//! document that the description also lists as received is asked for by F001.

use crate::diagnostic::{About, Level, keys};
use crate::graph::HashSet;
use crate::model::FlowDirection;
use crate::rules::ends::{Ends, Entry, Lacking, Listed};
use crate::rules::{Contents, Context, Rule, Sink};

static ABOUT: About = About::new(
    *b"F005",
    "input-from-nowhere",
    "the duty waits for something that nobody makes",
    &[keys::DESIGN.whole()],
);

pub(super) const RULE: Rule = Rule::new(&ABOUT, Level::Note, check);

fn check(cx: &Context<'_>, sink: &mut Sink) {
    if !cx.is_stated(Contents::INPUT_FROM) {
        return;
    }
    let ends = cx.ends();
    let mut given = given(cx, ends);
    for (place, description) in cx.in_force_with(Contents::INPUT_FROM) {
        let flows = description.flows.iter().filter(|flow| flow.direction == FlowDirection::Receives);
        let received: HashSet<&str> = flows.map(|flow| flow.document.as_str()).collect();
        for (row, duty) in description.duties.iter().enumerate() {
            for (index, input) in duty.inputs.iter().enumerate() {
                let what = input.what.as_str();
                let Some(from) = input.from.as_ref().filter(|_| !received.contains(what)) else {
                    continue;
                };
                let gaps = given.gaps(ends, place.row(), from, what);
                let Some(lacking) = Lacking::of(&gaps, cx.organization()) else {
                    continue;
                };
                let message = format!(
                    "duty `{}` of `{}` needs `{what}` from {}, where nobody gives it",
                    duty.id, description.id, lacking.who
                );
                let path =
                    place.member("duties").element(row, duty.id.as_str()).member("inputs").index(index);
                let finding = sink
                    .at(path, message)
                    .argument("id", &description.id)
                    .argument("duty", &duty.id)
                    .argument("what", what);
                sink.push(
                    lacking
                        .shown_in(finding)
                        .help("list it in `outputs` of the duty that makes it, under the same name"),
                );
            }
        }
    }
}

fn given<'g>(cx: &Context<'g>, ends: &Ends<'g>) -> Listed<'g> {
    let speaks = cx.organization().descriptions.iter().map(|description| {
        !description.flows.is_empty() || description.duties.iter().any(|duty| !duty.outputs.is_empty())
    });
    let entries = cx.descriptions_in_force().flat_map(|(place, description)| {
        let outputs = description.duties.iter().flat_map(|duty| &duty.outputs).map(|output| &output.what);
        let hand_overs = description.duties.iter().flat_map(|duty| &duty.hand_overs).map(|it| &it.what);
        let flows = description.flows.iter().filter(|flow| flow.direction != FlowDirection::Receives);
        let words = outputs.chain(hand_overs).chain(flows.map(|flow| &flow.document));
        words.map(move |word| Entry { of: place.row(), word: word.as_str(), party: None })
    });
    Listed::new(ends, speaks.collect(), entries)
}
