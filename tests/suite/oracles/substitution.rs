//! The rules of substitution that look at more than one position or at several substitutions.

mod covered;
mod organizations;
mod qualified;

use std::collections::BTreeSet;

use officium::rules::Demands;
use officium::{
    Date, Description, DocumentState, Duty, Rank, Substitute, Substitution, SubstitutionKind,
    SubstitutionScope, Trigger,
};

use self::organizations::organizations;
use super::{Oracle, Subjects, about, agree, people};
use crate::support::dirty::today;
use crate::support::naive::{Model, named_by};

/// The description of a position, unless it is a draft.
fn paper<'o>(model: &Model<'o>, id: &str) -> Option<&'o Description> {
    let is_draft = |it: &Description| {
        it.control
            .as_ref()
            .is_some_and(|control| control.states.iter().any(|it| it.state == DocumentState::Draft))
    };
    model.description(id).filter(|description| !is_draft(description))
}

fn is_in_scope(substitution: &Substitution, duty: &Duty) -> bool {
    match &substitution.scope {
        Some(SubstitutionScope::All { except_duties, .. }) => !except_duties.contains(&duty.id),
        Some(SubstitutionScope::Named { duties, .. }) => duties.contains(&duty.id),
        _ => true,
    }
}

/// What is taken over, as far as it may be.
fn taken_over<'o>(substitution: &Substitution, paper: &'o Description) -> Vec<&'o Duty> {
    paper.duties.iter().filter(|duty| is_in_scope(substitution, duty) && !duty.non_delegable).collect()
}

/// Each position with a substitution in force and a position that can act by it.
fn acting<'o>(model: &Model<'o>) -> Vec<(&'o str, &'o Substitution, &'o str)> {
    let mut all = Vec::new();
    for absent in model.ids().iter().filter(|id| model.is_open(id)) {
        for substitution in model.substitutions(absent) {
            for acting in named_by(substitution) {
                let acting = acting.as_str();
                let same = model.sole_person(absent).is_some_and(|it| Some(it) == model.sole_person(acting));
                if acting != *absent && model.is_open(acting) && !same {
                    all.push((*absent, substitution, acting));
                }
            }
        }
    }
    all
}

fn has_reason(model: &Model<'_>, id: &str) -> bool {
    model.rows(id).iter().any(|row| row.no_substitute_because.is_some())
}

fn is_critical(model: &Model<'_>, id: &str) -> bool {
    model.open_rows(id).iter().any(|row| row.critical)
        || paper(model, id).is_some_and(|paper| paper.duties.iter().any(|duty| duty.critical))
}

fn open_ids<'o>(model: &Model<'o>) -> Vec<&'o str> {
    model.ids().iter().copied().filter(|id| model.is_open(id)).collect()
}

/// All positions to which substitutions lead from one.
fn closure<'o>(model: &Model<'o>, id: &'o str) -> BTreeSet<&'o str> {
    let mut reached = BTreeSet::new();
    let mut todo = vec![id];
    while let Some(id) = todo.pop() {
        if reached.insert(id) {
            todo.extend(model.substitutes(id));
        }
    }
    reached
}

fn is_by_order(substitution: &Substitution) -> bool {
    matches!(substitution.substitute, Substitute::ByOrder { instrument: Some(_) })
}

fn people_of<'o>(model: &Model<'o>, ids: impl IntoIterator<Item = &'o str>) -> BTreeSet<String> {
    ids.into_iter().flat_map(|id| people(model, id)).collect()
}

fn brings_nobody_new(model: &Model<'_>, id: &str) -> bool {
    people_of(model, model.substitutes(id)).is_subset(&people(model, id))
}

fn closed_rings(model: &Model<'_>) -> Subjects {
    let mut found = Subjects::new();
    for id in open_ids(model).into_iter().filter(|id| is_critical(model, id) && !has_reason(model, id)) {
        let ring = closure(model, id);
        let open_ended = ring.iter().any(|id| model.substitutions(id).into_iter().any(is_by_order));
        let people = people_of(model, ring).len();
        if people <= 2 && !open_ended && !brings_nobody_new(model, id) {
            found.insert(about([&id, &people]));
        }
    }
    found
}

fn without_second(model: &Model<'_>) -> Subjects {
    let mut found = Subjects::new();
    for id in open_ids(model).into_iter().filter(|id| is_critical(model, id) && !has_reason(model, id)) {
        let named = !model.substitutes(id).is_empty();
        let by_order = model.substitutions(id).into_iter().any(is_by_order);
        let dangling = model.substitutions(id).into_iter().any(|it| !named_by(it).is_empty());
        let uncovered = !dangling && !by_order && model.seats_filled(id) < 2;
        if uncovered || (named && brings_nobody_new(model, id)) {
            continue;
        }
        let own = people(model, id);
        let mut there = people_of(model, model.substitutes(id));
        there.extend(own.iter().cloned());
        let left = there.len() - own.len().min(1);
        if left < 2 {
            found.insert(about([&id, &left]));
        }
    }
    found
}

/// Seats of which one person is known to be the only holder, or is the only one there.
fn overloaded(model: &Model<'_>) -> Subjects {
    let alone = |absent: &str, acting: &str| {
        model
            .substitutions(absent)
            .into_iter()
            .any(|it| matches!(named_by(it), [only] if only.as_str() == acting))
    };
    let mut found = Subjects::new();
    let seats = open_ids(model);
    let persons: BTreeSet<Option<&str>> = seats.iter().map(|id| model.sole_person(id)).collect();
    let mut holders: Vec<(Option<&str>, Vec<&str>)> = Vec::new();
    for person in persons {
        let held: Vec<&str> = seats.iter().copied().filter(|id| model.sole_person(id) == person).collect();
        match person {
            Some(_) => holders.push((person, held)),
            None => holders
                .extend(held.into_iter().filter(|id| model.seats_filled(id) == 1).map(|id| (None, vec![id]))),
        }
    }
    for (person, mut held) in holders {
        held.retain(|id| !model.stands_in_for(id).is_empty());
        let covered: BTreeSet<&str> = seats
            .iter()
            .copied()
            .filter(|absent| held.iter().any(|acting| absent != acting && alone(absent, acting)))
            .filter(|absent| person.is_none() || model.sole_person(absent) != person)
            .collect();
        if covered.len() > 1 {
            let (id, person) = match person {
                Some(person) if held.len() > 1 => ("", person),
                _ => (held[0], ""),
            };
            found.insert(about([&id, &person, &covered.len()]));
        }
    }
    found
}

/// Asks for every day, event and duty who is called.
fn ambiguous(model: &Model<'_>) -> Subjects {
    let mut days = vec![today()];
    while days.len() < 12 {
        days.extend(days.last().and_then(|day| day.next_day()));
    }
    let mut found = Subjects::new();
    for id in open_ids(model) {
        let duties: Vec<Option<&Duty>> = match paper(model, id) {
            Some(paper) => paper.duties.iter().filter(|duty| !duty.non_delegable).map(Some).collect(),
            None => vec![None],
        };
        for row in model.open_rows(id) {
            for day in &days {
                for event in Trigger::all() {
                    for duty in &duties {
                        found.extend(
                            called_at_once(&row.substitution, *day, event, *duty)
                                .map(|(kind, rank)| about([&id, &kind, &rank])),
                        );
                    }
                }
            }
        }
    }
    found
}

fn called_at_once<'o>(
    stated: &'o [Substitution],
    day: Date,
    event: Trigger,
    duty: Option<&Duty>,
) -> impl Iterator<Item = (SubstitutionKind, u8)> + use<'o> {
    let is_whole = |it: &Substitution| !matches!(it.scope, Some(SubstitutionScope::Named { .. }));
    let mut called = stated.to_vec();
    called.retain(|it| {
        let covers = duty.map_or(is_whole(it), |duty| is_in_scope(it, duty));
        let when = it.in_force(day) && (it.triggers.is_empty() || it.triggers.contains(&event));
        covers && when && !named_by(it).is_empty()
    });
    let order = |it: &Substitution| (it.kind, it.rank.map_or(1, Rank::get));
    let is_rivalled = |it: &Substitution| {
        called.iter().any(|other| order(other) == order(it) && other.substitute != it.substitute)
    };
    let rivalled: Vec<_> = called.iter().filter(|it| is_rivalled(it)).map(order).collect();
    rivalled.into_iter()
}

#[test]
fn of_substitution() {
    const PAIR: [&str; 3] = ["id", "substitute", "listed"];
    let oracles = [
        Oracle { code: "S003", arguments: &PAIR, expected: qualified::unqualified },
        Oracle { code: "S004", arguments: &PAIR, expected: covered::without_right },
        Oracle { code: "S005", arguments: &["id", "duties"], expected: covered::uncovered },
        Oracle { code: "S007", arguments: &["id", "people"], expected: closed_rings },
        Oracle { code: "S008", arguments: &["id", "people"], expected: without_second },
        Oracle {
            code: "S012",
            arguments: &["id", "substitute", "taken", "own"],
            expected: covered::in_one_hand,
        },
        Oracle { code: "S013", arguments: &["id", "duty"], expected: covered::reserved },
        Oracle { code: "S015", arguments: &["id", "person", "positions"], expected: overloaded },
        Oracle { code: "S016", arguments: &["id", "kind", "rank"], expected: ambiguous },
        Oracle { code: "S018", arguments: &PAIR, expected: covered::unlisted },
    ];
    agree(organizations(), Demands::new(), &oracles);
}
