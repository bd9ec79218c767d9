//! Descriptions of which an organogram gives the purpose only.

use std::collections::{HashMap, HashSet};

use super::unique::Unique;
use crate::{Description, DescriptionId, PositionId, Text};

/// The descriptions met so far.
#[derive(Debug)]
pub(super) struct Descriptions {
    ids: Unique,
    /// Positions whose own id is in use.
    described: HashSet<PositionId>,
    by_text: HashMap<(PositionId, Text), DescriptionId>,
    /// In the order in which they were met.
    pub(super) list: Vec<Description>,
}

impl Descriptions {
    /// None yet, of these positions.
    pub(super) fn of<'p>(positions: impl IntoIterator<Item = &'p PositionId>) -> Self {
        let mut ids = Unique::default();
        for id in positions {
            // a numbered id must not be the own one of a later row
            ids.claim(id.as_str());
        }
        Self { ids, described: HashSet::new(), by_text: HashMap::new(), list: Vec::new() }
    }

    /// The description of that position with that purpose: rows of one id that say the same share it. The first one has the
    /// position's id, others a number behind it.
    pub(super) fn with(&mut self, position: &PositionId, purpose: Text) -> Option<DescriptionId> {
        let key = (position.clone(), purpose.clone());
        if let Some(id) = self.by_text.get(&key) {
            return Some(id.clone());
        }
        let id = if self.described.insert(position.clone()) {
            position.to_string()
        } else {
            self.ids.numbered(&format!("{position}/"), 2)
        };
        let id = DescriptionId::try_from(id).ok()?;
        self.list.push(Description::new(id.clone()).purpose(purpose));
        self.by_text.insert(key, id.clone());
        Some(id)
    }
}
