//! # S014 interim-too-long
//!
//! ## What it checks
//! Every interim substitution, in force or to come, has an end: a last day or a maximum. It is not in force beyond its maximum, counted
//! from its first day. Where a threshold of days is set (`interimDays`), it lasts no longer: from its first day to its end, or as long
//! as its maximum where the first day is not stated. And when it has ended, the seat is not left vacant: somebody sits there, or
//! another interim substitution is in force. Of several that have ended, the last one is reported, unless it ended before the vacancy
//! began.
//!
//! ## Why it matters
//! What was meant for a while becomes the rule, without an appointment; or the seat is empty, although the chart shows cover.
//!
//! ## Example
//! ```json
//! {"positions": [
//!   {"id": "head", "title": "Manager", "standing": {"kind": "head"}, "occupancy": {"kind": "vacant"},
//!    "substitution": [{"kind": "interim", "substitute": {"kind": "position", "position": "clerk"}, "period": {"from": "2026-10-01"}}]},
//!   {"id": "clerk", "title": "Clerk", "reporting": [{"kind": "solid", "superior": "head"}], "noSubstituteBecause": "the work waits"}
//! ]}
//! ```
//!
//! ## Write instead
//! ```json
//! {"positions": [
//!   {"id": "head", "title": "Manager", "standing": {"kind": "head"}, "occupancy": {"kind": "vacant"},
//!    "substitution": [{"kind": "interim", "substitute": {"kind": "position", "position": "clerk"}, "period": {"from": "2026-10-01", "until": "2026-12-23"}}]},
//!   {"id": "clerk", "title": "Clerk", "reporting": [{"kind": "solid", "superior": "head"}], "noSubstituteBecause": "the work waits"}
//! ]}
//! ```
//!
//! ## Exceptions
//! Without a threshold, no length is too long. A vacant seat that nobody covers any more is another finding (S001), and one with a
//! reason on record why no substitute is needed is none.

use crate::diagnostic::{About, Level, keys};
use crate::graph::PositionRef;
use crate::model::{Date, Occupancy, Substitution, SubstitutionKind};
use crate::rules::scope::{self, Stated};
use crate::rules::{Context, Rule, Sink};

static ABOUT: About = About::new(
    *b"S014",
    "interim-too-long",
    "what was meant for a while becomes the rule, or the seat is empty although the chart shows cover",
    &[keys::SUP3A.whole()],
);

pub(super) const RULE: Rule = Rule::new(&ABOUT, Level::Error, check);

fn check(cx: &Context<'_>, sink: &mut Sink) {
    let on = cx.graph.as_of();
    let most = cx.threshold(|it| it.interim_days).and_then(|days| i64::try_from(days).ok());
    for position in cx.oddly_covered() {
        let mut running = false;
        // of those that have ended, the last, with its last day
        let mut ended: Option<(Date, Stated<'_>)> = None;
        for stated in
            scope::stated(cx, position).filter(|it| it.substitution.kind == SubstitutionKind::Interim)
        {
            running |= stated.substitution.in_force(on);
            match stated.substitution.period.as_ref().and_then(|period| period.until) {
                Some(last) if last < on => {
                    if ended.as_ref().is_none_or(|(latest, _)| *latest < last) {
                        ended = Some((last, stated));
                    }
                }
                _ => without_good_end(&stated, on, most, sink),
            }
        }
        let Some((last, stated)) = ended.filter(|_| !running && position.is_vacant()) else { continue };
        let excused = position.rows().any(|row| row.no_substitute_because.is_some());
        let of_an_earlier_vacancy = vacant_since(position).is_some_and(|since| last < since);
        if excused || of_an_earlier_vacancy || !position.has_substitution() {
            continue;
        }
        let id = position.id();
        let message =
            format!("the interim substitution of `{id}` ended on {last}, and the seat is still vacant");
        let finding = sink
            .at(stated.path().member("period").member("until"), message)
            .argument("id", id)
            .argument("until", &last);
        sink.push(finding.help("appoint somebody, or add another interim substitution with an end"));
    }
}

fn vacant_since(position: PositionRef<'_>) -> Option<Date> {
    let since = position.open_rows().filter_map(|row| match &row.occupancy {
        Some(Occupancy::Vacant { since }) => *since,
        _ => None,
    });
    since.min()
}

/// Reports an interim substitution in force or to come whose end is missing, past or far away.
fn without_good_end(stated: &Stated<'_>, on: Date, most: Option<i64>, sink: &mut Sink) {
    let Substitution { period, maximum, .. } = stated.substitution;
    let from = period.as_ref().and_then(|period| period.from);
    // the first day on which it is over
    let by_period = period.as_ref().and_then(|period| period.until).and_then(Date::next_day);
    let by_maximum = from.zip(*maximum).map(|(from, maximum)| from.plus(maximum));
    let id = stated.absent.id();
    let at = |message: String| sink.at(stated.path(), message).argument("id", id);
    if let Some(over) = by_maximum.filter(|over| *over <= on) {
        let message = format!(
            "the interim substitution of `{id}` should have ended before {over}: its maximum is used up"
        );
        let finding = at(message).argument("over", &over);
        sink.push(finding.help("end it in `period` and appoint somebody, or extend `maximum`"));
        return;
    }
    let (first, over) = match (from, by_period.into_iter().chain(by_maximum).min(), maximum) {
        (_, None, None) => {
            let finding = at(format!("the interim substitution of `{id}` has no end"));
            sink.push(finding.help("state its last day in `period`, or how long it may last in `maximum`"));
            return;
        }
        (Some(from), Some(over), _) => (from, over),
        (None, _, Some(maximum)) => (on, on.plus(*maximum)),
        _ => return,
    };
    let days = first.days_until(over);
    if let Some(most) = most.filter(|most| days > *most) {
        let message = format!("the interim substitution of `{id}` lasts {days} days, more than {most}");
        let finding = at(message).argument("days", &days).argument("most", &most);
        sink.push(
            finding.help(
                "end it earlier and appoint somebody; `thresholds.interimDays` sets the number of days",
            ),
        );
    }
}
