//! # A002 authority-without-duty
//!
//! ## What it checks
//! In a description in force of which some duty states the rights that it requires, every right is required by a duty: of the same kind,
//! on the same object or on any. How far it goes is A001.
//!
//! ## Why it matters
//! A right that no duty needs is used for something that is nobody's task.
//!
//! ## Example
//! ```json
//! {"descriptions": [{"id": "manager", "duties": [{"id": "buy", "text": "Buys goods", "requiredRights": [{"kind": "spend"}]}],
//!   "rights": [{"id": "spend", "kind": "spend"}, {"id": "sign", "kind": "sign"}]}],
//!  "positions": [
//!   {"id": "head", "title": "Manager", "description": "manager", "standing": {"kind": "head"}, "noSubstituteBecause": "closed when away"}
//! ]}
//! ```
//!
//! ## Write instead
//! ```json
//! {"descriptions": [{"id": "manager", "duties": [{"id": "buy", "text": "Buys goods", "requiredRights": [{"kind": "spend"}]}],
//!   "rights": [{"id": "spend", "kind": "spend"}]}],
//!  "positions": [
//!   {"id": "head", "title": "Manager", "description": "manager", "standing": {"kind": "head"}, "noSubstituteBecause": "closed when away"}
//! ]}
//! ```
//!
//! ## Exceptions
//! What everybody may do for themselves is no authority and needs no duty: to propose, to report shortcomings, to demand conditions, to raise
//! pay or the pay of overtime.

use crate::diagnostic::{About, Level, keys};
use crate::model::{Description, Right, RightKind};
use crate::rules::{Contents, Context, Rule, Sink, shown};

static ABOUT: About = About::new(
    *b"A002",
    "authority-without-duty",
    "a right that no duty needs is used for something that is nobody's task",
    &[keys::DESIGN.whole()],
);

pub(super) const RULE: Rule = Rule::new(&ABOUT, Level::Warning, check).in_packs_only();

fn check(cx: &Context<'_>, sink: &mut Sink) {
    for (place, description) in cx.in_force_with(Contents::IDLE_RIGHT) {
        for (row, right) in idle_rights(description) {
            let (id, given) = (&description.id, shown::right(right));
            let finding = sink
                .at(
                    place.member("rights").element(row, right.id.as_str()),
                    format!(
                        "description `{id}` gives the right to {given}, which none of its duties requires"
                    ),
                )
                .argument("id", id)
                .argument("right", &right.id);
            sink.push(
                finding.help("name it in `requiredRights` of the duty that it is for, or take it away"),
            );
        }
    }
}

/// The rights of a description that none of its duties requires, each with its row; there are none where no duty requires any.
pub(in crate::rules) fn idle_rights(description: &Description) -> impl Iterator<Item = (usize, &Right)> {
    let required = || description.duties.iter().flat_map(|duty| &duty.required_rights);
    let is_needed = move |right: &Right| {
        required().any(|required| {
            let object_fits =
                required.object.is_none() || right.object.is_none() || required.object == right.object;
            required.kind == right.kind && object_fits
        })
    };
    let rights = description.rights.iter().enumerate().filter(move |_| required().next().is_some());
    rights.filter(move |(_, right)| !is_for_oneself(right.kind) && !is_needed(right))
}

fn is_for_oneself(kind: RightKind) -> bool {
    matches!(
        kind,
        RightKind::Propose
            | RightKind::ReportShortcomings
            | RightKind::DemandConditions
            | RightKind::RaisePay
            | RightKind::RaiseOvertime
    )
}
