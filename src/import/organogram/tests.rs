#![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test may stop")]

use super::*;
use crate::{Occupancy, Standing};

mod published;

const HEADER: &str = "Post Unique Reference,Name,Grade (or equivalent),Job Title,Job/Team Function,Organisation,Unit,\
    Reports to Senior Post,FTE,Professional/Occupational Group,URI\n";
const JUNIOR_HEADER: &str = "Unit,Reporting Senior Post,Grade,Generic Job Title,Number of Posts in FTE,Professional/Occupational Group\n";

fn senior(rows: &str) -> Imported {
    organogram(format!("{HEADER}{rows}").as_bytes(), None).unwrap()
}

fn junior(rows: &str) -> Imported {
    let (seniors, juniors) =
        (format!("{HEADER}a,,,,,,,XX,,,\na/junior-2,,,,,,,a,,,\n"), format!("{JUNIOR_HEADER}{rows}"));
    organogram(seniors.as_bytes(), Some(juniors.as_bytes())).unwrap()
}

fn remarks(of: &Imported) -> Vec<String> {
    of.remarks.iter().map(ToString::to_string).collect()
}

#[test]
fn a_row_becomes_a_position() {
    let imported = senior("a,Ann,SCS1, Head,Leads.,Agency,Legal,b,0.8,Law,http://a\n");
    assert_eq!(imported.remarks, []);
    let expected = "{\"name\":\"Agency\",\"language\":\"en\",\"units\":[{\"id\":\"legal\",\"title\":\"Legal\"}],\
        \"descriptions\":[{\"id\":\"a\",\"purpose\":\"Leads.\"}],\
        \"positions\":[{\"id\":\"a\",\"title\":\" Head\",\"unit\":\"legal\",\"description\":\"a\",\"grade\":\"SCS1\",\
        \"reporting\":[{\"kind\":\"solid\",\"superior\":\"b\"}],\
        \"occupancy\":{\"kind\":\"held\",\"holders\":[{\"name\":\"Ann\"}]},\"fte\":\"0.8\",\
        \"codes\":[{\"scheme\":\"professional-occupational-group\",\"code\":\"Law\"},{\"scheme\":\"uri\",\"code\":\"http://a\"}]}]}";
    assert_eq!(serde_json::to_string(&imported.organization).unwrap(), expected);
}

#[test]
fn empty_cells_and_markers_say_nothing() {
    let imported = senior("a,N/D,,,n/a,,N/A,,,,\n");
    let bare = Position::new("a".parse().unwrap());
    assert_eq!((imported.organization.positions, imported.remarks), (vec![bare], vec![]));
    assert_eq!((imported.organization.name, imported.organization.units.len()), (None, 0));
}

#[test]
fn heads_self_references_and_dangling_superiors_are_kept() {
    let positions =
        senior("a,,,,,,,xx,,,\nb,vacant,,,,,, XX ,,,\nc,,,,,,,c,,,\nd,,,,,,,A,,,\n").organization.positions;
    let head = Some(Standing::Head { answers_to: None });
    assert_eq!((&positions[0].standing, &positions[1].standing), (&head, &head));
    assert_eq!(positions[1].occupancy, Some(Occupancy::Vacant { since: None }));
    let superiors = |place: usize| {
        positions[place].reporting.iter().map(|line| line.superior.as_str()).collect::<Vec<_>>()
    };
    assert_eq!((superiors(0), superiors(2), superiors(3)), (vec![], vec!["c"], vec!["A"]));
}

#[test]
fn rows_of_one_id_share_what_they_share() {
    let organization =
        senior("a,,,,Leads.,,,,,,\na,,,,Leads.,,,,,,\na,,,,Follows.,,,,,,\na/2,,,,Rests.,,,,,,\n")
            .organization;
    let of_seats: Vec<_> =
        organization.positions.iter().map(|seat| seat.description.as_ref().unwrap().as_str()).collect();
    assert_eq!(of_seats, ["a", "a", "a/3", "a/2"]);
    let papers: Vec<_> = organization.descriptions.iter().map(|paper| paper.id.as_str()).collect();
    assert_eq!(papers, ["a", "a/3", "a/2"]);
}

#[test]
fn units_come_in_order_of_appearance_with_ids_of_their_own() {
    let organization = senior("a,,,,,,B & C,,,,\nb,,,,,,b-c,,,,\nc,,,,,,B & C,,,,\n").organization;
    let units: Vec<_> = organization
        .units
        .iter()
        .map(|unit| (unit.id.as_str(), unit.title.as_ref().unwrap().as_str()))
        .collect();
    assert_eq!(units, [("b-c", "B & C"), ("b-c-2", "b-c")]);
    assert_eq!(organization.positions[2].unit, organization.positions[0].unit);
}

#[test]
fn what_cannot_be_read_is_remarked() {
    let imported = senior(" a 1 ,,,,,,,x:b,1 day,,\n");
    let seat = &imported.organization.positions[0];
    assert_eq!(
        (seat.id.as_str(), seat.reporting[0].superior.as_str(), &seat.fte),
        ("x:a:201", "x:x:3ab", &None)
    );
    assert_eq!((seat.codes[0].scheme.as_str(), seat.codes[0].code.as_str()), ("original-id", "a 1"));
    let remarks = remarks(&imported);
    assert_eq!(
        remarks[0],
        "senior file, line 2: `a 1` in `Post Unique Reference` is no id: written as `x:a:201`"
    );
    assert!(
        remarks[2]
            .starts_with("senior file, line 2: `1 day` in `FTE` was left out: a full-time equivalent is")
    );
}

#[test]
fn other_columns_and_absent_ones_are_remarked() {
    let imported = organogram(b"Notes,Post Unique Reference,Phone\nimportant,a,\n", None).unwrap();
    let remarks = remarks(&imported);
    assert_eq!(remarks.len(), 11);
    assert_eq!(remarks[0], "senior file, line 1: there is no column `Name`: the import went on without it");
    assert_eq!(
        remarks[10],
        "senior file, line 1: the column `Notes` means nothing here: its cells were left out"
    );
}

#[test]
fn junior_rows_become_pools() {
    let imported = junior("Legal,a,EO,Clerk,4.86,Law\n,a,,Porter,,\n,A 1,,,few,\n,,,,2,\n");
    let pools: Vec<_> = imported.organization.positions.iter().skip(2).collect();
    let ids: Vec<_> = pools.iter().map(|pool| pool.id.as_str()).collect();
    // the second number belongs to a senior post
    assert_eq!(ids, ["a/junior-1", "a/junior-3", "x:A:201/junior-1", "x::junior-line-5"]);
    let seats: Vec<_> = pools
        .iter()
        .map(|pool| matches!(&pool.occupancy, Some(Occupancy::Pool { seats }) if seats.get() == 5))
        .collect();
    assert_eq!(seats, [true, false, false, false]);
    assert_eq!(pools[0].fte.as_ref().unwrap().as_str(), "4.86");
    assert_eq!(pools[0].codes[0].code.as_str(), "Law");
    assert_eq!(pools[2].reporting[0].superior.as_str(), "x:A:201");
    assert_eq!(pools[3].reporting, []);
    assert_eq!(
        imported.remarks.iter().map(|remark| (remark.file, remark.line)).collect::<Vec<_>>(),
        [(SourceFile::Junior, 4), (SourceFile::Junior, 4), (SourceFile::Junior, 5),]
    );
}

#[test]
fn ids_that_grow_too_long_are_cut() {
    let long = "a".repeat(128);
    let seniors = format!("{HEADER}{long},,,,One.,,,,,,\n{long},,,,Two.,,,,,,\n");
    let juniors = format!("{JUNIOR_HEADER},{long},,,1,\n,{long},,,1,\n");
    let organization = organogram(seniors.as_bytes(), Some(juniors.as_bytes())).unwrap().organization;
    assert_ne!(organization.descriptions[0].id, organization.descriptions[1].id);
    assert_ne!(organization.positions[2].id, organization.positions[3].id);
    assert_eq!(organization.positions[3].reporting[0].superior.as_str(), long);
}

#[test]
fn files_in_the_wrong_place_are_refused() {
    let (senior, junior) = (HEADER.as_bytes(), JUNIOR_HEADER.as_bytes());
    let message = |result: Result<Imported, ImportError>| result.unwrap_err().to_string();
    assert!(
        message(organogram(junior, None))
            .starts_with("the senior file has no column `Post Unique Reference`; its header names `Unit`,")
    );
    assert!(
        message(organogram(senior, Some(senior)))
            .starts_with("the junior file has no column `Reporting Senior Post`;")
    );
    assert_eq!(
        message(organogram(senior, Some(b""))),
        "the junior file is empty: its first line must name the columns"
    );
}
