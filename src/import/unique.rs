//! Ids that nobody else has.

use std::collections::{HashMap, HashSet};

use super::escape::fitted;

/// Hands out ids, each of them once.
#[derive(Debug, Default)]
pub(super) struct Unique {
    taken: HashSet<String>,
    /// The next number of each stem, so that a thousand equal stems do not count from the beginning a thousand times.
    next: HashMap<String, u64>,
}

impl Unique {
    /// Takes `id` itself; `false` where somebody has it.
    pub(super) fn claim(&mut self, id: &str) -> bool {
        self.taken.insert(id.to_owned())
    }

    /// An id of `stem` and a number, counted for each stem from `first`.
    pub(super) fn numbered(&mut self, stem: &str, first: u64) -> String {
        let next = self.next.entry(stem.to_owned()).or_insert(first);
        loop {
            let id = fitted(format!("{stem}{next}"));
            *next += 1;
            if self.taken.insert(id.clone()) {
                return id;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_pass_over_what_is_taken() {
        let mut ids = Unique::default();
        assert!(ids.claim("a-2"));
        assert!(!ids.claim("a-2"));
        assert_eq!(
            [ids.numbered("a-", 1), ids.numbered("a-", 1), ids.numbered("b-", 2)],
            ["a-1", "a-3", "b-2"]
        );
    }

    #[test]
    fn long_stems_are_cut_and_stay_apart() {
        let (mut ids, stem) = (Unique::default(), "a".repeat(128));
        let (one, other) = (ids.numbered(&stem, 1), ids.numbered(&stem, 1));
        assert_ne!(one, other);
        assert_eq!((one.len(), other.len()), (128, 128));
    }
}
