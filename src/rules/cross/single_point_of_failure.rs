//! # X005 single-point-of-failure
//!
//! ## What it checks
//! Every critical duty can be done by two persons at least. Critical is a duty that is marked so, and each duty of a critical position.
//! Those who can do it are the holders of all open positions with that description, and whoever sits in a position that stands in for
//! one of them on the day with the duty in its scope; a person counts once, over all seats. A substitute who is named only when the time
//! comes is nobody yet. A critical position without a description in force is asked for as a whole. Findings are gathered by description.
//!
//! Rights and qualifications are not counted on their own: whether those who do the duty have them is asked by A001, S003, S004 and Q002.
//!
//! ## Why it matters
//! One illness, one resignation, and the organisation stands still.
//!
//! ## Example
//! ```json
//! {"descriptions": [{"id": "brewer", "duties": [{"id": "brew", "text": "Brews", "critical": true}, {"id": "clean", "text": "Cleans"}]}],
//!  "positions": [
//!   {"id": "head", "title": "Manager", "standing": {"kind": "head"}, "noSubstituteBecause": "closed when away"},
//!   {"id": "brewer", "title": "Brewer", "description": "brewer", "reporting": [{"kind": "solid", "superior": "head"}],
//!    "noSubstituteBecause": "the beer can wait"}
//! ]}
//! ```
//!
//! ## Write instead
//! ```json
//! {"descriptions": [{"id": "brewer", "duties": [{"id": "brew", "text": "Brews", "critical": true}, {"id": "clean", "text": "Cleans"}]}],
//!  "positions": [
//!   {"id": "head", "title": "Manager", "standing": {"kind": "head"}, "noSubstituteBecause": "closed when away"},
//!   {"id": "brewer", "title": "Brewer", "description": "brewer", "reporting": [{"kind": "solid", "superior": "head"}],
//!    "substitution": [{"kind": "absence", "substitute": {"kind": "position", "position": "head"}}]}
//! ]}
//! ```
//!
//! ## Exceptions
//! Descriptions that no open position has. A seat of which nothing is said is taken to be held by a person of its own.

use crate::diagnostic::{About, Level, ListKind, keys};
use crate::graph::{Facts, PositionRef};
use crate::model::{Duty, DutyId, Substitution, SubstitutionScope};
use crate::rules::context::path_of;
use crate::rules::names::Names;
use crate::rules::persons::{self, Person};
use crate::rules::{Context, Rule, Sink, critical};

static ABOUT: About = About::new(
    *b"X005",
    "single-point-of-failure",
    "one illness, one resignation, and the organisation stands still",
    &[keys::RCP.whole()],
);

pub(super) const RULE: Rule = Rule::new(&ABOUT, Level::Warning, check).in_packs_only();

/// So many persons are enough.
const ENOUGH: usize = 2;

fn check(cx: &Context<'_>, sink: &mut Sink) {
    if !critical::is_anything(cx) {
        return;
    }
    let on = cx.graph.as_of();
    let seats = cx.seats();
    for (place, description) in cx.descriptions_in_force() {
        let seats = seats.of(place.row());
        let whole = seats.clone().any(is_critical);
        let critical: Vec<&Duty> = description.duties.iter().filter(|duty| whole || duty.critical).collect();
        if critical.is_empty() || seats.clone().next().is_none() {
            continue;
        }
        let short = short_of_persons(cx, seats, critical);
        let id = &description.id;
        let Some(most) = short.iter().map(|(_, able)| *able).max() else {
            continue;
        };
        let who = if most == 0 { "nobody" } else { "one person at most" };
        let message = match short.as_slice() {
            [(only, _)] => format!("critical duty `{}` of description `{id}` can be done by {who}", only.id),
            several => {
                format!("{} critical duties of description `{id}` can each be done by {who}", several.len())
            }
        };
        let path = match short.as_slice() {
            [(only, _)] => {
                let row = description.duties.iter().position(|duty| duty.id == only.id);
                row.map_or_else(|| place.path(), |row| place.member("duties").element(row, only.id.as_str()))
            }
            _ => place.member("duties"),
        };
        let mut finding = sink.at(path, message).argument("id", id);
        if short.len() > 1 {
            finding = finding.list(
                ListKind::Plain,
                "duties",
                short.iter().map(|(duty, _)| duty.id.to_string()).collect(),
            );
        }
        sink.push(finding.help("name a substitute with the duty in its scope, or a second holder"));
    }
    for position in cx.open().filter(|position| is_critical(*position)) {
        if position.description().is_some_and(|description| description.is_in_force(on)) {
            continue;
        }
        let mut able = few(persons::of(cx, position));
        for substitution in
            position.open_rows().flat_map(|row| &row.substitution).filter(|it| it.in_force(on))
        {
            add(&mut able, &substitutes(cx, substitution));
        }
        if able.len() < ENOUGH {
            let who = if able.is_empty() { "nobody" } else { "one person at most" };
            let message = format!("the work of critical position `{}` can be done by {who}", position.id());
            let finding = sink.at(path_of(position), message).argument("position", position.id());
            sink.push(finding.help("name a substitute, or a second holder"));
        }
    }
}

fn is_critical(position: PositionRef<'_>) -> bool {
    position.has(Facts::CRITICAL)
}

/// Of the duties of one description, those that fewer than two persons can do, each with how many can.
fn short_of_persons<'g>(
    cx: &Context<'g>,
    seats: impl Iterator<Item = PositionRef<'g>> + Clone,
    duties: Vec<&'g Duty>,
) -> Vec<(&'g Duty, usize)> {
    let on = cx.graph.as_of();
    let holders = few(seats.clone().flat_map(|seat| persons::of(cx, seat)));
    if holders.len() >= ENOUGH {
        return Vec::new();
    }
    let mut short: Vec<(&Duty, Vec<Person<'_>>)> =
        duties.into_iter().map(|duty| (duty, holders.clone())).collect();
    let substitutions = seats.flat_map(PositionRef::open_rows).flat_map(|row| &row.substitution);
    for substitution in substitutions.filter(|it| it.in_force(on)) {
        let more = substitutes(cx, substitution);
        let covers = scope(substitution.scope.as_ref());
        for (_, able) in short.iter_mut().filter(|(duty, _)| covers(duty)) {
            add(able, &more);
        }
        short.retain(|(_, able)| able.len() < ENOUGH);
        if short.is_empty() {
            break;
        }
    }
    short.into_iter().map(|(duty, able)| (duty, able.len())).collect()
}

/// Whether a scope holds a duty; without one, every duty.
fn scope(scope: Option<&SubstitutionScope>) -> impl Fn(&Duty) -> bool {
    let (named, holds) = match scope {
        Some(SubstitutionScope::Named { duties, .. }) => (duties.as_slice(), true),
        Some(SubstitutionScope::All { except_duties, .. }) => (except_duties.as_slice(), false),
        None => (&[][..], false),
    };
    let named = Names::new(named.iter().map(DutyId::as_str));
    move |duty| named.contains(duty.id.as_str()) == holds
}

/// Two of the persons who stand in, or as many as there are.
fn substitutes<'g>(cx: &Context<'g>, substitution: &'g Substitution) -> Vec<Person<'g>> {
    let positions = substitution.substitute.positions().iter().filter_map(|id| cx.graph.position(id));
    few(positions.flat_map(|position| persons::of(cx, position)))
}

/// The first two different ones, or as many as there are.
fn few<'g>(persons: impl Iterator<Item = Person<'g>>) -> Vec<Person<'g>> {
    let mut few = Vec::with_capacity(ENOUGH);
    for person in persons {
        if few.len() == ENOUGH {
            break;
        }
        add(&mut few, &[person]);
    }
    few
}

fn add<'g>(able: &mut Vec<Person<'g>>, more: &[Person<'g>]) {
    for person in more {
        if able.len() < ENOUGH && !able.contains(person) {
            able.push(*person);
        }
    }
}
