//! From ids to nodes. Rows that share an id are one node.

use std::hash::BuildHasher;

use hashbrown::{DefaultHashBuilder, HashTable};

use super::Adjacency;

/// The ids of a list of records, without a copy of them: whoever asks brings the records along.
#[derive(Debug, Default)]
pub(crate) struct Ids {
    table: HashTable<u32>,
    hasher: DefaultHashBuilder,
    /// By node, the first row.
    first: Vec<u32>,
    /// By row, the node.
    node_of: Vec<u32>,
    /// By node, all rows; empty where every id stands once.
    rows: Adjacency,
}

impl Ids {
    /// Indexes `rows`; `id` gives the id of a row.
    pub(crate) fn new<'r, T>(rows: &'r [T], id: impl Fn(&'r T) -> &'r str) -> Self {
        let mut ids = Self { table: HashTable::with_capacity(rows.len()), ..Self::default() };
        let Self { table, hasher, first, node_of, .. } = &mut ids;
        let id_of = |first: &[u32], node: u32| {
            first.get(node as usize).and_then(|row| rows.get(*row as usize)).map(&id)
        };
        let mut doubles = false;
        for (row, record) in (0u32..u32::MAX).zip(rows) {
            let wanted = id(record);
            let hash = hasher.hash_one(wanted);
            let known = table.find(hash, |&node| id_of(first, node) == Some(wanted)).copied();
            let node = known.unwrap_or_else(|| {
                let node = u32::try_from(first.len()).unwrap_or(u32::MAX);
                first.push(row);
                table.insert_unique(hash, node, |&node| {
                    hasher.hash_one(id_of(first, node).unwrap_or_default())
                });
                node
            });
            doubles |= known.is_some();
            node_of.push(node);
        }
        if doubles {
            let pairs: Vec<(u32, u32)> = ids.node_of.iter().copied().zip(0..).collect();
            ids.rows = Adjacency::new(ids.first.len(), &pairs);
        }
        ids
    }

    /// The node of that id.
    pub(crate) fn find<'r, T>(
        &self,
        rows: &'r [T],
        wanted: &str,
        id: impl Fn(&'r T) -> &'r str,
    ) -> Option<u32> {
        let matches = |node: &u32| {
            self.first.get(*node as usize).and_then(|row| rows.get(*row as usize)).map(&id) == Some(wanted)
        };
        self.table.find(self.hasher.hash_one(wanted), matches).copied()
    }

    /// The first row of that id.
    pub(crate) fn row<'r, T>(
        &self,
        rows: &'r [T],
        wanted: &str,
        id: impl Fn(&'r T) -> &'r str,
    ) -> Option<u32> {
        self.find(rows, wanted, id).and_then(|node| self.first.get(node as usize).copied())
    }

    /// How many nodes.
    pub(crate) fn len(&self) -> usize {
        self.first.len()
    }

    /// The first row of a node.
    pub(crate) fn first(&self, node: u32) -> usize {
        self.first.get(node as usize).map_or(usize::MAX, |row| *row as usize)
    }

    /// All rows of a node, in their order.
    pub(crate) fn rows(&self, node: u32) -> &[u32] {
        match self.rows.of(node as usize) {
            [] => self.first.get(node as usize).map_or(&[], std::slice::from_ref),
            rows => rows,
        }
    }

    /// The node of a row.
    pub(crate) fn node_of(&self, row: usize) -> Option<u32> {
        self.node_of.get(row).copied()
    }

    /// The nodes whose id stands on several rows.
    pub(crate) fn doubled(&self) -> impl Iterator<Item = u32> {
        (0u32..)
            .zip(0..self.rows.len())
            .filter(|(_, node)| self.rows.of(*node).len() > 1)
            .map(|(node, _)| node)
    }
}
