//! # V010 amendment-incomplete
//!
//! ## What it checks
//! Every amendment of a description in force, of the day or earlier, names the clause that it changes, its day, and who approved it; and
//! the clause is one of the description: a duty, a group of duties, a right or a liability. A clause that an amendment without new
//! wording names may be gone: it was struck out.
//!
//! ## Why it matters
//! Nobody can tell which wording holds, since when, and by whose decision.
//!
//! ## Example
//! ```json
//! {"descriptions": [{"id": "manager", "duties": [{"id": "lead", "text": "Leads the shop"}],
//!    "control": {"amendments": [{"clause": "lead", "wording": "Leads the shop", "on": "2026-02-02"}]}}],
//!  "positions": [
//!   {"id": "head", "title": "Manager", "description": "manager", "standing": {"kind": "head"}, "noSubstituteBecause": "closed when away"}
//! ]}
//! ```
//!
//! ## Write instead
//! ```json
//! {"descriptions": [{"id": "manager", "duties": [{"id": "lead", "text": "Leads the shop"}],
//!    "control": {"amendments": [{"clause": "lead", "wording": "Leads the shop", "on": "2026-02-02", "approvedBy": {"capacity": "the owner"}}]}}],
//!  "positions": [
//!   {"id": "head", "title": "Manager", "description": "manager", "standing": {"kind": "head"}, "noSubstituteBecause": "closed when away"}
//! ]}
//! ```
//!
//! ## Exceptions
//! Amendments of a later day are still in preparation.

use crate::diagnostic::{About, Level, closest, keys};
use crate::model::{Amendment, ClauseId, Description};
use crate::rules::control::names_somebody;
use crate::rules::names::Names;
use crate::rules::{Contents, Context, Rule, Sink};

static ABOUT: About = About::new(
    *b"V010",
    "amendment-incomplete",
    "nobody can tell which wording holds, since when, and by whose decision",
    &[keys::DESIGN.whole()],
);

pub(super) const RULE: Rule = Rule::new(&ABOUT, Level::Error, check);

fn check(cx: &Context<'_>, sink: &mut Sink) {
    let on = cx.graph.as_of();
    for (place, description) in cx.in_force_with(Contents::CONTROL) {
        let amendments = description.control.as_ref().map(|it| it.amendments.as_slice()).unwrap_or_default();
        if amendments.is_empty() {
            continue;
        }
        let id = &description.id;
        let known = Names::new(clauses(description));
        let made = amendments.iter().enumerate().filter(|(_, it)| it.on.is_none_or(|day| day <= on));
        for (index, amendment) in made {
            let path = || place.member("control").member("amendments").index(index);
            let missing = missing(amendment);
            if !missing.is_empty() {
                let message =
                    format!("an amendment of description `{id}` names no {}", missing.join(", no "));
                let finding = sink.at(path(), message).argument("id", id);
                sink.push(finding.help("complete it in `clause`, `on` and `approvedBy`"));
            }
            let clause = amendment.clause.as_ref().filter(|_| amendment.wording.is_some());
            if let Some(clause) = clause.filter(|clause| !known.contains(clause.as_str())) {
                let message =
                    format!("an amendment changes clause `{clause}`, which description `{id}` does not have");
                let finding =
                    sink.at(path().member("clause"), message).argument("id", id).argument("clause", clause);
                let candidates = closest(clause.as_str(), clauses(description).take(CANDIDATES));
                sink.push(
                    finding
                        .candidates(candidates)
                        .help("name the id of a duty, a group, a right or a liability"),
                );
            }
        }
    }
}

/// So many clauses are looked at for what may have been meant.
const CANDIDATES: usize = 100;

fn missing(amendment: &Amendment) -> Vec<&'static str> {
    let approved = amendment.approved_by.as_ref().is_some_and(names_somebody);
    [(amendment.clause.is_some(), "clause"), (amendment.on.is_some(), "day"), (approved, "approver")]
        .into_iter()
        .filter_map(|(there, name)| (!there).then_some(name))
        .collect()
}

/// The ids of all clauses of a description.
fn clauses(description: &Description) -> impl Iterator<Item = &str> {
    let Description { duties, duty_groups, rights, liabilities, .. } = description;
    let duties = duties.iter().map(|it| it.id.as_str());
    let groups = duty_groups.iter().map(|it| it.id.as_str());
    let rights = rights.iter().map(|it| it.id.as_str());
    let liabilities = liabilities.iter().filter_map(|it| it.id.as_ref()).map(ClauseId::as_str);
    duties.chain(groups).chain(rights).chain(liabilities)
}
