//! Import of what organisations already have: organograms as the UK government publishes them, and plain tables.
//!
//! Dirt is preserved, not repaired: ids that stand on several rows, superiors that do not exist and seats that report to
//! themselves all arrive in the [`Organization`], so that a check can find them. What does not fit
//! the model, such as an id with a space, is kept in another form, and a [`Remark`] says so.

mod cells;
mod descriptions;
mod error;
mod escape;
mod junior;
mod notes;
mod organogram;
mod remark;
mod sheet;
mod source;
mod table;
mod unique;
mod units;

pub use error::ImportError;
pub use escape::{escape_id, unescape_id};
pub use organogram::organogram;
pub use remark::{Remark, RemarkKind, SourceFile};
pub use table::table;

use crate::Organization;

/// What came out of an import.
///
/// ```
/// let imported = officium::import::table(b"id,title,mood\nboss,Manager,good\n")?;
/// assert_eq!(imported.organization.positions.len(), 1);
/// assert_eq!(imported.remarks.len(), 1);
/// # Ok::<(), officium::import::ImportError>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Imported {
    /// The organisation, dirt included.
    pub organization: Organization,
    /// What was left out or written in another form, in the order of the files and of their lines.
    pub remarks: Vec<Remark>,
}

impl Imported {
    /// The result, with the remarks in the order in which a reader goes through the files.
    fn new(organization: Organization, mut remarks: Vec<Remark>) -> Self {
        remarks.sort_by_key(|remark| (remark.file, remark.line));
        Self { organization, remarks }
    }
}
