//! # A004 limit-exceeds-superior
//!
//! ## What it checks
//! No right goes up to a greater amount than the line superior's for the same matter: of the same kind, on the same object or on any, within
//! bounds that are the same or not stated. Of several such rights of the superior the greatest counts. Nothing is said where the
//! superior has none, has one without an amount, or one in another currency. Both descriptions are in force. What holds for many seats
//! with the same two descriptions is said once.
//!
//! ## Why it matters
//! Whoever checks the work could not have done it; the order of approvals is upside down.
//!
//! ## Example
//! ```json
//! {"descriptions": [
//!    {"id": "manager", "duties": [{"id": "lead", "text": "Leads"}], "rights": [{"id": "spend", "kind": "spend", "limit": {"amount": {"amount": "1000", "currency": "EUR"}}}]},
//!    {"id": "clerk", "duties": [{"id": "buy", "text": "Buys"}], "rights": [{"id": "spend", "kind": "spend", "limit": {"amount": {"amount": "5000", "currency": "EUR"}}}]}],
//!  "positions": [
//!   {"id": "head", "title": "Manager", "description": "manager", "standing": {"kind": "head"}, "noSubstituteBecause": "closed when away"},
//!   {"id": "shop", "title": "Shop", "description": "clerk", "reporting": [{"kind": "solid", "superior": "head"}], "noSubstituteBecause": "closed when away"}
//! ]}
//! ```
//!
//! ## Write instead
//! ```json
//! {"descriptions": [
//!    {"id": "manager", "duties": [{"id": "lead", "text": "Leads"}], "rights": [{"id": "spend", "kind": "spend", "limit": {"amount": {"amount": "5000", "currency": "EUR"}}}]},
//!    {"id": "clerk", "duties": [{"id": "buy", "text": "Buys"}], "rights": [{"id": "spend", "kind": "spend", "limit": {"amount": {"amount": "5000", "currency": "EUR"}}}]}],
//!  "positions": [
//!   {"id": "head", "title": "Manager", "description": "manager", "standing": {"kind": "head"}, "noSubstituteBecause": "closed when away"},
//!   {"id": "shop", "title": "Shop", "description": "clerk", "reporting": [{"kind": "solid", "superior": "head"}], "noSubstituteBecause": "closed when away"}
//! ]}
//! ```
//!
//! ## Exceptions
//! A superior who has nothing to do with the matter and states no right in it. Of several line superiors (R007) the first counts.

use std::collections::BTreeSet;

use crate::diagnostic::{About, Level, keys};
use crate::graph::PositionRef;
use crate::model::{Description, Limit, Money, Right, Text};
use crate::rules::context::{Place, path_of};
use crate::rules::{Contents, Context, Rule, Sink};

static ABOUT: About = About::new(
    *b"A004",
    "limit-exceeds-superior",
    "whoever checks the work could not have done it; the order of approvals is upside down",
    &[keys::DESIGN.whole()],
);

pub(super) const RULE: Rule = Rule::new(&ABOUT, Level::Note, check);

fn check(cx: &Context<'_>, sink: &mut Sink) {
    if !cx.is_stated(Contents::AMOUNT) {
        return;
    }
    let mut seen = BTreeSet::new();
    let has_amount = |position: PositionRef<'_>| cx.contents_in_force(position).has(Contents::AMOUNT);
    for position in cx.open().filter(|position| has_amount(*position)) {
        let Some(superior) = position.superior() else {
            continue;
        };
        let papers = cx.description_in_force(position).zip(cx.description_in_force(superior));
        let Some((own, their)) = papers.filter(|((_, own), (_, their))| own.id != their.id) else {
            continue;
        };
        if seen.insert((&own.1.id, &their.1.id)) {
            compare(sink, (position, own), (superior, their));
        }
    }
}

type Seat<'g> = (PositionRef<'g>, (Place<'g>, &'g Description));

fn compare(sink: &mut Sink, (below, (place, own)): Seat<'_>, (above, (their_place, their)): Seat<'_>) {
    for (row, right) in own.rights.iter().enumerate() {
        let Some(amount) = amount(right) else {
            continue;
        };
        let Some((their_row, their_right, limit)) = greatest(right, &their.rights) else {
            continue;
        };
        if limit.currency != amount.currency || amount.is_within(limit) {
            continue;
        }
        let message = format!(
            "right `{}` of `{}` goes up to {} {}, the superior's in `{}` only to {} {}",
            right.id, own.id, amount.amount, amount.currency, their.id, limit.amount, limit.currency
        );
        let at = place.member("rights").element(row, right.id.as_str());
        let finding = sink
            .at(at.member("limit").member("amount"), message)
            .argument("right", &right.id)
            .argument("description", &own.id)
            .argument("superior", &their.id)
            .label(
                their_place.member("rights").element(their_row, their_right.id.as_str()),
                "the superior's right",
            )
            .label(path_of(below), format!("reports to `{}`", above.id()));
        sink.push(finding.help("raise the limit of the superior, or lower this one"));
    }
}

fn amount(right: &Right) -> Option<&Money> {
    right.limit.as_ref()?.amount.as_ref()
}

/// Of the superior's rights in the same matter, the one that goes farthest; `None` where there is none, or where they cannot be
/// compared.
fn greatest<'d>(right: &Right, theirs: &'d [Right]) -> Option<(usize, &'d Right, &'d Money)> {
    let mut greatest: Option<(usize, &Right, &Money)> = None;
    for (row, their) in theirs.iter().enumerate().filter(|(_, their)| is_same_matter(right, their)) {
        let amount = amount(their)?;
        greatest = match greatest {
            Some((_, _, most)) if most.currency != amount.currency => return None,
            Some((_, _, most)) if amount.is_within(most) => greatest,
            _ => Some((row, their, amount)),
        };
    }
    greatest
}

/// Whether whatever the one right is used for could be done by the other, if its amount were high enough.
fn is_same_matter(right: &Right, their: &Right) -> bool {
    let fits = |their: Option<&Text>, own: Option<&Text>| their.is_none() || their == own;
    right.kind == their.kind
        && fits(their.object.as_ref(), right.object.as_ref())
        && bounds(their).into_iter().zip(bounds(right)).all(|(their, own)| fits(their, own))
}

fn bounds(right: &Right) -> [Option<&Text>; 3] {
    let Some(Limit { amount: _, territory, document_class, counterparty }) = &right.limit else {
        return [None; 3];
    };
    [territory.as_ref(), document_class.as_ref(), counterparty.as_ref()]
}
