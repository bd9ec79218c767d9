//! Which part of a scope nobody answers for.

use std::collections::{BTreeMap, BTreeSet};

use crate::model::{Date, Period, ResponsibilityScope, Text};

/// Days, as spans from a first day to the day after the last; an end that is absent is open.
#[derive(Debug, Clone, Default)]
pub(crate) struct Days(Vec<Span>);

type Span = (Option<Date>, Option<Date>);

impl Days {
    /// From the first day until the day before `end`.
    pub(crate) fn add(&mut self, from: Option<Date>, end: Option<Date>) {
        self.0.push((from, end));
    }

    /// Those that lie in the period.
    pub(crate) fn within(&self, period: Option<&Period>) -> Self {
        let Some(Period { from, until }) = period else {
            return self.clone();
        };
        let after = until.and_then(Date::next_day);
        let earlier = |a: Option<Date>, b: Option<Date>| a.zip(b).map(|(a, b)| a.min(b)).or(a).or(b);
        let cut = |&(first, end): &Span| (first.max(*from), earlier(end, after));
        Self(self.0.iter().map(cut).filter(|(first, end)| end.is_none_or(|end| *first < Some(end))).collect())
    }

    /// The same days in as few spans as can be.
    fn merged(mut self) -> Self {
        self.0.sort_unstable();
        let mut merged: Vec<Span> = Vec::new();
        for (first, end) in self.0 {
            match merged.last_mut() {
                Some((_, so_far)) if so_far.is_none_or(|so_far| first <= Some(so_far)) => {
                    *so_far = so_far.zip(end).map(|(so_far, end)| so_far.max(end));
                }
                _ => merged.push((first, end)),
            }
        }
        Self(merged)
    }
}

/// The days that must be covered, both ends included; an end that is absent is open.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Window {
    pub(crate) from: Date,
    pub(crate) until: Option<Date>,
}

impl Window {
    /// The first of its days that is in none of these.
    fn first_missing(self, days: &[&Days]) -> Option<Date> {
        let mut spans: Vec<&Span> = days.iter().flat_map(|days| &days.0).collect();
        spans.sort_unstable();
        let mut day = self.from;
        for (first, end) in spans {
            if *first > Some(day) {
                break;
            }
            day = day.max((*end)?);
        }
        self.until.is_none_or(|until| day <= until).then_some(day)
    }
}

/// What somebody answers for: at these sites, for these products, on these days. An empty list does not limit it.
#[derive(Debug, Clone)]
pub(crate) struct Claim<'o> {
    pub(crate) sites: &'o [Text],
    pub(crate) products: &'o [Text],
    pub(crate) days: Days,
}

/// A part of a scope for which nobody answers; a site or product that is absent is any that is not named.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Gap<'o> {
    pub(crate) site: Option<&'o Text>,
    pub(crate) product: Option<&'o Text>,
    pub(crate) from: Date,
}

/// Who answers at one site.
#[derive(Default)]
struct Answers<'o> {
    for_all: Days,
    by_product: BTreeMap<&'o Text, Days>,
}

impl<'o> Answers<'o> {
    fn of<'c>(claims: impl IntoIterator<Item = &'c Claim<'o>>) -> Self
    where
        'o: 'c,
    {
        let mut answers = Self::default();
        for claim in claims {
            if claim.products.is_empty() {
                answers.for_all.0.extend(&claim.days.0);
            }
            for product in claim.products {
                answers.by_product.entry(product).or_default().0.extend(&claim.days.0);
            }
        }
        answers.for_all = answers.for_all.merged();
        answers
    }
}

/// The first part of `required` on a day of the window that no claim covers.
///
/// Sites that the same claims name are looked at once, so many sites with one to answer for each cost no more than their number.
pub(crate) fn first_gap<'o>(
    required: &'o ResponsibilityScope,
    window: Window,
    claims: &[Claim<'o>],
) -> Option<Gap<'o>> {
    let everywhere = Answers::of(claims.iter().filter(|claim| claim.sites.is_empty()));
    let mut named: BTreeMap<&Text, Vec<usize>> = BTreeMap::new();
    for (nth, claim) in claims.iter().enumerate() {
        for site in claim.sites {
            named.entry(site).or_default().push(nth);
        }
    }
    let nobody = Days::default();
    let mut looked_at: BTreeSet<&[usize]> = BTreeSet::new();
    for site in any_or_each(&required.sites) {
        let here = site.and_then(|site| named.get(site)).map_or(&[][..], Vec::as_slice);
        if !looked_at.insert(here) {
            continue;
        }
        let own = Answers::of(here.iter().filter_map(|nth| claims.get(*nth)));
        for product in any_or_each(&required.products) {
            let [for_it, for_it_here] = [&everywhere, &own].map(|answers| {
                product.and_then(|product| answers.by_product.get(product)).unwrap_or(&nobody)
            });
            let days = [&everywhere.for_all, &own.for_all, for_it, for_it_here];
            if let Some(from) = window.first_missing(&days) {
                return Some(Gap { site, product, from });
            }
        }
    }
    None
}

/// Each of the list; where it is empty, any.
fn any_or_each(list: &[Text]) -> impl Iterator<Item = Option<&Text>> {
    let any = list.is_empty().then_some(None);
    any.into_iter().chain(list.iter().map(Some))
}
