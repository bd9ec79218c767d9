//! # X008 unit-tree-cycle
//!
//! ## What it checks
//! No unit is part of itself, directly or by way of others.
//!
//! ## Why it matters
//! Units on a ring belong to no whole: they fall out of every chart and every sum.
//!
//! ## Example
//! ```json
//! {"units": [{"id": "sales", "title": "Sales", "parent": "retail"}, {"id": "retail", "title": "Retail", "parent": "sales"}], "positions": [
//!   {"id": "head", "title": "Manager", "standing": {"kind": "head"}, "noSubstituteBecause": "closed when away"}
//! ]}
//! ```
//!
//! ## Write instead
//! ```json
//! {"units": [{"id": "sales", "title": "Sales"}, {"id": "retail", "title": "Retail", "parent": "sales"}], "positions": [
//!   {"id": "head", "title": "Manager", "standing": {"kind": "head"}, "noSubstituteBecause": "closed when away"}
//! ]}
//! ```
//!
//! ## Exceptions
//! None.

use crate::diagnostic::{About, Level, ListKind, Path, keys};
use crate::rules::{Context, Rule, Sink};

static ABOUT: About = About::new(
    *b"X008",
    "unit-tree-cycle",
    "units on a ring belong to no whole: they fall out of every chart and every sum",
    &[keys::ODOO.whole(), keys::ANET.whole()],
);

pub(super) const RULE: Rule = Rule::new(&ABOUT, Level::Error, check).hard();

fn check(cx: &Context<'_>, sink: &mut Sink) {
    for ring in cx.graph.unit_rings() {
        let Some(first) = ring.ids.first().cloned() else {
            continue;
        };
        let Some(row) = first.parse().ok().and_then(|id| cx.graph.unit_row(&id)) else {
            continue;
        };
        let path = Path::root().member("units").element(row, &first).member("parent");
        let message = match ring.ids.len() {
            1 => format!("unit `{first}` is part of itself"),
            many => format!("{many} units are part of each other in a ring, `{first}` among them"),
        };
        let finding = sink.at(path, message).argument("id", &first).argument("length", &ring.ids.len());
        let finding =
            if ring.ids.len() > 1 { finding.list(ListKind::Ring, "ring", ring.ids) } else { finding };
        sink.push(finding.help("decide which of them is the whole, and remove its `parent` or correct it"));
    }
}
