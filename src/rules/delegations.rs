//! Duties handed on, each with what its ids stand for.

use std::collections::{BTreeMap, BTreeSet};

use super::Context;
use super::context::{Place, description_at};
use crate::diagnostic::Path;
use crate::graph::{Facts, PositionRef};
use crate::model::{Delegation, Description, Duty};

/// A delegation in force of a duty that exists, from a position that exists on the day to one that is not closed: what is wrong with
/// others is said elsewhere (I002, I005).
#[derive(Clone, Copy)]
pub(crate) struct HandedOn<'g> {
    pub(crate) from: PositionRef<'g>,
    pub(crate) to: PositionRef<'g>,
    pub(crate) delegation: &'g Delegation,
    /// The description that holds the duty, and its row.
    pub(crate) description: &'g Description,
    pub(crate) row: usize,
    pub(crate) duty: &'g Duty,
    duty_row: usize,
    /// Whether that is the delegator's own description.
    pub(crate) is_own: bool,
    place: Place<'g>,
    index: usize,
}

impl<'g> HandedOn<'g> {
    pub(crate) fn path(&self) -> Path {
        self.place.member("delegations").index(self.index)
    }

    /// The path of the duty in its description.
    pub(crate) fn duty_path(&self) -> Path {
        let duties = description_at(self.row, self.description).member("duties");
        duties.element(self.duty_row, self.duty.id.as_str())
    }

    /// The duty, by the row of its description and its id.
    pub(crate) fn key(&self) -> (usize, &'g str) {
        (self.row, self.duty.id.as_str())
    }
}

/// All of them.
pub(super) fn handed_on<'g>(cx: &Context<'g>) -> Vec<HandedOn<'g>> {
    let on = cx.graph.as_of();
    let mut duties: BTreeMap<usize, BTreeMap<&str, (usize, &'g Duty)>> = BTreeMap::new();
    let mut found = Vec::new();
    for from in cx.open_where(|facts| facts.has(Facts::DELEGATES)) {
        let own = from.description_row();
        let mut said = BTreeSet::new();
        for (place, record) in cx.open_rows(from) {
            for (index, delegation) in record.delegations.iter().enumerate().filter(|(_, it)| it.in_force(on))
            {
                let row = match &delegation.description {
                    Some(named) => cx.graph.description_row(named),
                    None => own,
                };
                let to = cx.graph.position(&delegation.to).filter(|to| !to.is_closed());
                let (Some(row), Some(to)) = (row, to) else {
                    continue;
                };
                let Some(description) = cx.organization().descriptions.get(row) else {
                    continue;
                };
                let listed = duties.entry(row).or_insert_with(|| {
                    // of several duties with one id the first counts
                    description
                        .duties
                        .iter()
                        .enumerate()
                        .rev()
                        .map(|(row, duty)| (duty.id.as_str(), (row, duty)))
                        .collect()
                });
                let Some((duty_row, duty)) = listed.get(delegation.duty.as_str()).copied() else {
                    continue;
                };
                if said.insert((index, row, duty.id.as_str(), to.node())) {
                    let is_own = own == Some(row);
                    found.push(HandedOn {
                        from,
                        to,
                        delegation,
                        description,
                        row,
                        duty,
                        duty_row,
                        is_own,
                        place,
                        index,
                    });
                }
            }
        }
    }
    found
}
