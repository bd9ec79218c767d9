//! Small organisations with everything wrong that can be wrong among units, positions and the lines between them.
//!
//! The alphabets are short, so that ids double, references dangle and lines close rings in nearly every case. A part of the cases is
//! tidied afterwards, so that sound organisations come as well.

use std::collections::BTreeSet;
use std::fmt::Debug;
use std::str::FromStr;

use officium::{
    Count, Date, Delegation, Description, Duty, Holder, LineKind, Occupancy, Organization, Period, Position,
    PositionId, ReportingLine, Standing, Substitute, Substitution, SubstitutionKind, Template, Thresholds,
    Unit,
};
use proptest::collection::vec;
use proptest::option::weighted;
use proptest::prelude::{BoxedStrategy, Just, Strategy, any, prop_oneof};
use proptest::sample::{Index, select};

const LETTERS: [&str; 12] = ["a", "b", "c", "d", "e", "f", "g", "h", "i", "j", "k", "l"];
/// Declared by nobody.
const GHOST: &str = "ghost";
const MOST: usize = LETTERS.len();

/// The day on which everything is looked at.
pub(crate) fn today() -> Date {
    named("2026-01-01")
}

/// The leaf of that text.
pub(crate) fn named<T: FromStr<Err: Debug>>(text: &str) -> T {
    text.parse().expect("the texts of the tests are good ones")
}

/// Organisations of up to twelve rows of positions.
pub(crate) fn organizations() -> impl Strategy<Value = Organization> {
    (messy(), 0..5u8, any::<Index>(), occupancy()).prop_map(|(organization, flavour, which, other)| {
        match flavour {
            0 | 1 => organization,
            2 => with_job_share(organization, which, other),
            3 => with_own_ids(organization),
            _ => tidied(with_own_ids(organization)),
        }
    })
}

fn messy() -> impl Strategy<Value = Organization> {
    let lists = (
        vec(position(), 0..MOST),
        vec(unit(), 0..=4),
        vec(description(), 0..=2),
        weighted(0.1, Just(Template::new(named("t"), Description::new(named("d"))))),
        weighted(0.5, 1..4i64),
    );
    lists.prop_map(|(positions, units, descriptions, template, span)| {
        let organization = Organization::new()
            .positions(positions)
            .units(units)
            .descriptions(descriptions)
            .templates(template);
        match span {
            Some(span) => organization
                .thresholds(Thresholds::new().span(Count::try_from(span).expect("a small number"))),
            None => organization,
        }
    })
}

fn letter() -> BoxedStrategy<String> {
    select(&LETTERS[..9]).prop_map(str::to_owned).boxed()
}

fn reference() -> BoxedStrategy<PositionId> {
    prop_oneof![12 => select(&LETTERS[..7]), 1 => Just(GHOST)].prop_map(named).boxed()
}

fn unit_reference() -> BoxedStrategy<String> {
    prop_oneof![8 => select(vec!["u", "v", "w"]), 1 => Just(GHOST)].prop_map(str::to_owned).boxed()
}

/// Around the day: both sides of each of its borders.
fn day() -> impl Strategy<Value = Date> {
    select(vec!["2020-06-01", "2025-12-31", "2026-01-01", "2026-01-02", "2030-06-01"]).prop_map(named)
}

fn period() -> impl Strategy<Value = Option<Period>> {
    let ends = (weighted(0.6, day()), weighted(0.6, day()));
    weighted(
        0.3,
        ends.prop_map(|(from, until)| {
            let mut period = Period::new();
            period.from = from;
            period.until = until;
            period
        }),
    )
}

fn line() -> impl Strategy<Value = ReportingLine> {
    let kinds =
        vec![LineKind::Solid, LineKind::Solid, LineKind::Functional, LineKind::Project, LineKind::Dotted];
    (select(kinds), reference(), period()).prop_map(|(kind, superior, period)| {
        let mut line = ReportingLine::new(kind, superior);
        line.period = period;
        line
    })
}

fn substitution() -> impl Strategy<Value = Substitution> {
    let substitute = prop_oneof![
        4 => reference().prop_map(|position| Substitute::Position { position }),
        2 => vec(reference(), 0..=3).prop_map(|positions| Substitute::Pool { positions }),
        1 => Just(Substitute::ByOrder { instrument: None }),
        1 => Just(Substitute::ByOrder { instrument: Some(named("order of the head")) }),
    ];
    (substitute, period()).prop_map(|(substitute, period)| {
        let mut substitution = Substitution::new(SubstitutionKind::Absence, substitute);
        substitution.period = period;
        substitution
    })
}

fn occupancy() -> impl Strategy<Value = Option<Occupancy>> {
    let holder = (weighted(0.8, select(vec!["p1", "p2", "p3"])), period()).prop_map(|(person, period)| {
        let mut holder = Holder::new();
        holder.person = person.map(named);
        holder.period = period;
        holder
    });
    prop_oneof![
        4 => Just(None),
        5 => vec(holder, 0..=2).prop_map(|holders| Some(Occupancy::Held { holders })),
        3 => weighted(0.4, day()).prop_map(|since| Some(Occupancy::Vacant { since })),
        1 => (1..=3i64).prop_map(|seats| {
            Some(Occupancy::Pool { seats: Count::try_from(seats).expect("a small number") })
        }),
    ]
}

fn standing() -> impl Strategy<Value = Option<Standing>> {
    let group = |name| Standing::CoHead { group: named(name), answers_to: None };
    prop_oneof![
        16 => Just(None),
        2 => Just(Some(Standing::Head { answers_to: None })),
        1 => Just(Some(group("board"))),
        1 => Just(Some(group("owners"))),
        1 => Just(Some(Standing::ExternalSuperior { answers_to: named("the ministry") })),
    ]
}

fn position() -> impl Strategy<Value = Position> {
    let lines = prop_oneof![
        3 => reference().prop_map(|superior| vec![ReportingLine::solid(superior)]),
        2 => vec(line(), 0..=3),
    ];
    let words = (weighted(0.8, Just("T")), weighted(0.1, Just("G")), weighted(0.2, Just("closed")));
    let seat = (standing(), lines, vec(substitution(), 0..=2), occupancy());
    let places = (weighted(0.5, unit_reference()), weighted(0.4, select(vec!["d", "e", GHOST])));
    let days = (weighted(0.15, day()), weighted(0.15, day()));
    let delegation = weighted(0.1, (reference(), period()));
    (letter(), words, seat, places, days, delegation).prop_map(
        |(id, (title, grade, reason), seat, (unit, paper), days, delegation)| {
            let mut position = Position::new(named(&id));
            position.title = title.map(named);
            position.grade = grade.map(named);
            position.no_substitute_because = reason.map(named);
            (position.standing, position.reporting, position.substitution, position.occupancy) = seat;
            position.unit = unit.as_deref().map(named);
            position.description = paper.map(named);
            (position.opened, position.closed) = days;
            position.delegations.extend(delegation.map(|(to, period)| {
                let mut delegation = Delegation::new(named("x"), to);
                delegation.period = period;
                delegation
            }));
            position
        },
    )
}

fn unit() -> impl Strategy<Value = Unit> {
    let id = select(vec!["u", "v", "w", "x"]);
    (id, weighted(0.7, unit_reference()), weighted(0.5, reference())).prop_map(|(id, parent, lead)| {
        let mut unit = Unit::new(named(id));
        unit.parent = parent.as_deref().map(named);
        unit.lead = lead;
        unit
    })
}

fn description() -> impl Strategy<Value = Description> {
    let duty = Just(Duty::new(named("x"), named("Works")));
    (select(vec!["d", "e"]), vec(duty, 0..=1))
        .prop_map(|(id, duties)| Description::new(named(id)).duties(duties))
}

/// One seat more, on a row that agrees with another in everything but who holds it.
fn with_job_share(mut organization: Organization, which: Index, other: Option<Occupancy>) -> Organization {
    if !organization.positions.is_empty() {
        let mut row = which.get(&organization.positions).clone();
        row.occupancy = other;
        organization.positions.push(row);
    }
    organization
}

/// Every row under an id of its own; references lead to those.
fn with_own_ids(mut organization: Organization) -> Organization {
    let count = organization.positions.len().max(1);
    for (row, position) in organization.positions.iter_mut().enumerate() {
        position.id = named(LETTERS[row]);
        each_reference(position, |id| {
            if id.as_str() != GHOST {
                *id = named(LETTERS[number(id) % count]);
            }
        });
    }
    for (unit, id) in organization.units.iter_mut().zip(["u", "v", "w", "x"]) {
        unit.id = named(id);
    }
    organization
}

/// Lines lead to earlier rows only and nothing dangles: most of these are valid.
fn tidied(mut organization: Organization) -> Organization {
    let count = organization.positions.len().max(1);
    let units: Vec<_> = organization.units.iter().map(|unit| unit.id.clone()).collect();
    let mut papers = BTreeSet::new();
    organization.descriptions.retain(|paper| papers.insert(paper.id.clone()));
    for (row, unit) in organization.units.iter_mut().enumerate() {
        unit.parent = unit.parent.take().filter(|parent| units[..row].contains(parent));
        unit.lead = unit.lead.take().filter(|lead| number(lead) < organization.positions.len());
    }
    for (row, position) in organization.positions.iter_mut().enumerate() {
        position.delegations.clear();
        position.unit = position.unit.take().filter(|unit| units.contains(unit));
        position.description = position.description.take().filter(|paper| papers.contains(paper));
        each_reference(position, |id| *id = named(LETTERS[number(id) % count]));
        if row == 0 {
            position.standing = Some(Standing::Head { answers_to: None });
            position.reporting.clear();
        }
        for line in &mut position.reporting {
            line.superior = named(LETTERS[number(&line.superior) % row]);
        }
    }
    organization
}

fn number(id: &PositionId) -> usize {
    LETTERS.iter().position(|letter| *letter == id.as_str()).unwrap_or(MOST)
}

fn each_reference(position: &mut Position, change: impl Fn(&mut PositionId)) {
    for line in &mut position.reporting {
        change(&mut line.superior);
    }
    for substitution in &mut position.substitution {
        match &mut substitution.substitute {
            Substitute::Position { position } => change(position),
            Substitute::Pool { positions } => positions.iter_mut().for_each(&change),
            _ => {}
        }
    }
    for delegation in &mut position.delegations {
        change(&mut delegation.to);
    }
}
