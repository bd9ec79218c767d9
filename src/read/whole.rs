//! Documents that are read as one piece: small ones, beside organisations.

use serde::de::{DeserializeOwned, IgnoredAny};

use super::json::{one, syntax, without_mark};
use super::locate::Piece;
use super::shape::Shape;
use crate::diagnostic::{Finding, Locate, Path, Place};
use crate::model::{Baseline, Overlay, Pack};

/// What a document other than an organisation says, and a finding for everything in it that could not be understood.
///
/// It is the [`Locate`] of its findings, each of which brings its place.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct DocumentReading<D> {
    /// The document, without the parts that could not be read; `None` where nothing is left without them.
    pub document: Option<D>,
    /// What could not be read, in the order of the text.
    pub findings: Vec<Finding>,
}

impl<D> Locate for DocumentReading<D> {
    fn locate(&self, _: &Path) -> Option<Place> {
        None
    }
}

/// A document with a published schema.
pub(crate) trait Document: DeserializeOwned {
    /// The title of its schema.
    const TITLE: &'static str;
    /// What it looks like, for those who wrote something else.
    const LOOKS: &'static str;
}

impl Document for Pack {
    const TITLE: &'static str = "Pack";
    const LOOKS: &'static str =
        "a pack is an object: `{\"name\": .., \"title\": .., \"basedOn\": [..], \"checks\": [..]}`";
}

impl Document for Baseline {
    const TITLE: &'static str = "Baseline";
    const LOOKS: &'static str = "a baseline file is an object: `{\"findings\": [..]}`";
}

impl Document for Overlay {
    const TITLE: &'static str = "Overlay";
    const LOOKS: &'static str = "an overlay is an object: `{\"language\": .., \"translations\": [..]}`";
}

/// Reads a document from JSON; of one that breaks off, nothing. `faults` says what is wrong in it beyond its form.
pub(crate) fn json<D: Document>(text: &str, faults: impl Fn(&D) -> Vec<Finding>) -> DocumentReading<D> {
    let piece = without_mark(text);
    if let Err(error) = serde_json::from_str::<IgnoredAny>(piece) {
        let broken = syntax(text, &error, Path::root(), D::LOOKS, "nothing of the document was read");
        return DocumentReading { document: None, findings: vec![broken] };
    }
    let (shape, offset) = (Shape::titled(D::TITLE), text.len() - piece.len());
    let (document, mut findings) = one::<D>(piece, offset, shape, Path::root);
    let faults = document.as_ref().map(faults).unwrap_or_default();
    if !faults.is_empty() {
        let places = Piece::new(piece, offset, shape);
        findings.extend(faults.into_iter().map(|fault| {
            let span = places.place(fault.path.steps()).map_or(offset..text.len(), |place| place.span);
            fault.span(span)
        }));
    }
    findings.sort_by_key(|finding| finding.span.as_ref().map(|span| span.start));
    DocumentReading { document, findings }
}
