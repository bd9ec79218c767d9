//! A report as text: for people, for programs, and for the hosts of code.

pub(super) mod github;
#[cfg(feature = "terminal")]
pub(super) mod human;
pub(super) mod json;
mod lines;
pub(super) mod markdown;
pub(super) mod sarif;
#[cfg(test)]
mod tests;
mod words;

use std::ops::Range;

use super::{Finding, Path};

/// A place in a text.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Place {
    /// The bytes.
    pub span: Range<usize>,
    /// The same as a JSON Pointer into the text.
    pub pointer: String,
}

impl Place {
    pub(crate) fn new(span: Range<usize>, pointer: String) -> Self {
        Self { span, pointer }
    }
}

/// Finds the place of a path in a text.
pub trait Locate {
    /// The place to which the path leads; that of its nearest parent, where the text does not hold the last steps.
    fn locate(&self, path: &Path) -> Option<Place>;

    /// About where the path leads: at least in the right element of the right list of the document. Cheap, for sorting many.
    fn near(&self, path: &Path) -> Option<usize> {
        self.locate(path).map(|place| place.span.start)
    }
}

/// The text that was read, with its name.
#[derive(Clone, Copy)]
pub struct SourceText<'t> {
    /// The name of the file, or another name for people.
    pub name: &'t str,
    /// The whole text.
    pub text: &'t str,
    /// Finds places in it.
    pub places: &'t dyn Locate,
}

impl SourceText<'_> {
    /// The place of a finding or label: its own span, else where its path leads.
    pub(super) fn place(&self, span: Option<&Range<usize>>, path: &Path) -> Option<Place> {
        match span {
            Some(span) => Some(Place::new(span.clone(), path.pointer())),
            None => self.places.locate(path),
        }
    }

    /// About where a finding stands.
    #[cfg(feature = "terminal")]
    fn near(&self, finding: &Finding) -> Option<usize> {
        finding.span.as_ref().map_or_else(|| self.places.near(&finding.path), |span| Some(span.start))
    }
}

/// A finding and its place.
struct Placed<'r> {
    finding: &'r Finding,
    place: Option<Place>,
}

/// The findings in the order of the text: errors first, then by place.
fn placed<'r>(
    findings: impl IntoIterator<Item = &'r Finding>,
    source: Option<SourceText<'_>>,
) -> Vec<Placed<'r>> {
    let place =
        |finding: &Finding| source.and_then(|source| source.place(finding.span.as_ref(), &finding.path));
    let mut placed: Vec<_> =
        findings.into_iter().map(|finding| Placed { finding, place: place(finding) }).collect();
    // stable: where there is no text, the order of the report stands
    placed.sort_by_key(|Placed { finding, place }| {
        (std::cmp::Reverse(finding.level), place.as_ref().map(|place| place.span.start))
    });
    placed
}
