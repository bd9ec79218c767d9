//! A report as text: for people and for programs.

#[cfg(feature = "terminal")]
pub(super) mod human;
pub(super) mod json;
mod lines;

use std::ops::Range;

use super::Path;

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
}
