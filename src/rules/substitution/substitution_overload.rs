//! # S015 substitution-overload
//!
//! ## What it checks
//! Nobody is the named substitute for more than 5 positions (threshold `standIns`), by substitutions in force of any rank. One person
//! in several seats is one, and a seat of which only its one holder is known is one person. A pool of several positions shares the
//! work, and so does a seat with several holders: neither counts.
//!
//! ## Why it matters
//! In the week in which many are away, one person has the duties of all of them.
//!
//! ## Example
//! ```json
//! {"thresholds": {"standIns": 1}, "positions": [
//!   {"id": "head", "title": "Manager", "standing": {"kind": "head"},
//!    "substitution": [{"kind": "absence", "substitute": {"kind": "position", "position": "clerk"}}]},
//!   {"id": "shop", "title": "Shop assistant", "reporting": [{"kind": "solid", "superior": "head"}],
//!    "substitution": [{"kind": "absence", "substitute": {"kind": "position", "position": "clerk"}}]},
//!   {"id": "clerk", "title": "Clerk", "reporting": [{"kind": "solid", "superior": "head"}], "noSubstituteBecause": "the work waits"}
//! ]}
//! ```
//!
//! ## Write instead
//! ```json
//! {"thresholds": {"standIns": 1}, "positions": [
//!   {"id": "head", "title": "Manager", "standing": {"kind": "head"},
//!    "substitution": [{"kind": "absence", "substitute": {"kind": "position", "position": "clerk"}}]},
//!   {"id": "shop", "title": "Shop assistant", "reporting": [{"kind": "solid", "superior": "head"}],
//!    "substitution": [{"kind": "absence", "substitute": {"kind": "pool", "positions": ["clerk", "head"]}}]},
//!   {"id": "clerk", "title": "Clerk", "reporting": [{"kind": "solid", "superior": "head"}], "noSubstituteBecause": "the work waits"}
//! ]}
//! ```
//!
//! ## Exceptions
//! Pools and shared seats, as above. Seats of the same person, for which nobody can stand in (S002).

use std::collections::BTreeMap;

use crate::diagnostic::{About, Level, ListKind, keys};
use crate::graph::{Adjacency, PositionRef};
use crate::model::PersonId;
use crate::rules::context::path_of;
use crate::rules::{Context, Rule, Sink};

static ABOUT: About = About::new(
    *b"S015",
    "substitution-overload",
    "in the week in which many are away, one person has the duties of all of them",
    &[keys::GMP.at("2.1")],
);

/// So many of a person's other seats are quoted.
const LABELS: usize = 2;

pub(super) const RULE: Rule = Rule::new(&ABOUT, Level::Warning, check);

fn check(cx: &Context<'_>, sink: &mut Sink) {
    let Some(most) = cx.threshold(|thresholds| thresholds.stand_ins) else {
        return;
    };
    let candidates = candidates(cx, most);
    if candidates.is_empty() {
        return;
    }
    let covered = named_alone(cx);
    for Candidate { person, seats } in candidates {
        let absent = seats.iter().flat_map(|seat| covered.of(seat.node() as usize)).copied().collect();
        let absent = cx.graph.set(absent).filter(|it| person.is_none() || it.sole_person() != person);
        let (count, Some(seat)) = (absent.len(), seats.first()) else { continue };
        if count <= most {
            continue;
        }
        let path = path_of(*seat);
        let mut finding = match person.filter(|_| seats.len() > 1) {
            None => {
                let id = seat.id();
                let message =
                    format!("whoever holds `{id}` stands in for {count} positions, more than {most}");
                sink.at(path, message).argument("id", id)
            }
            Some(person) => {
                let message = format!(
                    "person `{person}`, who holds {} seats, stands in for {count} positions, more than {most}",
                    seats.len()
                );
                sink.at(path, message).argument("person", person)
            }
        };
        for other in seats.iter().skip(1).take(LABELS) {
            finding = finding.label(path_of(*other), "held by the same person");
        }
        sink.push(
            finding
                .argument("positions", &count)
                .argument("most", &most)
                .help("name others for some of them; `thresholds.standIns` sets another number")
                .list(ListKind::Plain, "positions", absent.iter().map(|it| it.id().to_string()).collect()),
        );
    }
}

/// One person, known or not, and the seats by which that person stands in for others.
struct Candidate<'g> {
    person: Option<&'g PersonId>,
    seats: Vec<PositionRef<'g>>,
}

/// Those who may stand in for more than `most` positions: pools still count.
fn candidates<'g>(cx: &Context<'g>, most: usize) -> Vec<Candidate<'g>> {
    let load = |seat: &PositionRef<'_>| cx.graph.stands_in_for().of(seat.node() as usize).len();
    let loads = Loads::new(cx);
    let mut by_person: BTreeMap<&PersonId, Vec<PositionRef<'g>>> = BTreeMap::new();
    let mut candidates = Vec::new();
    for seat in cx.open().filter(|seat| load(seat) > 0 && loads.may_exceed(cx, *seat, most)) {
        match seat.sole_person() {
            Some(person) => by_person.entry(person).or_default().push(seat),
            None if load(&seat) > most && seat.seats_filled() == 1 => {
                candidates.push(Candidate { person: None, seats: vec![seat] });
            }
            None => {}
        }
    }
    let known = by_person.into_iter().filter(|(_, seats)| seats.iter().map(load).sum::<usize>() > most);
    candidates.extend(known.map(|(person, seats)| Candidate { person: Some(person), seats }));
    candidates
}

/// For how many positions those of like marks stand in, all together: none of them does for more.
struct Loads(Vec<usize>);

impl Loads {
    fn new(cx: &Context<'_>) -> Self {
        let positions = cx.graph.position_ids().len();
        let mut loads = Self(vec![0; positions.next_power_of_two()]);
        for seat in cx.open() {
            let load = cx.graph.stands_in_for().of(seat.node() as usize).len();
            if let Some(sum) = loads.slot(cx, seat).and_then(|slot| loads.0.get_mut(slot)) {
                *sum += load;
            }
        }
        loads
    }

    fn slot(&self, cx: &Context<'_>, seat: PositionRef<'_>) -> Option<usize> {
        let mark = cx.marks().of(seat.node())?;
        usize::try_from(mark >> 1).ok().map(|mark| mark % self.0.len())
    }

    /// Where nobody is known to hold it alone, that is for the seat to say.
    fn may_exceed(&self, cx: &Context<'_>, seat: PositionRef<'_>, most: usize) -> bool {
        self.slot(cx, seat).and_then(|slot| self.0.get(slot)).is_none_or(|sum| *sum > most)
    }
}

/// From each position to those for which a substitution in force names it and nobody else.
fn named_alone(cx: &Context<'_>) -> Adjacency {
    let on = cx.graph.as_of();
    let mut edges = Vec::new();
    for position in cx.open() {
        for stated in position.open_rows().flat_map(|row| &row.substitution).filter(|it| it.in_force(on)) {
            if let [only] = stated.substitute.positions() {
                let substitute = cx.graph.node(only).filter(|node| *node != position.node());
                edges.extend(substitute.map(|substitute| (substitute, position.node())));
            }
        }
    }
    Adjacency::new(cx.graph.position_ids().len(), &edges)
}
