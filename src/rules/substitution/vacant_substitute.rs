//! # S010 vacant-substitute
//!
//! ## What it checks
//! Of the substitutes that a position names, at least one has a holder. It is silent where all of them are closed, which is a finding of
//! its own (I005), and where somebody can be named by order, a co-holder makes cover, or a reason is on record why no substitute is
//! needed.
//!
//! ## Why it matters
//! Cover by an empty chair is no cover.
//!
//! ## Example
//! ```json
//! {"positions": [
//!   {"id": "head", "title": "Manager", "standing": {"kind": "head"}, "noSubstituteBecause": "closed when away"},
//!   {"id": "deputy", "title": "Deputy", "reporting": [{"kind": "solid", "superior": "head"}], "occupancy": {"kind": "vacant"}, "noSubstituteBecause": "vacant"},
//!   {"id": "shop", "title": "Shop assistant", "reporting": [{"kind": "solid", "superior": "head"}],
//!    "substitution": [{"kind": "absence", "substitute": {"kind": "position", "position": "deputy"}}]}
//! ]}
//! ```
//!
//! ## Write instead
//! ```json
//! {"positions": [
//!   {"id": "head", "title": "Manager", "standing": {"kind": "head"}, "noSubstituteBecause": "closed when away"},
//!   {"id": "deputy", "title": "Deputy", "reporting": [{"kind": "solid", "superior": "head"}], "occupancy": {"kind": "vacant"}, "noSubstituteBecause": "vacant"},
//!   {"id": "shop", "title": "Shop assistant", "reporting": [{"kind": "solid", "superior": "head"}],
//!    "substitution": [{"kind": "absence", "substitute": {"kind": "pool", "positions": ["deputy", "head"]}}]}
//! ]}
//! ```
//!
//! ## Exceptions
//! Seats whose occupancy is not stated are taken to be held.

use crate::diagnostic::{About, Level, ListKind, keys};
use crate::graph::{Facts, PositionRef};
use crate::model::Substitute;
use crate::rules::context::path_of;
use crate::rules::{Context, Rule, Sink};

static ABOUT: About =
    About::new(*b"S010", "vacant-substitute", "cover by an empty chair is no cover", &[keys::UKORG.whole()]);

pub(super) const RULE: Rule = Rule::new(&ABOUT, Level::Error, check);

/// So many of the vacant seats are quoted; all are listed.
const LABELS: usize = 2;

fn check(cx: &Context<'_>, sink: &mut Sink) {
    let on = cx.graph.as_of();
    let idle =
        |&node: &u32| cx.graph.facts(node).has(Facts::CLOSED) || cx.graph.facts(node).has(Facts::VACANT);
    for position in
        cx.open().filter(|position| cx.graph.substitutes().of(position.node() as usize).iter().all(idle))
    {
        let substitutes = position.substitutes();
        if substitutes.iter().all(PositionRef::is_closed) {
            continue;
        }
        let by_order = position.open_rows().flat_map(|row| &row.substitution).any(|it| {
            it.in_force(on) && matches!(&it.substitute, Substitute::ByOrder { instrument: Some(_) })
        });
        let excused = position.rows().any(|row| row.no_substitute_because.is_some());
        if by_order || excused || position.seats_filled() >= 2 {
            continue;
        }
        let vacant: Vec<String> =
            substitutes.iter().filter(|it| !it.is_closed()).map(|it| it.id().to_string()).collect();
        let message = match vacant.as_slice() {
            [only] => format!("the substitute of `{}`, `{only}`, is vacant", position.id()),
            _ => format!("all {} substitutes of `{}` are vacant", vacant.len(), position.id()),
        };
        let mut finding =
            sink.at(path_of(position).member("substitution"), message).argument("id", position.id());
        for seat in substitutes.iter().filter(|it| !it.is_closed()).take(LABELS) {
            finding = finding.label(path_of(seat).member("occupancy"), "vacant");
        }
        if vacant.len() > 1 {
            finding = finding.list(ListKind::Plain, "vacant substitutes", vacant);
        }
        sink.push(finding.help("fill the seat, or name another substitute for the time being"));
    }
}
