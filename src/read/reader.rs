//! From the pieces of a document to an organisation: what is common to all formats.

use std::collections::BTreeSet;

use serde::de::DeserializeOwned;

use super::explain::explain;
use super::findings::{self, finding};
use super::outline::{Content, Member, Other, Outline, Piece, Pieces, document};
use super::reading::Reading;
use super::shape::{Form, Record, Shape};
use super::tree::Tree;
use super::write::written;
use super::{Format, without_mark};
use crate::diagnostic::{Finding, Path, Step};

/// Reads a text; that it ends too early is a finding only if it is `whole`.
pub(super) fn read(format: Format, text: &str, whole: bool) -> Reading {
    // what serde takes as a whole is in order; cutting it into pieces first would take a quarter longer
    if let (Format::Json, Ok(organization)) = (format, serde_json::from_str(without_mark(text))) {
        let mut reading = Reading::of(format);
        reading.organization = organization;
        return reading;
    }
    let document = document();
    let outline = Outline::read(format, text, document);
    let names = outline.members.iter().filter_map(|member| member.name.as_deref().ok()).map(str::to_owned);
    let names = names.collect();
    let mut reader = Reader { pieces: &outline.pieces, document, names, reading: Reading::of(format) };
    if without_mark(text).trim().is_empty() {
        if whole {
            reader.report(findings::empty(text).help(format.an_organization()));
            reader.reading.is_cut_off = true;
        }
        return reader.reading;
    }
    for fault in outline.faults.into_iter().filter(|fault| whole || !fault.at_end) {
        reader.reading.is_cut_off |= fault.is_end;
        reader.report(fault.told());
    }
    if let Some(other) = outline.other {
        reader.reading.is_cut_off = true;
        let wrong = other.finding(Path::root(), 0..text.len(), "an object");
        reader.reading.findings.extend(wrong.map(|wrong| wrong.help(format.an_organization())));
    }
    let mut seen: Vec<String> = Vec::new();
    for member in outline.members {
        reader.member(member, &mut seen);
    }
    // a syntax error ends the text, and what a record lacks is known only at its end, but told at its beginning
    reader.reading.findings.sort_by_key(|finding| finding.span.as_ref().map(|span| span.start));
    reader.reading
}

struct Reader<'p, 't> {
    pieces: &'p Pieces<'t>,
    document: Record,
    /// The members that the document has.
    names: BTreeSet<String>,
    reading: Reading,
}

impl<'t> Reader<'_, 't> {
    fn report(&mut self, finding: Finding) {
        self.reading.findings.push(finding);
    }

    fn member(&mut self, member: Member<'t>, seen: &mut Vec<String>) {
        let span = member.name_span;
        let name = match member.name {
            Ok(name) => name,
            Err(refusal) => return self.report(refusal.finding(Path::root(), span)),
        };
        let path = Path::root().member(&name);
        let Some(shape) = self.document.member(&name) else {
            let stands = |name: &str| self.names.contains(name);
            return self.report(findings::unknown_member(&name, path, span, self.document.names(), stands));
        };
        if seen.iter().any(|earlier| *earlier == name) {
            return self.report(findings::duplicate_member(
                &name,
                path,
                span,
                "bring both into one; the first one was read",
            ));
        }
        seen.push(name.clone().into_owned());
        match (member.content, shape.form()) {
            (Content::List(elements), Form::List(inner)) => self.list(&name, &elements, inner, &path),
            (Content::Whole(piece), _) => self.whole(&name, piece, shape, &path),
            (Content::NotAList(other), _) => {
                let wrong = other.finding(path, span, "a list").map(|wrong| match other {
                    Other::Value("`null`") => wrong.help(findings::NOTHING_TO_SAY),
                    _ => wrong,
                });
                self.reading.findings.extend(wrong);
            }
            (Content::List(_) | Content::Broken, _) => {}
        }
    }

    fn list(&mut self, name: &str, elements: &[Piece<'t>], shape: Shape, path: &Path) {
        macro_rules! lists {
            ($($wire:literal $field:ident)*) => {
                match name {
                    $($wire => {
                        let read = self.elements(elements, shape, path);
                        self.reading.organization.$field = read;
                    })*
                    _ => {}
                }
            };
        }
        lists! {
            "units" units
            "descriptions" descriptions
            "positions" positions
            "templates" templates
            "activities" activities
            "responsibilities" responsibilities
            "conflicts" conflicts
            "conflictSets" conflict_sets
            "documents" documents
            "requiredLanguages" required_languages
            "waivers" waivers
        }
    }

    fn whole(&mut self, name: &str, piece: Piece<'t>, shape: Shape, path: &Path) {
        macro_rules! members {
            ($($wire:literal $field:ident)*) => {
                match name {
                    $($wire => {
                        let read = self.one(piece, shape, || path.clone());
                        self.reading.organization.$field = read;
                    })*
                    _ => {}
                }
            };
        }
        members! {
            "$schema" schema
            "formatVersion" format_version
            "name" name
            "language" language
            "thresholds" thresholds
        }
    }

    fn elements<T: DeserializeOwned>(&mut self, elements: &[Piece<'t>], shape: Shape, path: &Path) -> Vec<T> {
        let mut read = Vec::with_capacity(elements.len());
        let mut left_out = Vec::new();
        for (index, piece) in elements.iter().enumerate() {
            match self.one(*piece, shape, || path.clone().index(index)) {
                Some(value) => read.push(value),
                None => left_out.push(read.len()),
            }
        }
        if !left_out.is_empty() {
            self.reading.kept_before.insert(path.to_string(), left_out);
        }
        read
    }

    /// One piece, as far as it can be read.
    fn one<T: DeserializeOwned>(
        &mut self,
        piece: Piece<'t>,
        shape: Shape,
        path: impl Fn() -> Path,
    ) -> Option<T> {
        let (value, findings) = one(self.pieces, piece, shape, path);
        self.reading.findings.extend(findings);
        value
    }
}

/// One piece, whole if serde takes it, else what is left when the bad parts are left out; and what is bad.
pub(super) fn one<'t, T: DeserializeOwned>(
    pieces: &Pieces<'t>,
    piece: Piece<'t>,
    shape: Shape,
    path: impl Fn() -> Path,
) -> (Option<T>, Vec<Finding>) {
    let whole = match piece {
        Piece::Json(slice, _) => serde_json::from_str(slice),
        Piece::Node(node) => serde_json::from_str(&written(&pieces.tree, node, |_| true)),
    };
    let error = match whole {
        Ok(value) => return (Some(value), Vec::new()),
        Err(error) => error,
    };
    pieces.look(piece, |tree, node| {
        let path = named(path(), tree, node);
        let explained = explain(tree, node, shape, &path);
        let repaired = || serde_json::from_str(&written(tree, node, |node| explained.keeps(node))).ok();
        let value = explained.readable.then(repaired).flatten();
        let mut found = explained.findings;
        let is_explained = !found.is_empty() || explained.is_excused;
        if !is_explained || (explained.readable && value.is_none()) {
            // the explanation fell short of serde's verdict: say at least that something was lost
            let span = tree.get(node).map_or(0..0, |node| node.span.clone());
            let lost = format!("this cannot be read: {error}");
            found.push(finding(&findings::BAD_VALUE, path, span, lost));
        }
        (value, found)
    })
}

/// The path with the id of the element in place of its bare index.
fn named(path: Path, tree: &Tree<'_>, node: usize) -> Path {
    match (path.steps().split_last(), tree.id(node)) {
        (Some((Step::Element { index, .. }, parents)), Some(id)) => {
            Path::from_steps(parents).element(*index, id)
        }
        _ => path,
    }
}
