//! Small organisations in which everybody stands in for everybody.

use officium::{
    ActivityId, Conflict, Count, Description, DocumentControl, DocumentState, Duty, DutyId,
    HeldQualification, Holder, LanguageLevel, Necessity, Occupancy, Organization, Position, Qualification,
    Rank, RequiredRight, Requirement, RequirementDue, Right, RightId, RightKind, StateChange, Substitute,
    Substitution, SubstitutionKind, SubstitutionScope, Text, Thresholds, Trigger,
};
use proptest::collection::vec;
use proptest::option::weighted;
use proptest::prelude::{BoxedStrategy, Just, Strategy, prop_oneof};
use proptest::sample::{select, subsequence};

use crate::oracles::period;
use crate::support::dirty::named;

const SEATS: [&str; 5] = ["a", "b", "c", "d", "e"];
const DUTIES: [&str; 4] = ["v", "x", "y", "z"];

fn flag(probability: f64) -> impl Strategy<Value = bool> {
    proptest::bool::weighted(probability)
}

fn qualification() -> impl Strategy<Value = Qualification> {
    let speaks = |skill| Qualification::Language { language: named("nb"), skill };
    let certificate = |name: &str| Qualification::Certificate { name: named(name), issuer: None };
    select(vec![
        speaks(None),
        speaks(Some(LanguageLevel::A2)),
        speaks(Some(LanguageLevel::C1)),
        certificate("welder"),
        certificate("driver"),
    ])
}

fn kind_and_object() -> impl Strategy<Value = (RightKind, Option<Text>)> {
    (
        select(vec![RightKind::Sign, RightKind::Spend]),
        weighted(0.4, select(vec!["tools", "cars"]).prop_map(named)),
    )
}

fn duty(id: &'static str) -> impl Strategy<Value = Option<Duty>> {
    let required = kind_and_object().prop_map(|(kind, object)| {
        let mut required = RequiredRight::new(kind);
        required.object = object;
        required
    });
    let needs = (vec(required, 0..=1), vec(qualification(), 0..=1));
    let activities = vec(select(vec!["order", "pay", "store"]).prop_map(named::<ActivityId>), 0..=2);
    let flags = (flag(0.2), flag(0.1), flag(0.2));
    let text = select(vec!["Works", "Rests", "Waits", "Sings"]);
    let duty = (text, needs, activities, flags).prop_map(
        move |(text, (rights, qualifications), activities, (deferrable, critical, non_delegable))| {
            Duty::new(named(id), named(text))
                .required_rights(rights)
                .required_qualifications(qualifications)
                .activities(activities)
                .deferrable(deferrable)
                .critical(critical)
                .non_delegable(non_delegable)
        },
    );
    weighted(0.7, duty)
}

fn right(id: &'static str) -> impl Strategy<Value = Right> {
    (kind_and_object(), flag(0.3)).prop_map(move |((kind, object), stays)| {
        let mut right = Right::new(named(id), kind).stays_with_holder(stays);
        right.object = object;
        right
    })
}

fn requirement() -> impl Strategy<Value = Requirement> {
    let necessity = prop_oneof![3 => Just(Necessity::Mandatory), 1 => Just(Necessity::Desirable)];
    (necessity, qualification(), weighted(0.2, Just(RequirementDue::Later))).prop_map(
        |(necessity, qualification, due)| {
            let mut requirement = Requirement::new(necessity, qualification);
            requirement.due = due;
            requirement
        },
    )
}

fn description(id: &'static str) -> impl Strategy<Value = Description> {
    let duties: Vec<_> = DUTIES.into_iter().map(duty).collect();
    let rights = (weighted(0.7, right("r")), weighted(0.7, right("s")));
    (duties, rights, vec(requirement(), 0..=2), flag(0.1)).prop_map(
        move |(duties, (one, other), requirements, is_draft)| {
            let description = Description::new(named(id))
                .duties(duties.into_iter().flatten())
                .rights(one.into_iter().chain(other))
                .requirements(requirements);
            let draft = StateChange::new(DocumentState::Draft, named("2025-01-01"));
            if is_draft { description.control(DocumentControl::new().states([draft])) } else { description }
        },
    )
}

fn scope() -> impl Strategy<Value = Option<SubstitutionScope>> {
    let duties = || {
        subsequence(DUTIES.to_vec(), 0..=DUTIES.len())
            .prop_map(|ids| ids.into_iter().map(named::<DutyId>).collect())
    };
    let rights =
        || subsequence(vec!["r", "s"], 0..=2).prop_map(|ids| ids.into_iter().map(named::<RightId>).collect());
    prop_oneof![
        1 => Just(None),
        1 => (duties(), rights()).prop_map(|(except_duties, except_rights)| {
            Some(SubstitutionScope::All { except_duties, except_rights })
        }),
        2 => (duties(), rights()).prop_map(|(duties, rights)| Some(SubstitutionScope::Named { duties, rights })),
    ]
}

fn substitution() -> impl Strategy<Value = Substitution> {
    let seat = || select(&SEATS[..]).prop_map(named);
    let substitute: BoxedStrategy<Substitute> = prop_oneof![
        8 => seat().prop_map(|position| Substitute::Position { position }),
        2 => vec(seat(), 0..=3).prop_map(|positions| Substitute::Pool { positions }),
        1 => Just(Substitute::ByOrder { instrument: Some(named("order")) }),
        1 => Just(Substitute::ByOrder { instrument: None }),
    ]
    .boxed();
    let kind = prop_oneof![
        3 => Just(SubstitutionKind::Absence),
        2 => Just(SubstitutionKind::Permanent),
        1 => Just(SubstitutionKind::Interim),
    ];
    let triggers = vec(select(vec![Trigger::Leave, Trigger::Illness, Trigger::Travel]), 0..=2);
    let rank = weighted(0.4, (1..=2i64).prop_map(|rank| Rank::try_from(rank).expect("a small number")));
    let grants = weighted(0.1, right("granted"));
    (kind, substitute, scope(), triggers, rank, period(0.2), grants).prop_map(
        |(kind, substitute, scope, triggers, rank, period, grants)| {
            let mut substitution = Substitution::new(kind, substitute).triggers(triggers).grants(grants);
            (substitution.scope, substitution.rank, substitution.period) = (scope, rank, period);
            substitution
        },
    )
}

fn occupancy() -> impl Strategy<Value = Option<Occupancy>> {
    let held = (qualification(), period(0.3)).prop_map(|(qualification, validity)| {
        let mut held = HeldQualification::new(qualification);
        held.validity = validity;
        held
    });
    let holder = (weighted(0.9, select(vec!["p", "q", "r", "s", "t"])), vec(held, 0..=2), period(0.1))
        .prop_map(|(person, qualifications, period)| {
            let mut holder = Holder::new().qualifications(qualifications);
            (holder.person, holder.period) = (person.map(named), period);
            holder
        });
    prop_oneof![
        2 => Just(None),
        6 => vec(holder, 1..=2).prop_map(|holders| Some(Occupancy::Held { holders })),
        1 => Just(Some(Occupancy::Vacant { since: None })),
        1 => (1..=3i64).prop_map(|seats| {
            Some(Occupancy::Pool { seats: Count::try_from(seats).expect("a small number") })
        }),
    ]
}

fn position(id: &'static str) -> impl Strategy<Value = Position> {
    let description = weighted(0.9, select(vec!["l", "m", "n"]).prop_map(named));
    let reason = weighted(0.1, Just(named("closed when away")));
    (description, vec(substitution(), 0..=3), occupancy(), reason, flag(0.5)).prop_map(
        move |(description, substitution, occupancy, reason, critical)| {
            let mut position = Position::new(named(id)).substitution(substitution).critical(critical);
            (position.description, position.occupancy) = (description, occupancy);
            position.no_substitute_because = reason;
            position
        },
    )
}

/// Five seats on three descriptions; in some, a row more that agrees with another in all but its holder.
pub(super) fn organizations() -> impl Strategy<Value = Organization> {
    let positions: Vec<_> = SEATS.into_iter().map(position).collect();
    let descriptions: Vec<_> = ["l", "m", "n"].into_iter().map(description).collect();
    let share = weighted(0.2, (0..SEATS.len(), occupancy()));
    let conflict = (select(vec!["order", "pay"]), select(vec!["pay", "store"]))
        .prop_map(|(first, second)| Conflict::new(named(first), named(second)));
    (positions, descriptions, share, vec(conflict, 1..=2)).prop_map(
        |(mut positions, descriptions, share, conflicts)| {
            if let Some((row, other)) = share {
                let mut row = positions[row].clone();
                row.occupancy = other;
                positions.push(row);
            }
            Organization::new()
                .positions(positions)
                .descriptions(descriptions)
                .conflicts(conflicts)
                .thresholds(Thresholds::new().stand_ins(Count::try_from(1).expect("a small number")))
        },
    )
}
