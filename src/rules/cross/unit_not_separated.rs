//! # X007 unit-not-separated
//!
//! ## What it checks
//! Of a pair of functions that the profile declares separate, no position that answers for the one sits in the same part of the
//! organisation as a position that answers for the other. The parts are the topmost units below the head: units that hold no head's
//! unit, and whose parent does or is none. A single topmost unit is the organisation itself, whether or not the head says that it sits there.
//!
//! ## Why it matters
//! Control within one's own department ends where the department's interest begins.
//!
//! ## Profile
//! ```json
//! {"separate": [{"first": "quality control", "second": "production"}]}
//! ```
//!
//! ## Example
//! ```json
//! {"units": [{"id": "brewery", "title": "Brewery"}, {"id": "plant", "title": "Plant", "parent": "brewery"}, {"id": "lab", "title": "Laboratory", "parent": "plant"}],
//!  "responsibilities": [
//!    {"id": "control", "function": "quality control", "accountable": [{"position": "tester"}]},
//!    {"id": "making", "function": "production", "accountable": [{"position": "brewer"}]}],
//!  "positions": [
//!   {"id": "head", "title": "Manager", "unit": "brewery", "standing": {"kind": "head"}, "noSubstituteBecause": "closed when away"},
//!   {"id": "brewer", "title": "Brewer", "unit": "plant", "reporting": [{"kind": "solid", "superior": "head"}], "noSubstituteBecause": "closed when away"},
//!   {"id": "tester", "title": "Tester", "unit": "lab", "reporting": [{"kind": "solid", "superior": "head"}], "noSubstituteBecause": "closed when away"}
//! ]}
//! ```
//!
//! ## Write instead
//! ```json
//! {"units": [{"id": "brewery", "title": "Brewery"}, {"id": "plant", "title": "Plant", "parent": "brewery"}, {"id": "lab", "title": "Laboratory", "parent": "brewery"}],
//!  "responsibilities": [
//!    {"id": "control", "function": "quality control", "accountable": [{"position": "tester"}]},
//!    {"id": "making", "function": "production", "accountable": [{"position": "brewer"}]}],
//!  "positions": [
//!   {"id": "head", "title": "Manager", "unit": "brewery", "standing": {"kind": "head"}, "noSubstituteBecause": "closed when away"},
//!   {"id": "brewer", "title": "Brewer", "unit": "plant", "reporting": [{"kind": "solid", "superior": "head"}], "noSubstituteBecause": "closed when away"},
//!   {"id": "tester", "title": "Tester", "unit": "lab", "reporting": [{"kind": "solid", "superior": "head"}], "noSubstituteBecause": "closed when away"}
//! ]}
//! ```
//!
//! ## Exceptions
//! Positions without a unit, and those at the top, in the head's own unit or one above it. Units on a ring are X008. A position that
//! answers for both functions is asked for by X006, where the profile declares the pair exclusive.

use std::collections::{BTreeMap, BTreeSet};

use crate::diagnostic::{About, Level, Path, keys};
use crate::graph::{PositionRef, UnitTree};
use crate::rules::functions::{holding, with_clause};
use crate::rules::{Context, Rule, Sink};

static ABOUT: About = About::new(
    *b"X007",
    "unit-not-separated",
    "control within one's own department ends where the department's interest begins",
    &[keys::DESIGN.whole()],
);

pub(super) const RULE: Rule = Rule::new(&ABOUT, Level::Error, check).in_packs_only();

fn check(cx: &Context<'_>, sink: &mut Sink) {
    let pairs = &cx.demands().separate;
    if pairs.is_empty() {
        return;
    }
    let parts = Parts::new(cx);
    for pair in pairs.iter().filter(|pair| pair.first != pair.second) {
        // two of each part: of one that answers for both functions, the other counts
        let mut controllers: BTreeMap<usize, Vec<PositionRef<'_>>> = BTreeMap::new();
        for (position, _) in holding(cx, &pair.first) {
            if let Some(part) = parts.of(position) {
                let of_part = controllers.entry(part).or_default();
                of_part.extend(Some(position).filter(|_| of_part.len() < 2));
            }
        }
        for (position, place) in holding(cx, &pair.second) {
            let Some(part) = parts.of(position) else {
                continue;
            };
            let controller = controllers.get(&part).into_iter().flatten().find(|it| **it != position);
            let (Some(controller), Some(unit)) = (controller, cx.organization().units.get(part)) else {
                continue;
            };
            let message = format!(
                "`{}` answers for `{}` in unit `{}`, where `{}` answers for `{}`",
                controller.id(),
                pair.first,
                unit.id,
                position.id(),
                pair.second
            );
            let finding = sink
                .at(place.path(), message)
                .argument("id", position.id())
                .argument("first", &pair.first)
                .argument("second", &pair.second)
                .label(
                    Path::root().member("units").element(part, unit.id.as_str()),
                    "the unit that holds both",
                );
            sink.push(
                finding.help(with_clause("move one of the two to a unit of its own below the head", pair)),
            );
        }
    }
}

/// The topmost units below the head.
struct Parts {
    tree: UnitTree,
    /// By the number of the unit in the tree, its last number and its row; their spans do not overlap.
    tops: BTreeMap<u32, (u32, usize)>,
}

impl Parts {
    fn new(cx: &Context<'_>) -> Self {
        let units = &cx.organization().units;
        let tree = UnitTree::new(cx.graph);
        let heads = cx.open().filter(|position| position.is_head()).filter_map(PositionRef::unit_row);
        let heads: BTreeSet<u32> = heads.filter_map(|row| Some(tree.span(row)?.0)).collect();
        let parent = |row: usize| {
            units.get(row).and_then(|unit| unit.parent.as_ref()).and_then(|id| cx.graph.unit_row(id))
        };
        // rows that share an id are one unit: the first
        let rows = || {
            (0..units.len())
                .filter(|row| units.get(*row).is_some_and(|unit| cx.graph.unit_row(&unit.id) == Some(*row)))
        };
        let only_root = rows().filter(|row| parent(*row).is_none()).count() == 1;
        let is_above = |row: usize| {
            let holds = |(first, last)| heads.range(first..=last).next().is_some();
            (only_root && parent(row).is_none()) || tree.span(row).is_some_and(holds)
        };
        let above: Vec<bool> = (0..units.len()).map(is_above).collect();
        let is_above = |row: usize| above.get(row).copied().unwrap_or_default();
        let tops = rows().filter(|row| !is_above(*row) && parent(*row).is_none_or(is_above));
        let tops = tops.filter_map(|row| tree.span(row).map(|(first, last)| (first, (last, row)))).collect();
        Self { tree, tops }
    }

    /// The row of the part to which a position belongs.
    fn of(&self, position: PositionRef<'_>) -> Option<usize> {
        let (number, _) = self.tree.span(position.unit_row()?)?;
        let (_, (last, row)) = self.tops.range(..=number).next_back()?;
        (number <= *last).then_some(*row)
    }
}
