//! # D002 responsibility-gap
//!
//! ## What it checks
//! Every scope of an entry in `responsibilities` is covered, site by site, product by product and day by day, by positions that
//! exist. Several may cover it together. An entry without scopes must be covered as a whole. What a scope does not limit is
//! covered only by whoever is not limited in it either.
//!
//! A scope with a period is asked for on every day of it that is left, other scopes on the day of the check. A position
//! answers only while it is open and its own period lasts; vacant seats count, as others say when they are empty for too long. Each
//! scope is reported once, with its first gap.
//!
//! ## Why it matters
//! What is nobody's is not done, and afterwards nobody did it.
//!
//! ## Example
//! ```json
//! {"responsibilities": [{"id": "complaints", "scopes": [{"sites": ["north", "south"]}],
//!    "accountable": [{"position": "head", "scope": {"sites": ["north"]}}]}],
//!  "positions": [
//!   {"id": "head", "title": "Manager", "standing": {"kind": "head"}, "noSubstituteBecause": "closed when away"},
//!   {"id": "shop", "title": "Shop", "reporting": [{"kind": "solid", "superior": "head"}], "noSubstituteBecause": "closed when away"}
//! ]}
//! ```
//!
//! ## Write instead
//! ```json
//! {"responsibilities": [{"id": "complaints", "scopes": [{"sites": ["north", "south"]}],
//!    "accountable": [{"position": "head", "scope": {"sites": ["north"]}}, {"position": "shop", "scope": {"sites": ["south"]}}]}],
//!  "positions": [
//!   {"id": "head", "title": "Manager", "standing": {"kind": "head"}, "noSubstituteBecause": "closed when away"},
//!   {"id": "shop", "title": "Shop", "reporting": [{"kind": "solid", "superior": "head"}], "noSubstituteBecause": "closed when away"}
//! ]}
//! ```
//!
//! ## Exceptions
//! Whoever answers only `byDefault`, as the head does for whatever is nobody's, closes no gap. A position that does not exist is I002,
//! and is taken to cover what it should.

use std::fmt::Write as _;

use crate::diagnostic::{About, Level, Path, keys};
use crate::graph::PositionRef;
use crate::model::{Accountability, Date, Responsibility, ResponsibilityScope};
use crate::rules::coverage::{Claim, Days, Gap, Window, first_gap};
use crate::rules::{Context, Rule, Sink};

static ABOUT: About = About::new(
    *b"D002",
    "responsibility-gap",
    "what is nobody's is not done, and afterwards nobody did it",
    &[keys::GMP.at("2.3"), keys::SYSC25.at("25.4.4G"), keys::SYSC26.at("26.2.1G"), keys::AMC145.whole()],
);

pub(super) const RULE: Rule = Rule::new(&ABOUT, Level::Error, check);

/// So many of those who do not count are quoted.
const LABELS: usize = 2;

fn check(cx: &Context<'_>, sink: &mut Sink) {
    let on = cx.graph.as_of();
    let whole = ResponsibilityScope::new();
    for (row, entry) in cx.organization().responsibilities.iter().enumerate() {
        let path = entry_path(row, entry);
        let claims: Vec<Claim<'_>> =
            entry.accountable.iter().filter(|it| !it.by_default).map(|it| claim(cx, it)).collect();
        let listed = entry.scopes.iter().enumerate().map(|(index, scope)| (Some(index), scope));
        let whole = entry.scopes.is_empty().then_some((None, &whole));
        for (index, scope) in listed.chain(whole) {
            if let Some(gap) = first_gap(scope, window(scope, on), &claims) {
                let path =
                    index.map_or_else(|| path.clone(), |index| path.clone().member("scopes").index(index));
                report(cx, sink, path, (row, entry), &gap);
            }
        }
    }
}

fn window(scope: &ResponsibilityScope, on: Date) -> Window {
    match &scope.period {
        None => Window { from: on, until: Some(on) },
        Some(period) => Window { from: period.from.map_or(on, |from| from.max(on)), until: period.until },
    }
}

fn claim<'g>(cx: &Context<'g>, it: &'g Accountability) -> Claim<'g> {
    let mut exists = Days::default();
    match cx.graph.position(&it.position) {
        Some(position) => position.rows().for_each(|row| exists.add(row.opened, row.closed)),
        None => exists.add(None, None),
    }
    let (sites, products, period) = match &it.scope {
        None => (&[][..], &[][..], None),
        Some(scope) => (scope.sites.as_slice(), scope.products.as_slice(), scope.period.as_ref()),
    };
    Claim { sites, products, days: exists.within(period) }
}

fn entry_path(row: usize, entry: &Responsibility) -> Path {
    Path::root().member("responsibilities").element(row, entry.id.as_str())
}

fn report<'g>(
    cx: &Context<'g>,
    sink: &mut Sink,
    path: Path,
    (row, entry): (usize, &'g Responsibility),
    gap: &Gap<'_>,
) {
    let mut part = String::new();
    if let Some(site) = gap.site {
        let _ = write!(part, " at site `{site}`");
    }
    if let Some(product) = gap.product {
        let _ = write!(part, " for product `{product}`");
    }
    if gap.from > cx.graph.as_of() {
        let _ = write!(part, " on {}", gap.from);
    }
    let mut finding = sink
        .at(path, format!("nobody answers for `{}`{part}", entry.id))
        .argument("id", &entry.id)
        .argument("from", &gap.from);
    for (name, value) in [("site", gap.site), ("product", gap.product)] {
        if let Some(value) = value {
            finding = finding.argument(name, value);
        }
    }
    for (index, why) in idle(cx, entry).take(LABELS) {
        finding = finding.label(entry_path(row, entry).member("accountable").index(index), why);
    }
    sink.push(finding.help("name in `accountable` a position that answers for this part"));
}

/// Who is named and does not count, with the reason.
fn idle<'g>(cx: &Context<'g>, entry: &'g Responsibility) -> impl Iterator<Item = (usize, &'static str)> {
    entry.accountable.iter().enumerate().filter_map(|(index, it)| {
        let closed = cx.graph.position(&it.position).is_some_and(PositionRef::is_closed);
        match (it.by_default, closed) {
            (true, _) => Some((index, "answers only by default, which closes no gap")),
            (false, true) => Some((index, "is closed")),
            (false, false) => None,
        }
    })
}
