//! # R014 independence-violated
//!
//! ## What it checks
//! For each pair of key functions of the pack's list (`independent`), those who answer for the two on the day are different people, and
//! neither is above the other on the solid line. The second half is stricter than the good manufacturing practice, which asks for
//! independence and leaves open how it is shown.
//!
//! ## Why it matters
//! Whoever is judged decides on the judgement.
//!
//! ## Profile
//! ```json
//! {"independent": [{"first": "head of quality control", "second": "head of production"}]}
//! ```
//!
//! ## Example
//! ```json
//! {"responsibilities": [
//!   {"id": "quality", "function": "head of quality control", "accountable": [{"position": "lab"}]},
//!   {"id": "production", "function": "head of production", "accountable": [{"position": "plant"}]}],
//!  "positions": [
//!   {"id": "head", "title": "Manager", "standing": {"kind": "head"}, "noSubstituteBecause": "closed when away"},
//!   {"id": "plant", "title": "Plant manager", "reporting": [{"kind": "solid", "superior": "head"}], "noSubstituteBecause": "closed when away"},
//!   {"id": "lab", "title": "Head of laboratory", "reporting": [{"kind": "solid", "superior": "plant"}], "noSubstituteBecause": "closed when away"}
//! ]}
//! ```
//!
//! ## Write instead
//! ```json
//! {"responsibilities": [
//!   {"id": "quality", "function": "head of quality control", "accountable": [{"position": "lab"}]},
//!   {"id": "production", "function": "head of production", "accountable": [{"position": "plant"}]}],
//!  "positions": [
//!   {"id": "head", "title": "Manager", "standing": {"kind": "head"}, "noSubstituteBecause": "closed when away"},
//!   {"id": "plant", "title": "Plant manager", "reporting": [{"kind": "solid", "superior": "head"}], "noSubstituteBecause": "closed when away"},
//!   {"id": "lab", "title": "Head of laboratory", "reporting": [{"kind": "solid", "superior": "head"}], "noSubstituteBecause": "closed when away"}
//! ]}
//! ```
//!
//! ## Exceptions
//! Functions for which nobody answers (D006). Whoever answers only by default. A pair of a function with itself says nothing.

use crate::diagnostic::{About, Finding, Level, keys};
use crate::graph::{HashMap, HashSet, PositionRef};
use crate::model::{PersonId, Text};
use crate::rules::context::path_of;
use crate::rules::{Context, Rule, Sink, functions};

static ABOUT: About = About::new(
    *b"R014",
    "independence-violated",
    "whoever is judged decides on the judgement",
    &[keys::GMP.at("2.5"), keys::GLP.at("part II 1(3)"), keys::AMC21.whole()],
);

pub(super) const RULE: Rule = Rule::new(&ABOUT, Level::Error, check).in_packs_only();

fn check(cx: &Context<'_>, sink: &mut Sink) {
    for pair in cx.demands().independent.iter().filter(|pair| pair.first != pair.second) {
        let first = Side { function: &pair.first, positions: functions::positions(cx, &pair.first) };
        let second = Side { function: &pair.second, positions: functions::positions(cx, &pair.second) };
        let mut found = Vec::new();
        in_one_hand(cx, &first, &second, sink, &mut found);
        one_below_the_other(&first, &second, sink, &mut found);
        one_below_the_other(&second, &first, sink, &mut found);
        for mut finding in found {
            if let Some(clause) = &pair.clause {
                finding = finding.help(format!("the pair is asked for by {clause}"));
            }
            sink.push(finding);
        }
    }
}

/// A function of a pair, and who answers for it.
struct Side<'g> {
    function: &'g Text,
    positions: Vec<PositionRef<'g>>,
}

/// One position, or one person in two positions.
fn in_one_hand<'g>(
    cx: &Context<'g>,
    one: &Side<'g>,
    other: &Side<'g>,
    sink: &Sink,
    found: &mut Vec<Finding>,
) {
    const HELP: &str = "let somebody else answer for one of the two";
    let seats: HashSet<u32> = one.positions.iter().map(|seat| seat.node()).collect();
    let mut by_person: HashMap<&PersonId, PositionRef<'_>> = HashMap::default();
    for seat in &one.positions {
        for person in known(cx, *seat) {
            by_person.entry(person).or_insert(*seat);
        }
    }
    for seat in &other.positions {
        if seats.contains(&seat.node()) {
            let id = seat.id();
            let message =
                format!("position `{id}` answers for `{}` and for `{}`", one.function, other.function);
            let finding = sink.at(path_of(*seat), message).argument("id", id);
            found.push(one.and(other, finding).help(HELP));
            continue;
        }
        for person in known(cx, *seat) {
            let Some(first) = by_person.remove(person) else { continue };
            let message = format!(
                "person `{person}` answers for `{}` as `{}` and for `{}` as `{}`",
                one.function,
                first.id(),
                other.function,
                seat.id()
            );
            let finding = sink.at(path_of(*seat), message).argument("person", person);
            let finding = finding.label(path_of(first), "the other seat of the person");
            found.push(one.and(other, finding).help(HELP));
        }
    }
}

impl Side<'_> {
    /// The finding with the names of both functions.
    fn and(&self, other: &Self, finding: Finding) -> Finding {
        finding.argument("first", self.function).argument("second", other.function)
    }
}

/// The persons in a position, as far as they are known.
fn known<'g>(cx: &Context<'g>, seat: PositionRef<'g>) -> impl Iterator<Item = &'g PersonId> {
    let on = cx.graph.as_of();
    seat.open_rows().flat_map(move |row| row.holders(on)).filter_map(|holder| holder.person.as_ref())
}

/// Each position on one side with the nearest above it that is on the other.
fn one_below_the_other(one: &Side<'_>, other: &Side<'_>, sink: &Sink, found: &mut Vec<Finding>) {
    let marked: HashSet<u32> = other.positions.iter().map(|seat| seat.node()).collect();
    let mut nearest = HashMap::default();
    for lower in &one.positions {
        let Some(upper) = nearest_above(*lower, &marked, &mut nearest) else { continue };
        let person = lower.sole_person();
        if upper == *lower || (person.is_some() && upper.sole_person() == person) {
            continue;
        }
        let message = format!(
            "`{}` answers for `{}` and is below `{}`, which answers for `{}`",
            lower.id(),
            one.function,
            upper.id(),
            other.function
        );
        let finding = sink
            .at(path_of(*lower), message)
            .argument("id", lower.id())
            .argument("above", upper.id())
            .label(path_of(upper), "above it on the solid line")
            .help("let the two report to different superiors, or to one who answers for neither");
        found.push(one.and(other, finding));
    }
}

/// The nearest marked position above. What lies above each position on the way is remembered, so that no way is gone twice.
fn nearest_above<'g>(
    from: PositionRef<'g>,
    marked: &HashSet<u32>,
    nearest: &mut HashMap<u32, Option<PositionRef<'g>>>,
) -> Option<PositionRef<'g>> {
    let (mut at, mut way) = (from, Vec::new());
    let found = loop {
        if let Some(known) = nearest.get(&at.node()) {
            break *known;
        }
        // on a ring, the way ends where it would come round
        nearest.insert(at.node(), None);
        way.push(at.node());
        match at.superior() {
            Some(superior) if marked.contains(&superior.node()) => break Some(superior),
            Some(superior) => at = superior,
            None => break None,
        }
    };
    nearest.extend(way.into_iter().map(|node| (node, found)));
    found
}
