//! Taking remarks while a file is read, and quoting it.

use std::fmt;

use super::{Remark, RemarkKind, SourceFile};

/// Text of others in backticks: cut to a readable length, without characters that would command a terminal.
pub(super) struct Quoted<'t>(pub(super) &'t str);

impl fmt::Display for Quoted<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        use fmt::Write as _;
        const SHOWN: usize = 140;
        f.write_char('`')?;
        for character in self.0.chars().take(SHOWN) {
            if character.is_control() {
                write!(f, "{}", character.escape_default())?;
            } else {
                f.write_char(character)?;
            }
        }
        f.write_str(if self.0.chars().nth(SHOWN).is_some() { "…`" } else { "`" })
    }
}

/// The remarks on one file, while it is read.
#[derive(Debug)]
pub(super) struct Notes {
    /// The file.
    pub(super) file: SourceFile,
    /// What was said so far.
    pub(super) remarks: Vec<Remark>,
}

impl Notes {
    /// No remarks yet.
    pub(super) fn on(file: SourceFile) -> Self {
        Self { file, remarks: Vec::new() }
    }

    /// Adds a remark on that line.
    pub(super) fn add(&mut self, line: u64, kind: RemarkKind) {
        self.remarks.push(Remark { file: self.file, line, kind });
    }
}
