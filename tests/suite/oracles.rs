//! Rules against second implementations, slow and as plain as their pages, on organisations in which what they look for is frequent.

mod answering;
mod handing_on;
mod judge;
mod qualified;
mod reporting;
mod signing;
mod substitution;

use std::cell::Cell;
use std::collections::BTreeSet;
use std::fmt::Debug;

use officium::diagnostic::Finding;
use officium::rules::{Demands, Profile, catalog};
use officium::{Date, Holder, Occupancy, Organization, Period};
use proptest::option::weighted;
use proptest::prelude::{Strategy, TestCaseError};
use proptest::sample::select;
use proptest::test_runner::TestRunner;

use crate::graph::{argument, cases, report};
use crate::support::dirty::{named, today};
use crate::support::naive::Model;

/// The rule finds what the oracle says, on many organisations, of which at least so many of a hundred have something to be found.
fn agree<T: Ord + Debug>(
    code: &str,
    demands: Demands,
    (organizations, percent): (impl Strategy<Value = Organization>, usize),
    of: impl Fn(&Finding) -> T,
    oracle: impl Fn(&Model<'_>) -> BTreeSet<T>,
) {
    const CASES: u32 = 2000;
    let rule = catalog().find(|rule| rule.code().as_str() == code).expect("a rule");
    let profile = Profile::baseline().with_level(rule.code(), Some(rule.level())).with_demands(demands);
    let speaking = Cell::new(0);
    let outcome = TestRunner::new(cases(CASES)).run(&organizations, |organization| {
        let report = report(&organization, &profile);
        let found = report.findings().iter().filter(|finding| finding.code() == rule.code());
        let found: BTreeSet<T> = found.map(&of).collect();
        speaking.set(speaking.get() + usize::from(!found.is_empty()));
        let expected = oracle(&Model::new(&organization, today()));
        if found == expected {
            Ok(())
        } else {
            Err(TestCaseError::fail(format!("{code} finds {found:?}, and the oracle {expected:?}")))
        }
    });
    if let Err(failure) = outcome {
        panic!("{failure}");
    }
    let share = 100 * speaking.get() / CASES as usize;
    assert!(share >= percent, "{code} speaks in {share} of a hundred cases only");
}

fn text(finding: &Finding, name: &str) -> String {
    argument(finding, name).unwrap_or_default().to_owned()
}

/// Whom and what a finding is about: the arguments of these names.
fn texts<const N: usize>(names: [&'static str; N]) -> impl Fn(&Finding) -> [String; N] {
    move |finding| names.map(|name| text(finding, name))
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
