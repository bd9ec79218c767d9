//! Applies the fixes about which there is no doubt.

use std::collections::{BTreeMap, BTreeSet};

use crate::check::check;
use crate::diagnostic::{Applicability, Finding, Report};
use crate::graph::OrganizationGraph;
use crate::model::{Date, RuleCode};
use crate::read::{self, Edit, edited};
use crate::rules::Profile;

/// A text after its certain fixes.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct Fixed {
    /// The text: what was not mended stands as it was written.
    pub text: String,
    /// The findings that are gone, in the order in which they were mended.
    pub applied: Vec<Finding>,
    /// Findings whose fix would bring others to light: somebody has to look at both.
    pub withheld: Vec<Finding>,
}

/// Attempts that are made in all, each of which checks the organisation once: so that the cost stays linear.
const ATTEMPTS: usize = 64;

/// Applies to a JSON text the fixes that are [certain](Applicability::Certain), as far as each takes away its finding and brings no other.
///
/// A fix can be certain and uncover something: a reference that was mistyped may, once it is right, close a ring. Such fixes are
/// withheld. A text that breaks off is given back as it is.
///
/// ```
/// use officium::{fix, rules::Profile};
/// let text = r#"{"positions": [{"id": "head", "Title": "Manager", "standing": {"kind": "head"}}]}"#;
/// let fixed = fix::certain(text, &Profile::baseline(), "2026-11-24".parse()?);
/// assert_eq!(fixed.text, text.replace("Title", "title"));
/// assert_eq!(fixed.applied.len(), 1);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[must_use]
pub fn certain(text: &str, profile: &Profile, as_of: Date) -> Fixed {
    let mut fixed = Fixed { text: text.to_owned(), ..Fixed::default() };
    let Some(mut state) = State::of(text, profile, as_of) else { return fixed };
    let mut withheld: BTreeSet<Key> = BTreeSet::new();
    let mut most = usize::MAX;
    for _ in 0..ATTEMPTS {
        let batch = state.batch(&withheld, most);
        if batch.is_empty() {
            break;
        }
        let text = edited(&fixed.text, batch.iter().map(|(_, edit)| edit));
        let keys: Vec<Key> = batch.iter().map(|(finding, _)| key(finding)).collect();
        match State::of(&text, profile, as_of).filter(|next| next.is_cleaner(&state, &keys)) {
            Some(next) => {
                fixed.applied.extend(batch.into_iter().map(|(finding, _)| finding.clone()));
                fixed.text = text;
                state = next;
                most = usize::MAX;
            }
            None if batch.len() == 1 => {
                withheld.extend(keys);
                fixed.withheld.extend(batch.into_iter().map(|(finding, _)| finding.clone()));
            }
            // one of them is to blame: it is in this half, or the half goes through
            None => most = batch.len() / 2,
        }
    }
    fixed
}

/// What tells a finding from others while indices move.
type Key = (RuleCode, String, Vec<String>);

fn key(finding: &Finding) -> Key {
    let arguments = finding.arguments.iter().map(|(_, value)| value.clone());
    (finding.code(), finding.path.without_indices(), arguments.collect())
}

/// A text, checked.
struct State {
    report: Report,
    /// Of the findings that have a certain fix, the edit; by their place in the report.
    edits: BTreeMap<usize, Edit>,
}

impl State {
    /// Nothing for a text that breaks off.
    fn of(text: &str, profile: &Profile, as_of: Date) -> Option<Self> {
        let mut reading = read::json(text);
        if reading.is_cut_off() {
            return None;
        }
        let graph = OrganizationGraph::new(std::mem::take(&mut reading.organization), as_of);
        let report = check(&graph, profile).with_reading(std::mem::take(&mut reading.findings));
        let places = reading.locator(text);
        let edit = |finding: &Finding| {
            let fix = finding.fixes.iter().find(|fix| fix.applicability == Applicability::Certain)?;
            places.edit(finding, &fix.change)
        };
        let edits = report.findings().iter().enumerate();
        let edits = edits.filter_map(|(nth, finding)| Some((nth, edit(finding)?))).collect();
        Some(Self { report, edits })
    }

    /// Findings to be mended together: no two in one place.
    fn batch(&self, withheld: &BTreeSet<Key>, most: usize) -> Vec<(&Finding, Edit)> {
        let mut found: Vec<(&Finding, &Edit)> = self
            .edits
            .iter()
            .filter_map(|(nth, edit)| Some((self.report.findings().get(*nth)?, edit)))
            .filter(|(finding, _)| !withheld.contains(&key(finding)))
            .collect();
        found.sort_by_key(|(_, edit)| edit.span.start);
        let mut end = 0;
        let apart = found.into_iter().filter(|(_, edit)| {
            let is_apart = edit.span.start >= end;
            if is_apart {
                end = edit.span.end;
            }
            is_apart
        });
        apart.take(most).map(|(finding, edit)| (finding, edit.clone())).collect()
    }

    /// Whether those findings are gone and no other has come.
    fn is_cleaner(&self, before: &Self, gone: &[Key]) -> bool {
        let mut left: BTreeMap<Key, usize> = BTreeMap::new();
        for finding in before.report.findings() {
            *left.entry(key(finding)).or_default() += 1;
        }
        for key in gone {
            if let Some(count) = left.get_mut(key) {
                *count = count.saturating_sub(1);
            }
        }
        self.report.findings().iter().all(|finding| {
            let count = left.get_mut(&key(finding)).filter(|count| **count > 0);
            count.map(|count| *count -= 1).is_some()
        })
    }
}
