//! What single cells say: ids, superiors, names, full-time equivalents.

use super::notes::Notes;
use super::sheet::Row;
use super::{ImportError, RemarkKind, escape_id};
use crate::{Count, ExternalCode, Fte, Holder, Occupancy, Position, PositionId, Text};

/// The superior of a head: somebody outside.
const HEAD: &str = "XX";
/// In place of a name: nobody sits there.
const VACANT: &str = "vacant";
/// In place of a name: nothing is said.
const NAME_NOT_STATED: [&str; 3] = [NOT_APPLICABLE, "N/D", "withheld"];
/// In place of a unit or a function: there is none.
const NOT_APPLICABLE: &str = "N/A";
/// The scheme of codes that hold an id as it was found.
const ORIGINAL_ID: &str = "original-id";

/// Whether the cell is that marker, in whatever letter case.
fn is(cell: &str, marker: &str) -> bool {
    cell.trim().eq_ignore_ascii_case(marker)
}

/// The id of a row, and the seat that begins with it.
///
/// A row without an id is a seat all the same.
pub(super) fn seat(row: Row<'_>, column: &'static str, notes: &mut Notes) -> Result<Position, ImportError> {
    if let Some(id) = reference(row, column, notes)? {
        let original = row.cell(column).trim();
        let code = (id.as_str() != original).then(|| code(ORIGINAL_ID, original)).flatten();
        return Ok(Position::new(id).codes(code));
    }
    let assigned = assigned_id("line", row, column, notes);
    Ok(Position::new(position_id(&assigned, row, notes)?))
}

/// The id of a row that names none: neither a file nor an escape can hold it.
pub(super) fn assigned_id(kind: &str, row: Row<'_>, column: &'static str, notes: &mut Notes) -> String {
    let assigned = format!("x::{kind}-{}", row.line);
    notes.add(row.line, RemarkKind::EmptyId { column, assigned: assigned.clone() });
    assigned
}

/// The position that a cell names, escaped where it must be; none in an empty cell.
pub(super) fn reference(
    row: Row<'_>,
    column: &'static str,
    notes: &mut Notes,
) -> Result<Option<PositionId>, ImportError> {
    let original = row.cell(column).trim();
    if original.is_empty() {
        return Ok(None);
    }
    let escaped = escape_id(original);
    let id = position_id(&escaped, row, notes)?;
    if escaped != original {
        notes.add(row.line, RemarkKind::EscapedId { column, original: original.to_owned(), escaped });
    }
    Ok(Some(id))
}

/// An id that was made to fit.
pub(super) fn position_id(id: &str, row: Row<'_>, notes: &Notes) -> Result<PositionId, ImportError> {
    PositionId::try_from(id).map_err(|why| ImportError::UnreadableRow {
        file: notes.file,
        line: row.line,
        why: why.to_string(),
    })
}

/// `seat` below the superior that the cell names, or as head.
pub(super) fn below(
    seat: Position,
    row: Row<'_>,
    column: &'static str,
    notes: &mut Notes,
) -> Result<Position, ImportError> {
    if is(row.cell(column), HEAD) {
        return Ok(seat.head());
    }
    Ok(match reference(row, column, notes)? {
        Some(superior) => seat.reports_to(superior),
        None => seat,
    })
}

/// Who sits in a seat, as far as the name says.
pub(super) fn occupancy(name: &str) -> Option<Occupancy> {
    if is(name, VACANT) {
        return Some(Occupancy::Vacant { since: None });
    }
    let stated = !NAME_NOT_STATED.iter().any(|marker| is(name, marker));
    let name = Text::try_from(name).ok().filter(|_| stated)?;
    Some(Occupancy::Held { holders: vec![Holder::new().name(name)] })
}

/// The text of the cell, unless it says that there is none.
pub(super) fn applicable(row: Row<'_>, column: &str) -> Option<Text> {
    row.text(column).filter(|text| !is(text.as_str(), NOT_APPLICABLE))
}

/// The full-time equivalent in the cell; a remark where it is none.
pub(super) fn fte(row: Row<'_>, column: &'static str, notes: &mut Notes) -> Option<Fte> {
    let value = row.cell(column).trim();
    if value.is_empty() {
        return None;
    }
    Fte::try_from(value)
        .map_err(|why| {
            notes.add(
                row.line,
                RemarkKind::UnreadableCell { column, value: value.to_owned(), why: why.to_string() },
            );
        })
        .ok()
}

/// The number of seats that it takes to hold so many full-time equivalents: rounded up, and at least one.
pub(super) fn seats(fte: Option<&Fte>) -> Count {
    let (whole, fraction) =
        fte.map_or(("", ""), |fte| fte.as_str().split_once('.').unwrap_or((fte.as_str(), "")));
    let begun = i64::from(fraction.bytes().any(|digit| digit != b'0'));
    // an fte has five digits before the point at most, far below the bound of a count
    whole.parse::<i64>().ok().and_then(|whole| Count::try_from(whole + begun).ok()).unwrap_or(Count::MIN)
}

/// A code in another register.
pub(super) fn code(scheme: &str, code: &str) -> Option<ExternalCode> {
    Some(ExternalCode::new(Text::try_from(scheme).ok()?, Text::try_from(code).ok()?))
}

/// The occupational group in the cell, as a code.
pub(super) fn occupational_group(row: Row<'_>, column: &str) -> Option<ExternalCode> {
    code("professional-occupational-group", applicable(row, column)?.as_str())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_and_what_stands_in_their_place() {
        for silent in ["", "  ", "N/A", "n/d", " Withheld "] {
            assert_eq!(occupancy(silent), None, "{silent:?}");
        }
        assert_eq!(occupancy(" VACANT "), Some(Occupancy::Vacant { since: None }));
        assert!(matches!(occupancy("Vacant post"), Some(Occupancy::Held { .. })));
    }

    #[test]
    fn seats_are_rounded_up() {
        let cases = [
            ("0", 1),
            ("0.5", 1),
            ("1", 1),
            ("1.0", 1),
            ("1.01", 2),
            ("4.86", 5),
            ("10", 10),
            ("99999.5", 100_000),
        ];
        for (fte, expected) in cases {
            assert_eq!(seats(fte.parse().ok().as_ref()).get(), expected, "{fte}");
        }
        assert_eq!(seats(None), Count::MIN);
    }
}
