#![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test may stop")]

use proptest::prelude::*;

use super::*;
use crate::{Occupancy, Standing};

fn remarks(of: &Imported) -> Vec<String> {
    of.remarks.iter().map(ToString::to_string).collect()
}

#[test]
fn a_row_becomes_a_position() {
    let text = "holder,ID,unit,Title,superior,substitute\nKari,a,Sales,Head ,XX,b\nVacant,b,Sales,,a,\n";
    let imported = table(text.as_bytes()).unwrap();
    assert_eq!(imported.remarks, []);
    let organization = imported.organization;
    assert_eq!((organization.units.len(), organization.language), (1, None));
    let [head, other] = organization.positions.as_slice() else { unreachable!("two rows") };
    assert_eq!(head.standing, Some(Standing::Head { answers_to: None }));
    assert_eq!(head.title.as_ref().unwrap().as_str(), "Head ");
    assert_eq!(head.substitution, [Substitution::absence("b".parse().unwrap())]);
    assert!(matches!(&head.occupancy, Some(Occupancy::Held { holders }) if holders.len() == 1));
    assert_eq!(other.occupancy, Some(Occupancy::Vacant { since: None }));
    assert_eq!(other.unit, head.unit);
    assert_eq!((&other.title, other.standing.as_ref(), other.substitution.len()), (&None, None, 0));
}

#[test]
fn ids_and_references_are_escaped_alike() {
    let imported = table("id\tsuperior\tsubstitute\nä b\tä b\tc,d\n".as_bytes()).unwrap();
    let seat = &imported.organization.positions[0];
    assert_eq!(seat.id.as_str(), "x::c3:a4:20b");
    assert_eq!(seat.reporting[0].superior, seat.id);
    assert_eq!(seat.substitution[0].substitute.positions()[0].as_str(), "x:c:2cd");
    assert_eq!(seat.codes[0].code.as_str(), "ä b");
    assert_eq!(
        remarks(&imported),
        [
            "table, line 2: `ä b` in `id` is no id: written as `x::c3:a4:20b`",
            "table, line 2: `ä b` in `superior` is no id: written as `x::c3:a4:20b`",
            "table, line 2: `c,d` in `substitute` is no id: written as `x:c:2cd`",
        ]
    );
}

#[test]
fn dirt_is_kept_and_named() {
    let imported = table(b"id,title,mood,\na,One,,\na,Two\n,Three,,\nb,\xff,,\n").unwrap();
    let ids: Vec<_> = imported.organization.positions.iter().map(|seat| seat.id.as_str()).collect();
    assert_eq!(ids, ["a", "a", "x::line-4", "b"]);
    assert_eq!(imported.organization.positions[3].title.as_ref().unwrap().as_str(), "\u{fffd}");
    assert_eq!(
        remarks(&imported),
        [
            "table, line 1: the column `mood` means nothing here: its cells were left out",
            "table, line 3: the row has 2 cells, the header 4: the missing ones were read as empty",
            "table, line 4: the cell in `id` is empty: the row got the id `x::line-4`",
            "table, line 5: the line is not UTF-8 throughout: the other bytes were replaced by U+FFFD",
        ]
    );
}

#[test]
fn the_table_among_the_examples_is_clean() {
    let imported = table(include_bytes!("../../../examples/data/table.csv")).unwrap();
    assert_eq!(imported.remarks, []);
    assert_eq!((imported.organization.positions.len(), imported.organization.units.len()), (8, 4));
}

proptest! {
    #[test]
    fn no_table_is_lost_and_none_stops_the_reader(
        delimiter in "[,;\t]",
        cells in prop::collection::vec("[^\",;\t\r\n]{1,150}", 0..40),
    ) {
        let header = ["superior", "substitute", "ID", "unit"].join(&delimiter);
        let rows: Vec<String> = cells.chunks_exact(4).map(|row| row.join(&delimiter)).collect();
        let imported = table(format!("{header}\n{}", rows.join("\n")).as_bytes()).unwrap();
        let filled = |row: &&String| row.split(&delimiter).any(|cell| !cell.trim().is_empty());
        prop_assert_eq!(imported.organization.positions.len(), rows.iter().filter(filled).count());
        let json = serde_json::to_string(&imported.organization).unwrap();
        prop_assert_eq!(serde_json::from_str::<Organization>(&json).unwrap(), imported.organization);
    }

    #[test]
    fn any_bytes_below_a_header_are_a_table(bytes: Vec<u8>) {
        prop_assert!(table(&[b"id,title\n".as_slice(), &bytes].concat()).is_ok());
    }
}
