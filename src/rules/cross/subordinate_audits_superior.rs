//! # X010 subordinate-audits-superior
//!
//! ## What it checks
//! Of a pair of functions of which, as the profile says, the first audits the second, no position that answers for the first reports on
//! solid lines, directly or by way of others, to a position that answers for the second.
//!
//! ## Why it matters
//! Nobody audits freely those who decide on their pay and their post.
//!
//! ## Profile
//! ```json
//! {"audits": [{"first": "quality assurance", "second": "study director", "clause": "part II 1(3)"}]}
//! ```
//!
//! ## Example
//! ```json
//! {"responsibilities": [
//!    {"id": "audit", "function": "quality assurance", "accountable": [{"position": "auditor"}]},
//!    {"id": "study", "function": "study director", "accountable": [{"position": "director"}]}],
//!  "positions": [
//!   {"id": "head", "title": "Manager", "standing": {"kind": "head"}, "noSubstituteBecause": "closed when away"},
//!   {"id": "director", "title": "Study director", "reporting": [{"kind": "solid", "superior": "head"}], "noSubstituteBecause": "closed when away"},
//!   {"id": "auditor", "title": "Auditor", "reporting": [{"kind": "solid", "superior": "director"}], "noSubstituteBecause": "closed when away"}
//! ]}
//! ```
//!
//! ## Write instead
//! ```json
//! {"responsibilities": [
//!    {"id": "audit", "function": "quality assurance", "accountable": [{"position": "auditor"}]},
//!    {"id": "study", "function": "study director", "accountable": [{"position": "director"}]}],
//!  "positions": [
//!   {"id": "head", "title": "Manager", "standing": {"kind": "head"}, "noSubstituteBecause": "closed when away"},
//!   {"id": "director", "title": "Study director", "reporting": [{"kind": "solid", "superior": "head"}], "noSubstituteBecause": "closed when away"},
//!   {"id": "auditor", "title": "Auditor", "reporting": [{"kind": "solid", "superior": "head"}], "noSubstituteBecause": "closed when away"}
//! ]}
//! ```
//!
//! ## Exceptions
//! A position that answers for both functions is asked for by X006, where the profile declares the pair exclusive.

use crate::diagnostic::{About, Level, keys};
use crate::graph::{HashSet, PositionRef};
use crate::rules::context::path_of;
use crate::rules::functions::{holding, positions, with_clause};
use crate::rules::{Context, Rule, Sink};

static ABOUT: About = About::new(
    *b"X010",
    "subordinate-audits-superior",
    "nobody audits freely those who decide on their pay and their post",
    &[keys::GLP.at("part II 1(3)"), keys::AMC21.whole()],
);

pub(super) const RULE: Rule = Rule::new(&ABOUT, Level::Error, check).in_packs_only();

fn check(cx: &Context<'_>, sink: &mut Sink) {
    for pair in &cx.demands().audits {
        let auditors = holding(cx, &pair.first);
        if auditors.is_empty() {
            continue;
        }
        let owners = positions(cx, &pair.second);
        let owning: HashSet<u32> = owners.iter().map(|owner| owner.node()).collect();
        let under = under(cx, &owners);
        for (auditor, place) in auditors {
            if owning.contains(&auditor.node()) {
                continue;
            }
            let owner = under.get(auditor.node() as usize).copied().flatten();
            let Some(owner) = owner.and_then(|node| PositionRef::new(cx.graph, node)) else {
                continue;
            };
            let message = format!(
                "`{}`, which answers for `{}`, audits `{}`, which answers for `{}`, but sits below it",
                auditor.id(),
                pair.first,
                owner.id(),
                pair.second
            );
            let finding = sink
                .at(path_of(auditor).member("reporting"), message)
                .argument("id", auditor.id())
                .argument("first", &pair.first)
                .argument("second", &pair.second)
                .label(place.path(), format!("answers for `{}` here", pair.first));
            let help =
                "let it report past those whom it audits, or let another position answer for one of the two";
            sink.push(finding.help(with_clause(help, pair)));
        }
    }
}

/// By node, one of the owners above it; of several, the first that comes down to it.
fn under(cx: &Context<'_>, owners: &[PositionRef<'_>]) -> Vec<Option<u32>> {
    let below = cx.graph.subordinates();
    let mut under = vec![None; below.len()];
    for owner in owners.iter().map(|owner| owner.node()) {
        let mut todo = vec![owner];
        while let Some(node) = todo.pop() {
            for &subordinate in below.of(node as usize) {
                if let Some(mark) = under.get_mut(subordinate as usize).filter(|mark| mark.is_none()) {
                    *mark = Some(owner);
                    todo.push(subordinate);
                }
            }
        }
    }
    under
}
