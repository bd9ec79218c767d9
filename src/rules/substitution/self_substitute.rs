//! # S002 self-substitute
//!
//! ## What it checks
//! No position is covered by itself, nor by a position whose only holder is its own only holder. Co-holders of one seat may stand in
//! for each other, so a seat with several holders or several places may name itself. A pool is reported when nobody else is in it.
//!
//! ## Why it matters
//! Whoever is away is away in every seat.
//!
//! ## Example
//! ```json
//! {"positions": [
//!   {"id": "head", "title": "Manager", "standing": {"kind": "head"}, "noSubstituteBecause": "closed when away"},
//!   {"id": "shop", "title": "Shop assistant", "reporting": [{"kind": "solid", "superior": "head"}],
//!    "substitution": [{"kind": "absence", "substitute": {"kind": "position", "position": "shop"}}]}
//! ]}
//! ```
//!
//! ## Write instead
//! ```json
//! {"positions": [
//!   {"id": "head", "title": "Manager", "standing": {"kind": "head"}, "noSubstituteBecause": "closed when away"},
//!   {"id": "shop", "title": "Shop assistant", "reporting": [{"kind": "solid", "superior": "head"}],
//!    "substitution": [{"kind": "absence", "substitute": {"kind": "position", "position": "head"}}]}
//! ]}
//! ```
//!
//! ## Exceptions
//! Seats with several holders, as above.

use crate::diagnostic::{About, Level, keys};
use crate::graph::PositionRef;
use crate::rules::{Context, Rule, Sink};

static ABOUT: About =
    About::new(*b"S002", "self-substitute", "whoever is away is away in every seat", &[keys::DESIGN.whole()]);

pub(super) const RULE: Rule = Rule::new(&ABOUT, Level::Error, check);

fn check(cx: &Context<'_>, sink: &mut Sink) {
    let on = cx.graph.as_of();
    let marks = cx.marks();
    for position in cx.open().filter(|position| marks.may_match(cx, *position)) {
        for (place, row) in cx.open_rows(position) {
            for (index, stated) in row.substitution.iter().enumerate().filter(|(_, it)| it.in_force(on)) {
                let named = stated.substitute.positions();
                let mut known = named.iter().filter_map(|id| cx.graph.position(id)).peekable();
                if known.peek().is_none() || !known.all(|substitute| is_same_person(position, substitute)) {
                    continue;
                }
                let id = position.id();
                let message = match named.iter().find(|named| *named != id) {
                    None => format!("position `{id}` is its own substitute"),
                    Some(other) => {
                        format!("position `{id}` and its substitute `{other}` are held by the same person")
                    }
                };
                let path = place.member("substitution").index(index).member("substitute");
                let finding = sink.at(path, message).argument("id", id);
                sink.push(finding.help("name a seat that somebody else holds"));
            }
        }
    }
}

fn is_same_person(absent: PositionRef<'_>, substitute: PositionRef<'_>) -> bool {
    if absent == substitute {
        return absent.seats_filled() < 2;
    }
    absent.sole_person().is_some_and(|person| substitute.sole_person() == Some(person))
}
