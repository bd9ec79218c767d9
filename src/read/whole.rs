//! Documents that are read as one piece: small ones, beside organisations.

use serde::de::DeserializeOwned;

use super::findings;
use super::locate::Kept;
use super::outline::{Fault, Outline};
use super::reader::one;
use super::shape::Shape;
use super::{Format, without_mark};
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
    const LOOKS: &'static str = "a pack says its `name` and `title`, and lists `basedOn` and `checks`";
}

impl Document for Baseline {
    const TITLE: &'static str = "Baseline";
    const LOOKS: &'static str = "a baseline file lists `findings`";
}

impl Document for Overlay {
    const TITLE: &'static str = "Overlay";
    const LOOKS: &'static str = "an overlay says its `language`, and lists `translations`";
}

/// Reads a document; of one that breaks off, nothing. `faults` says what is wrong in it beyond its form.
pub(crate) fn document<D: Document>(
    format: Format,
    text: &str,
    faults: impl Fn(&D) -> Vec<Finding>,
) -> DocumentReading<D> {
    if without_mark(text).trim().is_empty() {
        return DocumentReading { document: None, findings: vec![findings::empty(text).help(D::LOOKS)] };
    }
    let shape = Shape::titled(D::TITLE);
    let outline = Outline::read(format, text, shape.record());
    let is_broken = outline.other.is_some() || outline.faults.iter().any(|fault| fault.is_end);
    let broken = outline.faults.into_iter().map(|fault| {
        let kept = fault.kept.map(|_| "nothing of the document was read");
        Fault { kept, ..fault }.told()
    });
    let mut findings: Vec<Finding> = broken.collect();
    if let Some(other) = outline.other {
        let wrong = other.finding(Path::root(), 0..text.len(), "an object");
        findings.extend(wrong.map(|wrong| wrong.help(D::LOOKS)));
    }
    if is_broken {
        return DocumentReading { document: None, findings };
    }
    let (pieces, whole) = (&outline.pieces, outline.pieces.whole());
    let (document, bad) = one::<D>(pieces, whole, shape, Path::root);
    findings.extend(bad);
    let faults = document.as_ref().map(faults).unwrap_or_default();
    if !faults.is_empty() {
        findings.extend(pieces.look(whole, |tree, node| {
            let kept = Kept::new(tree, node, shape);
            let placed = faults.into_iter().map(|fault| {
                let place = kept.place(node, fault.path.steps(), String::new());
                let span = place.map_or(0..text.len(), |place| place.span);
                fault.span(span)
            });
            placed.collect::<Vec<_>>()
        }));
    }
    findings.sort_by_key(|finding| finding.span.as_ref().map(|span| span.start));
    DocumentReading { document, findings }
}
