//! # S016 ambiguous-substitution-order
//!
//! ## What it checks
//! No two substitutions of a position have the same kind and rank (the first, unless stated) and take over the same duty, for the same event, on
//! the same day, today or later. Duties are those of the position's description in force; without one, two that take over
//! everything clash. No trigger stands for any event. A pool is one substitution, and so is the same substitute named twice.
//!
//! ## Why it matters
//! Each of the two may wait for the other, or both act.
//!
//! ## Example
//! ```json
//! {"positions": [
//!   {"id": "head", "title": "Manager", "standing": {"kind": "head"}, "substitution": [
//!     {"kind": "absence", "substitute": {"kind": "position", "position": "clerk"}},
//!     {"kind": "absence", "substitute": {"kind": "position", "position": "driver"}, "triggers": ["illness"]}]},
//!   {"id": "clerk", "title": "Clerk", "reporting": [{"kind": "solid", "superior": "head"}], "noSubstituteBecause": "the work waits"},
//!   {"id": "driver", "title": "Driver", "reporting": [{"kind": "solid", "superior": "head"}], "noSubstituteBecause": "the work waits"}
//! ]}
//! ```
//!
//! ## Write instead
//! ```json
//! {"positions": [
//!   {"id": "head", "title": "Manager", "standing": {"kind": "head"}, "substitution": [
//!     {"kind": "absence", "substitute": {"kind": "position", "position": "clerk"}},
//!     {"kind": "absence", "substitute": {"kind": "position", "position": "driver"}, "triggers": ["illness"], "rank": 2}]},
//!   {"id": "clerk", "title": "Clerk", "reporting": [{"kind": "solid", "superior": "head"}], "noSubstituteBecause": "the work waits"},
//!   {"id": "driver", "title": "Driver", "reporting": [{"kind": "solid", "superior": "head"}], "noSubstituteBecause": "the work waits"}
//! ]}
//! ```
//!
//! ## Exceptions
//! Substitutions by order: the order says who acts.

use std::collections::{BTreeMap, BTreeSet};

use crate::diagnostic::{About, Level, keys};
use crate::model::{Date, Description, Substitution, SubstitutionKind, SubstitutionScope};
use crate::rules::scope;
use crate::rules::{Context, Rule, Sink};

static ABOUT: About = About::new(
    *b"S016",
    "ambiguous-substitution-order",
    "each of the two may wait for the other, or both act",
    &[keys::CAA145.whole()],
);

pub(super) const RULE: Rule = Rule::new(&ABOUT, Level::Warning, check);

fn check(cx: &Context<'_>, sink: &mut Sink) {
    let on = cx.graph.as_of();
    for position in cx.open() {
        for (place, row) in scope::distinct_rows(cx, position).filter(|(_, row)| row.substitution.len() > 1) {
            let description = cx.description_in_force(position).map(|(_, description)| description);
            for ((kind, rank), group) in ranked(&row.substitution, on) {
                let Some((first, second)) = clash(&group, description, on) else { continue };
                let id = position.id();
                let message = format!(
                    "two substitutes of `{id}` with rank {rank} take over the same duty at the same time"
                );
                let path = |index: usize| place.member("substitution").index(index);
                let finding = sink
                    .at(path(second), message)
                    .argument("id", id)
                    .argument("kind", kind.as_str())
                    .argument("rank", &rank)
                    .label(path(first), "the other one");
                sink.push(finding.help("say in `rank` who is asked first, or name both in one pool"));
            }
        }
    }
}

/// Substitutions, each with its index.
type Group<'g> = Vec<(usize, &'g Substitution)>;

/// Those that name somebody and are not over, by kind and rank, where there are several.
fn ranked(stated: &[Substitution], on: Date) -> BTreeMap<(SubstitutionKind, u8), Group<'_>> {
    let mut groups: BTreeMap<_, Group<'_>> = BTreeMap::new();
    for (index, substitution) in stated.iter().enumerate() {
        let over = substitution.period.as_ref().and_then(|period| period.until).is_some_and(|last| last < on);
        if !over && !substitution.substitute.positions().is_empty() {
            let rank = substitution.rank.map_or(1, |rank| rank.get());
            groups.entry((substitution.kind, rank)).or_default().push((index, substitution));
        }
    }
    groups.retain(|_, group| group.len() > 1);
    groups
}

/// The first two of a group that get in each other's way.
fn clash(group: &Group<'_>, description: Option<&Description>, on: Date) -> Option<(usize, usize)> {
    let covered: Vec<_> = group.iter().map(|(_, it)| scope::covered_duties(it.scope.as_ref())).collect();
    let Some(description) = description else {
        let whole = group.iter().filter(|(_, it)| !matches!(it.scope, Some(SubstitutionScope::Named { .. })));
        return simultaneous(&whole.copied().collect(), on);
    };
    let duties = description.duties.iter().filter(|duty| !duty.non_delegable);
    duties
        .filter_map(|duty| {
            let acting = group.iter().zip(&covered).filter(|(_, covers)| covers(duty));
            simultaneous(&acting.map(|(it, _)| *it).collect(), on)
        })
        .next()
}

/// The first two of different substitutes who are called by the same event on the same day.
fn simultaneous(group: &Group<'_>, on: Date) -> Option<(usize, usize)> {
    let pairs = group
        .iter()
        .enumerate()
        .flat_map(|(nth, one)| group.iter().skip(nth + 1).map(move |other| (one, other)));
    let mut clashing = pairs.filter(|((_, one), (_, other))| {
        one.substitute != other.substitute && share_an_event(one, other) && share_a_day(one, other, on)
    });
    clashing.next().map(|((first, _), (second, _))| (*first, *second))
}

fn share_an_event(one: &Substitution, other: &Substitution) -> bool {
    let events: BTreeSet<_> = one.triggers.iter().collect();
    let any = events.is_empty() || other.triggers.is_empty();
    any || other.triggers.iter().any(|trigger| events.contains(trigger))
}

/// Today or later.
fn share_a_day(one: &Substitution, other: &Substitution, on: Date) -> bool {
    let periods = || [one, other].into_iter().filter_map(|it| it.period.as_ref());
    let from = periods().filter_map(|period| period.from).max().map_or(on, |from| from.max(on));
    periods().filter_map(|period| period.until).min().is_none_or(|until| from <= until)
}
