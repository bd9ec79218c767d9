//! # F002 flow-without-signer
//!
//! ## What it checks
//! A declared kind of document that must be signed (`signatureRequired`) is signed by some description in force that an open position
//! has: one of its flows says so. And no two such descriptions sign a declared kind of document each alone: with a right to sign it that is
//! exercised `sole` and that no amount, territory or counterparty bounds.
//!
//! ## Why it matters
//! What nobody signs binds nobody, and of what two sign alone neither knows the other half.
//!
//! ## Example
//! ```json
//! {"documents": [{"name": "Contract of sale", "signatureRequired": true}],
//!  "descriptions": [{"id": "manager", "duties": [{"id": "lead", "text": "Leads the shop"}],
//!    "flows": [{"direction": "issues", "document": "Contract of sale", "party": {"kind": "outside", "name": "the customer"}}]}],
//!  "positions": [
//!   {"id": "head", "title": "Manager", "description": "manager", "standing": {"kind": "head"}, "noSubstituteBecause": "closed when away"}
//! ]}
//! ```
//!
//! ## Write instead
//! ```json
//! {"documents": [{"name": "Contract of sale", "signatureRequired": true}],
//!  "descriptions": [{"id": "manager", "duties": [{"id": "lead", "text": "Leads the shop"}], "rights": [{"id": "sign", "kind": "sign"}],
//!    "flows": [{"direction": "signs", "document": "Contract of sale", "party": {"kind": "outside", "name": "the customer"}}]}],
//!  "positions": [
//!   {"id": "head", "title": "Manager", "description": "manager", "standing": {"kind": "head"}, "noSubstituteBecause": "closed when away"}
//! ]}
//! ```
//!
//! ## Exceptions
//! Documents that are not declared. Seats that share a description sign by one text, and their work is divided elsewhere.

use crate::diagnostic::{About, Level, ListKind, Path, keys};
use crate::graph::HashMap;
use crate::model::{Description, DocumentType, Exercise, FlowDirection, Limit, Right};
use crate::rules::context::Place;
use crate::rules::documents::{admits, by_name};
use crate::rules::{Contents, Context, Rule, Sink};

static ABOUT: About = About::new(
    *b"F002",
    "flow-without-signer",
    "what nobody signs binds nobody, and of what two sign alone neither knows the other half",
    &[keys::DESIGN.whole()],
);

pub(super) const RULE: Rule = Rule::new(&ABOUT, Level::Warning, check);

/// So many of those who sign alone are quoted; all are listed.
const LABELS: usize = 2;

/// A description that signs a document, with the flow that says so.
type Signer<'g> = (Place<'g>, &'g Description, usize);

fn check(cx: &Context<'_>, sink: &mut Sink) {
    let documents = by_name(cx);
    if documents.is_empty() {
        return;
    }
    let seats = cx.seats();
    let mut signers: HashMap<&str, Vec<Signer<'_>>> = HashMap::default();
    for (place, description) in cx.in_force_with(Contents::FLOWS) {
        if seats.of(place.row()).next().is_none() {
            continue;
        }
        for (index, flow) in description.flows.iter().enumerate() {
            if flow.direction == FlowDirection::Signs && documents.contains_key(flow.document.as_str()) {
                let all = signers.entry(flow.document.as_str()).or_default();
                if all.last().is_none_or(|(last, _, _)| last.row() != place.row()) {
                    all.push((place, description, index));
                }
            }
        }
    }
    for (row, document) in cx.organization().documents.iter().enumerate() {
        let name = document.name.as_str();
        if documents.get(name).is_none_or(|(first, _)| *first != row) {
            continue;
        }
        let signers = signers.get(name).map(Vec::as_slice).unwrap_or_default();
        let path = Path::root().member("documents").index(row);
        if signers.is_empty() {
            if document.signature_required {
                let message =
                    format!("document `{name}` must be signed, but no description says who signs it");
                let finding = sink.at(path, message).argument("document", name);
                sink.push(
                    finding.help("list it in `flows` of the one who signs, with the direction `signs`"),
                );
            }
            continue;
        }
        let alone: Vec<&Signer<'_>> = signers
            .iter()
            .filter(|(_, description, _)| description.rights.iter().any(|it| signs_alone(it, document)))
            .collect();
        if alone.len() < 2 {
            continue;
        }
        let message =
            format!("document `{name}` is signed by {} descriptions, each of them alone", alone.len());
        let mut finding = sink.at(path, message).argument("document", name);
        for (place, _, index) in alone.iter().take(LABELS) {
            finding = finding.label(place.member("flows").index(*index), "signs it alone");
        }
        let ids = alone.iter().map(|(_, description, _)| description.id.to_string()).collect();
        finding = finding.list(ListKind::Plain, "descriptions", ids);
        sink.push(
            finding.help("let them sign together, bound their rights, or leave the signature to one of them"),
        );
    }
}

fn signs_alone(right: &Right, document: &DocumentType) -> bool {
    let is_bounded = right.limit.as_ref().is_some_and(|limit| {
        let Limit { amount, territory, document_class: _, counterparty } = limit;
        amount.is_some() || territory.is_some() || counterparty.is_some()
    });
    matches!(right.exercise, Some(Exercise::Sole {})) && !is_bounded && admits(right, document)
}
