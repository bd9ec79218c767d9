//! Who fulfils a key function.

use hashbrown::HashSet;

use crate::graph::PositionRef;
use crate::model::{Responsibility, Text};

use super::Context;

/// The entries of the catalogue that fulfil a key function, each with its row.
pub(crate) fn entries<'g>(
    cx: &Context<'g>,
    function: &Text,
) -> impl Iterator<Item = (usize, &'g Responsibility)> {
    let all = cx.organization().responsibilities.iter().enumerate();
    all.filter(move |(_, entry)| entry.function.as_ref() == Some(function))
}

/// The open positions that answer for a key function on the day, each once; those that answer by default do not count.
pub(crate) fn positions<'g>(cx: &Context<'g>, function: &Text) -> Vec<PositionRef<'g>> {
    let on = cx.graph.as_of();
    let (mut found, mut seen) = (Vec::new(), HashSet::new());
    for accountable in entries(cx, function).flat_map(|(_, entry)| &entry.accountable) {
        let period = accountable.scope.as_ref().and_then(|scope| scope.period.as_ref());
        let holds = !accountable.by_default && period.is_none_or(|period| period.contains(on));
        let position = cx.graph.position(&accountable.position).filter(|position| position.is_open());
        found.extend(position.filter(|position| holds && seen.insert(position.node())));
    }
    found
}
