#![expect(clippy::unwrap_used, reason = "a test may stop")]

use super::super::{Remark, SourceFile};
use super::*;

const FORMAT: Format = Format { key: "id", columns: &["title", "unit"], delimiters: b",;\t" };

/// The cells of each row, its line before them, and the remarks.
fn read(text: &str) -> (Vec<String>, Vec<(u64, RemarkKind)>) {
    let mut notes = Notes::on(SourceFile::Table);
    let sheet = Sheet::read(text.as_bytes(), &FORMAT, &mut notes).unwrap();
    let row =
        |row: Row<'_>| format!("{}:{}|{}|{}", row.line, row.cell("id"), row.cell("title"), row.cell("unit"));
    let rows = sheet.rows().map(row).collect();
    sheet.note_other_columns(false, &mut notes);
    (rows, notes.remarks.into_iter().map(|Remark { line, kind, .. }| (line, kind)).collect())
}

#[test]
fn cells_are_found_by_name_in_any_order() {
    let (rows, remarks) = read("\u{feff} Unit , ID,title\nSales,1,Head\n");
    assert_eq!(rows, ["2:1|Head|Sales"]);
    assert_eq!(remarks, []);
}

#[test]
fn the_header_tells_the_delimiter() {
    assert_eq!(read("id;title;unit\n1;a, b;c\n").0, ["2:1|a, b|c"]);
    assert_eq!(read("id\ttitle\n1\ta;b,c\n").0, ["2:1|a;b,c|"]);
    assert_eq!(read("id\n1;2\n").0, ["2:1;2||"]);
    assert_eq!(read(";;\n\"id\";\"title\"\n1;2\n").0, ["3:1|2|"]);
}

#[test]
fn lines_are_counted_through_quotes_and_empty_rows() {
    let (rows, remarks) = read("id,title\r\n1,\"a\r\n\"\"b\"\"\"\r\n\r\n , \r\n2,c\r\n");
    assert_eq!(rows, ["2:1|a\r\n\"b\"|", "6:2|c|"]);
    assert_eq!(remarks, []);
}

#[test]
fn ragged_rows_are_read_as_far_as_they_go() {
    let (rows, remarks) = read("id,title\n1\n2,a,b\n");
    assert_eq!(rows, ["2:1||", "3:2|a|"]);
    let ragged = |found| RemarkKind::RaggedRow { found, expected: 2 };
    assert_eq!(remarks, [(2, ragged(1)), (3, ragged(3))]);
}

#[test]
fn other_columns_are_named_when_they_hold_something() {
    let (rows, remarks) = read("id,notes,,title,Title\n1,,a,b,c\n");
    assert_eq!(rows, ["2:1|b|"]);
    let ignored = |name: &str| (1, RemarkKind::IgnoredColumn(name.to_owned()));
    assert_eq!(remarks, [ignored(""), ignored("Title")]);
}

#[test]
fn a_quote_that_never_closes_is_noticed() {
    assert_eq!(read("id,title\n1,\"a\n2,b\n").1, [(2, RemarkKind::UnclosedQuote)]);
    assert_eq!(read("id,title\n1,5\" pipe\n").1, []);
    assert_eq!(read("id,title\n1,\"a\nb\"\n").1, []);
}

#[test]
fn a_file_without_the_key_is_refused() {
    let mut notes = Notes::on(SourceFile::Table);
    for empty in ["", "\u{feff}", "\n\n", ",,\n"] {
        let refusal = Sheet::read(empty.as_bytes(), &FORMAT, &mut notes).err();
        assert_eq!(refusal, Some(ImportError::NoHeader { file: SourceFile::Table }));
    }
    let refusal = Sheet::read(b"Name ;title\n", &FORMAT, &mut notes).err();
    let found = vec!["Name".to_owned(), "title".to_owned()];
    assert_eq!(refusal, Some(ImportError::MissingColumn { file: SourceFile::Table, column: "id", found }));
}
