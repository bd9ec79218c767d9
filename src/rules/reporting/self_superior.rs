//! # R002 self-superior
//!
//! ## What it checks
//! No position names itself as superior, on a line of any kind in force on the day.
//!
//! ## Why it matters
//! It stands for something that was not said: a head that should be marked, or a superior that was mistyped.
//!
//! ## Example
//! ```json
//! {"positions": [
//!   {"id": "head", "title": "Manager", "standing": {"kind": "head"}, "noSubstituteBecause": "closed when away"},
//!   {"id": "shop", "title": "Shop assistant", "reporting": [{"kind": "solid", "superior": "shop"}], "noSubstituteBecause": "closed when away"}
//! ]}
//! ```
//!
//! ## Write instead
//! ```json
//! {"positions": [
//!   {"id": "head", "title": "Manager", "standing": {"kind": "head"}, "noSubstituteBecause": "closed when away"},
//!   {"id": "shop", "title": "Shop assistant", "reporting": [{"kind": "solid", "superior": "head"}], "noSubstituteBecause": "closed when away"}
//! ]}
//! ```
//!
//! ## Exceptions
//! None. A head has no line; it is marked with `standing`.

use crate::diagnostic::{About, Applicability, Change, Level, keys};
use crate::rules::{Context, Rule, Sink};

static ABOUT: About = About::new(
    *b"R002",
    "self-superior",
    "it stands for something that was not said: a head that should be marked, or a superior that was mistyped",
    &[keys::UKORG.whole(), keys::ERPN.whole()],
);

pub(super) const RULE: Rule = Rule::new(&ABOUT, Level::Error, check).hard();

fn check(cx: &Context<'_>, sink: &mut Sink) {
    let on = cx.graph.as_of();
    for position in cx.oddly_led() {
        let own = cx.open_rows(position).find_map(|(place, row)| {
            let line = row.reporting.iter().position(|line| line.superior == row.id && line.in_force(on))?;
            Some(place.member("reporting").index(line))
        });
        if let Some(line) = own {
            let id = position.id();
            let path = line.clone().member("superior");
            let finding = sink.at(path, format!("position `{id}` is its own superior")).argument("id", id);
            let finding =
                finding.fix("remove the line", Applicability::Likely, Change::Remove { path: line });
            sink.push(finding.help(
                "name its real superior, or, if it leads the organisation, remove the line and write `\"standing\": {\"kind\": \"head\"}`",
            ));
        }
    }
}
