//! # S016 ambiguous-substitution-order
//!
//! ## What it checks
//! No two substitutions of a position have the same kind and rank (the first, unless stated) and take over the same duty, for the same
//! event, on the same day, today or later. Duties are those of the position's description in force; without one, two that take over
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

use std::collections::BTreeMap;

use crate::diagnostic::{About, Level, keys};
use crate::model::{Date, Description, Rank, Substitution, SubstitutionKind, SubstitutionScope, Trigger};
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
    for position in cx.oddly_covered() {
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

/// Those that name somebody and are in force today or later, by kind and rank, where there are several.
fn ranked(stated: &[Substitution], on: Date) -> BTreeMap<(SubstitutionKind, u8), Group<'_>> {
    let mut groups: BTreeMap<_, Group<'_>> = BTreeMap::new();
    for (index, substitution) in stated.iter().enumerate() {
        let to_come = last_day(substitution).is_none_or(|last| first_day(substitution, on) <= last);
        if to_come && !substitution.substitute.positions().is_empty() {
            let rank = substitution.rank.map_or(1, Rank::get);
            groups.entry((substitution.kind, rank)).or_default().push((index, substitution));
        }
    }
    groups.retain(|_, group| group.len() > 1);
    groups
}

/// The first day on which it is in force, today or later.
fn first_day(substitution: &Substitution, on: Date) -> Date {
    let from = substitution.period.as_ref().and_then(|period| period.from);
    from.map_or(on, |from| from.max(on))
}

fn last_day(substitution: &Substitution) -> Option<Date> {
    substitution.period.as_ref().and_then(|period| period.until)
}

/// The first two of a group that get in each other's way.
fn clash(group: &Group<'_>, description: Option<&Description>, on: Date) -> Option<(usize, usize)> {
    let Some(description) = description else {
        let whole = group.iter().filter(|(_, it)| !matches!(it.scope, Some(SubstitutionScope::Named { .. })));
        return simultaneous(&whole.copied().collect(), on);
    };
    let covered: Vec<_> = group.iter().map(|(_, it)| scope::covered_duties(it.scope.as_ref())).collect();
    let mut duties = description.duties.iter().filter(|duty| !duty.non_delegable);
    duties.find_map(|duty| {
        let acting = group.iter().zip(&covered).filter(|(_, covers)| covers(duty));
        simultaneous(&acting.map(|(it, _)| *it).collect(), on)
    })
}

/// Two of different substitutes who are called by the same event on the same day. Goes through the days, once for each event.
fn simultaneous(group: &Group<'_>, on: Date) -> Option<(usize, usize)> {
    if group.len() < 2 {
        return None;
    }
    let mut by_first_day = group.clone();
    by_first_day.sort_by_key(|(_, it)| first_day(it, on));
    Trigger::all().find_map(|event| {
        // of those met so far, the one that lasts longest, and the one of another substitute that does
        let mut longest: Vec<(usize, &Substitution)> = Vec::new();
        for &(index, it) in &by_first_day {
            if !it.triggers.is_empty() && !it.triggers.contains(&event) {
                continue;
            }
            let still_acts =
                |other: &Substitution| last_day(other).is_none_or(|last| first_day(it, on) <= last);
            let rival =
                longest.iter().find(|(_, other)| other.substitute != it.substitute && still_acts(other));
            if let Some((other, _)) = rival {
                return Some((index.min(*other), index.max(*other)));
            }
            longest.push((index, it));
            longest.sort_by_key(|(_, it)| std::cmp::Reverse((last_day(it).is_none(), last_day(it))));
            longest.dedup_by(|later, first| later.1.substitute == first.1.substitute);
            longest.truncate(2);
        }
        None
    })
}
