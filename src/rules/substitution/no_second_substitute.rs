//! # S008 no-second-substitute
//!
//! ## What it checks
//! When one holder of a critical position is away, at least two other people are there: further holders, and those who sit in the seats
//! named by substitutions in force. A position is critical when it is marked so, or when a duty of its description in force is. One
//! person in several seats is one; in a pool of seats, each place is one; a seat of which nothing is said is one. Whoever is yet to be
//! named by order is nobody.
//!
//! ## Why it matters
//! The only substitute falls ill in the holder's leave, and the organisation stops.
//!
//! ## Example
//! ```json
//! {"positions": [
//!   {"id": "head", "title": "Manager", "standing": {"kind": "head"}, "critical": true,
//!    "substitution": [{"kind": "absence", "substitute": {"kind": "position", "position": "clerk"}}]},
//!   {"id": "clerk", "title": "Clerk", "reporting": [{"kind": "solid", "superior": "head"}], "noSubstituteBecause": "the work waits"},
//!   {"id": "driver", "title": "Driver", "reporting": [{"kind": "solid", "superior": "head"}], "noSubstituteBecause": "the work waits"}
//! ]}
//! ```
//!
//! ## Write instead
//! ```json
//! {"positions": [
//!   {"id": "head", "title": "Manager", "standing": {"kind": "head"}, "critical": true,
//!    "substitution": [
//!      {"kind": "absence", "substitute": {"kind": "position", "position": "clerk"}},
//!      {"kind": "absence", "substitute": {"kind": "position", "position": "driver"}, "rank": 2}]},
//!   {"id": "clerk", "title": "Clerk", "reporting": [{"kind": "solid", "superior": "head"}], "noSubstituteBecause": "the work waits"},
//!   {"id": "driver", "title": "Driver", "reporting": [{"kind": "solid", "superior": "head"}], "noSubstituteBecause": "the work waits"}
//! ]}
//! ```
//!
//! ## Exceptions
//! Positions with a reason on record why no substitute is needed, those without any (S001), and those whose named substitutes bring
//! nobody new (S002, S010).

use crate::diagnostic::{About, Level, keys};
use crate::graph::{HashMap, PositionRef};
use crate::rules::context::path_of;
use crate::rules::few::Few;
use crate::rules::{Context, Rule, Sink, critical};

static ABOUT: About = About::new(
    *b"S008",
    "no-second-substitute",
    "the only substitute falls ill in the holder's leave, and the organisation stops",
    &[keys::FUH.whole()],
);

/// So many of the substitutes are quoted.
const LABELS: usize = 2;

pub(super) const RULE: Rule = Rule::new(&ABOUT, Level::Warning, check).in_packs_only();

fn check(cx: &Context<'_>, sink: &mut Sink) {
    // by node, once each: one substitute may stand in for everybody
    let mut sitting: HashMap<u32, Few<'_>> = HashMap::default();
    for position in critical::positions(cx) {
        let excused = position.rows().any(|row| row.no_substitute_because.is_some());
        let uncovered = !position.has_substitution() && position.seats_filled() < 2;
        if excused || uncovered {
            continue;
        }
        let mut people = Few::of(cx, position);
        let Some(holders) = people.count() else { continue };
        let substitutes = cx.graph.substitutes().of(position.node() as usize);
        for &node in substitutes {
            let Some(substitute) = PositionRef::new(cx.graph, node) else { continue };
            people.join(sitting.entry(node).or_insert_with(|| Few::of(cx, substitute)));
            if people == Few::Enough {
                break;
            }
        }
        let Some(all) = people.count() else { continue };
        let nobody_new = all == holders && !substitutes.is_empty();
        let left = all - holders.min(1);
        if nobody_new || left >= 2 {
            continue;
        }
        let id = position.id();
        let message = match left {
            0 => format!("nobody is named who stands in for the holder of critical position `{id}`"),
            _ => format!("only one person stands in for the holder of critical position `{id}`"),
        };
        let mut finding = sink
            .at(path_of(position).member("substitution"), message)
            .argument("id", id)
            .argument("people", &left);
        for substitute in position.substitutes().iter().filter(|it| *it != position).take(LABELS) {
            finding = finding.label(path_of(substitute), "named as substitute");
        }
        sink.push(finding.help("name two substitutes whom different people hold, the second with `rank` 2"));
    }
}
