//! A list of names to look up in.

use crate::graph::HashSet;

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

/// Whether an id stands twice in a list.
pub(crate) fn has_doubles<'r, T>(list: &'r [T], id: impl Fn(&'r T) -> &'r str) -> bool {
    const FEW: usize = 16;
    if list.len() <= FEW {
        // for short lists, comparing all pairs is quicker than sorting
        let earlier = |nth: usize| list.iter().take(nth).map(&id);
        return list
            .iter()
            .map(&id)
            .enumerate()
            .any(|(nth, wanted)| earlier(nth).any(|other| other == wanted));
    }
    let mut ids: Vec<&str> = list.iter().map(&id).collect();
    ids.sort_unstable();
    ids.windows(2).any(|pair| pair.first() == pair.last())
}
