//! Which descriptions say the same about something, so that a rule need not compare each pair of them anew.

use std::hash::Hash;

use super::{Contents, Context};
use crate::graph::{HashMap, PositionRef};
use crate::model::Description;

/// Judges pairs of a description and that of a substitute, each kind of pair once.
pub(crate) struct Pairs<'g, F> {
    descriptions: &'g [Description],
    /// By row, a number that descriptions share which say the same.
    kinds: Vec<u32>,
    judged: HashMap<(u32, u32), bool>,
    judge: F,
}

impl<'g, F: Fn(&'g Description, &'g Description) -> bool> Pairs<'g, F> {
    /// What `judge` says of two descriptions must follow from their `part` alone.
    pub(crate) fn new<K: Eq + Hash>(cx: &Context<'g>, part: impl Fn(&'g Description) -> K, judge: F) -> Self {
        let descriptions = cx.organization().descriptions.as_slice();
        let mut numbers: HashMap<K, u32> = HashMap::default();
        let kinds = descriptions.iter().map(|description| {
            let next = u32::try_from(numbers.len()).unwrap_or(u32::MAX);
            *numbers.entry(part(description)).or_insert(next)
        });
        Self { descriptions, kinds: kinds.collect(), judged: HashMap::default(), judge }
    }

    /// Whether the descriptions in force of all who stand in for a position on the day are right in the eyes of the judge, and each of
    /// them has one.
    pub(crate) fn fit(&mut self, cx: &Context<'_>, absent: PositionRef<'_>) -> bool {
        let substitutes = cx.graph.substitutes().of(absent.node() as usize);
        let Some(of) = absent.description_row() else { return false };
        substitutes.iter().filter_map(|&node| PositionRef::new(cx.graph, node)).all(|substitute| {
            let own = substitute.description_row();
            let in_force = cx.contents_in_force(substitute).has(Contents::IN_FORCE);
            own.is_some_and(|own| in_force && self.fits(of, own))
        })
    }

    fn fits(&mut self, of: usize, own: usize) -> bool {
        let Self { descriptions, kinds, judged, judge } = self;
        let pair = |row: usize| kinds.get(row).copied().zip(descriptions.get(row));
        let (Some((kind, of)), Some((own_kind, own))) = (pair(of), pair(own)) else { return false };
        *judged.entry((kind, own_kind)).or_insert_with(|| judge(of, own))
    }
}
