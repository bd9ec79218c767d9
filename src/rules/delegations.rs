//! Duties handed on, each with what its ids stand for.

use std::collections::{BTreeMap, BTreeSet};

use super::Context;
use super::context::{Place, description_at};
use crate::diagnostic::Path;
use crate::graph::PositionRef;
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
        let row = self.description.duties.iter().position(|duty| duty.id == self.duty.id);
        let duties = description_at(self.row, self.description).member("duties");
        row.map_or_else(|| duties.clone(), |row| duties.clone().element(row, self.duty.id.as_str()))
    }

    /// The duty, by the row of its description and its id.
    pub(crate) fn key(&self) -> (usize, &'g str) {
        (self.row, self.duty.id.as_str())
    }
}

/// All of them. What the rows of one position say alike, they say once.
pub(crate) fn handed_on<'g>(cx: &Context<'g>) -> Vec<HandedOn<'g>> {
    let on = cx.graph.as_of();
    let mut duties: BTreeMap<usize, BTreeMap<&str, &'g Duty>> = BTreeMap::new();
    let mut found = Vec::new();
    for from in cx.open() {
        let own = from.rows().find_map(|row| row.description.as_ref());
        let mut said = BTreeSet::new();
        for (place, record) in cx.open_rows(from) {
            for (index, delegation) in record.delegations.iter().enumerate().filter(|(_, it)| it.in_force(on))
            {
                let holds = delegation.description.as_ref().or(own);
                let row = holds.and_then(|id| cx.graph.description_row(id));
                let to = cx.graph.position(&delegation.to).filter(|to| !to.is_closed());
                let Some(((row, to), description)) = row
                    .zip(to)
                    .and_then(|(row, to)| Some(((row, to), cx.organization().descriptions.get(row)?)))
                else {
                    continue;
                };
                let listed = duties.entry(row).or_insert_with(|| {
                    // of several duties with one id the first counts
                    description.duties.iter().rev().map(|duty| (duty.id.as_str(), duty)).collect()
                });
                let Some(duty) = listed.get(delegation.duty.as_str()).copied() else {
                    continue;
                };
                if said.insert((index, row, duty.id.as_str(), to.node())) {
                    let is_own = own.is_some_and(|own| *own == description.id);
                    found.push(HandedOn {
                        from,
                        to,
                        delegation,
                        description,
                        row,
                        duty,
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
