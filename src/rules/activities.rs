//! What duties are marked with, and what must not be in one hand.

use std::collections::BTreeMap;

use super::Context;
use crate::diagnostic::{Finding, Path};
use crate::model::{Conflict, Description};

/// The activities of a description, each with the first duty that it marks.
pub(crate) fn marked(description: &Description) -> BTreeMap<&str, usize> {
    let mut marked = BTreeMap::new();
    for (row, duty) in description.duties.iter().enumerate() {
        for activity in &duty.activities {
            marked.entry(activity.as_str()).or_insert(row);
        }
    }
    marked
}

/// The declared conflicts by their first activity, each with its row; a pair of an activity with itself says nothing.
pub(crate) fn by_first<'g>(cx: &Context<'g>) -> BTreeMap<&'g str, Vec<(usize, &'g Conflict)>> {
    let mut by_first: BTreeMap<&str, Vec<(usize, &Conflict)>> = BTreeMap::new();
    for (row, conflict) in cx.organization().conflicts.iter().enumerate() {
        if conflict.first != conflict.second {
            by_first.entry(conflict.first.as_str()).or_default().push((row, conflict));
        }
    }
    by_first
}

/// The finding with the place where the pair is declared.
pub(crate) fn declared(finding: Finding, row: usize, conflict: &Conflict) -> Finding {
    let text = match &conflict.reason {
        Some(reason) => format!("the pair is declared here, because: {reason}"),
        None => "the pair is declared here".to_owned(),
    };
    finding.label(Path::root().member("conflicts").index(row), text)
}
