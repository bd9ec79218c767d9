//! R010, R013, R014.

use std::collections::BTreeSet;

use officium::rules::{Demands, FunctionPair};
use officium::{
    Accountability, Date, Holder, LineKind, Organization, Position, ReportingLine, Responsibility,
    ResponsibilityScope, Standing,
};
use proptest::collection::vec;
use proptest::option::weighted;
use proptest::prelude::{Just, Strategy, prop_oneof};
use proptest::sample::select;

use super::{Oracle, Subjects, about, agree, day, people, period};
use crate::support::dirty::{named, today};
use crate::support::naive::Model;

const IDS: [&str; 6] = ["a", "b", "c", "d", "e", "f"];

fn position(id: &'static str) -> impl Strategy<Value = Position> {
    let kind =
        prop_oneof![8 => Just(LineKind::Solid), 1 => Just(LineKind::Access), 1 => Just(LineKind::Dotted)];
    let line = (kind, select(&IDS[..]), period(0.85)).prop_map(|(kind, superior, period)| {
        let mut line = ReportingLine::new(kind, named(superior));
        line.period = period;
        line
    });
    let standing = prop_oneof![
        8 => Just(None),
        1 => Just(Some(Standing::Head { answers_to: None })),
        1 => Just(Some(Standing::ExternalSuperior { answers_to: named("the owner") })),
    ];
    let persons = weighted(0.7, vec(weighted(0.9, select(vec!["p", "q", "r"])), 0..=2));
    let days = (weighted(0.2, day()), weighted(0.2, day()));
    (vec(line, 0..=4), standing, persons, days).prop_map(move |(lines, standing, persons, days)| {
        let mut position = Position::new(named(id)).reporting(lines);
        position.standing = standing;
        (position.opened, position.closed) = days;
        match persons {
            Some(persons) => position.held_by(persons.into_iter().map(|person| {
                let mut holder = Holder::new();
                holder.person = person.map(named);
                holder
            })),
            None => position,
        }
    })
}

fn responsibility(id: &'static str) -> impl Strategy<Value = Responsibility> {
    let accountable =
        (select(&IDS[..]), weighted(0.1, Just(())).prop_map(|default| default.is_some()), period(0.1))
            .prop_map(|(position, by_default, period)| {
                let mut scope = ResponsibilityScope::new();
                scope.period = period;
                Accountability::new(named(position)).scope(scope).by_default(by_default)
            });
    (weighted(0.9, select(vec!["control", "work"])), vec(accountable, 1..=3)).prop_map(
        move |(function, accountable)| {
            let mut entry = Responsibility::new(named(id)).accountable(accountable);
            entry.function = function.map(named);
            entry
        },
    )
}

fn organizations() -> impl Strategy<Value = Organization> {
    let positions: Vec<_> = IDS.into_iter().map(position).collect();
    let responsibilities = (responsibility("x"), responsibility("y"), responsibility("z"));
    // a row that agrees with another in all but its holder is no other position
    let share = weighted(0.2, 0..IDS.len());
    (positions, responsibilities, share).prop_map(|(mut positions, (x, y, z), share)| {
        if let Some(row) = share {
            let mut row = positions[row].clone();
            row.occupancy = None;
            positions.push(row);
        }
        Organization::new().positions(positions).responsibilities([x, y, z])
    })
}

fn ids<'o>(model: &Model<'o>) -> impl Iterator<Item = &'o str> {
    model.ids().to_vec().into_iter()
}

/// Goes through the days one by one.
fn gaps(model: &Model<'_>) -> Subjects {
    let mut days: Vec<Date> = vec![named("2025-12-20")];
    while days.len() < 24 {
        days.extend(days.last().and_then(|day| day.next_day()));
    }
    let mut found = Subjects::new();
    for id in ids(model).filter(|id| model.is_open(id) && model.standings(id).is_empty()) {
        let lines: Vec<_> = model.open_rows(id).into_iter().flat_map(|row| &row.reporting).collect();
        let covered = |day: Date| {
            let solid = lines.iter().filter(|line| line.kind == LineKind::Solid);
            solid
                .map(|line| line.period.as_ref())
                .any(|period| period.is_none_or(|period| period.contains(day)))
        };
        let existed = |day: Date| model.open_rows(id).iter().any(|row| row.is_open(day));
        for (nth, after) in days.iter().enumerate().filter(|(_, day)| covered(**day)) {
            let bare: Vec<Date> = days[nth + 1..].iter().copied().take_while(|day| !covered(*day)).collect();
            let Some(before) = days.get(nth + 1 + bare.len()) else { continue };
            if bare.iter().any(|day| existed(*day)) && !bare.contains(&today()) {
                found.insert(about([&id, after, before]));
            }
        }
    }
    found
}

/// Who answers for a function on the day.
fn fulfilling<'o>(model: &Model<'o>, function: &str) -> BTreeSet<&'o str> {
    let entries = model.organization.responsibilities.iter();
    let accountable =
        entries.filter(|entry| entry.function.as_ref().is_some_and(|it| it.as_str() == function));
    accountable
        .flat_map(|entry| &entry.accountable)
        .filter(|it| {
            !it.by_default && model.in_force(it.scope.as_ref().and_then(|scope| scope.period.as_ref()))
        })
        .map(|it| it.position.as_str())
        .filter(|id| model.is_open(id))
        .collect()
}

fn without_access(model: &Model<'_>) -> Subjects {
    let mut found = Subjects::new();
    for function in ["control", "work"].into_iter().filter(|_| !model.heads().is_empty()) {
        for id in fulfilling(model, function) {
            let lines = model.open_rows(id).into_iter().flat_map(|row| &row.reporting);
            let mut straight =
                lines.filter(|line| line.kind == LineKind::Solid || line.kind == LineKind::Access);
            let reaches = straight.any(|line| {
                model.in_force(line.period.as_ref()) && model.heads().contains(&line.superior.as_str())
            });
            if !reaches && !model.heads().contains(&id) {
                found.insert(about([&id, &function]));
            }
        }
    }
    found
}

/// Position, person, position above: what a finding of R014 names.
fn dependent(model: &Model<'_>) -> Subjects {
    let (control, work) = (fulfilling(model, "control"), fulfilling(model, "work"));
    let mut found = Subjects::new();
    for id in control.intersection(&work) {
        found.insert(about([id, &"", &""]));
    }
    for one in &control {
        for other in work.iter().filter(|other| !control.contains(*other)) {
            let both = people(model, one).intersection(&people(model, other)).cloned().collect::<Vec<_>>();
            found.extend(both.into_iter().map(|person| about([&"", &person, &""])));
        }
    }
    for (lower, upper) in [(&control, &work), (&work, &control)] {
        for id in lower {
            let chain = model.chain_of_command(id);
            let Some(above) = chain.into_iter().find(|above| upper.contains(above)) else { continue };
            let person = model.sole_person(id);
            if person.is_none() || person != model.sole_person(above) {
                found.insert(about([id, &"", &above]));
            }
        }
    }
    found
}

#[test]
fn of_reporting() {
    let demands = Demands::new()
        .direct_access([named("control"), named("work")])
        .independent([FunctionPair::new(named("control"), named("work"))]);
    let oracles = [
        Oracle { code: "R010", arguments: &["id", "after", "before"], expected: gaps },
        Oracle { code: "R013", arguments: &["id", "function"], expected: without_access },
        Oracle { code: "R014", arguments: &["id", "person", "above"], expected: dependent },
    ];
    agree(organizations(), demands, &oracles);
}
