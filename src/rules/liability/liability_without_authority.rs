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
//! Descriptions without seats, as far as subordinates go; so does an organisation in which the line of some position leads nowhere, goes
//! round or is missing: it may be the one that is meant. Descriptions that list no rights at all, as far as rights go.

use crate::diagnostic::{About, Level, keys};
use crate::graph::PositionRef;
use crate::model::{Description, Ground, Liability, RightKind};
use crate::rules::{Contents, Context, Rule, Sink};

static ABOUT: About = About::new(
    *b"L001",
    "liability-without-authority",
    "nobody can be held to what they could not influence; the clause will not stand when it is needed",
    &[keys::DESIGN.whole()],
);

pub(super) const RULE: Rule = Rule::new(&ABOUT, Level::Warning, check);

fn check(cx: &Context<'_>, sink: &mut Sink) {
    let leads = |it: &Liability| it.ground == Ground::Subordinates;
    let is_asked = cx.is_stated(Contents::MEANS_NEEDED)
        && cx.organization().descriptions.iter().flat_map(|it| &it.liabilities).any(leads);
    let seats = (is_asked && everybody_has_a_place(cx)).then(|| cx.seats());
    for (place, description) in cx.in_force_with(Contents::MEANS_NEEDED) {
        let id = &description.id;
        let leads_nobody = || {
            let row = cx.graph.description_row(id);
            let mut own =
                row.zip(seats.as_ref()).into_iter().flat_map(|(row, seats)| seats.of(row)).peekable();
            own.peek().is_some() && own.all(|seat| seat.span() == 0)
        };
        for (index, liability) in description.liabilities.iter().enumerate() {
            let Some(Means { what, rights, lacks, help }) = means(liability.ground) else {
                continue;
            };
            let is_in_vain = if rights.is_empty() { leads_nobody() } else { gives_none(description, rights) };
            if !is_in_vain {
                continue;
            }
            let at = place.member("liabilities");
            let at = match &liability.id {
                Some(clause) => at.element(index, clause.as_str()),
                None => at.index(index),
            };
            let message = format!("description `{id}` makes its holder answer for {what}, but {lacks}");
            let finding = sink
                .at(at.member("ground"), message)
                .argument("id", id)
                .argument("ground", liability.ground.as_str());
            sink.push(finding.help(format!("{help}, or leave the clause out")));
        }
    }
}

/// Whether each line of command leads somewhere, and none goes round: else the one at fault may be the one that is meant.
fn everybody_has_a_place(cx: &Context<'_>) -> bool {
    let is_led = |it: PositionRef<'_>| it.superior().is_some_and(PositionRef::is_open);
    cx.open().all(|it| it.is_head() || it.has_external_superior() || is_led(it))
        && !cx.graph.in_knots().contains(&true)
}

/// What it takes to answer for something.
struct Means {
    what: &'static str,
    /// One of these rights; somebody to lead, where there are none.
    rights: &'static [RightKind],
    lacks: &'static str,
    help: &'static str,
}

/// Whether it takes anything to answer for it.
pub(crate) fn takes_means(ground: Ground) -> bool {
    means(ground).is_some()
}

fn means(ground: Ground) -> Option<Means> {
    match ground {
        Ground::Subordinates => Some(Means {
            what: "subordinates",
            rights: &[],
            lacks: "nobody reports to its holder",
            help: "let those who are meant report to a seat of this description",
        }),
        Ground::SignedDocuments => Some(Means {
            what: "signed documents",
            rights: &[RightKind::Sign, RightKind::Endorse, RightKind::ConcludeContracts],
            lacks: "gives no right to sign",
            help: "add the right to sign to `rights`",
        }),
        Ground::EntrustedMoney => Some(Means {
            what: "money and goods entrusted",
            rights: &[RightKind::Spend, RightKind::Access],
            lacks: "gives no right to spend, nor access",
            help: "add to `rights` what the holder may do with them",
        }),
        Ground::NonPerformance
        | Ground::PoorPerformance
        | Ground::LatePerformance
        | Ground::BreachOfOrders
        | Ground::BreachOfDiscipline
        | Ground::BreachOfConfidentiality
        | Ground::BreachOfSafety
        | Ground::InactionOnSafetyBreach
        | Ground::WrongInformation
        | Ground::UnusedRights
        | Ground::Offence
        | Ground::MaterialDamage
        | Ground::ReputationalDamage => None,
    }
}

/// Whether it lists rights, and none of these kinds.
fn gives_none(description: &Description, kinds: &[RightKind]) -> bool {
    !description.rights.is_empty() && !description.rights.iter().any(|right| kinds.contains(&right.kind))
}
