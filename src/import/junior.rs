//! The junior posts of an organogram: numbers of like seats under a senior post.

use super::cells;
use super::notes::Notes;
use super::sheet::{Format, Row, Sheet};
use super::unique::Unique;
use super::units::Units;
use super::{ImportError, Remark, SourceFile};
use crate::{Occupancy, Position, ReportingLine};

const SENIOR: &str = "Reporting Senior Post";
const GRADE: &str = "Grade";
const TITLE: &str = "Generic Job Title";
const FTE: &str = "Number of Posts in FTE";
const UNIT: &str = "Unit";
const GROUP: &str = "Professional/Occupational Group";

const JUNIOR: Format = Format { key: SENIOR, columns: &[GRADE, TITLE, FTE, UNIT, GROUP], delimiters: b"," };

/// Reads the junior file: one pooled position a row, and what there is to say about it.
pub(super) fn pools(
    bytes: &[u8],
    seniors: &[Position],
    units: &mut Units,
) -> Result<(Vec<Position>, Vec<Remark>), ImportError> {
    let mut notes = Notes::on(SourceFile::Junior);
    let sheet = Sheet::read(bytes, &JUNIOR, &mut notes)?;
    sheet.note_missing_columns(&JUNIOR, &mut notes);
    sheet.note_other_columns(false, &mut notes);
    let mut ids = Unique::default();
    for senior in seniors {
        ids.claim(senior.id.as_str());
    }
    let mut pools = Vec::new();
    for row in sheet.rows() {
        pools.push(pool(row, &mut ids, units, &mut notes)?);
    }
    Ok((pools, notes.remarks))
}

/// One row of the junior file.
fn pool(
    row: Row<'_>,
    ids: &mut Unique,
    units: &mut Units,
    notes: &mut Notes,
) -> Result<Position, ImportError> {
    let senior = cells::reference(row, SENIOR, notes)?;
    let id = match &senior {
        Some(senior) => ids.numbered(&format!("{senior}/junior-"), 1),
        None => cells::assigned_id("junior-line", row, SENIOR, notes),
    };
    let mut pool = Position::new(cells::position_id(&id, row, notes)?);
    pool.title = row.text(TITLE);
    pool.unit = cells::applicable(row, UNIT).and_then(|name| units.named(name));
    pool.grade = row.text(GRADE);
    pool.fte = cells::fte(row, FTE, notes);
    pool.occupancy = Some(Occupancy::Pool { seats: cells::seats(pool.fte.as_ref()) });
    pool.reporting.extend(senior.map(ReportingLine::solid));
    Ok(pool.codes(cells::occupational_group(row, GROUP)))
}
