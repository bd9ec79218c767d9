//! X002, X005 and X010, person by person.

use std::collections::BTreeSet;

use officium::rules::{Demands, FunctionPair};
use officium::{
    Accountability, Conflict, Count, Description, DocumentControl, DocumentState, Duty, Holder, Occupancy,
    Organization, Period, Position, ReportingLine, Responsibility, StateChange, Substitute, Substitution,
    SubstitutionKind, SubstitutionScope,
};
use proptest::collection::vec;
use proptest::option::weighted;
use proptest::prelude::{Just, Strategy, any, prop_oneof};
use proptest::sample::{select, subsequence};

use super::{agree, argument, items};
use crate::support::dirty::{named, today};
use crate::support::naive::{Model, named_by};

const SEATS: [&str; 5] = ["p", "q", "r", "s", "t"];
const PAPERS: [&str; 4] = ["a", "b", "c", "d"];
const ACTIVITIES: [&str; 3] = ["order", "receive", "pay"];
const DUTIES: [&str; 3] = ["x", "y", "z"];

fn seat() -> impl Strategy<Value = &'static str> {
    select(SEATS.to_vec())
}

fn over() -> Period {
    Period::new().until(named("2025-12-31"))
}

fn occupancy() -> impl Strategy<Value = Option<Occupancy>> {
    let holder = (weighted(0.9, select(vec!["1", "1", "2", "3"])), weighted(0.1, Just(over()))).prop_map(
        |(person, period)| {
            let mut holder = Holder::new();
            (holder.person, holder.period) = (person.map(named), period);
            holder
        },
    );
    let seats = |seats: i64| Occupancy::Pool { seats: Count::try_from(seats).expect("a small number") };
    prop_oneof![
        20 => vec(holder, 1..=3).prop_map(|holders| Some(Occupancy::Held { holders })),
        1 => Just(None),
        1 => Just(Some(Occupancy::Vacant { since: None })),
        1 => (1..3i64).prop_map(move |number| Some(seats(number))),
    ]
}

fn substitution() -> impl Strategy<Value = Substitution> {
    let substitute = prop_oneof![
        3 => seat().prop_map(|it| Substitute::Position { position: named(it) }),
        1 => vec(seat(), 0..=2).prop_map(|it| Substitute::Pool { positions: it.into_iter().map(named).collect() }),
        1 => Just(Substitute::ByOrder { instrument: Some(named("order")) }),
    ];
    let duties =
        || subsequence(DUTIES.to_vec(), 0..=2).prop_map(|it| it.into_iter().map(named).collect::<Vec<_>>());
    let scope = prop_oneof![
        1 => Just(None),
        1 => duties().prop_map(|duties| Some(SubstitutionScope::Named { duties, rights: vec![] })),
        1 => duties().prop_map(|it| Some(SubstitutionScope::All { except_duties: it, except_rights: vec![] })),
    ];
    (substitute, scope, weighted(0.1, Just(over()))).prop_map(|(substitute, scope, period)| {
        let mut substitution = Substitution::new(SubstitutionKind::Absence, substitute);
        (substitution.scope, substitution.period) = (scope, period);
        substitution
    })
}

fn position(own: &'static str) -> impl Strategy<Value = Position> {
    let what = (weighted(0.9, select(PAPERS.to_vec())), weighted(0.1, Just("2020-01-01")), any::<bool>());
    let lines = weighted(0.9, seat());
    // few rows share an id
    let id = prop_oneof![1 => Just(SEATS[0]), 9 => Just(own)];
    (id, what, occupancy(), vec(substitution(), 0..=2), lines).prop_map(
        |(id, (paper, closed, critical), held, cover, line)| {
            let mut position = Position::new(named(id));
            position.description = paper.map(named);
            position.closed = closed.map(named);
            position.critical = critical;
            position.occupancy = held;
            position.substitution = cover;
            position.reporting = line.into_iter().map(|line| ReportingLine::solid(named(line))).collect();
            position
        },
    )
}

fn description(id: &str) -> impl Strategy<Value = Description> + use<> {
    let id = id.to_owned();
    let duty = |id: &'static str| {
        (weighted(0.3, Just(())), weighted(0.7, select(ACTIVITIES.to_vec()))).prop_map(
            move |(critical, activity)| {
                let mut duty = Duty::new(named(id), named("Works"));
                duty.critical = critical.is_some();
                duty.activities = activity.into_iter().map(named).collect();
                duty
            },
        )
    };
    (DUTIES.map(duty), select(vec![1, 1, 2, 3]), weighted(0.1, Just(()))).prop_map(
        move |(duties, count, draft)| {
            let state = StateChange::new(DocumentState::Draft, named("2020-01-01"));
            let mut description = Description::new(named(&id)).duties(duties.into_iter().take(count));
            description.control = draft.map(|()| Box::new(DocumentControl::new().states([state])));
            description
        },
    )
}

fn organizations() -> impl Strategy<Value = Organization> {
    let conflict = (select(ACTIVITIES.to_vec()), select(ACTIVITIES.to_vec()))
        .prop_map(|(first, second)| Conflict::new(named(first), named(second)));
    let answers = |id: &'static str| {
        vec((seat(), weighted(0.1, Just(()))), 1..=3).prop_map(move |seats| {
            let accountable = seats.into_iter().map(|(seat, by_default)| {
                let mut accountable = Accountability::new(named(seat));
                accountable.by_default = by_default.is_some();
                accountable
            });
            Responsibility::new(named(id)).function(named(id)).accountable(accountable)
        })
    };
    let lists = (SEATS.map(position), PAPERS.map(description), vec(conflict, 3..=6));
    (lists, answers("audit"), answers("study")).prop_map(|((positions, papers, conflicts), audit, study)| {
        Organization::new()
            .positions(positions)
            .descriptions(papers)
            .conflicts(conflicts)
            .responsibilities([audit, study])
    })
}

/// The description in force of a seat.
fn paper<'o>(model: &Model<'o>, seat: &str) -> Option<&'o Description> {
    model.description(seat).filter(|paper| paper.is_in_force(today()))
}

/// Everybody in a seat: known persons by id, others by seat and number.
fn persons(model: &Model<'_>, seat: &str) -> BTreeSet<String> {
    let (mut persons, mut unnamed) = (BTreeSet::new(), 0);
    for row in model.open_rows(seat) {
        match &row.occupancy {
            Some(Occupancy::Held { holders }) if !holders.is_empty() => {
                for holder in holders.iter().filter(|holder| model.in_force(holder.period.as_ref())) {
                    match &holder.person {
                        Some(person) => drop(persons.insert(person.to_string())),
                        None => unnamed += 1,
                    }
                }
            }
            Some(Occupancy::Pool { seats }) => unnamed += seats.get(),
            Some(Occupancy::Vacant { .. }) => {}
            _ => unnamed += 1,
        }
    }
    persons.extend((0..unnamed).map(|nth| format!("{seat}#{nth}")));
    persons
}

fn open<'o>(model: &Model<'o>) -> Vec<&'o str> {
    model.ids().iter().copied().filter(|id| model.is_open(id)).collect()
}

#[test]
fn pairs_in_one_person() {
    agree(
        "X002",
        &Demands::new(),
        organizations(),
        |finding| vec![["person", "first", "second"].map(|name| argument(finding, name))],
        |organization| {
            let model = Model::new(organization, today());
            let mut wrong = BTreeSet::new();
            for person in ["1", "2", "3"] {
                let held = open(&model).into_iter().filter(|seat| persons(&model, seat).contains(person));
                let papers: Vec<_> = held.filter_map(|seat| paper(&model, seat)).collect();
                let does = |paper: &Description, activity| {
                    paper.duties.iter().any(|duty| duty.activities.contains(activity))
                };
                for Conflict { first, second, .. } in &organization.conflicts {
                    let both =
                        papers.iter().any(|it| does(it, first)) && papers.iter().any(|it| does(it, second));
                    let in_one = papers.iter().any(|it| does(it, first) && does(it, second));
                    if first != second && both && !in_one {
                        wrong.insert([person.to_owned(), first.to_string(), second.to_string()]);
                    }
                }
            }
            wrong
        },
    );
}

fn covers(substitution: &Substitution, duty: &Duty) -> bool {
    match &substitution.scope {
        Some(SubstitutionScope::Named { duties, .. }) => duties.contains(&duty.id),
        Some(SubstitutionScope::All { except_duties, .. }) => !except_duties.contains(&duty.id),
        _ => true,
    }
}

/// Everybody who sits in one of the seats, or stands in for one by a substitution that counts.
fn able(model: &Model<'_>, seats: &[&str], counts: impl Fn(&Substitution) -> bool) -> BTreeSet<String> {
    let mut able: BTreeSet<String> = seats.iter().flat_map(|seat| persons(model, seat)).collect();
    for substitution in seats.iter().flat_map(|seat| model.substitutions(seat)).filter(|it| counts(it)) {
        let substitutes = named_by(substitution).iter();
        able.extend(substitutes.flat_map(|it| persons(model, it.as_str())));
    }
    able
}

#[test]
fn critical_duties_in_too_few_hands() {
    agree(
        "X005",
        &Demands::new(),
        organizations(),
        |finding| {
            let subject = crate::graph::argument(finding, "id").map(str::to_owned);
            let Some(id) = subject else { return vec![(argument(finding, "position"), Vec::new())] };
            let duties = if finding.list.is_some() {
                items(finding)
            } else {
                let text = finding.path.to_string();
                let duty = text.split("duties[").nth(1).and_then(|rest| rest.split(']').next());
                vec![duty.expect("the duty").to_owned()]
            };
            vec![(id, duties)]
        },
        |organization| {
            let model = Model::new(organization, today());
            let critical = |seat: &str| model.open_rows(seat).iter().any(|row| row.critical);
            let mut short = BTreeSet::new();
            for id in PAPERS {
                let seats = open(&model).into_iter();
                let seats: Vec<&str> =
                    seats.filter(|it| paper(&model, it).is_some_and(|it| it.id.as_str() == id)).collect();
                let Some(paper) = seats.first().and_then(|seat| paper(&model, seat)) else { continue };
                let whole = seats.iter().any(|seat| critical(seat));
                let duties = paper.duties.iter().filter(|duty| whole || duty.critical);
                let few = duties.filter(|duty| able(&model, &seats, |it| covers(it, duty)).len() < 2);
                let few: Vec<String> = few.map(|duty| duty.id.to_string()).collect();
                if !few.is_empty() {
                    short.insert((id.to_owned(), few));
                }
            }
            for seat in
                open(&model).into_iter().filter(|seat| critical(seat) && paper(&model, seat).is_none())
            {
                if able(&model, &[seat], |_| true).len() < 2 {
                    short.insert((seat.to_owned(), Vec::new()));
                }
            }
            short
        },
    );
}

#[test]
fn auditors_below_the_audited() {
    let pair = FunctionPair::new(named("audit"), named("study"));
    agree(
        "X010",
        &Demands::new().audits([pair]),
        organizations(),
        |finding| vec![argument(finding, "id")],
        |organization| {
            let model = Model::new(organization, today());
            let holding = |function: &str| -> Vec<&str> {
                let entries = organization.responsibilities.iter().filter(|it| it.id.as_str() == function);
                let real = entries.flat_map(|it| &it.accountable).filter(|it| !it.by_default);
                real.map(|it| it.position.as_str())
                    .filter(|seat| model.has(seat) && model.is_open(seat))
                    .collect()
            };
            let owners = holding("study");
            let auditors = holding("audit").into_iter().filter(|auditor| !owners.contains(auditor));
            let below = auditors
                .filter(|auditor| owners.iter().any(|owner| model.at_or_above(auditor).contains(owner)));
            below.map(str::to_owned).collect()
        },
    );
}
