//! Edges in compressed form: for each node a slice of neighbours.

/// The neighbours of every node, in two arrays.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Adjacency {
    offsets: Vec<u32>,
    targets: Vec<u32>,
}

impl Adjacency {
    /// The edges of `nodes` nodes. They may come in any order; those of a node keep theirs, and doubles are dropped.
    pub(crate) fn new(nodes: usize, edges: &[(u32, u32)]) -> Self {
        let mut offsets = vec![0u32; nodes + 1];
        for &(from, _) in edges {
            if let Some(count) = offsets.get_mut(from as usize + 1) {
                *count += 1;
            }
        }
        let mut sum = 0;
        for offset in &mut offsets {
            sum += *offset;
            *offset = sum;
        }
        let mut next = offsets.clone();
        let mut targets = vec![0u32; edges.len()];
        for &(from, to) in edges {
            if let Some(place) = next.get_mut(from as usize) {
                if let Some(target) = targets.get_mut(*place as usize) {
                    *target = to;
                }
                *place += 1;
            }
        }
        Self { offsets, targets }.without_doubles()
    }

    fn without_doubles(self) -> Self {
        let doubled = |node: usize| {
            let of = self.of(node);
            of.iter().enumerate().any(|(nth, target)| of.iter().take(nth).any(|earlier| earlier == target))
        };
        // one or two neighbours are the rule: look before copying
        if !(0..self.len()).any(|node| self.of(node).len() > 32 || doubled(node)) {
            return self;
        }
        let mut offsets = Vec::with_capacity(self.offsets.len());
        let mut targets = Vec::with_capacity(self.targets.len());
        let mut last_seen_from =
            vec![u32::MAX; self.targets.iter().max().map_or(0, |most| *most as usize + 1)];
        offsets.push(0);
        for (node, mark) in (0..self.len()).zip(0u32..) {
            for &target in self.of(node) {
                if let Some(seen) = last_seen_from.get_mut(target as usize).filter(|seen| **seen != mark) {
                    *seen = mark;
                    targets.push(target);
                }
            }
            offsets.push(u32::try_from(targets.len()).unwrap_or(u32::MAX));
        }
        Self { offsets, targets }
    }

    /// How many nodes.
    pub(crate) fn len(&self) -> usize {
        self.offsets.len().saturating_sub(1)
    }

    /// The neighbours of a node.
    pub(crate) fn of(&self, node: usize) -> &[u32] {
        match (self.offsets.get(node), self.offsets.get(node + 1)) {
            (Some(&from), Some(&to)) => self.targets.get(from as usize..to as usize).unwrap_or_default(),
            _ => &[],
        }
    }

    /// All edges, by node.
    pub(crate) fn edges(&self) -> impl Iterator<Item = (u32, u32)> {
        (0u32..).zip(0..self.len()).flat_map(|(from, node)| self.of(node).iter().map(move |&to| (from, to)))
    }

    /// The same edges the other way round, without those from a node to itself.
    pub(crate) fn reversed(&self) -> Self {
        let turned: Vec<(u32, u32)> =
            self.edges().filter(|(from, to)| from != to).map(|(from, to)| (to, from)).collect();
        Self::new(self.len(), &turned)
    }

    /// Whether no way leads back to where it began: then taking away, again and again, what nothing leads to leaves nothing.
    pub(crate) fn is_free_of_rings(&self) -> bool {
        let mut leading_to = vec![0u32; self.len()];
        for &target in &self.targets {
            if let Some(count) = leading_to.get_mut(target as usize) {
                *count += 1;
            }
        }
        let mut todo: Vec<u32> =
            (0u32..).zip(&leading_to).filter(|(_, count)| **count == 0).map(|(node, _)| node).collect();
        let mut taken = 0;
        while let Some(node) = todo.pop() {
            taken += 1;
            for &target in self.of(node as usize) {
                if let Some(count) = leading_to.get_mut(target as usize) {
                    *count -= 1;
                    if *count == 0 {
                        todo.push(target);
                    }
                }
            }
        }
        taken == self.len()
    }

    /// All nodes that can be reached from `starts`, which count as reached.
    pub(crate) fn reached(&self, starts: impl IntoIterator<Item = u32>) -> Vec<bool> {
        let mut reached = vec![false; self.len()];
        let mut todo: Vec<u32> = starts.into_iter().collect();
        while let Some(node) = todo.pop() {
            if let Some(seen) = reached.get_mut(node as usize).filter(|seen| !**seen) {
                *seen = true;
                todo.extend_from_slice(self.of(node as usize));
            }
        }
        reached
    }
}
