//! Bytes of a file as text, and where its lines begin.

use std::borrow::Cow;

use super::RemarkKind;
use super::notes::Notes;

/// The text of a file, without the byte order mark. Bytes that are not UTF-8 are replaced, with a remark on each line.
pub(super) fn decode<'b>(bytes: &'b [u8], notes: &mut Notes) -> Cow<'b, str> {
    let bytes = bytes.strip_prefix("\u{feff}".as_bytes()).unwrap_or(bytes);
    if let Ok(text) = str::from_utf8(bytes) {
        return Cow::Borrowed(text);
    }
    let mut text = String::with_capacity(bytes.len());
    let (mut line, mut reported) = (1, 0);
    for chunk in bytes.utf8_chunks() {
        text.push_str(chunk.valid());
        line += newlines(chunk.valid().as_bytes());
        if !chunk.invalid().is_empty() {
            text.push(char::REPLACEMENT_CHARACTER);
            if reported != line {
                notes.add(line, RemarkKind::NotUtf8);
                reported = line;
            }
        }
    }
    Cow::Owned(text)
}

/// How many lines end in `bytes`: with a line feed, a carriage return, or both together.
fn newlines(bytes: &[u8]) -> u64 {
    let nexts = bytes.iter().skip(1).map(Some).chain([None]);
    let ends = |(&byte, next): (&u8, Option<&u8>)| byte == b'\n' || (byte == b'\r' && next != Some(&b'\n'));
    bytes.iter().zip(nexts).fold(0, |count, pair| count + u64::from(ends(pair)))
}

/// Tells on which line a row begins. Rows are asked for in order, so that the text is passed over once.
///
/// The `csv` crate counts as well, but gives the line of the empty lines before a row.
pub(super) struct Lines<'t> {
    rest: &'t [u8],
    passed: u64,
    line: u64,
}

impl<'t> Lines<'t> {
    /// At the beginning of `text`.
    pub(super) fn of(text: &'t str) -> Self {
        Self { rest: text.as_bytes(), passed: 0, line: 1 }
    }

    /// The line of the first character at or after that byte which ends no line, and the text from there on.
    pub(super) fn at(&mut self, byte: u64) -> (u64, &'t [u8]) {
        let ahead = usize::try_from(byte.saturating_sub(self.passed)).unwrap_or(usize::MAX);
        let beyond = self.rest.get(ahead..).unwrap_or_default();
        let empty = beyond.iter().take_while(|byte| matches!(byte, b'\r' | b'\n')).count();
        let (before, after) = self.rest.split_at(self.rest.len() - beyond.len() + empty);
        self.line += newlines(before);
        self.passed += u64::try_from(before.len()).unwrap_or(u64::MAX);
        self.rest = after;
        (self.line, after)
    }
}

#[cfg(test)]
mod tests {
    use super::super::SourceFile;
    use super::*;

    #[test]
    fn bytes_that_are_not_utf_8_are_replaced() {
        let mut notes = Notes::on(SourceFile::Table);
        assert_eq!(
            decode(b"\xef\xbb\xbfa\n\xe9\xe9b\nc\xff\n", &mut notes),
            "a\n\u{fffd}\u{fffd}b\nc\u{fffd}\n"
        );
        assert_eq!(notes.remarks.iter().map(|remark| remark.line).collect::<Vec<_>>(), [2, 3]);
        assert!(notes.remarks.iter().all(|remark| remark.kind == RemarkKind::NotUtf8));
    }

    #[test]
    fn empty_lines_belong_to_no_row() {
        let mut lines = Lines::of("a\r\n\r\n\nb\nc\n");
        assert_eq!(lines.at(0).0, 1);
        assert_eq!(lines.at(2), (4, b"b\nc\n".as_slice()));
        assert_eq!(lines.at(7).0, 5);
        assert_eq!(lines.at(900), (6, b"".as_slice()));
        let mut old = Lines::of("a\rb\r\rc");
        assert_eq!([old.at(0).0, old.at(2).0, old.at(4).0], [1, 2, 4]);
    }
}
