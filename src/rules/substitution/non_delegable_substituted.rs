//! # S013 non-delegable-substituted
//!
//! ## What it checks
//! No substitution in force names a duty in its scope which the description in force marks `nonDelegable`. A scope of everything leaves
//! such duties out without saying so: nobody has decided to hand them on.
//!
//! ## Why it matters
//! Whatever the substitute does there has no effect, or breaks the rule by which the duty is the holder's own.
//!
//! ## Example
//! ```json
//! {"descriptions": [{"id": "manager", "duties": [{"id": "buy", "text": "Buys goods"}, {"id": "oath", "text": "Takes oaths", "nonDelegable": true}]}],
//!  "positions": [
//!   {"id": "head", "title": "Manager", "description": "manager", "standing": {"kind": "head"},
//!    "substitution": [{"kind": "absence", "substitute": {"kind": "position", "position": "clerk"}, "scope": {"kind": "named", "duties": ["buy", "oath"]}}]},
//!   {"id": "clerk", "title": "Clerk", "reporting": [{"kind": "solid", "superior": "head"}], "noSubstituteBecause": "the work waits"}
//! ]}
//! ```
//!
//! ## Write instead
//! ```json
//! {"descriptions": [{"id": "manager", "duties": [{"id": "buy", "text": "Buys goods"}, {"id": "oath", "text": "Takes oaths", "nonDelegable": true}]}],
//!  "positions": [
//!   {"id": "head", "title": "Manager", "description": "manager", "standing": {"kind": "head"},
//!    "substitution": [{"kind": "absence", "substitute": {"kind": "position", "position": "clerk"}, "scope": {"kind": "named", "duties": ["buy"]}}]},
//!   {"id": "clerk", "title": "Clerk", "reporting": [{"kind": "solid", "superior": "head"}], "noSubstituteBecause": "the work waits"}
//! ]}
//! ```
//!
//! ## Exceptions
//! Scopes of everything, with exceptions or without.

use crate::diagnostic::{About, Level, keys};
use crate::graph::HashMap;
use crate::model::{DescriptionId, DutyId, SubstitutionScope};
use crate::rules::scope;
use crate::rules::{Contents, Context, Rule, Sink};

static ABOUT: About = About::new(
    *b"S013",
    "non-delegable-substituted",
    "whatever the substitute does there has no effect, or breaks the rule by which the duty is the holder's own",
    &[keys::DESIGN.whole()],
);

pub(super) const RULE: Rule = Rule::new(&ABOUT, Level::Error, check);

fn check(cx: &Context<'_>, sink: &mut Sink) {
    if !cx.is_stated(Contents::NON_DELEGABLE) {
        return;
    }
    // by description, those of its duties
    let mut reserved: HashMap<&DescriptionId, HashMap<&DutyId, usize>> = HashMap::default();
    for stated in cx.oddly_covered().flat_map(|position| scope::in_force(cx, position)) {
        let Some(SubstitutionScope::Named { duties, rights: _ }) = &stated.substitution.scope else {
            continue;
        };
        let Some((place, description)) = cx.description_in_force(stated.absent) else { continue };
        let reserved = reserved.entry(&description.id).or_insert_with(|| {
            let duties = description.duties.iter().enumerate().filter(|(_, duty)| duty.non_delegable);
            duties.map(|(row, duty)| (&duty.id, row)).collect()
        });
        for (nth, duty) in duties.iter().enumerate() {
            let Some(&row) = reserved.get(duty) else { continue };
            let id = stated.absent.id();
            let message =
                format!("duty `{duty}` of `{id}` goes to a substitute, although it may not be handed on");
            let mark = place.member("duties").element(row, duty.as_str()).member("nonDelegable");
            let finding = sink
                .at(stated.path().member("scope").member("duties").index(nth), message)
                .argument("id", id)
                .argument("duty", duty)
                .label(mark, "marked here");
            sink.push(
                finding.help("take the duty out of the scope, or take the mark away if it may be handed on"),
            );
        }
    }
}
