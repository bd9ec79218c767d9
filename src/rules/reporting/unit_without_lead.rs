//! # R015 unit-without-lead
//!
//! ## What it checks
//! Once any unit of the organisation states its lead: every unit with positions that exist on the day states one, and the lead sits in
//! the unit or in one above it. Where a lead's own unit is not stated, its place cannot be judged.
//!
//! ## Why it matters
//! Whoever turns to the unit does not know to whom.
//!
//! ## Example
//! ```json
//! {"units": [{"id": "office", "title": "Office", "lead": "head"}, {"id": "shop", "title": "Shop"}], "positions": [
//!   {"id": "head", "title": "Manager", "unit": "office", "standing": {"kind": "head"}, "noSubstituteBecause": "closed when away"},
//!   {"id": "till", "title": "Cashier", "unit": "shop", "reporting": [{"kind": "solid", "superior": "head"}], "noSubstituteBecause": "closed when away"}
//! ]}
//! ```
//!
//! ## Write instead
//! ```json
//! {"units": [{"id": "office", "title": "Office", "lead": "head"}, {"id": "shop", "title": "Shop", "parent": "office", "lead": "head"}], "positions": [
//!   {"id": "head", "title": "Manager", "unit": "office", "standing": {"kind": "head"}, "noSubstituteBecause": "closed when away"},
//!   {"id": "till", "title": "Cashier", "unit": "shop", "reporting": [{"kind": "solid", "superior": "head"}], "noSubstituteBecause": "closed when away"}
//! ]}
//! ```
//!
//! ## Exceptions
//! Units without positions of their own, and organisations that state no leads at all.

use crate::diagnostic::{About, Level, Path, keys};
use crate::graph::UnitTree;
use crate::model::{Unit, UnitId};
use crate::rules::{Context, Rule, Sink};

static ABOUT: About = About::new(
    *b"R015",
    "unit-without-lead",
    "whoever turns to the unit does not know to whom",
    &[keys::RTEAM.whole()],
);

pub(super) const RULE: Rule = Rule::new(&ABOUT, Level::Warning, check);

fn check(cx: &Context<'_>, sink: &mut Sink) {
    let units = &cx.organization().units;
    if !units.iter().any(|unit| unit.lead.is_some()) {
        return;
    }
    let mut staffed = vec![0usize; units.len()];
    for row in cx.open().flat_map(|position| cx.graph.position_ids().rows(position.node())) {
        if let Some(count) = cx.graph.unit_of_row(*row as usize).and_then(|unit| staffed.get_mut(unit)) {
            *count += 1;
        }
    }
    let tree = UnitTree::new(cx.graph);
    for ((row, unit), count) in units.iter().enumerate().zip(staffed).filter(|(_, count)| *count > 0) {
        let path = Path::root().member("units").element(row, unit.id.as_str());
        match &unit.lead {
            None => {
                let message = format!("unit `{}` has {count} positions and no lead", unit.id);
                let lead = path.clone().member("lead");
                let finding = sink.at(path, message).argument("id", &unit.id).argument("positions", &count);
                let finding = finding.for_want_of(lead);
                sink.push(finding.help("name the position that leads it in `lead`"));
            }
            Some(lead) => {
                if let Some(seat) = misplaced(cx, &tree, row, unit) {
                    let message = format!(
                        "`{lead}` leads unit `{}` from unit `{seat}`, which is neither it nor above it",
                        unit.id
                    );
                    let finding =
                        sink.at(path.member("lead"), message).argument("id", &unit.id).argument("lead", lead);
                    sink.push(finding.help(
                        "name a lead who sits in the unit or above it, or correct where the lead sits",
                    ));
                }
            }
        }
    }
}

/// The unit in which the lead sits, if that is a wrong one.
fn misplaced<'o>(cx: &Context<'o>, tree: &UnitTree, row: usize, unit: &Unit) -> Option<&'o str> {
    let lead = cx.graph.position(unit.lead.as_ref()?)?;
    let rows = cx.graph.position_ids().rows(lead.node()).iter();
    let mut known = rows.filter_map(|row| cx.graph.unit_of_row(*row as usize)).peekable();
    known.peek()?;
    let fits = known.any(|seat| tree.is_within(row, seat).unwrap_or(true));
    let first = lead.rows().find_map(|row| row.unit.as_ref());
    first.filter(|_| !fits).map(UnitId::as_str)
}
