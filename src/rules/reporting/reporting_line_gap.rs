//! # R010 reporting-line-gap
//!
//! ## What it checks
//! Between the stated periods of a position's solid lines, no day is left out on which the position existed. Days before its first line
//! and after its last are no gap, nor are days before it was opened or after it is closed.
//!
//! ## Why it matters
//! For those days nobody can say whose orders the holder followed and who answered for the holder.
//!
//! ## Example
//! ```json
//! {"positions": [
//!   {"id": "head", "title": "Manager", "standing": {"kind": "head"}, "noSubstituteBecause": "closed when away"},
//!   {"id": "sales", "title": "Sales", "reporting": [{"kind": "solid", "superior": "head"}], "noSubstituteBecause": "closed when away"},
//!   {"id": "shop", "title": "Shop assistant", "noSubstituteBecause": "closed when away", "reporting": [
//!     {"kind": "solid", "superior": "sales", "period": {"until": "2025-12-31"}},
//!     {"kind": "solid", "superior": "head", "period": {"from": "2026-02-01"}}]}
//! ]}
//! ```
//!
//! ## Write instead
//! ```json
//! {"positions": [
//!   {"id": "head", "title": "Manager", "standing": {"kind": "head"}, "noSubstituteBecause": "closed when away"},
//!   {"id": "sales", "title": "Sales", "reporting": [{"kind": "solid", "superior": "head"}], "noSubstituteBecause": "closed when away"},
//!   {"id": "shop", "title": "Shop assistant", "noSubstituteBecause": "closed when away", "reporting": [
//!     {"kind": "solid", "superior": "sales", "period": {"until": "2025-12-31"}},
//!     {"kind": "solid", "superior": "head", "period": {"from": "2026-01-01"}}]}
//! ]}
//! ```
//!
//! ## Exceptions
//! A gap that lasts on the day itself (R003). Positions marked as head or with a superior outside, which need no line.

use crate::diagnostic::{About, Level, Path, keys};
use crate::graph::PositionRef;
use crate::model::{Date, LineKind};
use crate::rules::context::Place;
use crate::rules::{Context, Rule, Sink};

static ABOUT: About = About::new(
    *b"R010",
    "reporting-line-gap",
    "for those days nobody can say whose orders the holder followed",
    &[keys::SYSC25.whole()],
);

pub(super) const RULE: Rule = Rule::new(&ABOUT, Level::Error, check);

fn check(cx: &Context<'_>, sink: &mut Sink) {
    let on = cx.graph.as_of();
    for position in cx.oddly_led() {
        let on_top = position.is_head() || position.has_external_superior();
        // most have one line, for always
        if on_top || !position.open_rows().flat_map(|row| &row.reporting).any(|line| line.period.is_some()) {
            continue;
        }
        let mut lines = spans(cx, position);
        lines.sort_by_key(|line| (line.from, line.until));
        let mut lines = lines.into_iter();
        let Some(mut reach) = lines.next() else { continue };
        for next in lines {
            if let Some((after, before)) = gap(position, &reach, &next)
                && !(after < on && on < before)
            {
                let id = position.id();
                let message = format!("position `{id}` reports to nobody after {after} and before {before}");
                let finding = sink
                    .at(next.path(), message)
                    .argument("id", id)
                    .argument("after", &after)
                    .argument("before", &before)
                    .label(reach.path(), "the line before");
                sink.push(
                    finding.help(
                        "let the lines follow each other day by day, or add the line of the days between",
                    ),
                );
            }
            if reach.until.is_some_and(|until| next.until.is_none_or(|later| until < later)) {
                reach = next;
            }
        }
    }
}

/// The days of a solid line, and its place.
struct Span<'g> {
    from: Option<Date>,
    until: Option<Date>,
    place: Place<'g>,
    index: usize,
}

impl Span<'_> {
    fn path(&self) -> Path {
        self.place.member("reporting").index(self.index)
    }
}

/// The solid lines of a position, but for those whose period contains no day.
fn spans<'g>(cx: &Context<'g>, position: PositionRef<'g>) -> Vec<Span<'g>> {
    let lines = cx.open_rows(position).flat_map(|(place, row)| {
        row.reporting.iter().enumerate().map(move |(index, line)| (place, index, line))
    });
    let solid = lines.filter(|(_, _, line)| line.kind == LineKind::Solid).map(|(place, index, line)| {
        let (from, until) = line.period.as_ref().map_or((None, None), |period| (period.from, period.until));
        Span { from, until, place, index }
    });
    solid.filter(|span| span.from.zip(span.until).is_none_or(|(from, until)| from <= until)).collect()
}

/// The last day before and the first day after the days that two lines leave out, if the position existed on any of them.
fn gap(position: PositionRef<'_>, reach: &Span<'_>, next: &Span<'_>) -> Option<(Date, Date)> {
    let (after, before) = (reach.until?, next.from?);
    let existed = position.open_rows().any(|row| {
        let from = after.next_day().map(|day| row.opened.map_or(day, |opened| day.max(opened)));
        let end = row.closed.map_or(before, |closed| before.min(closed));
        from.is_some_and(|from| from < end)
    });
    existed.then_some((after, before))
}
