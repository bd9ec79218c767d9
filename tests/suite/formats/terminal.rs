//! Reports for people at a terminal.

use super::{codes, hostile, reports};
use crate::support::checked::Checked;

/// The text without the colours that the report itself sets.
fn without_colours(text: &str) -> String {
    let mut parts = text.split("\u{1b}[");
    let first = parts.next().unwrap_or_default().to_owned();
    parts.fold(first, |plain, part| {
        let (colour, rest) = part.split_once('m').expect("a colour ends");
        assert!(colour.chars().all(|c| c.is_ascii_digit() || c == ';'), "{colour}");
        plain + rest
    })
}

/// Every code is there, and nothing that a terminal would obey.
pub(super) fn holds(checked: &Checked) {
    let plain = checked.human(false);
    let obeyed = |c: char| {
        (c.is_control() && c != '\n') || matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
    };
    assert!(!plain.contains(obeyed), "{plain:?}");
    let coloured = without_colours(&checked.human(true));
    assert!(!coloured.contains(obeyed), "{coloured:?}");
    let mut found: Vec<&str> = plain
        .lines()
        .filter_map(|line| ["error[", "warning[", "note["].iter().find_map(|level| line.strip_prefix(level)))
        .filter_map(|rest| rest.get(..4))
        .collect();
    found.sort_unstable();
    assert_eq!(found, codes(&checked.report), "{plain}");
}

#[test]
fn nothing_of_a_text_commands_the_terminal() {
    reports().iter().for_each(holds);
    assert!(hostile("\u{1b}[31m").human(true).contains("there is no member `␛[31m` here"));
}

#[test]
fn the_place_is_named_by_line_and_column() {
    for checked in reports() {
        let plain = checked.human(false);
        for finding in super::parsed(&checked)["findings"].as_array().into_iter().flatten() {
            let Some(place) = super::lines_of(&finding["place"]) else { continue };
            let place = format!(":{}:{}\n", place.line, place.column);
            assert!(plain.contains(&place), "{}: {place}\n{plain}", checked.name);
        }
    }
}
