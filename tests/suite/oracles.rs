//! Rules against second implementations, slow and as plain as their pages, on organisations in which what they look for is frequent.

mod answering;
mod handing_on;
mod judge;
mod papers;
mod qualified;
mod reporting;
mod signing;
mod substitution;

use std::cell::Cell;
use std::collections::BTreeSet;

use officium::diagnostic::{Finding, Report};
use officium::rules::{Demands, Profile, catalog};
use officium::{Date, Holder, Occupancy, Organization, Period};
use proptest::option::weighted;
use proptest::prelude::{Strategy, prop_assert_eq};
use proptest::sample::select;
use proptest::test_runner::TestRunner;

use crate::graph::{argument, cases, report};
use crate::support::dirty::{named, today};
use crate::support::naive::Model;

/// What findings of a rule are about: the values of some of their arguments.
type Subjects = BTreeSet<Vec<String>>;

/// A rule said again.
struct Oracle {
    code: &'static str,
    /// The arguments to compare; `listed` is how many things the finding lists, which is one where it has no list.
    arguments: &'static [&'static str],
    expected: fn(&Model<'_>) -> Subjects,
}

impl Oracle {
    fn found(&self, report: &Report) -> Subjects {
        let of = |finding: &Finding, name: &str| match name {
            "listed" => finding.list.as_ref().map_or(1, |list| list.items.len()).to_string(),
            _ => argument(finding, name).unwrap_or_default().to_owned(),
        };
        let findings = report.findings().iter().filter(|finding| finding.code().as_str() == self.code);
        findings.map(|finding| self.arguments.iter().map(|name| of(finding, name)).collect()).collect()
    }
}

/// The rules find what their oracles say, on many organisations; each has something to find in one of fifty at least.
fn agree(organizations: impl Strategy<Value = Organization>, demands: Demands, oracles: &[Oracle]) {
    const CASES: u32 = 3000;
    let rules = catalog().filter(|rule| oracles.iter().any(|oracle| oracle.code == rule.code().as_str()));
    let profile =
        rules.fold(Profile::baseline(), |profile, rule| profile.with_level(rule.code(), Some(rule.level())));
    let profile = profile.with_demands(demands);
    let speaking: Vec<Cell<usize>> = oracles.iter().map(|_| Cell::new(0)).collect();
    let outcome = TestRunner::new(cases(CASES)).run(&organizations, |organization| {
        let (model, report) = (Model::new(&organization, today()), report(&organization, &profile));
        for (oracle, speaking) in oracles.iter().zip(&speaking) {
            let found = oracle.found(&report);
            speaking.set(speaking.get() + usize::from(!found.is_empty()));
            prop_assert_eq!(found, (oracle.expected)(&model), "{}", oracle.code);
        }
        Ok(())
    });
    if let Err(failure) = outcome {
        panic!("{failure}");
    }
    for (oracle, speaking) in oracles.iter().zip(speaking) {
        let found = speaking.get();
        assert!(found > CASES as usize / 50, "{} speaks in {found} of {CASES} cases only", oracle.code);
    }
}

fn about<const N: usize>(words: [&dyn ToString; N]) -> Vec<String> {
    words.map(ToString::to_string).to_vec()
}

/// A day close to that on which everything is looked at.
fn day() -> impl Strategy<Value = Date> {
    let before = ["2025-12-22", "2025-12-24", "2025-12-27", "2025-12-28", "2025-12-31"];
    let after = ["2026-01-01", "2026-01-02", "2026-01-05", "2026-01-06", "2026-01-09"];
    select([before, after].concat()).prop_map(named)
}

fn period(probability: f64) -> impl Strategy<Value = Option<Period>> {
    let ends = (weighted(0.8, day()), weighted(0.8, day()));
    weighted(
        probability,
        ends.prop_map(|(from, until)| {
            let mut period = Period::new();
            (period.from, period.until) = (from, until);
            period
        }),
    )
}

/// The people who sit in a position, each by a name of their own.
fn people(model: &Model<'_>, id: &str) -> BTreeSet<String> {
    let mut people = BTreeSet::new();
    for (row, record) in model.open_rows(id).into_iter().enumerate() {
        let places = match &record.occupancy {
            None => 1,
            Some(Occupancy::Pool { seats }) => seats.get(),
            Some(Occupancy::Vacant { since }) => u32::from(since.is_some_and(|since| since > today())),
            Some(_) => {
                for (nth, holder) in holders(model, record).into_iter().enumerate() {
                    people.insert(
                        holder.person.as_ref().map_or(format!("{id} {row} {nth}"), ToString::to_string),
                    );
                }
                0
            }
        };
        people.extend((0..places).map(|nth| format!("{id} {row} {nth}")));
    }
    people
}

fn holders<'o>(model: &Model<'_>, row: &'o officium::Position) -> Vec<&'o Holder> {
    let Some(Occupancy::Held { holders }) = &row.occupancy else { return Vec::new() };
    holders.iter().filter(|holder| model.in_force(holder.period.as_ref())).collect()
}
