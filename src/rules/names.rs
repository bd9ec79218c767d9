//! A list of names to look up in.

use hashbrown::HashSet;

/// Names to look up in: a plain list while it is short.
pub(crate) enum Names<'n> {
    Few(Vec<&'n str>),
    Many(HashSet<&'n str>),
}

impl<'n> Names<'n> {
    pub(crate) fn new(names: impl IntoIterator<Item = &'n str>) -> Self {
        const FEW: usize = 16;
        let names: Vec<&str> = names.into_iter().collect();
        if names.len() <= FEW { Self::Few(names) } else { Self::Many(names.into_iter().collect()) }
    }

    pub(crate) fn contains(&self, name: &str) -> bool {
        match self {
            Self::Few(names) => names.contains(&name),
            Self::Many(names) => names.contains(name),
        }
    }
}
