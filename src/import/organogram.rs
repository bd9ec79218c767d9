//! Organograms as the UK government publishes them.

use super::cells;
use super::descriptions::Descriptions;
use super::notes::Notes;
use super::sheet::{Format, Row, Sheet};
use super::units::Units;
use super::{ImportError, Imported, SourceFile, junior};
use crate::{Organization, Position};

const ID: &str = "Post Unique Reference";
const NAME: &str = "Name";
const GRADE: &str = "Grade (or equivalent)";
const TITLE: &str = "Job Title";
const FUNCTION: &str = "Job/Team Function";
const ORGANISATION: &str = "Organisation";
const UNIT: &str = "Unit";
const SUPERIOR: &str = "Reports to Senior Post";
const FTE: &str = "FTE";
const GROUP: &str = "Professional/Occupational Group";
const URI: &str = "URI";

const SENIOR: Format = Format {
    key: ID,
    columns: &[NAME, GRADE, TITLE, FUNCTION, ORGANISATION, UNIT, SUPERIOR, FTE, GROUP, URI],
    delimiters: b",",
};

/// Reads an organogram: the file of senior posts and, if there is one, that of junior posts.
///
/// Every senior row becomes a position, also when an earlier row has the same id. Columns are found by name:
///
/// | column | becomes |
/// |---|---|
/// | `Post Unique Reference` | the id; where our pattern refuses it, [escaped](super::escape_id), with the original as code of the scheme `original-id` |
/// | `Reports to Senior Post` | the line of command, to whatever it names, itself included; `XX` is the head; empty is not stated |
/// | `Name` | the holder; `vacant` is a vacant seat; empty, `N/A`, `N/D` and `withheld` say nothing |
/// | `Job Title`, `Grade (or equivalent)`, `FTE` | title, grade and full-time equivalents |
/// | `Unit` | a unit with that title, and an id made of it |
/// | `Job/Team Function` | the purpose of a description with the id of the position; other texts under the same id get `/2` and so on |
/// | `Professional/Occupational Group`, `URI` | codes of the schemes `professional-occupational-group` and `uri` |
/// | `Organisation` | the name of the organisation, from the first row that has one |
///
/// Every junior row becomes a pool of seats `<senior id>/junior-<n>` below its senior post: as many as hold its `Number of Posts
/// in FTE`, at least one.
///
/// ```
/// let senior = "Post Unique Reference,Name,Job Title,Reports to Senior Post
/// HQ1,withheld,Chief Executive,XX
/// HQ 2,Vacant,Director,HQ1
/// ";
/// let imported = officium::import::organogram(senior.as_bytes(), None)?;
/// let ids: Vec<&str> = imported.organization.positions.iter().map(|seat| seat.id.as_str()).collect();
/// assert_eq!(ids, ["HQ1", "x:HQ:202"]);
/// # Ok::<(), officium::import::ImportError>(())
/// ```
///
/// # Errors
/// [`ImportError`] where a file is empty, where the senior file has no `Post Unique Reference`, or the junior file no
/// `Reporting Senior Post`.
pub fn organogram(senior: &[u8], junior: Option<&[u8]>) -> Result<Imported, ImportError> {
    let mut notes = Notes::on(SourceFile::Senior);
    let sheet = Sheet::read(senior, &SENIOR, &mut notes)?;
    sheet.note_missing_columns(&SENIOR, &mut notes);
    sheet.note_other_columns(false, &mut notes);
    let mut seats = Vec::new();
    for row in sheet.rows() {
        seats.push((cells::seat(row, ID, &mut notes)?, row));
    }
    let mut units = Units::default();
    let mut descriptions = Descriptions::of(seats.iter().map(|(seat, _)| &seat.id));
    let mut positions = Vec::new();
    for (seat, row) in seats {
        positions.push(post(seat, row, &mut units, &mut descriptions, &mut notes)?);
    }
    let mut remarks = notes.remarks;
    if let Some(bytes) = junior {
        let (pools, more) = junior::pools(bytes, &positions, &mut units)?;
        positions.extend(pools);
        remarks.extend(more);
    }
    let mut organization =
        Organization::new().units(units.list).descriptions(descriptions.list).positions(positions);
    organization.name = sheet.rows().find_map(|row| row.text(ORGANISATION));
    organization.language = "en".parse().ok();
    Ok(Imported::new(organization, remarks))
}

/// Fills a seat from its row.
fn post(
    seat: Position,
    row: Row<'_>,
    units: &mut Units,
    descriptions: &mut Descriptions,
    notes: &mut Notes,
) -> Result<Position, ImportError> {
    let mut seat = cells::below(seat, row, SUPERIOR, notes)?;
    seat.title = row.text(TITLE);
    seat.unit = cells::applicable(row, UNIT).and_then(|name| units.named(name));
    seat.description = cells::applicable(row, FUNCTION).and_then(|text| descriptions.with(&seat.id, text));
    seat.grade = row.text(GRADE);
    seat.occupancy = cells::occupancy(row.cell(NAME));
    seat.fte = cells::fte(row, FTE, notes);
    Ok(seat.codes(cells::occupational_group(row, GROUP)).codes(cells::code("uri", row.cell(URI))))
}

#[cfg(test)]
mod tests;
