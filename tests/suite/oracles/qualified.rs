//! Q002 and Q003: of each holder and each requirement, whether a record meets it, or when the last one lapsed.

use std::collections::BTreeSet;

use officium::{
    Date, Description, HeldQualification, Holder, Necessity, Organization, Period, Position, Qualification,
    Requirement, RequirementDue,
};
use proptest::collection::vec;
use proptest::option::weighted;
use proptest::prelude::{Strategy, prop_assert_eq};
use proptest::sample::select;

use super::{findings_of, indices, judge};
use crate::support::dirty::{named, today};

fn qualification() -> impl Strategy<Value = Qualification> {
    let training = |subject: &str, repeat: Option<&str>| Qualification::Training {
        subject: named(subject),
        length: None,
        repeat_after: repeat.map(named),
    };
    let certificate = Qualification::Certificate { name: named("forklift"), issuer: None };
    let repeated = ["P1Y", "P2Y"].map(|after| training("first aid", Some(after)));
    select(
        [vec![training("first aid", None), training("fire", None), certificate], repeated.to_vec()].concat(),
    )
}

/// Around the day, and around the days a year and two years before it.
fn day() -> impl Strategy<Value = Date> {
    let days = vec![
        "2023-12-31",
        "2024-01-01",
        "2024-12-31",
        "2025-01-01",
        "2025-01-02",
        "2025-12-31",
        "2026-01-01",
        "2026-01-02",
    ];
    select(days).prop_map(named)
}

fn period() -> impl Strategy<Value = Option<Period>> {
    let ends = (weighted(0.7, day()), weighted(0.4, day()));
    weighted(
        0.8,
        ends.prop_map(|(from, until)| {
            let mut period = Period::new();
            (period.from, period.until) = (from, until);
            period
        }),
    )
}

fn requirement() -> impl Strategy<Value = Requirement> {
    let necessity =
        select(vec![Necessity::Mandatory, Necessity::Mandatory, Necessity::Mandatory, Necessity::Desirable]);
    let due =
        weighted(0.3, select(vec![RequirementDue::AtHiring, RequirementDue::Later, RequirementDue::Later]));
    (necessity, qualification(), due, weighted(0.7, select(vec!["P1Y", "P2Y"]))).prop_map(
        |(necessity, qualification, due, within)| {
            let mut requirement = Requirement::new(necessity, qualification);
            (requirement.due, requirement.within) = (due, within.map(named));
            requirement
        },
    )
}

fn holder() -> impl Strategy<Value = Holder> {
    let held = (qualification(), period()).prop_map(|(qualification, validity)| {
        let mut held = HeldQualification::new(qualification);
        held.validity = validity;
        held
    });
    (vec(held, 1..=4), weighted(0.3, period()).prop_map(Option::flatten)).prop_map(|(held, period)| {
        let mut holder = Holder::new().qualifications(held);
        holder.period = period;
        holder
    })
}

fn organizations() -> impl Strategy<Value = Organization> {
    (vec(requirement(), 1..=4), vec(holder(), 1..=3)).prop_map(|(requirements, holders)| {
        let seat = Position::new(named("a")).head().held_by(holders);
        Organization::new()
            .seat_with_description(seat, Description::new(named("d")).requirements(requirements))
    })
}

/// The same day so many years later, by the calendar as it is written.
fn years_later(day: Date, length: officium::CalendarDuration) -> Date {
    let (day, length) = (day.to_string(), length.to_string());
    let years: u32 = length.trim_matches(|c| c == 'P' || c == 'Y').parse().expect("a number of years");
    let (year, rest) = day.split_once('-').expect("a year");
    named(&format!("{}-{rest}", year.parse::<u32>().expect("a year") + years))
}

fn contains(period: Option<&Period>, day: Date) -> bool {
    period
        .is_none_or(|it| it.from.is_none_or(|from| from <= day) && it.until.is_none_or(|until| day <= until))
}

/// The last day on which a record counts for a requirement, if there is one.
fn last_day(held: &HeldQualification, asked: &Qualification) -> Option<Date> {
    let validity = held.validity.as_ref()?;
    let repeat = match asked {
        Qualification::Training { repeat_after, .. } => *repeat_after,
        _ => None,
    };
    let overdue = validity.from.zip(repeat).map(|(from, repeat)| years_later(from, repeat));
    [validity.until.filter(|until| *until < today()), overdue.filter(|day| *day < today())]
        .into_iter()
        .flatten()
        .next()
}

/// Whether the holder must meet the requirement by now.
fn is_asked(requirement: &Requirement, holder: &Holder) -> bool {
    let from = holder.period.as_ref().and_then(|period| period.from);
    let time_is_over =
        from.zip(requirement.within).is_some_and(|(from, within)| years_later(from, within) < today());
    requirement.necessity == Necessity::Mandatory
        && (requirement.due != Some(RequirementDue::Later) || time_is_over)
}

/// By code, the places where something is to be found: the holder, and for Q003 the record.
fn expected(organization: &Organization) -> [BTreeSet<Vec<usize>>; 2] {
    let mut expected = [BTreeSet::new(), BTreeSet::new()];
    let Some(officium::Occupancy::Held { holders }) = &organization.positions[0].occupancy else {
        return expected;
    };
    for (nth, holder) in holders.iter().enumerate() {
        if !contains(holder.period.as_ref(), today()) || holder.qualifications.is_empty() {
            continue;
        }
        for requirement in organization.descriptions[0].requirements.iter().filter(|it| is_asked(it, holder))
        {
            let asked = &requirement.qualification;
            let records: Vec<_> = holder
                .qualifications
                .iter()
                .enumerate()
                .filter(|(_, it)| asked.is_met_by(&it.qualification))
                .collect();
            let is_current = |held: &HeldQualification| {
                contains(held.validity.as_ref(), today()) && last_day(held, asked).is_none()
            };
            if records.iter().any(|(_, held)| is_current(held)) {
                continue;
            }
            let lapsed = records.iter().filter_map(|(index, held)| Some((last_day(held, asked)?, *index)));
            // of several that lapsed on one day, the first
            match lapsed.max_by_key(|(day, index)| (*day, std::cmp::Reverse(*index))) {
                Some((_, index)) => expected[1].insert(vec![0, nth, index]),
                None => expected[0].insert(vec![0, nth]),
            };
        }
    }
    expected
}

#[test]
fn holders_have_what_is_asked_of_them() {
    judge(&organizations(), |organization| {
        let places = |code| {
            findings_of(organization, code).iter().map(|it| indices(&it.path)).collect::<BTreeSet<_>>()
        };
        let [missing, lapsed] = expected(organization);
        prop_assert_eq!(places("Q002"), missing);
        prop_assert_eq!(&places("Q003"), &lapsed);
        Ok(!lapsed.is_empty())
    });
}
