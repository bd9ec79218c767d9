//! # R008 invalid-dotted-line
//!
//! ## What it checks
//! No functional, project or dotted line leads to the superior of a solid line in force on the same day. That such a line stands
//! without any solid line is reported as the missing superior that it is (R003).
//!
//! ## Why it matters
//! It says nothing that the solid line does not say, so something else was meant.
//!
//! ## Example
//! ```json
//! {"positions": [
//!   {"id": "head", "title": "Manager", "standing": {"kind": "head"}, "noSubstituteBecause": "closed when away"},
//!   {"id": "shop", "title": "Shop assistant", "reporting": [{"kind": "solid", "superior": "head"}, {"kind": "dotted", "superior": "head"}], "noSubstituteBecause": "closed when away"}
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
//! A head, or a seat with an external superior, may have such lines and no solid one.

use crate::diagnostic::{About, Applicability, Change, Level, keys};
use crate::model::{LineKind, PositionId};
use crate::rules::{Context, Rule, Sink};

static ABOUT: About = About::new(
    *b"R008",
    "invalid-dotted-line",
    "it says nothing that the solid line does not say, so something else was meant",
    &[keys::NAK.at("rule 2")],
);

pub(super) const RULE: Rule = Rule::new(&ABOUT, Level::Warning, check);

fn check(cx: &Context<'_>, sink: &mut Sink) {
    let on = cx.graph.as_of();
    for position in cx.oddly_led() {
        // the rows of a job share say the same
        let mut said: Vec<(LineKind, &PositionId)> = Vec::new();
        for (place, row) in cx.open_rows(position) {
            let lines = || {
                row.reporting
                    .iter()
                    .enumerate()
                    .filter(|(_, line)| line.in_force(on) && line.superior != row.id)
            };
            for (index, line) in lines().filter(|(_, line)| line.kind != LineKind::Solid) {
                let solid = lines()
                    .find(|(_, other)| other.kind == LineKind::Solid && other.superior == line.superior);
                let Some((solid, _)) = solid.filter(|_| !said.contains(&(line.kind, &line.superior))) else {
                    continue;
                };
                said.push((line.kind, &line.superior));
                let at = |index: usize| place.member("reporting").index(index);
                let message = format!(
                    "the {} line of `{}` leads to its superior `{}`",
                    line.kind, row.id, line.superior
                );
                let finding = sink.at(at(index).member("superior"), message).argument("id", &row.id);
                let finding = finding.argument("superior", &line.superior).label(at(solid), "the solid line");
                let change = Change::Remove { path: at(index) };
                let finding = finding.fix("remove the line", Applicability::Certain, change);
                sink.push(finding.help("remove it, or correct to whom it leads"));
            }
        }
    }
}
