//! # S001 missing-substitute
//!
//! ## What it checks
//! Every position that exists on the day, vacant ones and the head included, is covered: a substitution in force names a position,
//! a pool, or the instrument by which somebody is named when the time comes; or a second holder or a pool of seats makes cover; or
//! the position says why it needs none. Whether the substitute can act is asked by other rules.
//!
//! ## Why it matters
//! When the holder is away, the work falls to the floor and nobody may sign.
//!
//! ## Example
//! ```json
//! {"positions": [
//!   {"id": "head", "title": "Manager", "standing": {"kind": "head"}, "noSubstituteBecause": "closed when away"},
//!   {"id": "shop", "title": "Shop assistant", "reporting": [{"kind": "solid", "superior": "head"}]}
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
//! `noSubstituteBecause`: a reason on record is no gap.

use crate::diagnostic::{About, Level, keys};
use crate::model::{Date, Substitute, Substitution};
use crate::rules::context::path_of;
use crate::rules::{Context, Rule, Sink};

static ABOUT: About = About::new(
    *b"S001",
    "missing-substitute",
    "when the holder is away, the work falls to the floor and nobody may sign",
    &[keys::FUH.whole(), keys::CAA145.at("(b)1"), keys::IAEA.whole()],
);

pub(super) const RULE: Rule = Rule::new(&ABOUT, Level::Error, check);

fn check(cx: &Context<'_>, sink: &mut Sink) {
    let on = cx.graph.as_of();
    for position in cx.open() {
        let excused = || position.rows().any(|row| row.no_substitute_because.is_some());
        if position.has_substitution() || excused() || position.seats_filled() >= 2 {
            continue;
        }
        let id = position.id();
        let mut finding =
            sink.at(path_of(position), format!("position `{id}` has no substitute")).argument("id", id);
        let mut help = "name one in `substitution`, or say in `noSubstituteBecause` why none is needed";
        for (place, row) in cx.open_rows(position) {
            finding = finding
                .for_want_of(place.member("substitution"))
                .for_want_of(place.member("noSubstituteBecause"));
            for (index, stated) in row.substitution.iter().enumerate() {
                if stated.in_force(on) && matches!(stated.substitute, Substitute::ByOrder { .. }) {
                    help = "name in `instrument` the order that appoints the substitute, or name the substitute itself";
                }
                finding = finding.label(place.member("substitution").index(index), why_not(stated, on));
            }
        }
        sink.push(finding.help(help));
    }
}

fn why_not(stated: &Substitution, on: Date) -> String {
    match &stated.substitute {
        _ if !stated.in_force(on) => format!("not in force on {on}"),
        Substitute::ByOrder { .. } => "by order, but of no named instrument".to_owned(),
        _ => "names nobody".to_owned(),
    }
}
