//! One rule against a second opinion, case by case, wherever its findings stand.

use std::cell::Cell;
use std::fmt::Debug;

use officium::Organization;
use officium::diagnostic::{Finding, Path, Step};
use officium::rules::{Profile, catalog};
use proptest::prelude::Strategy;
use proptest::test_runner::{TestCaseError, TestRunner};

use crate::graph::{cases, report};

/// Judges a rule by cases that say whether there was anything to be found; in one of ten at least there is, and in one of ten nothing.
pub(super) fn judge<T: Debug>(
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
    judged.unwrap_or_else(|difference| panic!("{difference}"));
    let (found, silent) = (found.get(), silent.get());
    assert!(found.min(silent) > CASES / 10, "{found} cases with findings, {silent} without");
}

/// What one rule finds.
pub(super) fn findings_of(organization: &Organization, code: &str) -> Vec<Finding> {
    findings_under(Profile::structure(), organization, code)
}

/// What one rule finds beside those of a profile.
pub(super) fn findings_under(profile: Profile, organization: &Organization, code: &str) -> Vec<Finding> {
    let rule = catalog().find(|rule| rule.code().as_str() == code).expect("a rule of the catalogue");
    let profile = profile.with_level(rule.code(), Some(rule.level()));
    report(organization, &profile).into_iter().filter(|finding| finding.code() == rule.code()).collect()
}

/// The indices along a path.
pub(super) fn indices(path: &Path) -> Vec<usize> {
    let steps = path.steps().iter();
    steps
        .filter_map(|step| if let Step::Element { index, .. } = step { Some(*index) } else { None })
        .collect()
}
