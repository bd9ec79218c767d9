//! # F001 flow-not-reciprocated
//!
//! ## What it checks
//! A document that a description in force issues to somebody inside is among those that the other end's description receives, from
//! this one; and the reverse. The other end is the description of the position, the description itself where its holders are named, and
//! that of each superior. Of a unit it is enough that one description of its seats, or of the units within it, lists the document. A flow
//! whose party is a unit, the superior or nobody in particular answers for all ends. Documents are compared by name.
//!
//! ## Why it matters
//! A report is written that nobody expects, or awaited from somebody who does not know of it.
//!
//! ## Example
//! ```json
//! {"descriptions": [
//!   {"id": "manager", "duties": [{"id": "lead", "text": "Leads the shop"}],
//!    "flows": [{"direction": "receives", "document": "Stock list", "party": {"kind": "holders", "description": "seller"}}]},
//!   {"id": "seller", "duties": [{"id": "sell", "text": "Sells"}],
//!    "flows": [{"direction": "issues", "document": "Stock list", "party": {"kind": "position", "position": "head"}},
//!              {"direction": "issues", "document": "Weekly report", "party": {"kind": "position", "position": "head"}}]}],
//!  "positions": [
//!   {"id": "head", "title": "Manager", "description": "manager", "standing": {"kind": "head"}, "noSubstituteBecause": "closed when away"},
//!   {"id": "shop", "title": "Seller", "description": "seller", "reporting": [{"kind": "solid", "superior": "head"}], "noSubstituteBecause": "closed when away"}
//! ]}
//! ```
//!
//! ## Write instead
//! ```json
//! {"descriptions": [
//!   {"id": "manager", "duties": [{"id": "lead", "text": "Leads the shop"}],
//!    "flows": [{"direction": "receives", "document": "Stock list", "party": {"kind": "holders", "description": "seller"}},
//!              {"direction": "receives", "document": "Weekly report", "party": {"kind": "holders", "description": "seller"}}]},
//!   {"id": "seller", "duties": [{"id": "sell", "text": "Sells"}],
//!    "flows": [{"direction": "issues", "document": "Stock list", "party": {"kind": "position", "position": "head"}},
//!              {"direction": "issues", "document": "Weekly report", "party": {"kind": "position", "position": "head"}}]}],
//!  "positions": [
//!   {"id": "head", "title": "Manager", "description": "manager", "standing": {"kind": "head"}, "noSubstituteBecause": "closed when away"},
//!   {"id": "shop", "title": "Seller", "description": "seller", "reporting": [{"kind": "solid", "superior": "head"}], "noSubstituteBecause": "closed when away"}
//! ]}
//! ```
//!
//! ## Exceptions
//! An end whose description lists no flows at all, or is none in force: for a unit, a single seat of that kind is enough. Flows that are
//! signed or endorsed, and those to the outside.

use crate::diagnostic::{About, Level, keys};
use crate::graph::HashSet;
use crate::model::{Flow, FlowDirection, Party};
use crate::rules::ends::{Ends, Entry, Gap, Lacking, Listed};
use crate::rules::{Contents, Context, Rule, Sink};

static ABOUT: About = About::new(
    *b"F001",
    "flow-not-reciprocated",
    "a report is written that nobody expects, or awaited from somebody who does not know of it",
    &[keys::DESIGN.whole()],
);

pub(super) const RULE: Rule = Rule::new(&ABOUT, Level::Warning, check);

fn check(cx: &Context<'_>, sink: &mut Sink) {
    if !cx.is_stated(Contents::FLOWS) {
        return;
    }
    let ends = cx.ends();
    let mut received = listed(cx, ends, FlowDirection::Receives);
    let mut issued = listed(cx, ends, FlowDirection::Issues);
    let mut seen: HashSet<(FlowDirection, &str, usize, Gap)> = HashSet::default();
    for (place, description) in cx.in_force_with(Contents::FLOWS) {
        for (index, flow) in description.flows.iter().enumerate() {
            let (other, does, preposition, answer) = match flow.direction {
                FlowDirection::Issues => (&mut received, "issues", "to", "received"),
                FlowDirection::Receives => (&mut issued, "receives", "from", "issued"),
                FlowDirection::Signs | FlowDirection::Endorses => continue,
            };
            let Some(party) = &flow.party else {
                continue;
            };
            let document = flow.document.as_str();
            let mut gaps = other.gaps(ends, place.row(), party, document);
            gaps.retain(|gap| seen.insert((flow.direction, document, place.row(), *gap)));
            let Some(lacking) = Lacking::of(&gaps, cx.organization()) else {
                continue;
            };
            let message = format!(
                "`{}` {does} `{document}` {preposition} {}, where it is not listed as {answer}",
                description.id, lacking.who
            );
            let finding = sink
                .at(place.member("flows").index(index), message)
                .argument("id", &description.id)
                .argument("direction", flow.direction.as_str())
                .argument("document", document);
            let finding = lacking.shown_in(finding);
            sink.push(
                finding.help("list it in `flows` of the other end under the same name, or take it out here"),
            );
        }
    }
}

fn listed<'g>(cx: &Context<'g>, ends: &Ends<'g>, direction: FlowDirection) -> Listed<'g> {
    let speaks =
        cx.organization().descriptions.iter().map(|description| !description.flows.is_empty()).collect();
    let entries = cx.in_force_with(Contents::FLOWS).flat_map(|(place, description)| {
        let inside = |flow: &&Flow| !matches!(flow.party, Some(Party::Outside { .. }));
        let flows = description.flows.iter().filter(move |flow| flow.direction == direction && inside(flow));
        flows.map(move |flow| Entry {
            of: place.row(),
            word: flow.document.as_str(),
            party: flow.party.as_ref(),
        })
    });
    Listed::new(ends, speaks, entries)
}
