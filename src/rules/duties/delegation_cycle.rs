//! # D010 delegation-cycle
//!
//! ## What it checks
//! No duty is handed on, by delegations in force, until it comes back to a position that handed it on, nor to the delegator itself.
//! Each knot of positions is reported once a duty, as a shortest ring through its smallest id.
//!
//! ## Why it matters
//! Each relies on the next, and nobody does the work.
//!
//! ## Example
//! ```json
//! {"descriptions": [{"id": "manager", "duties": [{"id": "order", "text": "Orders goods"}]}],
//!  "positions": [
//!   {"id": "head", "title": "Manager", "description": "manager", "standing": {"kind": "head"}, "noSubstituteBecause": "closed when away",
//!    "delegations": [{"duty": "order", "to": "shop"}]},
//!   {"id": "shop", "title": "Shop", "reporting": [{"kind": "solid", "superior": "head"}], "noSubstituteBecause": "closed when away",
//!    "delegations": [{"duty": "order", "description": "manager", "to": "head"}]}
//! ]}
//! ```
//!
//! ## Write instead
//! ```json
//! {"descriptions": [{"id": "manager", "duties": [{"id": "order", "text": "Orders goods"}]}],
//!  "positions": [
//!   {"id": "head", "title": "Manager", "description": "manager", "standing": {"kind": "head"}, "noSubstituteBecause": "closed when away",
//!    "delegations": [{"duty": "order", "to": "shop"}]},
//!   {"id": "shop", "title": "Shop", "reporting": [{"kind": "solid", "superior": "head"}], "noSubstituteBecause": "closed when away"}
//! ]}
//! ```
//!
//! ## Exceptions
//! Two positions may hand different duties to each other.

use std::collections::BTreeMap;

use crate::diagnostic::{About, Level, keys};
use crate::graph::{Adjacency, Ring, rings};
use crate::rules::delegations::HandedOn;
use crate::rules::{Context, Rule, Sink, shown};

static ABOUT: About = About::new(
    *b"D010",
    "delegation-cycle",
    "each relies on the next, and nobody does the work",
    &[keys::DESIGN.whole()],
);

pub(super) const RULE: Rule = Rule::new(&ABOUT, Level::Error, check);

fn check(cx: &Context<'_>, sink: &mut Sink) {
    let mut by_duty: BTreeMap<(usize, &str), Vec<&HandedOn<'_>>> = BTreeMap::new();
    for it in cx.handed_on() {
        by_duty.entry(it.key()).or_default().push(it);
    }
    for all in by_duty.values() {
        let rings = rings_of(all);
        if rings.is_empty() {
            continue;
        }
        // of several delegations from one to the other, the first
        let by_ends: BTreeMap<_, _> =
            all.iter().rev().map(|it| ((it.from.id().as_str(), it.to.id().as_str()), it)).collect();
        for ring in rings {
            let [first, rest @ ..] = ring.ids.as_slice() else {
                continue;
            };
            let second = rest.first().unwrap_or(first);
            let Some(it) = by_ends.get(&(first.as_str(), second.as_str())) else {
                continue;
            };
            let (duty, description, length) = (&it.duty.id, &it.description.id, ring.ids.len());
            let message = if rest.is_empty() {
                format!("`{first}` delegates duty `{duty}` to itself")
            } else {
                format!(
                    "duty `{duty}` of description `{description}` is handed on in a ring of {length} positions, `{first}` among them"
                )
            };
            let finding = sink
                .at(it.path().member("to"), message)
                .argument("id", first)
                .argument("duty", duty)
                .argument("description", description);
            let finding = shown::ring(finding, ring);
            sink.push(finding.help("decide who does the work, and end the delegation from that position"));
        }
    }
}

/// The rings in which one duty goes round; a delegation to oneself is a ring of one.
fn rings_of(all: &[&HandedOn<'_>]) -> Vec<Ring> {
    let mut nodes: Vec<u32> = all.iter().flat_map(|it| [it.from.node(), it.to.node()]).collect();
    nodes.sort_unstable();
    nodes.dedup();
    let number = |node: u32| nodes.binary_search(&node).ok().and_then(|at| u32::try_from(at).ok());
    let edges: Vec<(u32, u32)> =
        all.iter().filter_map(|it| number(it.from.node()).zip(number(it.to.node()))).collect();
    let mut names = vec![""; nodes.len()];
    for position in all.iter().flat_map(|it| [it.from, it.to]) {
        if let Some(name) = number(position.node()).and_then(|at| names.get_mut(at as usize)) {
            *name = position.id().as_str();
        }
    }
    let graph = Adjacency::new(nodes.len(), &edges);
    let name = |node: u32| names.get(node as usize).copied().unwrap_or_default();
    let own = graph.edges().filter(|(from, to)| from == to);
    let mut found: Vec<Ring> =
        own.map(|(node, _)| Ring { ids: vec![name(node).to_owned()], knot: 1 }).collect();
    found.extend(rings(&graph, name));
    found
}
