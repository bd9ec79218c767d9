//! What is decided by chance: small choices, each of which shrinks towards the plainest.
//!
//! A choice says what is wished for. The builder grants it where that leaves the organisation in order, so that every combination of
//! choices is a good one, and leaving any of them out is as well.

use std::fmt::Debug;

use proptest::array::uniform6;
use proptest::bool::weighted;
use proptest::collection::{SizeRange, vec};
use proptest::option;
use proptest::prelude::{Just, any, prop_oneof};
use proptest::sample::select;
use proptest::strategy::Strategy;

use super::jobs::{JOBS, Job, MANAGER};
use crate::model::LineKind;

/// Which of several, or the last. Mostly small, so that it stays the same when others are left out.
pub(super) type Choice = u8;

fn choice() -> impl Strategy<Value = Choice> {
    prop_oneof![4 => 0..6u8, 1 => any::<u8>()]
}

/// The element that a choice means; none of none.
pub(super) fn chosen<T: Copy>(choice: Choice, among: &[T]) -> Option<T> {
    among.get(usize::from(choice)).or(among.last()).copied()
}

/// All choices of one organisation.
#[derive(Debug, Clone)]
pub(super) struct Plan {
    /// One head, or several who lead together.
    pub(super) heads: Vec<Seat>,
    pub(super) seats: Vec<Seat>,
    /// Of the description of each job, the manager's first.
    pub(super) papers: [Paper; 6],
    /// Whether there are units.
    pub(super) units: bool,
    pub(super) extras: Extras,
}

/// What is decided of a seat.
#[derive(Debug, Clone)]
pub(super) struct Seat {
    /// Among those who stand before it in the list; nobody, for a head.
    pub(super) superior: Option<Choice>,
    pub(super) job: Option<&'static Job>,
    pub(super) life: Life,
    pub(super) place: Place,
    pub(super) holding: Holding,
    pub(super) cover: Cover,
    pub(super) details: Details,
}

/// Since when and until when there is a seat.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Life {
    Open,
    /// Closed some time ago.
    Former,
    /// To be opened later.
    Planned,
}

/// Where a seat stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Place {
    /// In the unit of its superior.
    Member,
    /// At the head of a unit of its own.
    Lead,
    /// Led by somebody outside the organisation.
    LedFromOutside,
}

/// Who sits in a seat.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Holding {
    NotStated,
    /// By one person, perhaps after somebody else.
    Held {
        after_another: bool,
    },
    /// By two persons, on one row.
    CoHeld,
    /// By two persons, with a row for each.
    JobShare,
    Vacant,
    Pool,
}

impl Holding {
    /// Whether two or more sit there, so that they cover for each other.
    pub(super) fn is_shared(self) -> bool {
        matches!(self, Self::CoHeld | Self::JobShare | Self::Pool)
    }
}

/// How a seat is covered; by whom, among those who may.
#[derive(Debug, Clone, Copy)]
pub(super) enum Cover {
    NotNeeded,
    Colleague(Choice),
    /// One after the other.
    Ranked(Choice, Choice),
    Pool(Choice, Choice),
    ByOrder,
}

/// What few seats have.
#[derive(Debug, Clone)]
pub(super) struct Details {
    /// A former superior.
    pub(super) moved_from: Option<Choice>,
    /// Another line, besides that of command.
    pub(super) other_line: Option<(LineKind, Choice)>,
    /// Hands its first duty on.
    pub(super) delegates_to: Option<Choice>,
    pub(super) grade: Option<&'static str>,
    pub(super) critical: bool,
}

/// What is decided of a description.
#[derive(Debug, Clone, Copy)]
pub(super) struct Paper {
    /// How many duties it has.
    pub(super) duties: usize,
    /// Whether it says how the work is done, and what is asked of the holder.
    pub(super) detailed: bool,
    pub(super) liable: bool,
    pub(super) control: Control,
    pub(super) acknowledged: bool,
}

/// Its history as a document.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Control {
    None,
    InForce,
    Amended,
}

/// What the organisation declares.
#[derive(Debug, Clone)]
pub(super) struct Extras {
    /// Activities, and a pair of them that nobody may do together.
    pub(super) conflicts: bool,
    pub(super) draft: bool,
    pub(super) template: bool,
    /// Who answers for the entries of a catalogue, among the open seats.
    pub(super) responsible: Vec<Choice>,
    /// Documents that flow between two descriptions.
    pub(super) flows: Vec<(Choice, Choice)>,
}

/// Plans with so many seats below the top.
pub(super) fn plans(seats: SizeRange) -> impl Strategy<Value = Plan> {
    let heads = prop_oneof![5 => vec(head(), 1), 1 => vec(head(), 2..=3)];
    (heads, vec(seat(), seats), uniform6(paper()), weighted(0.8), extras())
        .prop_map(|(heads, seats, papers, units, extras)| Plan { heads, seats, papers, units, extras })
}

fn head() -> impl Strategy<Value = Seat> {
    let job = option::weighted(0.7, Just(&MANAGER));
    let holding = prop_oneof![1 => Just(Holding::NotStated), 3 => held()];
    (job, holding, cover()).prop_map(|(job, holding, cover)| Seat {
        superior: None,
        job,
        life: Life::Open,
        place: Place::Lead,
        holding,
        cover,
        details: Details {
            moved_from: None,
            other_line: None,
            delegates_to: None,
            grade: None,
            critical: false,
        },
    })
}

fn seat() -> impl Strategy<Value = Seat> {
    let job = option::weighted(0.8, select(&JOBS[..]));
    let life = plain_or(Life::Open, 0.15, prop_oneof![Just(Life::Former), Just(Life::Planned)]);
    let place = prop_oneof![4 => Just(Place::Lead), 1 => Just(Place::LedFromOutside)];
    let place = plain_or(Place::Member, 0.45, place);
    (choice(), job, life, place, holding(), cover(), details()).prop_map(
        |(superior, job, life, place, holding, cover, details)| Seat {
            superior: Some(superior),
            job,
            life,
            place,
            holding,
            cover,
            details,
        },
    )
}

fn held() -> impl Strategy<Value = Holding> {
    weighted(0.2).prop_map(|after_another| Holding::Held { after_another })
}

/// The plain choice, or with some probability another. Whichever that is, a failing case comes back to the plain one.
fn plain_or<T: Clone + Debug + 'static>(
    plain: T,
    probability: f64,
    others: impl Strategy<Value = T>,
) -> impl Strategy<Value = T> {
    option::weighted(probability, others).prop_map(move |other| other.unwrap_or_else(|| plain.clone()))
}

fn holding() -> impl Strategy<Value = Holding> {
    let others = prop_oneof![
        8 => held(),
        1 => Just(Holding::CoHeld),
        1 => Just(Holding::JobShare),
        1 => Just(Holding::Vacant),
        1 => Just(Holding::Pool),
    ];
    plain_or(Holding::NotStated, 0.85, others)
}

fn cover() -> impl Strategy<Value = Cover> {
    let two = || (choice(), choice());
    let others = prop_oneof![
        6 => choice().prop_map(Cover::Colleague),
        2 => two().prop_map(|(first, second)| Cover::Ranked(first, second)),
        2 => two().prop_map(|(one, other)| Cover::Pool(one, other)),
        1 => Just(Cover::ByOrder),
    ];
    plain_or(Cover::NotNeeded, 0.85, others)
}

fn details() -> impl Strategy<Value = Details> {
    let kind = select(vec![LineKind::Functional, LineKind::Project, LineKind::Dotted, LineKind::Access]);
    (
        option::weighted(0.15, choice()),
        option::weighted(0.2, (kind, choice())),
        option::weighted(0.2, choice()),
        option::weighted(0.3, select(vec!["3", "5", "7"])),
        weighted(0.15),
    )
        .prop_map(|(moved_from, other_line, delegates_to, grade, critical)| Details {
            moved_from,
            other_line,
            delegates_to,
            grade,
            critical,
        })
}

fn paper() -> impl Strategy<Value = Paper> {
    let control = prop_oneof![2 => Just(Control::InForce), 1 => Just(Control::Amended)];
    let control = plain_or(Control::None, 0.6, control);
    (1..=3usize, any::<bool>(), any::<bool>(), control, any::<bool>()).prop_map(
        |(duties, detailed, liable, control, acknowledged)| Paper {
            duties,
            detailed,
            liable,
            control,
            acknowledged,
        },
    )
}

fn extras() -> impl Strategy<Value = Extras> {
    let flows = vec((choice(), choice()), 0..=2);
    (any::<bool>(), weighted(0.2), weighted(0.2), vec(choice(), 0..=3), flows).prop_map(
        |(conflicts, draft, template, responsible, flows)| Extras {
            conflicts,
            draft,
            template,
            responsible,
            flows,
        },
    )
}
