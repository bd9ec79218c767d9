//! # S018 permanent-not-in-description
//!
//! ## What it checks
//! A permanent substitute's own description in force lists every duty taken over: a duty of the same wording, or of the same id. In a
//! pool, each member is asked.
//!
//! ## Why it matters
//! A standing deputy does the work every day: it belongs to the deputy's own duties, and to their grading.
//!
//! ## Example
//! ```json
//! {"descriptions": [
//!   {"id": "manager", "duties": [{"id": "buy", "text": "Buys goods"}]},
//!   {"id": "deputy", "duties": [{"id": "sell", "text": "Sells goods"}]}],
//!  "positions": [
//!   {"id": "head", "title": "Manager", "description": "manager", "standing": {"kind": "head"},
//!    "substitution": [{"kind": "permanent", "substitute": {"kind": "position", "position": "deputy"}}]},
//!   {"id": "deputy", "title": "Deputy", "description": "deputy", "reporting": [{"kind": "solid", "superior": "head"}], "noSubstituteBecause": "the work waits"}
//! ]}
//! ```
//!
//! ## Write instead
//! ```json
//! {"descriptions": [
//!   {"id": "manager", "duties": [{"id": "buy", "text": "Buys goods"}]},
//!   {"id": "deputy", "duties": [{"id": "sell", "text": "Sells goods"}, {"id": "buy-too", "text": "Buys goods"}]}],
//!  "positions": [
//!   {"id": "head", "title": "Manager", "description": "manager", "standing": {"kind": "head"},
//!    "substitution": [{"kind": "permanent", "substitute": {"kind": "position", "position": "deputy"}}]},
//!   {"id": "deputy", "title": "Deputy", "description": "deputy", "reporting": [{"kind": "solid", "superior": "head"}], "noSubstituteBecause": "the work waits"}
//! ]}
//! ```
//!
//! ## Exceptions
//! Substitutes for an absence or an interim, and those without a description in force.

use crate::diagnostic::{About, Level, keys};
use crate::graph::{HashMap, HashSet};
use crate::model::{Description, Duty, SubstitutionKind};
use crate::rules::scope::{self, Takeover, Takeovers};
use crate::rules::{Context, Rule, Sink, shown};

static ABOUT: About = About::new(
    *b"S018",
    "permanent-not-in-description",
    "a standing deputy does the work every day: it belongs to the deputy's own duties, and to their grading",
    &[keys::HESS.whole()],
);

pub(super) const RULE: Rule = Rule::new(&ABOUT, Level::Warning, check).in_packs_only();

fn check(cx: &Context<'_>, sink: &mut Sink) {
    let (mut takeovers, mut answers) = (Takeovers::default(), HashMap::default());
    let stated = cx.oddly_covered().flat_map(|position| scope::in_force(cx, position));
    for stated in stated.filter(|it| it.substitution.kind == SubstitutionKind::Permanent) {
        let Some(takeover) = Takeover::of(cx, &stated) else { continue };
        let number = takeovers.number(&takeover);
        for (nth, substitute) in stated.substitutes(cx) {
            let Some((_, own)) = cx.description_in_force(substitute) else { continue };
            let unlisted = answers.entry((number, &own.id)).or_insert_with(|| unlisted(&takeover, own));
            let Some((row, first)) = unlisted.first() else { continue };
            let (absent, acting) = (stated.absent.id(), substitute.id());
            let message = match unlisted.len() {
                1 => format!(
                    "`{acting}` is standing deputy of `{absent}`, and its own description does not list duty `{}`",
                    first.id
                ),
                many => format!(
                    "`{acting}` is standing deputy of `{absent}`, and its own description does not list {many} duties, such as `{}`",
                    first.id
                ),
            };
            let finding = sink
                .at(stated.substitute_path(nth), message)
                .argument("id", absent)
                .argument("substitute", acting)
                .label(takeover.place.member("duties").element(*row, first.id.as_str()), "taken over")
                .help(
                    "list the duties in the deputy's description, or make it a substitution for an absence",
                );
            sink.push(shown::list(finding, "duties", unlisted, |(_, duty)| duty.id.to_string()));
        }
    }
}

/// The duties taken over that are not among the substitute's own.
fn unlisted<'g>(takeover: &Takeover<'g>, own: &Description) -> Vec<(usize, &'g Duty)> {
    let ids: HashSet<_> = own.duties.iter().map(|duty| &duty.id).collect();
    let texts: HashSet<_> = own.duties.iter().map(|duty| &duty.text).collect();
    let is_own = |duty: &Duty| ids.contains(&duty.id) || texts.contains(&duty.text);
    takeover.duties().filter(|(_, duty)| !is_own(duty)).collect()
}
