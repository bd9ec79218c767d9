//! Plain tables.

use super::cells;
use super::notes::Notes;
use super::sheet::{Format, Row, Sheet};
use super::units::Units;
use super::{ImportError, Imported, SourceFile};
use crate::{Organization, Position, Substitution};

const ID: &str = "id";
const TITLE: &str = "title";
const UNIT: &str = "unit";
const SUPERIOR: &str = "superior";
const SUBSTITUTE: &str = "substitute";
const HOLDER: &str = "holder";

const TABLE: Format =
    Format { key: ID, columns: &[TITLE, UNIT, SUPERIOR, SUBSTITUTE, HOLDER], delimiters: b",;\t" };

/// Reads a table of positions as spreadsheets save it: CSV whose first line names the columns `id`, `title`, `unit`,
/// `superior`, `substitute` and `holder`, in any order and letter case; only `id` must be there.
///
/// Cells stand between commas, semicolons or tabs; the header tells. Every row becomes a position, also when an earlier
/// row has the same id. `superior` and `substitute` name positions by id; the superior `XX` makes the head of the organisation, and
/// the holder `vacant` a vacant seat. Every name of a unit becomes a unit with an id made of it. Other columns are left out, with
/// a remark on each.
///
/// ```
/// let table = "id;title;superior;substitute;holder
/// boss;Manager;XX;sales;
/// sales;Head of sales;boss;;Kari Nordmann
/// ";
/// let organization = officium::import::table(table.as_bytes())?.organization;
/// assert_eq!(organization.positions[0].substitution.len(), 1);
/// assert_eq!(organization.positions[1].reporting[0].superior.as_str(), "boss");
/// # Ok::<(), officium::import::ImportError>(())
/// ```
///
/// # Errors
/// [`ImportError`] where the table is empty or has no column `id`.
pub fn table(bytes: &[u8]) -> Result<Imported, ImportError> {
    let mut notes = Notes::on(SourceFile::Table);
    let sheet = Sheet::read(bytes, &TABLE, &mut notes)?;
    sheet.note_other_columns(true, &mut notes);
    let mut units = Units::default();
    let mut positions = Vec::new();
    for row in sheet.rows() {
        positions.push(position(row, &mut units, &mut notes)?);
    }
    let organization = Organization::new().units(units.list).positions(positions);
    Ok(Imported::new(organization, notes.remarks))
}

/// One row of the table.
fn position(row: Row<'_>, units: &mut Units, notes: &mut Notes) -> Result<Position, ImportError> {
    let seat = cells::seat(row, ID, notes)?;
    let mut seat = cells::below(seat, row, SUPERIOR, notes)?;
    seat.title = row.text(TITLE);
    seat.unit = cells::applicable(row, UNIT).and_then(|name| units.named(name));
    seat.occupancy = cells::occupancy(row.cell(HOLDER));
    let substitute = cells::reference(row, SUBSTITUTE, notes)?;
    Ok(seat.substitution(substitute.map(Substitution::absence)))
}

#[cfg(test)]
mod tests;
