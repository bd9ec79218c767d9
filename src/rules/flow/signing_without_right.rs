//! # F003 signing-without-right
//!
//! ## What it checks
//! A description in force that signs a declared kind of document gives a right to sign it: without object, or with the document's name or
//! class as its object; and not limited to another class of documents.
//!
//! ## Why it matters
//! The signature may bind nobody, or nobody but the one who gave it.
//!
//! ## Example
//! ```json
//! {"documents": [{"name": "Contract of sale", "class": "contracts"}],
//!  "descriptions": [{"id": "manager", "duties": [{"id": "lead", "text": "Leads the shop"}],
//!    "rights": [{"id": "sign", "kind": "sign", "limit": {"documentClass": "letters"}}],
//!    "flows": [{"direction": "signs", "document": "Contract of sale"}]}],
//!  "positions": [
//!   {"id": "head", "title": "Manager", "description": "manager", "standing": {"kind": "head"}, "noSubstituteBecause": "closed when away"}
//! ]}
//! ```
//!
//! ## Write instead
//! ```json
//! {"documents": [{"name": "Contract of sale", "class": "contracts"}],
//!  "descriptions": [{"id": "manager", "duties": [{"id": "lead", "text": "Leads the shop"}],
//!    "rights": [{"id": "sign", "kind": "sign", "limit": {"documentClass": "contracts"}}],
//!    "flows": [{"direction": "signs", "document": "Contract of sale"}]}],
//!  "positions": [
//!   {"id": "head", "title": "Manager", "description": "manager", "standing": {"kind": "head"}, "noSubstituteBecause": "closed when away"}
//! ]}
//! ```
//!
//! ## Exceptions
//! Documents that are not declared in `documents`. How far the right goes in money, territory or counterparty is not asked.

use crate::diagnostic::{About, Level, keys};
use crate::graph::HashSet;
use crate::model::{FlowDirection, RightKind};
use crate::rules::documents::{admits, by_name};
use crate::rules::{Contents, Context, Rule, Sink};

static ABOUT: About = About::new(
    *b"F003",
    "signing-without-right",
    "the signature may bind nobody, or nobody but the one who gave it",
    &[keys::DESIGN.whole()],
);

pub(super) const RULE: Rule = Rule::new(&ABOUT, Level::Error, check);

/// So many rights to sign other documents are quoted.
const LABELS: usize = 2;

fn check(cx: &Context<'_>, sink: &mut Sink) {
    let documents = by_name(cx);
    if documents.is_empty() {
        return;
    }
    for (place, description) in cx.in_force_with(Contents::FLOWS) {
        let mut seen = HashSet::default();
        for (index, flow) in description.flows.iter().enumerate() {
            let Some((_, document)) = documents.get(flow.document.as_str()) else {
                continue;
            };
            let is_new = flow.direction == FlowDirection::Signs && seen.insert(document.name.as_str());
            if !is_new || description.rights.iter().any(|right| admits(right, document)) {
                continue;
            }
            let id = &description.id;
            let message = format!("`{id}` signs `{}`, but gives no right to sign it", document.name);
            let mut finding = sink
                .at(place.member("flows").index(index), message)
                .argument("id", id)
                .argument("document", &document.name);
            let others =
                description.rights.iter().enumerate().filter(|(_, right)| right.kind == RightKind::Sign);
            for (row, right) in others.take(LABELS) {
                let path = place.member("rights").element(row, right.id.as_str());
                finding = finding.label(path, "a right to sign other documents");
            }
            sink.push(
                finding.help("give a right of the kind `sign` for it in `rights`, or let somebody else sign"),
            );
        }
    }
}
