//! A CSV file as rows whose cells are found by the name of their column.

use csv::{ReaderBuilder, StringRecord};

use super::notes::Notes;
use super::source::{Lines, decode};
use super::{ImportError, RemarkKind};
use crate::Text;

/// What is known of a format before a file of it is read.
pub(super) struct Format {
    /// The column without which rows mean nothing.
    pub(super) key: &'static str,
    /// The other columns.
    pub(super) columns: &'static [&'static str],
    /// The bytes that may stand between cells, the most usual one first.
    pub(super) delimiters: &'static [u8],
}

impl Format {
    /// The known columns of `header` and their places; of several with one name, the first.
    fn places(&self, header: &StringRecord) -> Vec<(&'static str, usize)> {
        let known = [self.key].into_iter().chain(self.columns.iter().copied());
        let place = |name: &str| header.iter().position(|cell| cell.trim().eq_ignore_ascii_case(name));
        known.filter_map(|name| place(name).map(|place| (name, place))).collect()
    }

    /// The delimiter under which the header holds the most known columns.
    fn delimiter(&self, text: &str) -> u8 {
        let known = |delimiter| {
            let mut rows = reader(text, delimiter).into_records().filter_map(Result::ok);
            rows.find(|row| !is_blank(row)).map_or(0, |header| self.places(&header).len())
        };
        // the first of the best, as the most usual one comes first
        let best = self.delimiters.iter().rev().max_by_key(|&&delimiter| known(delimiter));
        best.copied().unwrap_or(b',')
    }
}

fn reader(text: &str, delimiter: u8) -> csv::Reader<&[u8]> {
    ReaderBuilder::new().has_headers(false).flexible(true).delimiter(delimiter).from_reader(text.as_bytes())
}

fn is_blank(row: &StringRecord) -> bool {
    row.iter().all(|cell| cell.trim().is_empty())
}

/// A file that was read.
pub(super) struct Sheet {
    /// The known columns that it has, and their places.
    places: Vec<(&'static str, usize)>,
    /// The line of the header, and the header.
    header: (u64, StringRecord),
    /// The line on which each row begins, and the row.
    rows: Vec<(u64, StringRecord)>,
}

impl Sheet {
    /// Reads a file. Rows without any text are passed over.
    pub(super) fn read(bytes: &[u8], format: &Format, notes: &mut Notes) -> Result<Self, ImportError> {
        let text = decode(bytes, notes);
        let mut lines = Lines::of(&text);
        let (mut line, mut rest) = (1, text.as_bytes());
        let mut rows = Vec::new();
        for row in reader(&text, format.delimiter(&text)).into_records() {
            let row = row.map_err(|why| ImportError::UnreadableRow {
                file: notes.file,
                line,
                why: why.to_string(),
            })?;
            if let Some(position) = row.position() {
                (line, rest) = lines.at(position.byte());
            }
            if !is_blank(&row) {
                rows.push((line, row));
            }
        }
        if is_unclosed(rest) {
            notes.add(line, RemarkKind::UnclosedQuote);
        }
        let mut rows = rows.into_iter();
        let header = rows.next().ok_or(ImportError::NoHeader { file: notes.file })?;
        let places = format.places(&header.1);
        if !places.iter().any(|&(name, _)| name == format.key) {
            let found = header.1.iter().map(|cell| cell.trim().to_owned()).collect();
            return Err(ImportError::MissingColumn { file: notes.file, column: format.key, found });
        }
        let sheet = Self { places, header, rows: rows.collect() };
        let expected = sheet.header.1.len();
        for (line, row) in sheet.rows.iter().filter(|(_, row)| row.len() != expected) {
            notes.add(*line, RemarkKind::RaggedRow { found: row.len(), expected });
        }
        Ok(sheet)
    }

    /// The rows below the header.
    pub(super) fn rows(&self) -> impl Iterator<Item = Row<'_>> {
        self.rows.iter().map(|(line, cells)| Row { sheet: self, line: *line, cells })
    }

    /// Remarks on columns that mean nothing here and hold something; named ones even when they hold nothing, if `named` says so.
    pub(super) fn note_other_columns(&self, named: bool, notes: &mut Notes) {
        let (line, header) = &self.header;
        for (place, name) in header.iter().map(str::trim).enumerate() {
            let known = self.places.iter().any(|&(_, known)| known == place);
            let holds =
                |(_, row): &(u64, StringRecord)| row.get(place).is_some_and(|cell| !cell.trim().is_empty());
            if !known && ((named && !name.is_empty()) || self.rows.iter().any(holds)) {
                notes.add(*line, RemarkKind::IgnoredColumn(name.to_owned()));
            }
        }
    }

    /// Remarks on columns of the format that the file does not have.
    pub(super) fn note_missing_columns(&self, format: &Format, notes: &mut Notes) {
        for &name in format.columns {
            if !self.places.iter().any(|&(known, _)| known == name) {
                notes.add(self.header.0, RemarkKind::MissingColumn(name));
            }
        }
    }
}

/// Whether a quote of the last row stays open over several lines. Within quotes a quote is doubled, so that a closed row has
/// an even number of them.
fn is_unclosed(row: &[u8]) -> bool {
    let open = row.iter().fold(false, |open, &byte| open ^ (byte == b'"'));
    open && row.trim_ascii_end().iter().any(|byte| matches!(byte, b'\r' | b'\n'))
}

/// One row.
#[derive(Clone, Copy)]
pub(super) struct Row<'s> {
    sheet: &'s Sheet,
    /// The line on which it begins.
    pub(super) line: u64,
    cells: &'s StringRecord,
}

impl<'s> Row<'s> {
    /// The cell in that column as it is written; empty where there is none.
    pub(super) fn cell(self, column: &str) -> &'s str {
        let place = self.sheet.places.iter().find(|&&(name, _)| name == column);
        place.and_then(|&(_, place)| self.cells.get(place)).unwrap_or_default()
    }

    /// The text in that column to the letter, unless it is blank.
    pub(super) fn text(self, column: &str) -> Option<Text> {
        Text::try_from(self.cell(column)).ok()
    }
}

#[cfg(test)]
mod tests;
