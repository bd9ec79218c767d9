//! What makes an import impossible.

use std::fmt;

use super::SourceFile;
use super::notes::Quoted;

/// Why a file could not be imported at all.
///
/// ```
/// use officium::import::{ImportError, SourceFile};
/// let error = officium::import::table(b"title,unit\nManager,Sales\n").unwrap_err();
/// assert_eq!(error.to_string(), "the table has no column `id`; its header names `title`, `unit`");
/// ```
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum ImportError {
    /// The file is empty.
    #[error("the {file} is empty: its first line must name the columns")]
    NoHeader {
        /// Which file.
        file: SourceFile,
    },
    /// A column is missing without which the rows mean nothing.
    #[error("the {file} has no column `{column}`; its header names {}", Names(found))]
    MissingColumn {
        /// Which file.
        file: SourceFile,
        /// The column.
        column: &'static str,
        /// The columns that are there.
        found: Vec<String>,
    },
    /// A row defeats the reader.
    #[error("the {file} cannot be read at line {line}: {why}")]
    UnreadableRow {
        /// Which file.
        file: SourceFile,
        /// The line on which the row begins.
        line: u64,
        /// What is wrong.
        why: String,
    },
}

/// A list of names that stays readable when the file is something else altogether.
struct Names<'n>(&'n [String]);

impl fmt::Display for Names<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        const SHOWN: usize = 24;
        for (place, name) in self.0.iter().take(SHOWN).enumerate() {
            write!(f, "{}{}", if place == 0 { "" } else { ", " }, Quoted(name))?;
        }
        match self.0.len().saturating_sub(SHOWN) {
            0 => Ok(()),
            more => write!(f, " and {more} more"),
        }
    }
}
