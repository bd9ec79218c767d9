//! # S007 closed-substitution-ring
//!
//! ## What it checks
//! From a critical position, substitutions in force lead to more than two people: its holders, its substitutes, their substitutes in
//! turn, and so on. A position is critical when it is marked so, or when a duty of its description in force is. One person in several
//! seats is one; in a pool of seats, each place is one; a seat of which nothing is said is one.
//!
//! ## Why it matters
//! Two people who stand in for each other, and nobody else: the organisation stops when both are away.
//!
//! ## Example
//! ```json
//! {"positions": [
//!   {"id": "head", "title": "Manager", "standing": {"kind": "head"}, "critical": true,
//!    "substitution": [{"kind": "absence", "substitute": {"kind": "position", "position": "clerk"}}]},
//!   {"id": "clerk", "title": "Clerk", "reporting": [{"kind": "solid", "superior": "head"}],
//!    "substitution": [{"kind": "absence", "substitute": {"kind": "position", "position": "head"}}]}
//! ]}
//! ```
//!
//! ## Write instead
//! ```json
//! {"positions": [
//!   {"id": "head", "title": "Manager", "standing": {"kind": "head"}, "critical": true,
//!    "substitution": [{"kind": "absence", "substitute": {"kind": "position", "position": "clerk"}}]},
//!   {"id": "clerk", "title": "Clerk", "reporting": [{"kind": "solid", "superior": "head"}],
//!    "substitution": [{"kind": "absence", "substitute": {"kind": "position", "position": "driver"}}]},
//!   {"id": "driver", "title": "Driver", "reporting": [{"kind": "solid", "superior": "head"}], "noSubstituteBecause": "the work waits"}
//! ]}
//! ```
//!
//! ## Exceptions
//! Rings in which somebody can be named by order. Positions with a reason on record why no substitute is needed, and those whose
//! substitutes bring nobody new (S001, S002, S010). A ring of two also lacks a second substitute: S008 asks for more than this rule, so
//! a profile needs only one of them.

use crate::diagnostic::{About, Level, keys};
use crate::graph::PositionRef;
use crate::model::Substitute;
use crate::rules::context::path_of;
use crate::rules::few::Few;
use crate::rules::{Context, Rule, Sink, critical};

static ABOUT: About = About::new(
    *b"S007",
    "closed-substitution-ring",
    "the organisation stops when the few who stand in for each other are away",
    &[keys::RCP.whole(), keys::FUH.whole()],
);

/// So many of the substitutes are quoted.
const LABELS: usize = 2;

pub(super) const RULE: Rule = Rule::new(&ABOUT, Level::Warning, check).in_packs_only();

fn check(cx: &Context<'_>, sink: &mut Sink) {
    let mut critical = critical::positions(cx).peekable();
    if critical.peek().is_none() {
        return;
    }
    let sitting: Vec<Few<'_>> = cx.graph.positions().map(|position| Few::of(cx, position)).collect();
    let reached = reached(cx, sitting.clone());
    for position in critical {
        let excused = position.rows().any(|row| row.no_substitute_because.is_some());
        let Some(people) = reached.get(position.node() as usize).and_then(Few::count) else { continue };
        if excused || !has_another(cx, position, &sitting) {
            continue;
        }
        let id = position.id();
        let whom =
            if people == 1 { "one person stands".to_owned() } else { format!("{people} people stand") };
        let message = format!(
            "only {whom} behind critical position `{id}`, even counting the substitutes of substitutes"
        );
        let mut finding = sink
            .at(path_of(position).member("substitution"), message)
            .argument("id", id)
            .argument("people", &people);
        for substitute in position.substitutes().iter().filter(|it| it.is_open()).take(LABELS) {
            finding = finding.label(path_of(substitute), "stands in, and leads to nobody else");
        }
        sink.push(finding.help("name a further substitute for one of them, who is not of this ring"));
    }
}

/// By node, the people to whom substitutions lead from there. Each takes in those of its substitutes until nothing changes, which is soon, as
/// nobody is counted beyond two.
fn reached<'g>(cx: &Context<'g>, sitting: Vec<Few<'g>>) -> Vec<Few<'g>> {
    let mut reached = sitting;
    for (people, position) in reached.iter_mut().zip(cx.graph.positions()) {
        if may_be_named(cx, position) {
            *people = Few::Enough;
        }
    }
    let mut todo: Vec<u32> = cx.graph.positions().map(PositionRef::node).collect();
    while let Some(node) = todo.pop() {
        let Some(people) = reached.get(node as usize).cloned() else { continue };
        for &absent in cx.graph.stands_in_for().of(node as usize) {
            if reached.get_mut(absent as usize).is_some_and(|it| it.join(&people)) {
                todo.push(absent);
            }
        }
    }
    reached
}

/// Whether somebody is named by order when the time comes.
fn may_be_named(cx: &Context<'_>, position: PositionRef<'_>) -> bool {
    let on = cx.graph.as_of();
    let mut stated = position.open_rows().flat_map(|row| &row.substitution).filter(|it| it.in_force(on));
    stated.any(|it| matches!(it.substitute, Substitute::ByOrder { instrument: Some(_) }))
}

/// Whether its substitutes bring anybody but its holders.
fn has_another(cx: &Context<'_>, position: PositionRef<'_>, sitting: &[Few<'_>]) -> bool {
    let Some(mut people) = sitting.get(position.node() as usize).cloned() else { return false };
    let substitutes = cx.graph.substitutes().of(position.node() as usize);
    substitutes.iter().filter_map(|node| sitting.get(*node as usize)).any(|others| people.join(others))
}
