//! Rules that need judgement, each against a slow and plain second opinion on organisations in which their situation is frequent.

mod answering;
mod handing_on;
mod qualified;
mod signing;

use std::cell::Cell;
use std::fmt::Debug;

use officium::Organization;
use officium::diagnostic::{Finding, Path, Report, Step};
use officium::rules::{Profile, catalog};
use proptest::prelude::Strategy;
use proptest::test_runner::{TestCaseError, TestRunner};

use crate::graph::{cases, report};

/// Compares a rule with its judge, which says whether anything was to be found. Both answers must be frequent.
pub(crate) fn judge<T: Debug>(
    strategy: &impl Strategy<Value = T>,
    case: impl Fn(&T) -> Result<bool, TestCaseError>,
) {
    const CASES: u32 = 3000;
    let (found, silent) = (Cell::new(0), Cell::new(0));
    let judged = TestRunner::new(cases(CASES)).run(strategy, |value| {
        let count = if case(&value)? { &found } else { &silent };
        count.set(count.get() + 1);
        Ok(())
    });
    judged.unwrap_or_else(|error| panic!("{error}"));
    assert!(
        found.get().min(silent.get()) > CASES / 10,
        "{} cases with findings, {} without",
        found.get(),
        silent.get()
    );
}

/// What one rule finds.
pub(crate) fn findings_of(organization: &Organization, code: &str) -> Vec<Finding> {
    let rule = catalog().find(|rule| rule.code().as_str() == code).expect("a rule of the catalogue");
    let profile = Profile::structure().with_level(rule.code(), Some(rule.level()));
    let found: Report = report(organization, &profile);
    found.into_iter().filter(|finding| finding.code() == rule.code()).collect()
}

/// The indices along a path.
pub(crate) fn indices(path: &Path) -> Vec<usize> {
    let steps = path.steps().iter();
    steps
        .filter_map(|step| if let Step::Element { index, .. } = step { Some(*index) } else { None })
        .collect()
}
