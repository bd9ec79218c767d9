//! # A007 supervisor-without-instruction-right
//!
//! ## What it checks
//! Where positions report on solid lines to a seat, and its description in force lists rights, one of them is to instruct. A
//! description is reported once, whatever the number of its seats.
//!
//! ## Why it matters
//! Whoever leads people may not tell them what to do.
//!
//! ## Example
//! ```json
//! {"descriptions": [{"id": "manager", "duties": [{"id": "lead", "text": "Leads the shop"}], "rights": [{"id": "sign", "kind": "sign"}]}],
//!  "positions": [
//!   {"id": "head", "title": "Manager", "description": "manager", "standing": {"kind": "head"}, "noSubstituteBecause": "closed when away"},
//!   {"id": "shop", "title": "Shop", "reporting": [{"kind": "solid", "superior": "head"}], "noSubstituteBecause": "closed when away"}
//! ]}
//! ```
//!
//! ## Write instead
//! ```json
//! {"descriptions": [{"id": "manager", "duties": [{"id": "lead", "text": "Leads the shop"}], "rights": [{"id": "sign", "kind": "sign"}, {"id": "instruct", "kind": "instruct"}]}],
//!  "positions": [
//!   {"id": "head", "title": "Manager", "description": "manager", "standing": {"kind": "head"}, "noSubstituteBecause": "closed when away"},
//!   {"id": "shop", "title": "Shop", "reporting": [{"kind": "solid", "superior": "head"}], "noSubstituteBecause": "closed when away"}
//! ]}
//! ```
//!
//! ## Exceptions
//! Descriptions that list no rights at all.

use crate::diagnostic::{About, Level, keys};
use crate::model::RightKind;
use crate::rules::context::path_of;
use crate::rules::{Context, Rule, Sink};

static ABOUT: About = About::new(
    *b"A007",
    "supervisor-without-instruction-right",
    "whoever leads people may not tell them what to do",
    &[keys::DESIGN.whole()],
);

pub(super) const RULE: Rule = Rule::new(&ABOUT, Level::Warning, check).in_packs_only();

fn check(cx: &Context<'_>, sink: &mut Sink) {
    let seats = cx.seats();
    for (place, description) in cx.descriptions_in_force() {
        let instructs = description.rights.iter().any(|right| right.kind == RightKind::Instruct);
        if description.rights.is_empty() || instructs {
            continue;
        }
        let mut own = cx.graph.description_row(&description.id).into_iter().flat_map(|row| seats.of(row));
        let Some(leader) = own.find(|seat| seat.span() > 0) else {
            continue;
        };
        let id = &description.id;
        let message = format!(
            "description `{id}` lists rights, but none to instruct those who report to `{}`",
            leader.id()
        );
        let finding = sink
            .at(place.member("rights"), message)
            .argument("id", id)
            .argument("position", leader.id())
            .label(path_of(leader), format!("direct reports: {}", leader.span()));
        sink.push(finding.help("add a right of the kind `instruct`, or let them report to somebody else"));
    }
}
