//! # S004 substitute-lacks-right
//!
//! ## What it checks
//! Whoever takes over a duty has the rights that it requires: by the own description in force, by rights of the absent seat that pass
//! with the substitution, or by `grants`. All rights pass with a scope of everything, but for those excepted; with a scope of named
//! duties, those named. A right that stays with the holder never passes. Rights are matched by kind, object and limit. In a pool, each
//! member is asked.
//!
//! ## Why it matters
//! The substitute is told to do what the substitute may not do: the work stops until the holder is back, or is done without authority.
//!
//! ## Example
//! ```json
//! {"descriptions": [
//!   {"id": "manager", "duties": [{"id": "buy", "text": "Buys goods", "requiredRights": [{"kind": "conclude-contracts"}]}],
//!    "rights": [{"id": "contracts", "kind": "conclude-contracts"}]},
//!   {"id": "clerk", "duties": [{"id": "file", "text": "Files invoices"}]}],
//!  "positions": [
//!   {"id": "head", "title": "Manager", "description": "manager", "standing": {"kind": "head"},
//!    "substitution": [{"kind": "absence", "substitute": {"kind": "position", "position": "clerk"}, "scope": {"kind": "named", "duties": ["buy"]}}]},
//!   {"id": "clerk", "title": "Clerk", "description": "clerk", "reporting": [{"kind": "solid", "superior": "head"}], "noSubstituteBecause": "the work waits"}
//! ]}
//! ```
//!
//! ## Write instead
//! ```json
//! {"descriptions": [
//!   {"id": "manager", "duties": [{"id": "buy", "text": "Buys goods", "requiredRights": [{"kind": "conclude-contracts"}]}],
//!    "rights": [{"id": "contracts", "kind": "conclude-contracts"}]},
//!   {"id": "clerk", "duties": [{"id": "file", "text": "Files invoices"}]}],
//!  "positions": [
//!   {"id": "head", "title": "Manager", "description": "manager", "standing": {"kind": "head"},
//!    "substitution": [{"kind": "absence", "substitute": {"kind": "position", "position": "clerk"}, "scope": {"kind": "named", "duties": ["buy"], "rights": ["contracts"]}}]},
//!   {"id": "clerk", "title": "Clerk", "description": "clerk", "reporting": [{"kind": "solid", "superior": "head"}], "noSubstituteBecause": "the work waits"}
//! ]}
//! ```
//!
//! ## Exceptions
//! Rights that the absent seat lacks as well (A001). Substitutes without a description in force, whose rights are not known, and those
//! named by order. Duties that may not be handed on (S013).

use crate::diagnostic::{About, Level, keys};
use crate::graph::{Facts, HashMap, PositionRef};
use crate::model::{Description, Duty, Limit, RequiredRight, Right, RightKind, Text};
use crate::rules::alike::Pairs;
use crate::rules::scope::{self, Takeover, Takeovers};
use crate::rules::{Contents, Context, Rule, Sink, shown};

static ABOUT: About = About::new(
    *b"S004",
    "substitute-lacks-right",
    "the substitute is told to do what the substitute may not do: the work stops, or is done without authority",
    &[keys::BAY.at("(1)")],
);

pub(super) const RULE: Rule = Rule::new(&ABOUT, Level::Error, check);

fn check(cx: &Context<'_>, sink: &mut Sink) {
    // a plain substitution passes every right, but for those that stay with the holder
    let may_lack = |absent: PositionRef<'_>| {
        let contents = cx.contents_in_force(absent);
        contents.has(Contents::REQUIRED_RIGHTS)
            && (contents.has(Contents::RIGHT_STAYS) || !absent.has(Facts::PLAINLY_COVERED))
    };
    let mut pairs = None;
    let mut fit =
        |absent| pairs.get_or_insert_with(|| Pairs::new(cx, said_of_rights, plainly_fits)).fit(cx, absent);
    let (mut takeovers, mut answers) = (Takeovers::default(), HashMap::default());
    let absent = cx.open().filter(|absent| may_lack(*absent) && !fit(*absent));
    for stated in absent.flat_map(|position| scope::in_force(cx, position)) {
        let Some(takeover) = Takeover::of(cx, &stated) else { continue };
        let number = takeovers.number(&takeover);
        for (nth, substitute) in stated.substitutes(cx) {
            let Some((_, own)) = cx.description_in_force(substitute) else { continue };
            let lacking = answers.entry((number, &own.id)).or_insert_with(|| lacking(&takeover, own));
            let Some((row, duty, right)) = lacking.first() else { continue };
            let (absent, acting) = (stated.absent.id(), substitute.id());
            let mut message = format!(
                "`{acting}` takes over duty `{}` of `{absent}` without the right to {}",
                duty.id,
                shown::required(right)
            );
            if let Some(more) = lacking.len().checked_sub(1).filter(|more| *more > 0) {
                message = format!("{message}, and {more} more rights are lacking");
            }
            let finding = sink
                .at(stated.substitute_path(nth), message)
                .argument("id", absent)
                .argument("substitute", acting)
                .label(
                    takeover.place.member("duties").element(*row, duty.id.as_str()),
                    "the duty needs the right",
                )
                .help(
                    "let the right pass in `scope` or add it in `grants`, or take the duty out of the scope",
                );
            sink.push(shown::list(finding, "rights lacking", lacking, |(_, duty, right)| {
                format!("{}: {}", duty.id, shown::required(right))
            }));
        }
    }
}

/// What a description says of rights: those that its duties require, and those that it gives.
fn said_of_rights(description: &Description) -> (Vec<&RequiredRight>, Vec<Given<'_>>) {
    let required = description.duties.iter().flat_map(|duty| &duty.required_rights);
    (
        required.collect(),
        description.rights.iter().map(|it| (it.kind, it.object.as_ref(), it.limit.as_ref())).collect(),
    )
}

/// The parts of a right by which it meets what is required.
type Given<'d> = (RightKind, Option<&'d Text>, Option<&'d Limit>);

/// Whether the one requires no right that it has and the other has not, whatever passes to a substitute.
fn plainly_fits(absent: &Description, own: &Description) -> bool {
    let mut required = absent.duties.iter().flat_map(|duty| &duty.required_rights);
    let has = |of: &Description, right: &RequiredRight| of.rights.iter().any(|held| right.is_met_by(held));
    required.all(|right| has(own, right) || !has(absent, right))
}

/// What duties taken over need, the absent seat has, and the substitute gets in no way.
fn lacking<'g>(takeover: &Takeover<'g>, own: &Description) -> Vec<(usize, &'g Duty, &'g RequiredRight)> {
    let rights: Vec<&Right> = takeover.rights().chain(&own.rights).collect();
    let needed = takeover
        .duties()
        .flat_map(|(row, duty)| duty.required_rights.iter().map(move |right| (row, duty, right)));
    needed
        .filter(|(_, _, right)| takeover.description.rights.iter().any(|held| right.is_met_by(held)))
        .filter(|(_, _, right)| !rights.iter().any(|held| right.is_met_by(held)))
        .collect()
}
