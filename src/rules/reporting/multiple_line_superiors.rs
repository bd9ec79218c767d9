//! # R007 multiple-line-superiors
//!
//! ## What it checks
//! No position has solid lines to more than one superior in force on the same day. Rows of one id that name different superiors are
//! a duplicate id (I001), not two lines.
//!
//! ## Why it matters
//! With two superiors, orders contradict each other and nobody answers for the holder.
//!
//! ## Example
//! ```json
//! {"positions": [
//!   {"id": "head", "title": "Manager", "standing": {"kind": "head"}, "noSubstituteBecause": "closed when away"},
//!   {"id": "sales", "title": "Sales", "reporting": [{"kind": "solid", "superior": "head"}], "noSubstituteBecause": "closed when away"},
//!   {"id": "shop", "title": "Shop assistant", "reporting": [{"kind": "solid", "superior": "head"}, {"kind": "solid", "superior": "sales"}], "noSubstituteBecause": "closed when away"}
//! ]}
//! ```
//!
//! ## Write instead
//! ```json
//! {"positions": [
//!   {"id": "head", "title": "Manager", "standing": {"kind": "head"}, "noSubstituteBecause": "closed when away"},
//!   {"id": "sales", "title": "Sales", "reporting": [{"kind": "solid", "superior": "head"}], "noSubstituteBecause": "closed when away"},
//!   {"id": "shop", "title": "Shop assistant", "reporting": [{"kind": "solid", "superior": "head"}, {"kind": "functional", "superior": "sales"}], "noSubstituteBecause": "closed when away"}
//! ]}
//! ```
//!
//! ## Exceptions
//! Functional, project and dotted lines, and lines whose periods follow each other.

use crate::diagnostic::{About, Level, keys};
use crate::model::LineKind;
use crate::rules::{Context, Rule, Sink};

static ABOUT: About = About::new(
    *b"R007",
    "multiple-line-superiors",
    "with two superiors, orders contradict each other and nobody answers for the holder",
    &[keys::NAK.whole()],
);

pub(super) const RULE: Rule = Rule::new(&ABOUT, Level::Error, check);

fn check(cx: &Context<'_>, sink: &mut Sink) {
    let on = cx.graph.as_of();
    for position in cx.oddly_led() {
        for (place, row) in cx.open_rows(position) {
            // to itself is another finding
            let mut solid = row.reporting.iter().enumerate().filter(|(_, line)| {
                line.kind == LineKind::Solid && line.in_force(on) && line.superior != row.id
            });
            let Some((first, one)) = solid.next() else {
                continue;
            };
            let Some((second, other)) = solid.find(|(_, line)| line.superior != one.superior) else {
                continue;
            };
            let line = |index: usize| place.member("reporting").index(index).member("superior");
            let id = &row.id;
            let message = format!(
                "position `{id}` has more than one superior: `{}` and `{}`",
                one.superior, other.superior
            );
            let finding =
                sink.at(line(second), message).argument("id", id).label(line(first), "the first solid line");
            sink.push(finding.help("keep one solid line and make the others `functional`, `project` or `dotted`, or give them periods"));
            // the other rows of a job share say the same
            break;
        }
    }
}
