//! From ids to nodes. Rows that share an id are one node.

use std::hash::BuildHasher;

use hashbrown::HashTable;

use super::{Adjacency, Hasher};

/// The ids of a list of records.
///
/// They are copied, one behind the other: records lie all over the memory, and looking into them would take most of the time.
#[derive(Debug, Default)]
pub(crate) struct Ids {
    table: HashTable<u32>,
    hasher: Hasher,
    text: Texts,
    /// By node, the first row.
    first: Vec<u32>,
    /// By row, the node.
    node_of: Vec<u32>,
    /// By node, all rows; empty where every id stands once.
    rows: Adjacency,
}

/// Texts, one behind the other.
#[derive(Debug, Default)]
struct Texts {
    all: String,
    ends: Vec<usize>,
}

impl Texts {
    fn push(&mut self, text: &str) {
        self.all.push_str(text);
        self.ends.push(self.all.len());
    }

    fn get(&self, nth: u32) -> &str {
        let nth = nth as usize;
        let start = nth.checked_sub(1).and_then(|before| self.ends.get(before)).copied().unwrap_or_default();
        self.ends.get(nth).and_then(|end| self.all.get(start..*end)).unwrap_or_default()
    }
}

impl Ids {
    /// Indexes rows by their ids.
    pub(crate) fn new<'r>(rows: impl ExactSizeIterator<Item = &'r str>) -> Self {
        let mut ids = Self { table: HashTable::with_capacity(rows.len()), ..Self::default() };
        let Self { table, hasher, text, first, node_of, .. } = &mut ids;
        let mut doubles = false;
        for (row, id) in (0u32..u32::MAX).zip(rows) {
            let hash = hasher.hash_one(id);
            let known = table.find(hash, |&node| text.get(node) == id).copied();
            let node = known.unwrap_or_else(|| {
                let node = u32::try_from(first.len()).unwrap_or(u32::MAX);
                first.push(row);
                text.push(id);
                table.insert_unique(hash, node, |&node| hasher.hash_one(text.get(node)));
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
    pub(crate) fn find(&self, id: &str) -> Option<u32> {
        self.table.find(self.hasher.hash_one(id), |&node| self.text.get(node) == id).copied()
    }

    /// The first row of that id.
    pub(crate) fn row(&self, id: &str) -> Option<u32> {
        self.find(id).and_then(|node| self.first.get(node as usize).copied())
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
