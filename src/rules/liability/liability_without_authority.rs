//! # L001 liability-without-authority
//!
//! ## What it checks
//! Whoever answers for something, by a description in force, can act on it. For subordinates: somebody reports on a solid line to a seat
//! of the description. For signed documents: it gives a right to sign, to endorse or to conclude contracts. For money and
//! goods entrusted: it gives a right to spend, or of access.
//!
//! ## Why it matters
//! Nobody can be held to what they could not influence; the clause will not stand when it is needed.
//!
//! ## Example
//! ```json
//! {"descriptions": [{"id": "clerk", "duties": [{"id": "sell", "text": "Sells"}], "liabilities": [{"ground": "subordinates"}]}],
//!  "positions": [
//!   {"id": "head", "title": "Manager", "standing": {"kind": "head"}, "noSubstituteBecause": "closed when away"},
//!   {"id": "shop", "title": "Shop", "description": "clerk", "reporting": [{"kind": "solid", "superior": "head"}], "noSubstituteBecause": "closed when away"}
//! ]}
//! ```
//!
//! ## Write instead
//! ```json
//! {"descriptions": [{"id": "clerk", "duties": [{"id": "sell", "text": "Sells"}], "liabilities": [{"ground": "poor-performance"}]}],
//!  "positions": [
//!   {"id": "head", "title": "Manager", "standing": {"kind": "head"}, "noSubstituteBecause": "closed when away"},
//!   {"id": "shop", "title": "Shop", "description": "clerk", "reporting": [{"kind": "solid", "superior": "head"}], "noSubstituteBecause": "closed when away"}
//! ]}
//! ```
//!
//! ## Exceptions
//! Descriptions without seats, as far as subordinates go; descriptions that list no rights at all, as far as rights go.

use crate::diagnostic::{About, Level, keys};
use crate::graph::PositionRef;
use crate::model::{Description, Ground, RightKind};
use crate::rules::seats::Seats;
use crate::rules::{Context, Rule, Sink};

static ABOUT: About = About::new(
    *b"L001",
    "liability-without-authority",
    "nobody can be held to what they could not influence; the clause will not stand when it is needed",
    &[keys::DESIGN.whole()],
);

pub(super) const RULE: Rule = Rule::new(&ABOUT, Level::Warning, check);

fn check(cx: &Context<'_>, sink: &mut Sink) {
    let seats = Seats::new(cx);
    for (place, description) in cx.descriptions_in_force() {
        let id = &description.id;
        for (index, liability) in description.liabilities.iter().enumerate() {
            let (what, lacks, help) = match liability.ground {
                Ground::Subordinates => {
                    let row = cx.graph.description_row(id);
                    let mut own = row.into_iter().flat_map(|row| seats.of(row)).peekable();
                    if own.peek().is_none() || own.any(|seat: PositionRef<'_>| seat.span() > 0) {
                        continue;
                    }
                    (
                        "subordinates",
                        "but nobody reports to its holder",
                        "let those who are meant report to a seat of this description, or leave the clause out",
                    )
                }
                Ground::SignedDocuments
                    if lacks(
                        description,
                        &[RightKind::Sign, RightKind::Endorse, RightKind::ConcludeContracts],
                    ) =>
                {
                    (
                        "signed documents",
                        "but gives no right to sign",
                        "add the right to sign to `rights`, or leave the clause out",
                    )
                }
                Ground::EntrustedMoney if lacks(description, &[RightKind::Spend, RightKind::Access]) => (
                    "money and goods entrusted",
                    "but gives no right to spend, nor access",
                    "add to `rights` what the holder may do with them, or leave the clause out",
                ),
                _ => continue,
            };
            let at = place.member("liabilities");
            let at = match &liability.id {
                Some(clause) => at.element(index, clause.as_str()),
                None => at.index(index),
            };
            let finding = sink
                .at(
                    at.member("ground"),
                    format!("description `{id}` makes its holder answer for {what}, {lacks}"),
                )
                .argument("id", id)
                .argument("ground", liability.ground.as_str());
            sink.push(finding.help(help));
        }
    }
}

/// Whether it lists rights, and none of these kinds.
fn lacks(description: &Description, kinds: &[RightKind]) -> bool {
    !description.rights.is_empty() && !description.rights.iter().any(|right| kinds.contains(&right.kind))
}
