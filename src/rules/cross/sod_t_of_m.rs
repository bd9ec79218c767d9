//! # X003 sod-t-of-m
//!
//! ## What it checks
//! No person does more activities of a declared set (`conflictSets`) than its `most`, over all positions held. Where a description in
//! force of an open position is enough for that by itself, it is reported once, in the description, whoever holds it.
//!
//! ## Why it matters
//! Each step may be harmless; whoever holds enough of them needs nobody else to go the whole way.
//!
//! ## Example
//! ```json
//! {"activities": [{"id": "order"}, {"id": "receive"}, {"id": "pay"}],
//!  "conflictSets": [{"activities": ["order", "receive", "pay"], "most": 2}],
//!  "descriptions": [{"id": "buyer", "duties": [{"id": "all", "text": "Orders, receives and pays", "activities": ["order", "receive", "pay"]}]}],
//!  "positions": [
//!   {"id": "head", "title": "Manager", "description": "buyer", "standing": {"kind": "head"}, "noSubstituteBecause": "closed when away"}
//! ]}
//! ```
//!
//! ## Write instead
//! ```json
//! {"activities": [{"id": "order"}, {"id": "receive"}, {"id": "pay"}],
//!  "conflictSets": [{"activities": ["order", "receive", "pay"], "most": 2}],
//!  "descriptions": [{"id": "buyer", "duties": [{"id": "some", "text": "Orders and receives", "activities": ["order", "receive"]}]}],
//!  "positions": [
//!   {"id": "head", "title": "Manager", "description": "buyer", "standing": {"kind": "head"}, "noSubstituteBecause": "closed when away"}
//! ]}
//! ```
//!
//! ## Exceptions
//! Persons are told apart by their ids: whoever has none is a person of one position.

use std::collections::{BTreeMap, BTreeSet};

use crate::diagnostic::{About, Finding, Level, ListKind, Path, keys};
use crate::model::ConflictSet;
use crate::rules::activities::marked;
use crate::rules::persons::path_of_holder;
use crate::rules::{Context, Rule, Sink};

static ABOUT: About = About::new(
    *b"X003",
    "sod-t-of-m",
    "each step may be harmless; whoever holds enough of them needs nobody else to go the whole way",
    &[keys::LBT.whole(), keys::INC.whole()],
);

pub(super) const RULE: Rule = Rule::new(&ABOUT, Level::Error, check).in_packs_only();

/// Of each set that is touched, by its row, the activities held.
type Held<'g> = BTreeMap<usize, BTreeSet<&'g str>>;

fn check(cx: &Context<'_>, sink: &mut Sink) {
    let sets = &cx.organization().conflict_sets;
    let mut sets_of: BTreeMap<&str, BTreeSet<usize>> = BTreeMap::new();
    for (row, set) in sets.iter().enumerate() {
        for activity in &set.activities {
            sets_of.entry(activity.as_str()).or_default().insert(row);
        }
    }
    if sets_of.is_empty() {
        return;
    }
    let too_many = |row: usize, held: &BTreeSet<&str>| {
        let set = sets.get(row)?;
        (u32::try_from(held.len()).unwrap_or(u32::MAX) > set.most.get()).then_some(set)
    };
    let seated = cx.seats();
    let mut of_descriptions: BTreeMap<usize, Held<'_>> = BTreeMap::new();
    for (place, description) in cx.descriptions_in_force() {
        let mut held = Held::new();
        for activity in marked(description).into_keys() {
            for row in sets_of.get(activity).into_iter().flatten() {
                held.entry(*row).or_default().insert(activity);
            }
        }
        for (row, held) in held.iter().filter(|_| seated.of(place.row()).next().is_some()) {
            if let Some(set) = too_many(*row, held) {
                let who = format!("description `{}`", description.id);
                let finding = finding(sink, place.path(), &who, (*row, set), held);
                sink.push(finding.argument("id", &description.id));
            }
        }
        of_descriptions.insert(place.row(), held);
    }
    for (person, seats) in cx.persons().with_several_seats() {
        let rows: BTreeSet<usize> = seats.iter().filter_map(|seat| seat.description_row()).collect();
        let mut all = Held::new();
        let mut reported = BTreeSet::new();
        for (row, held) in rows.iter().filter_map(|row| of_descriptions.get(row)).flatten() {
            all.entry(*row).or_default().extend(held);
            if too_many(*row, held).is_some() {
                reported.insert(*row);
            }
        }
        for (row, held) in all.iter().filter(|(row, _)| !reported.contains(row)) {
            if let (Some(set), Some(last)) = (too_many(*row, held), seats.last()) {
                let who = format!("`{person}`, over {} positions,", seats.len());
                let path = path_of_holder(cx, *last, person);
                sink.push(finding(sink, path, &who, (*row, set), held).argument("person", person));
            }
        }
    }
}

fn finding(
    sink: &Sink,
    path: Path,
    who: &str,
    (row, set): (usize, &ConflictSet),
    held: &BTreeSet<&str>,
) -> Finding {
    let message = format!(
        "{who} holds {} activities of a set of which one person may do at most {}",
        held.len(),
        set.most.get()
    );
    let declared = match &set.reason {
        Some(reason) => format!("the set is declared here, because: {reason}"),
        None => "the set is declared here".to_owned(),
    };
    sink.at(path, message)
        .argument("set", &row)
        .label(Path::root().member("conflictSets").index(row), declared)
        .list(ListKind::Plain, "activities", held.iter().map(ToString::to_string).collect())
        .help("give some of these duties to somebody else")
}
