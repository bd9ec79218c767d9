//! Who fulfils a key function.

use super::{Context, FunctionPair};
use crate::diagnostic::Path;
use crate::graph::{HashSet, PositionRef};
use crate::model::{Responsibility, Text};

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
    holding(cx, function).into_iter().map(|(position, _)| position).collect()
}

/// The same, each with the first place where the catalogue says so.
pub(crate) fn holding<'g>(cx: &Context<'g>, function: &Text) -> Vec<(PositionRef<'g>, AccountablePlace<'g>)> {
    let on = cx.graph.as_of();
    let mut seen = HashSet::default();
    let mut found = Vec::new();
    for (row, entry) in entries(cx, function) {
        for (index, accountable) in entry.accountable.iter().enumerate() {
            let period = accountable.scope.as_ref().and_then(|scope| scope.period.as_ref());
            let holds = !accountable.by_default && period.is_none_or(|period| period.contains(on));
            let position = cx.graph.position(&accountable.position).filter(|position| position.is_open());
            if let Some(position) = position.filter(|position| holds && seen.insert(position.node())) {
                found.push((position, AccountablePlace { row, entry, index }));
            }
        }
    }
    found
}

/// Where the catalogue says that a position answers for an entry.
#[derive(Clone, Copy)]
pub(crate) struct AccountablePlace<'g> {
    row: usize,
    entry: &'g Responsibility,
    index: usize,
}

impl AccountablePlace<'_> {
    pub(crate) fn path(self) -> Path {
        let entry = Path::root().member("responsibilities").element(self.row, self.entry.id.as_str());
        entry.member("accountable").index(self.index).member("position")
    }
}

/// What to do, with the clause of the pair where there is one.
pub(crate) fn with_clause(help: &str, pair: &FunctionPair) -> String {
    pair.clause.as_ref().map_or_else(|| help.to_owned(), |clause| format!("{help} ({clause})"))
}
