//! # X009 critical-post-vacant-too-long
//!
//! ## What it checks
//! No critical position has been vacant for more days than the threshold `vacancyDays` (90, unless the organisation states its own)
//! while no interim substitution in force names somebody. A position is vacant since the day that it states, or since the day after its
//! last holder left.
//!
//! ## Why it matters
//! The organisation says that it cannot do without this work, and does without it.
//!
//! ## Example
//! ```json
//! {"positions": [
//!   {"id": "head", "title": "Manager", "standing": {"kind": "head"}, "noSubstituteBecause": "closed when away"},
//!   {"id": "brewer", "title": "Brewer", "critical": true, "reporting": [{"kind": "solid", "superior": "head"}],
//!    "occupancy": {"kind": "vacant", "since": "2026-05-01"},
//!    "substitution": [{"kind": "absence", "substitute": {"kind": "position", "position": "head"}}]}
//! ]}
//! ```
//!
//! ## Write instead
//! ```json
//! {"positions": [
//!   {"id": "head", "title": "Manager", "standing": {"kind": "head"}, "noSubstituteBecause": "closed when away"},
//!   {"id": "brewer", "title": "Brewer", "critical": true, "reporting": [{"kind": "solid", "superior": "head"}],
//!    "occupancy": {"kind": "vacant", "since": "2026-05-01"},
//!    "substitution": [{"kind": "interim", "substitute": {"kind": "position", "position": "head"}, "period": {"from": "2026-11-02", "until": "2027-01-15"}}]}
//! ]}
//! ```
//!
//! ## Exceptions
//! Vacancies of which nobody says since when. A position without any substitute is S001.

use crate::diagnostic::{About, Level, keys};
use crate::graph::{Facts, PositionRef};
use crate::model::{Date, Occupancy, SubstitutionKind};
use crate::rules::context::path_of;
use crate::rules::{Context, Rule, Sink};

static ABOUT: About = About::new(
    *b"X009",
    "critical-post-vacant-too-long",
    "the organisation says that it cannot do without this work, and does without it",
    &[keys::SUP3A.whole()],
);

pub(super) const RULE: Rule = Rule::new(&ABOUT, Level::Error, check);

fn check(cx: &Context<'_>, sink: &mut Sink) {
    let on = cx.graph.as_of();
    let Some(most) =
        cx.threshold(|thresholds| thresholds.vacancy_days).and_then(|days| i64::try_from(days).ok())
    else {
        return;
    };
    for position in cx.open_where(|facts| facts.has(Facts::VACANT) && facts.has(Facts::CRITICAL)) {
        let Some((since, days)) = vacant_since(position, on).map(|since| (since, since.days_until(on)))
        else {
            continue;
        };
        let excused = position.rows().any(|row| row.no_substitute_because.is_some());
        let is_uncovered = !excused && !position.has_substitution();
        let mut substitutions = position.open_rows().flat_map(|row| &row.substitution);
        let interim = substitutions.any(|it| {
            it.kind == SubstitutionKind::Interim && it.in_force(on) && it.substitute.names_somebody()
        });
        if days <= most || interim || is_uncovered {
            continue;
        }
        let id = position.id();
        let message = format!(
            "critical position `{id}` has been vacant since {since}, for {days} days of at most {most}, and nobody acts in the interim"
        );
        let place = cx.open_rows(position).find(|(_, row)| row.occupancy.is_some());
        let path = place.map_or_else(|| path_of(position), |(place, _)| place.member("occupancy"));
        let finding = sink.at(path, message).argument("id", id);
        sink.push(finding.help("fill the seat, or name in `substitution` who acts in the interim"));
    }
}

/// The day since which nobody sits in a vacant position, where that is on record.
fn vacant_since(position: PositionRef<'_>, on: Date) -> Option<Date> {
    let mut latest: Option<Date> = None;
    for row in position.open_rows() {
        let since = match row.occupancy.as_ref() {
            None | Some(Occupancy::Pool { .. }) => continue,
            Some(Occupancy::Vacant { since }) => (*since)?,
            Some(Occupancy::Held { holders }) => {
                let ends = holders.iter().filter_map(|holder| holder.period.as_ref()?.until);
                ends.filter(|until| *until < on).max()?.next_day()?
            }
        };
        latest = latest.max(Some(since)).max(row.opened);
    }
    latest
}
