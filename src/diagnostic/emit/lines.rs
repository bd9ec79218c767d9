//! Lines and columns of a text.

use std::ops::Range;

use serde::Serialize;

use super::super::{Path, Report};
use super::{Place, SourceText};

/// A place in a text, by lines and columns. Both count from 1, columns in characters; the end is the column after the last character.
#[derive(Serialize, Clone, Copy, PartialEq, Eq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "Place"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(crate) struct Lines {
    /// The line in which it begins.
    #[cfg_attr(feature = "schema", schemars(range(min = 1)))]
    pub(super) line: usize,
    /// The column in which it begins.
    #[cfg_attr(feature = "schema", schemars(range(min = 1)))]
    pub(super) column: usize,
    /// The line in which it ends.
    #[cfg_attr(feature = "schema", schemars(range(min = 1)))]
    pub(super) end_line: usize,
    /// The column after its last character.
    #[cfg_attr(feature = "schema", schemars(range(min = 1)))]
    pub(super) end_column: usize,
}

/// The lines of the places in a text, if there is one.
pub(super) struct Places<'t> {
    source: Option<(SourceText<'t>, LineIndex<'t>)>,
}

impl<'t> Places<'t> {
    /// For a report: lines are not counted where there is nothing to find.
    pub(super) fn new(source: Option<SourceText<'t>>, report: &Report) -> Self {
        let text = |source: SourceText<'t>| if report.is_empty() { "" } else { source.text };
        Self { source: source.map(|source| (source, LineIndex::new(text(source)))) }
    }

    /// Where a path leads.
    pub(super) fn of(&self, path: &Path) -> Option<Place> {
        self.source.as_ref().and_then(|(source, _)| source.place(None, path))
    }

    pub(super) fn lines(&self, place: Option<&Place>) -> Option<Lines> {
        let (_, index) = self.source.as_ref()?;
        place.map(|place| index.lines(&place.span))
    }
}

/// The starts of all lines, and how many characters stand before each block of bytes: so that a column far out in a long line
/// costs no more than one in a short line.
pub(super) struct LineIndex<'t> {
    text: &'t str,
    starts: Vec<usize>,
    characters: Vec<usize>,
}

const BLOCK: usize = 4096;

impl<'t> LineIndex<'t> {
    pub(super) fn new(text: &'t str) -> Self {
        let after_breaks = text.bytes().enumerate().filter(|&(_, byte)| byte == b'\n').map(|(at, _)| at + 1);
        let characters = text.as_bytes().chunks(BLOCK).scan(0, |sum, block| {
            let before = *sum;
            *sum += characters_in(block);
            Some(before)
        });
        Self {
            text,
            starts: std::iter::once(0).chain(after_breaks).collect(),
            characters: characters.collect(),
        }
    }

    /// The line (from 1) and the column in characters (from 1) of a byte. A byte order mark is no character of the text.
    pub(super) fn line_and_column(&self, at: usize) -> (usize, usize) {
        let line = self.starts.partition_point(|&start| start <= at);
        let before = self.characters_before(at) - self.characters_before(self.line_start(line));
        let mark = usize::from(line == 1 && self.text.starts_with('\u{feff}'));
        (line, before.saturating_sub(mark) + 1)
    }

    fn lines(&self, span: &Range<usize>) -> Lines {
        let (line, column) = self.line_and_column(span.start);
        let (end_line, end_column) = self.line_and_column(span.end);
        Lines { line, column, end_line, end_column }
    }

    /// The text of the line in which a byte stands, without its break, and where it begins.
    #[cfg(feature = "terminal")]
    pub(super) fn line_of(&self, at: usize) -> (usize, &'t str) {
        let line = self.starts.partition_point(|&start| start <= at);
        let start = self.line_start(line);
        let end = self.starts.get(line).copied().unwrap_or(self.text.len());
        (start, self.text.get(start..end).unwrap_or_default().trim_end_matches(['\n', '\r']))
    }

    /// The part of a span that stands in its first line.
    #[cfg(feature = "terminal")]
    pub(super) fn in_one_line(&self, span: &Range<usize>) -> Range<usize> {
        let (start, line) = self.line_of(span.start);
        span.start..span.end.min(start + line.len()).max(span.start)
    }

    fn line_start(&self, line: usize) -> usize {
        line.checked_sub(1).and_then(|nth| self.starts.get(nth)).copied().unwrap_or(0)
    }

    fn characters_before(&self, at: usize) -> usize {
        let at = at.min(self.text.len());
        let block = at / BLOCK;
        let rest = self.text.as_bytes().get(block * BLOCK..at).map_or(0, characters_in);
        self.characters.get(block).copied().unwrap_or_else(|| self.characters.last().copied().unwrap_or(0))
            + rest
    }
}

fn characters_in(bytes: &[u8]) -> usize {
    bytes.iter().filter(|&&byte| byte & 0b1100_0000 != 0b1000_0000).count()
}
