//! What a text says.

use std::collections::BTreeMap;

use super::{Format, Locator};
use crate::diagnostic::Finding;
use crate::model::Organization;

/// What a text says: everything that could be understood, and a finding for everything that could not.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct Reading {
    /// The organisation, without the parts that could not be read.
    pub organization: Organization,
    /// What could not be read, in the order of the text.
    pub findings: Vec<Finding>,
    format: Format,
    pub(super) is_cut_off: bool,
    /// By list, for each element that was left out, how many were kept before it.
    pub(super) kept_before: BTreeMap<String, Vec<usize>>,
}

impl Reading {
    pub(super) fn of(format: Format) -> Self {
        Self { format, ..Self::default() }
    }

    /// Whether everything was understood.
    #[must_use]
    pub fn is_complete(&self) -> bool {
        self.findings.is_empty()
    }

    /// Whether the text breaks off: it is not well-formed to its end, or no organisation at all. What is missing then is not known to be
    /// missing from the organisation, so rules would report what is not so.
    #[must_use]
    pub fn is_cut_off(&self) -> bool {
        self.is_cut_off
    }

    /// Finds places in `text`, which must be the text that was read.
    #[must_use]
    pub fn locator<'t>(&self, text: &'t str) -> Locator<'t> {
        Locator::new(self.format, text, self.kept_before.clone())
    }
}
