//! # S012 sod-broken-by-substitution
//!
//! ## What it checks
//! Nobody comes to do both activities of a declared conflict pair by standing in: one by a duty taken over, the other by the own
//! description in force. Where one person alone holds the substitute's seat, the other seats of that person count as own. In a pool,
//! each member is asked. What somebody takes over from two seats at the same time is not looked at.
//!
//! ## Why it matters
//! While the holder is away, nobody sees the mistakes, or worse, of whoever does both.
//!
//! ## Example
//! ```json
//! {"activities": [{"id": "order"}, {"id": "pay"}], "conflicts": [{"first": "order", "second": "pay"}],
//!  "descriptions": [
//!   {"id": "buyer", "duties": [{"id": "order", "text": "Orders goods", "activities": ["order"]}]},
//!   {"id": "clerk", "duties": [{"id": "pay", "text": "Pays invoices", "activities": ["pay"]}]}],
//!  "positions": [
//!   {"id": "head", "title": "Manager", "description": "buyer", "standing": {"kind": "head"},
//!    "substitution": [{"kind": "absence", "substitute": {"kind": "position", "position": "clerk"}}]},
//!   {"id": "clerk", "title": "Clerk", "description": "clerk", "reporting": [{"kind": "solid", "superior": "head"}], "noSubstituteBecause": "the work waits"}
//! ]}
//! ```
//!
//! ## Write instead
//! ```json
//! {"activities": [{"id": "order"}, {"id": "pay"}], "conflicts": [{"first": "order", "second": "pay"}],
//!  "descriptions": [
//!   {"id": "buyer", "duties": [{"id": "order", "text": "Orders goods", "activities": ["order"], "deferrable": true}]},
//!   {"id": "clerk", "duties": [{"id": "pay", "text": "Pays invoices", "activities": ["pay"]}]}],
//!  "positions": [
//!   {"id": "head", "title": "Manager", "description": "buyer", "standing": {"kind": "head"},
//!    "substitution": [{"kind": "absence", "substitute": {"kind": "position", "position": "clerk"}, "scope": {"kind": "all", "exceptDuties": ["order"]}}]},
//!   {"id": "clerk", "title": "Clerk", "description": "clerk", "reporting": [{"kind": "solid", "superior": "head"}], "noSubstituteBecause": "the work waits"}
//! ]}
//! ```
//!
//! ## Exceptions
//! Pairs that the absent seat or the substitute has anyway (X001, X002).

use std::collections::BTreeMap;

use crate::diagnostic::{About, Level, Path, keys};
use crate::graph::{HashMap, HashSet, PositionRef};
use crate::model::{ActivityId, Conflict, Description, Duty};
use crate::rules::alike::Pairs;
use crate::rules::context::Place;
use crate::rules::scope::{self, Takeover, Takeovers};
use crate::rules::{Context, Rule, Sink};

static ABOUT: About = About::new(
    *b"S012",
    "sod-broken-by-substitution",
    "while the holder is away, nobody sees the mistakes, or worse, of whoever does both",
    &[keys::ISO27.at("5.3")],
);

pub(super) const RULE: Rule = Rule::new(&ABOUT, Level::Error, check);

fn check(cx: &Context<'_>, sink: &mut Sink) {
    let partners = partners(&cx.organization().conflicts);
    if partners.is_empty() {
        return;
    }
    let plainly_fits = |absent, own| {
        let own = of_pairs(&partners, own);
        let absent = of_pairs(&partners, absent).into_iter();
        !absent.filter_map(|it| partners.get(it)).flatten().any(|(_, partner)| own.contains(partner))
    };
    let mut pairs = Pairs::new(cx, |it| of_pairs(&partners, it), plainly_fits);
    let persons = cx.persons();
    let busy = persons.in_several_seats();
    let mut is_clear = |absent: PositionRef<'_>| {
        let substitutes = cx.graph.substitutes().of(absent.node() as usize);
        !substitutes.iter().any(|node| busy.contains(node)) && pairs.fit(cx, absent)
    };
    let (mut takeovers, mut answers) = (Takeovers::default(), HashMap::default());
    let absent = cx.open().filter(|absent| !is_clear(*absent));
    for stated in absent.flat_map(|position| scope::in_force(cx, position)) {
        let Some(takeover) = Takeover::of(cx, &stated) else { continue };
        let number = takeovers.number(&takeover);
        for (nth, substitute) in stated.substitutes(cx) {
            let person = substitute.sole_person().filter(|person| persons.seats(person).len() > 1);
            let seats = person.map_or(std::slice::from_ref(&substitute), |person| persons.seats(person));
            let own = cx.description_in_force(substitute).map(|(_, own)| &own.id);
            let broken = answers
                .entry((number, own, person))
                .or_insert_with(|| broken(&partners, &takeover, &own_activities(cx, seats)));
            for Broken { conflict, taken, own } in broken.iter() {
                let (absent, acting) = (stated.absent.id(), substitute.id());
                let ((taken_as, duty), (own_as, own_duty)) = (taken, own);
                let message = format!(
                    "by standing in for `{absent}`, `{acting}` does `{taken_as}` beside `{own_as}`, which must not be in one hand"
                );
                let finding = sink
                    .at(stated.substitute_path(nth), message)
                    .argument("id", absent)
                    .argument("substitute", acting)
                    .argument("taken", taken_as)
                    .argument("own", own_as)
                    .label(duty.path(), format!("taken over, marked `{taken_as}`"))
                    .label(own_duty.path(), format!("done already, marked `{own_as}`"))
                    .label(Path::root().member("conflicts").index(*conflict), "the pair is declared here");
                sink.push(finding.help("name another substitute, or keep the duty out of the scope"));
            }
        }
    }
}

/// By activity, those with which it must not be in one hand, each with the row of the pair. A pair with itself says nothing.
type Partners<'g> = HashMap<&'g ActivityId, Vec<(usize, &'g ActivityId)>>;

fn partners(conflicts: &[Conflict]) -> Partners<'_> {
    let mut partners = Partners::default();
    for (row, Conflict { first, second, reason: _ }) in conflicts.iter().enumerate() {
        if first != second {
            partners.entry(first).or_default().push((row, second));
            partners.entry(second).or_default().push((row, first));
        }
    }
    partners
}

/// The activities of a description that must not be in one hand with any other.
fn of_pairs<'g>(partners: &Partners<'g>, description: &'g Description) -> Vec<&'g ActivityId> {
    let activities = description.duties.iter().flat_map(|duty| &duty.activities);
    activities.filter(|activity| partners.contains_key(activity)).collect()
}

/// An activity with the first duty that is marked with it.
type Marked<'g> = BTreeMap<&'g ActivityId, MarkedDuty<'g>>;

#[derive(Clone, Copy)]
struct MarkedDuty<'g> {
    description: Place<'g>,
    row: usize,
    duty: &'g Duty,
}

impl MarkedDuty<'_> {
    fn path(&self) -> Path {
        self.description.member("duties").element(self.row, self.duty.id.as_str())
    }
}

fn marked<'g>(duties: impl Iterator<Item = (Place<'g>, usize, &'g Duty)>) -> Marked<'g> {
    let mut marked = Marked::new();
    for (description, row, duty) in duties {
        for activity in &duty.activities {
            marked.entry(activity).or_insert(MarkedDuty { description, row, duty });
        }
    }
    marked
}

/// What is done in some seats anyway.
fn own_activities<'g>(cx: &Context<'g>, seats: &[PositionRef<'g>]) -> Marked<'g> {
    let mut seen = HashSet::default();
    let papers = seats.iter().filter_map(|seat| cx.description_in_force(*seat));
    let papers = papers.filter(|(_, description)| seen.insert(&description.id));
    marked(papers.flat_map(|(place, description)| {
        description.duties.iter().enumerate().map(move |(row, duty)| (place, row, duty))
    }))
}

struct Broken<'g> {
    conflict: usize,
    taken: (&'g ActivityId, MarkedDuty<'g>),
    own: (&'g ActivityId, MarkedDuty<'g>),
}

/// The pairs of an activity taken over and an own one, of which neither side has both.
fn broken<'g>(partners: &Partners<'g>, takeover: &Takeover<'g>, own: &Marked<'g>) -> Vec<Broken<'g>> {
    let all: HashSet<&ActivityId> =
        takeover.description.duties.iter().flat_map(|it| &it.activities).collect();
    let taken = marked(takeover.duties().map(|(row, duty)| (takeover.place, row, duty)));
    let new = taken.iter().filter(|(activity, _)| !own.contains_key(*activity));
    let mut broken = Vec::new();
    for (activity, duty) in new {
        for (conflict, partner) in partners.get(activity).into_iter().flatten() {
            if let Some((partner, own_duty)) = own.get_key_value(partner).filter(|_| !all.contains(partner)) {
                broken.push(Broken {
                    conflict: *conflict,
                    taken: (activity, *duty),
                    own: (partner, *own_duty),
                });
            }
        }
    }
    broken
}
