//! # V007 mandatory-section-missing
//!
//! ## What it checks
//! Every description in force fills the sections that the profile demands: `general` (category, appointment, release, what the holder is
//! governed by), `qualification` (requirements or knowledge), `rights`, `liability`, `conditions`, `flows`, `control`. One entry in a
//! section fills it.
//!
//! ## Why it matters
//! A description without it is not one in the eyes of those who ask for it.
//!
//! ## Profile
//! ```json
//! {"sections": ["duties", "rights"]}
//! ```
//!
//! ## Example
//! ```json
//! {"descriptions": [{"id": "manager", "duties": [{"id": "lead", "text": "Leads the shop"}]}],
//!  "positions": [
//!   {"id": "head", "title": "Manager", "description": "manager", "standing": {"kind": "head"}, "noSubstituteBecause": "closed when away"}
//! ]}
//! ```
//!
//! ## Write instead
//! ```json
//! {"descriptions": [{"id": "manager", "duties": [{"id": "lead", "text": "Leads the shop"}], "rights": [{"id": "instruct", "kind": "instruct"}]}],
//!  "positions": [
//!   {"id": "head", "title": "Manager", "description": "manager", "standing": {"kind": "head"}, "noSubstituteBecause": "closed when away"}
//! ]}
//! ```
//!
//! ## Exceptions
//! A description without duties is D001, whether or not the profile demands them here.

use crate::diagnostic::{About, Level, keys};
use crate::model::{Conditions, Description, DocumentControl};
use crate::rules::{Context, Rule, Section, Sink};

static ABOUT: About = About::new(
    *b"V007",
    "mandatory-section-missing",
    "a description without it is not one in the eyes of those who ask for it",
    &[keys::FZ79.whole(), keys::ROST.whole(), keys::AML.whole()],
);

pub(super) const RULE: Rule = Rule::new(&ABOUT, Level::Warning, check).in_packs_only();

fn check(cx: &Context<'_>, sink: &mut Sink) {
    let sections = &cx.demands().sections;
    if sections.is_empty() {
        return;
    }
    for (place, description) in cx.descriptions_in_force() {
        for (nth, section) in sections.iter().enumerate() {
            let repeated = sections.iter().take(nth).any(|earlier| earlier == section);
            if repeated || is_filled(description, *section) {
                continue;
            }
            let id = &description.id;
            let message = format!("description `{id}` has no section on {}", name(*section));
            let finding =
                sink.at(place.path(), message).argument("id", id).argument("section", section.as_str());
            sink.push(finding.help(format!("fill {}", members(*section))));
        }
    }
}

fn is_filled(description: &Description, section: Section) -> bool {
    match section {
        Section::General => {
            let Description { category, appointment, release, governed_by, .. } = description;
            category.is_some() || appointment.is_some() || release.is_some() || !governed_by.is_empty()
        }
        Section::Qualification => !description.requirements.is_empty() || !description.knowledge.is_empty(),
        // without any, D001 speaks
        Section::Duties => true,
        Section::Rights => !description.rights.is_empty(),
        Section::Liability => !description.liabilities.is_empty(),
        Section::Conditions => description.conditions.as_ref().is_some_and(|it| **it != Conditions::new()),
        Section::Flows => !description.flows.is_empty(),
        Section::Control => description.control.as_ref().is_some_and(|it| **it != DocumentControl::new()),
    }
}

fn name(section: Section) -> &'static str {
    match section {
        Section::General => "general provisions",
        Section::Qualification => "qualification",
        Section::Duties => "duties",
        Section::Rights => "rights",
        Section::Liability => "liability",
        Section::Conditions => "working conditions",
        Section::Flows => "documents that flow",
        Section::Control => "document control",
    }
}

fn members(section: Section) -> &'static str {
    match section {
        Section::General => "`category`, `appointment`, `release` or `governedBy`",
        Section::Qualification => "`requirements` or `knowledge`",
        Section::Duties => "`duties`",
        Section::Rights => "`rights`",
        Section::Liability => "`liabilities`",
        Section::Conditions => "`conditions`",
        Section::Flows => "`flows`",
        Section::Control => "`control`",
    }
}
