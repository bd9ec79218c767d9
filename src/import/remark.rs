//! What an import has to say about the rows it read.

use std::fmt;

use super::notes::Quoted;

/// The file that a remark or an error is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[non_exhaustive]
pub enum SourceFile {
    /// The senior posts of an organogram.
    Senior,
    /// The junior posts of an organogram.
    Junior,
    /// A plain table.
    Table,
}

impl fmt::Display for SourceFile {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(match self {
            Self::Senior => "senior file",
            Self::Junior => "junior file",
            Self::Table => "table",
        })
    }
}

/// Something that was left out or written in another form.
///
/// ```
/// let imported = officium::import::table(b"id,title\nhead of sales,Manager\n")?;
/// let remarks: Vec<String> = imported.remarks.iter().map(ToString::to_string).collect();
/// assert_eq!(remarks, ["table, line 2: `head of sales` in `id` is no id: written as `x:head:20of:20sales`"]);
/// # Ok::<(), officium::import::ImportError>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct Remark {
    /// The file.
    pub file: SourceFile,
    /// The line on which the row begins, counted from 1; line breaks inside quoted cells count as well.
    pub line: u64,
    /// What was found and what was done.
    pub kind: RemarkKind,
}

impl fmt::Display for Remark {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}, line {}: {}", self.file, self.line, self.kind)
    }
}

/// What was found and what was done.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum RemarkKind {
    /// A column has no meaning here; its cells were left out.
    IgnoredColumn(
        /// Its name; empty where the header has none.
        String,
    ),
    /// A column of the format is absent; the import goes on without it.
    MissingColumn(
        /// Its name.
        &'static str,
    ),
    /// A row names no id; it got one from its line.
    EmptyId {
        /// The column.
        column: &'static str,
        /// The id it got.
        assigned: String,
    },
    /// A cell holds no id in our sense; it was escaped (see [`unescape_id`](super::unescape_id)).
    EscapedId {
        /// The column.
        column: &'static str,
        /// The cell.
        original: String,
        /// How it is written now.
        escaped: String,
    },
    /// A cell cannot be read; it was left out.
    UnreadableCell {
        /// The column.
        column: &'static str,
        /// The cell.
        value: String,
        /// What is wrong.
        why: String,
    },
    /// A row has fewer or more cells than the header; missing ones are read as empty, the others are left out.
    RaggedRow {
        /// How many cells it has.
        found: usize,
        /// How many the header has.
        expected: usize,
    },
    /// A line holds bytes that are not UTF-8; they were replaced by U+FFFD.
    NotUtf8,
    /// A quote opens in the row and does not close before the end of the file, so that later rows were read as part of it.
    UnclosedQuote,
}

impl fmt::Display for RemarkKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::IgnoredColumn(name) if name.is_empty() => {
                f.write_str("a column without a name: its cells were left out")
            }
            Self::IgnoredColumn(name) => {
                write!(f, "the column {} means nothing here: its cells were left out", Quoted(name))
            }
            Self::MissingColumn(name) => {
                write!(f, "there is no column {}: the import went on without it", Quoted(name))
            }
            Self::EmptyId { column, assigned } => {
                write!(f, "the cell in {} is empty: the row got the id {}", Quoted(column), Quoted(assigned))
            }
            Self::EscapedId { column, original, escaped } => {
                write!(
                    f,
                    "{} in {} is no id: written as {}",
                    Quoted(original),
                    Quoted(column),
                    Quoted(escaped)
                )
            }
            Self::UnreadableCell { column, value, why } => {
                write!(f, "{} in {} was left out: {why}", Quoted(value), Quoted(column))
            }
            Self::RaggedRow { found, expected } if found < expected => {
                write!(
                    f,
                    "the row has {found} cells, the header {expected}: the missing ones were read as empty"
                )
            }
            Self::RaggedRow { found, expected } => {
                write!(f, "the row has {found} cells, the header {expected}: the cells beyond were left out")
            }
            Self::NotUtf8 => {
                f.write_str("the line is not UTF-8 throughout: the other bytes were replaced by U+FFFD")
            }
            Self::UnclosedQuote => {
                f.write_str("a quote in the row never closes: everything up to the end was read as one row")
            }
        }
    }
}
