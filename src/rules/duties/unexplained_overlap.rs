//! # D003 unexplained-overlap
//!
//! ## What it checks
//! Where several open positions answer on the day for the same part of an entry in `responsibilities` (a site, a product, or all of
//! them), the entry says in `arrangement` how they share it, and why. Each entry is reported once, with the first two positions whose
//! scopes meet.
//!
//! ## Why it matters
//! What belongs to two is left by each to the other.
//!
//! ## Example
//! ```json
//! {"responsibilities": [{"id": "complaints", "accountable": [{"position": "head"}, {"position": "shop", "scope": {"sites": ["south"]}}]}],
//!  "positions": [
//!   {"id": "head", "title": "Manager", "standing": {"kind": "head"}, "noSubstituteBecause": "closed when away"},
//!   {"id": "shop", "title": "Shop", "reporting": [{"kind": "solid", "superior": "head"}], "noSubstituteBecause": "closed when away"}
//! ]}
//! ```
//!
//! ## Write instead
//! ```json
//! {"responsibilities": [{"id": "complaints", "accountable": [{"position": "head"}, {"position": "shop", "scope": {"sites": ["south"]}}],
//!    "arrangement": {"kind": "shared", "reason": "the manager steps in when a customer asks for it"}}],
//!  "positions": [
//!   {"id": "head", "title": "Manager", "standing": {"kind": "head"}, "noSubstituteBecause": "closed when away"},
//!   {"id": "shop", "title": "Shop", "reporting": [{"kind": "solid", "superior": "head"}], "noSubstituteBecause": "closed when away"}
//! ]}
//! ```
//!
//! ## Exceptions
//! Whoever answers only `byDefault` steps aside for others. Holders who share one seat are one position.

use std::collections::{BTreeMap, BTreeSet};

use crate::diagnostic::{About, Level, Path, keys};
use crate::model::{Accountability, ResponsibilityScope, Text};
use crate::rules::{Context, Rule, Sink};

static ABOUT: About = About::new(
    *b"D003",
    "unexplained-overlap",
    "what belongs to two is left by each to the other",
    &[keys::GMP.at("2.3"), keys::SYSC25.at("25.2.2R"), keys::SYSC25.at("25.2.3R")],
);

pub(super) const RULE: Rule = Rule::new(&ABOUT, Level::Error, check);

fn check(cx: &Context<'_>, sink: &mut Sink) {
    let entries = cx.organization().responsibilities.iter().enumerate();
    for (row, entry) in entries.filter(|(_, entry)| entry.arrangement.is_none()) {
        let shares: Vec<Share<'_>> = entry
            .accountable
            .iter()
            .enumerate()
            .filter_map(|(index, accountable)| Share::new(cx, index, accountable))
            .collect();
        let Some((first, second)) = first_overlap(&shares) else {
            continue;
        };
        let path =
            Path::root().member("responsibilities").element(row, entry.id.as_str()).member("accountable");
        let message = format!(
            "`{}` and `{}` both answer for `{}`, but nothing says how they share it",
            first.accountable.position, second.accountable.position, entry.id
        );
        let finding = sink
            .at(path.clone().index(second.index), message)
            .argument("id", &entry.id)
            .argument("first", &first.accountable.position)
            .argument("second", &second.accountable.position)
            .label(path.index(first.index), "answers for the same");
        sink.push(finding.help(
            "limit the scope of one of them, or say in `arrangement` whether they share or divide it, and why",
        ));
    }
}

/// What a position answers for on the day. An empty list does not limit it.
struct Share<'g> {
    index: usize,
    node: u32,
    accountable: &'g Accountability,
    sites: Vec<&'g Text>,
    products: Vec<&'g Text>,
}

impl<'g> Share<'g> {
    fn new(cx: &Context<'g>, index: usize, accountable: &'g Accountability) -> Option<Self> {
        let position = cx.graph.position(&accountable.position).filter(|position| position.is_open())?;
        let scope = accountable.scope.as_ref();
        let period = scope.and_then(|scope| scope.period.as_ref());
        let holds = !accountable.by_default && period.is_none_or(|period| period.contains(cx.graph.as_of()));
        let sorted = |list: fn(&ResponsibilityScope) -> &Vec<Text>| {
            let mut list: Vec<&Text> = scope.map(list).into_iter().flatten().collect();
            list.sort_unstable();
            list
        };
        let (sites, products) = (sorted(|scope| &scope.sites), sorted(|scope| &scope.products));
        holds.then_some(Self { index, node: position.node(), accountable, sites, products })
    }

    fn overlaps(&self, other: &Self) -> bool {
        self.node != other.node && meet(&self.sites, &other.sites) && meet(&self.products, &other.products)
    }
}

/// Whether two sorted lists have something in common; an empty one does not limit anything.
fn meet(a: &[&Text], b: &[&Text]) -> bool {
    let (short, long) = if a.len() <= b.len() { (a, b) } else { (b, a) };
    short.is_empty() || short.iter().any(|text| long.binary_search(text).is_ok())
}

/// The first share that overlaps with one before it, the two in their order.
///
/// Each share is compared with those before it that have a site in common, or with those that have a product in common, whichever are
/// fewer: where each of many positions has a part of its own, that is hardly any.
fn first_overlap<'s, 'g>(shares: &'s [Share<'g>]) -> Option<(&'s Share<'g>, &'s Share<'g>)> {
    let (mut by_site, mut by_product) = (Earlier::default(), Earlier::default());
    let mut seen = BTreeSet::new();
    for (nth, share) in shares.iter().enumerate() {
        if !seen.insert((share.node, &share.sites, &share.products)) {
            continue;
        }
        let first = {
            let (here, alike) = (by_site.with(&share.sites), by_product.with(&share.products));
            let candidates = if here.clone().count() <= alike.clone().count() { here } else { alike };
            candidates.filter(|nth| shares.get(*nth).is_some_and(|it| it.overlaps(share))).min()
        };
        if let Some(first) = first.and_then(|nth| shares.get(nth)) {
            return Some((first, share));
        }
        by_site.add(&share.sites, nth);
        by_product.add(&share.products, nth);
    }
    None
}

/// The shares so far, by one of their lists.
#[derive(Default)]
struct Earlier<'g> {
    all: Vec<usize>,
    unlimited: Vec<usize>,
    by_name: BTreeMap<&'g Text, Vec<usize>>,
}

impl<'g> Earlier<'g> {
    fn add(&mut self, names: &[&'g Text], nth: usize) {
        self.all.push(nth);
        if names.is_empty() {
            self.unlimited.push(nth);
        }
        for name in names {
            self.by_name.entry(name).or_default().push(nth);
        }
    }

    /// Those that meet this list.
    fn with<'e>(&'e self, names: &'e [&'g Text]) -> impl Iterator<Item = usize> + Clone + 'e {
        let rest = if names.is_empty() { &self.all } else { &self.unlimited };
        let listed = names.iter().filter_map(|name| self.by_name.get(*name)).flatten();
        rest.iter().chain(listed).copied()
    }
}
