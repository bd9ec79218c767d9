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

use super::judge::{findings_of, indices, judge};
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
    let person = weighted(0.7, select(vec!["p1", "p2"]));
    let period = weighted(0.3, period()).prop_map(Option::flatten);
    (vec(held, 0..=3), period, person).prop_map(|(held, period, person)| {
        let mut holder = Holder::new().qualifications(held);
        (holder.period, holder.person) = (period, person.map(named));
        holder
    })
}

fn organizations() -> impl Strategy<Value = Organization> {
    (vec(requirement(), 1..=4), vec(holder(), 1..=2), vec(holder(), 0..=2)).prop_map(
        |(requirements, first, second)| {
            let seats = [("a", first), ("b", second)];
            let seats =
                seats.map(|(id, holders)| Position::new(named(id)).description(named("d")).held_by(holders));
            Organization::new()
                .positions(seats)
                .descriptions([Description::new(named("d")).requirements(requirements)])
        },
    )
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

/// The last day on which a record counts for a requirement, where that is over, and whether it was a repetition that was missed.
fn last_day(held: &HeldQualification, asked: &Qualification) -> Option<(Date, bool)> {
    let validity = held.validity.as_ref()?;
    let repeat = match asked {
        Qualification::Training { repeat_after, .. } => *repeat_after,
        _ => None,
    };
    let overdue = validity.from.zip(repeat).map(|(from, repeat)| (years_later(from, repeat), true));
    let ends = [validity.until.map(|until| (until, false)), overdue];
    ends.into_iter().flatten().find(|(day, _)| *day < today())
}

fn is_current(held: &HeldQualification, asked: &Qualification) -> bool {
    contains(held.validity.as_ref(), today()) && last_day(held, asked).is_none()
}

/// Whether the holder must meet the requirement by now.
fn is_asked(requirement: &Requirement, holder: &Holder) -> bool {
    let from = holder.period.as_ref().and_then(|period| period.from);
    let time_is_over =
        from.zip(requirement.within).is_some_and(|(from, within)| years_later(from, within) < today());
    requirement.necessity == Necessity::Mandatory
        && (requirement.due != Some(RequirementDue::Later) || time_is_over)
}

/// The holders on the day, each with the numbers of seat and entry.
fn holders(organization: &Organization) -> Vec<([usize; 2], &Holder)> {
    let seats = organization.positions.iter().enumerate();
    seats
        .filter_map(|(seat, row)| match &row.occupancy {
            Some(officium::Occupancy::Held { holders }) => Some((seat, holders)),
            _ => None,
        })
        .flat_map(|(seat, holders)| {
            holders.iter().enumerate().map(move |(nth, holder)| ([seat, nth], holder))
        })
        .filter(|(_, holder)| contains(holder.period.as_ref(), today()))
        .collect()
}

/// Where Q002 and Q003 are to be found: at the holder or, where it stands there, at the record that lapsed last.
fn expected(organization: &Organization) -> [BTreeSet<Vec<usize>>; 2] {
    let mut expected = [BTreeSet::new(), BTreeSet::new()];
    let all = holders(organization);
    for (place, holder) in &all {
        let is_same = |other: &Holder| holder.person.is_some() && other.person == holder.person;
        let elsewhere = all.iter().filter(|(other, it)| other != place && is_same(it));
        let records = elsewhere.map(|(_, it)| *it).chain([*holder]).flat_map(|it| &it.qualifications);
        let records: Vec<_> = records.collect();
        if records.is_empty() {
            continue;
        }
        for requirement in organization.descriptions[0].requirements.iter().filter(|it| is_asked(it, holder))
        {
            let asked = &requirement.qualification;
            let meeting: Vec<_> = records.iter().filter(|it| asked.is_met_by(&it.qualification)).collect();
            if meeting.iter().any(|it| is_current(it, asked)) {
                continue;
            }
            let Some(last) = meeting.iter().filter_map(|it| last_day(it, asked)).max() else {
                expected[0].insert(place.to_vec());
                continue;
            };
            let is_last = |it: &HeldQualification| {
                asked.is_met_by(&it.qualification) && last_day(it, asked) == Some(last)
            };
            let here = holder.qualifications.iter().position(is_last);
            expected[1].insert(place.iter().copied().chain(here).collect());
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
