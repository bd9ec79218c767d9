//! # S005 duty-not-covered-in-absence
//!
//! ## What it checks
//! Where the substitutions of a position in force take over less than everything, each duty of its description in force is taken over
//! by one of them, can wait until the holder is back (`deferrable`), or may not be handed to anybody (`nonDelegable`). A substitute of
//! any kind, rank and trigger counts, also one who is named by order when the time comes.
//!
//! ## Why it matters
//! The duty falls to the floor while the holder is away, although everybody believes the seat is covered.
//!
//! ## Example
//! ```json
//! {"descriptions": [{"id": "manager", "duties": [{"id": "buy", "text": "Buys goods"}, {"id": "open", "text": "Opens the shop"}]}],
//!  "positions": [
//!   {"id": "head", "title": "Manager", "description": "manager", "standing": {"kind": "head"},
//!    "substitution": [{"kind": "absence", "substitute": {"kind": "position", "position": "clerk"}, "scope": {"kind": "named", "duties": ["buy"]}}]},
//!   {"id": "clerk", "title": "Clerk", "reporting": [{"kind": "solid", "superior": "head"}], "noSubstituteBecause": "the work waits"}
//! ]}
//! ```
//!
//! ## Write instead
//! ```json
//! {"descriptions": [{"id": "manager", "duties": [{"id": "buy", "text": "Buys goods"}, {"id": "open", "text": "Opens the shop"}]}],
//!  "positions": [
//!   {"id": "head", "title": "Manager", "description": "manager", "standing": {"kind": "head"},
//!    "substitution": [{"kind": "absence", "substitute": {"kind": "position", "position": "clerk"}, "scope": {"kind": "named", "duties": ["buy", "open"]}}]},
//!   {"id": "clerk", "title": "Clerk", "reporting": [{"kind": "solid", "superior": "head"}], "noSubstituteBecause": "the work waits"}
//! ]}
//! ```
//!
//! ## Exceptions
//! Positions without any substitute (S001), with a reason on record why none is needed, or with a second holder. Scopes that list a
//! duty that does not exist (I002).

use crate::diagnostic::{About, Level, keys};
use crate::rules::context::path_of;
use crate::rules::scope;
use crate::rules::{Context, Rule, Sink, shown};

static ABOUT: About = About::new(
    *b"S005",
    "duty-not-covered-in-absence",
    "the duty falls to the floor while the holder is away",
    &[keys::IAEA.whole(), keys::BAY.at("(1)")],
);

pub(super) const RULE: Rule = Rule::new(&ABOUT, Level::Warning, check);

fn check(cx: &Context<'_>, sink: &mut Sink) {
    for position in cx.oddly_covered() {
        let named = || scope::in_force(cx, position).filter(|it| it.substitution.substitute.names_somebody());
        if named().next().is_none() || named().any(|it| it.substitution.scope.is_none()) {
            continue;
        }
        let excused = position.rows().any(|row| row.no_substitute_because.is_some());
        let Some((place, description)) = cx.description_in_force(position).filter(|_| !excused) else {
            continue;
        };
        if position.seats_filled() >= 2 {
            continue;
        }
        let mut open: Vec<_> = description
            .duties
            .iter()
            .enumerate()
            .filter(|(_, duty)| !duty.deferrable && !duty.non_delegable)
            .collect();
        for stated in named() {
            let covered = scope::covered_duties(stated.substitution.scope.as_ref());
            open.retain(|(_, duty)| !covered(duty));
        }
        let Some((row, first)) = open.first() else { continue };
        if named().any(|it| scope::lists_unknown_duty(it.substitution.scope.as_ref(), description)) {
            continue;
        }
        let id = position.id();
        let message = match open.len() {
            1 => format!("nobody does duty `{}` while the holder of `{id}` is away", first.id),
            many => format!(
                "nobody does {many} duties while the holder of `{id}` is away, `{}` among them",
                first.id
            ),
        };
        let finding = sink
            .at(path_of(position).member("substitution"), message)
            .argument("id", id)
            .argument("duties", &open.len())
            .label(place.member("duties").element(*row, first.id.as_str()), "in no substitute's scope")
            .help("add it to the scope of a substitution, or mark the duty `deferrable` if it can wait");
        sink.push(shown::list(finding, "duties", &open, |(_, duty)| duty.id.to_string()));
    }
}
