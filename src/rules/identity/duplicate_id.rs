//! # I001 duplicate-id
//!
//! ## What it checks
//! No two positions share an id, unless the rows agree in everything but occupancy and full-time equivalent: then they are an
//! ordinary job share, one seat with a row for each holder. No two units, descriptions, templates, activities or responsibilities
//! share an id, nor two duties, groups or rights of one description.
//!
//! ## Why it matters
//! Whatever names the id means one of them, and nobody can tell which.
//!
//! ## Example
//! ```json
//! {"positions": [
//!   {"id": "head", "title": "Manager", "standing": {"kind": "head"}, "noSubstituteBecause": "closed when away"},
//!   {"id": "shop", "title": "Shop assistant", "grade": "3", "reporting": [{"kind": "solid", "superior": "head"}], "noSubstituteBecause": "two of them"},
//!   {"id": "shop", "title": "Shop assistant", "grade": "4", "reporting": [{"kind": "solid", "superior": "head"}], "noSubstituteBecause": "two of them"}
//! ]}
//! ```
//!
//! ## Write instead
//! ```json
//! {"positions": [
//!   {"id": "head", "title": "Manager", "standing": {"kind": "head"}, "noSubstituteBecause": "closed when away"},
//!   {"id": "shop-1", "title": "Shop assistant", "grade": "3", "reporting": [{"kind": "solid", "superior": "head"}], "noSubstituteBecause": "two of them"},
//!   {"id": "shop-2", "title": "Shop assistant", "grade": "4", "reporting": [{"kind": "solid", "superior": "head"}], "noSubstituteBecause": "two of them"}
//! ]}
//! ```
//!
//! ## Exceptions
//! Job shares, as above.

use std::collections::BTreeMap;

use crate::diagnostic::{About, Level, Path, keys};
use crate::model::{Description, Position};
use crate::rules::names::has_doubles;
use crate::rules::{Contents, Context, Rule, Sink};

static ABOUT: About = About::new(
    *b"I001",
    "duplicate-id",
    "whatever names the id means one of them, and nobody can tell which",
    &[keys::UKSCH.whole()],
);

pub(super) const RULE: Rule = Rule::new(&ABOUT, Level::Error, check).hard();

fn check(cx: &Context<'_>, sink: &mut Sink) {
    let organization = cx.organization();
    for node in cx.graph.position_ids().doubled() {
        position(cx, sink, node);
    }
    let root = |list: &str| Path::root().member(list);
    // the index knows whether any unit or description stands twice
    if cx.graph.unit_ids().doubled().next().is_some() {
        unique(sink, &root("units"), "unit", &organization.units, |it| it.id.as_str());
    }
    if cx.graph.description_ids().doubled().next().is_some() {
        unique(sink, &root("descriptions"), "description", &organization.descriptions, |it| it.id.as_str());
    }
    unique(sink, &root("templates"), "template", &organization.templates, |it| it.id.as_str());
    unique(sink, &root("activities"), "activity", &organization.activities, |it| it.id.as_str());
    unique(sink, &root("responsibilities"), "responsibility", &organization.responsibilities, |it| {
        it.id.as_str()
    });
    for row in cx.rows_with(Contents::DOUBLES) {
        if let Some(it) = organization.descriptions.get(row) {
            description(sink, it, || root("descriptions").element(row, it.id.as_str()));
        }
    }
    for (row, it) in organization.templates.iter().enumerate() {
        description(sink, &it.description, || {
            root("templates").element(row, it.id.as_str()).member("description")
        });
    }
}

fn position(cx: &Context<'_>, sink: &mut Sink, node: u32) {
    let rows = cx.graph.position_ids().rows(node);
    let records: Vec<&Position> = cx.graph.rows(node).collect();
    let Some((first, others)) = records.split_first() else {
        return;
    };
    let differing = others.iter().zip(rows.iter().skip(1)).find_map(|(other, row)| {
        let members = differences(first, other);
        (!members.is_empty()).then_some((members, *row as usize))
    });
    let (Some((members, row)), Some(first)) = (differing, rows.first()) else {
        return;
    };
    let id = records.first().map_or("", |record| record.id.as_str());
    let path = |row: usize| Path::root().member("positions").element(row, id);
    let finding = sink
        .at(path(row), format!("position id `{id}` stands on {} rows that differ in {}", rows.len(), members.join(", ")))
        .argument("id", id)
        .argument("rows", &rows.len())
        .label(path(*first as usize), "the first row")
        .help("give each position an id of its own; rows for several holders of one seat agree in all but `occupancy` and `fte`");
    sink.push(finding);
}

/// The members in which two rows of one seat differ, other than those in which a job share may.
fn differences(a: &Position, b: &Position) -> Vec<&'static str> {
    let Position {
        id: _,
        title,
        unit,
        unit_since,
        description,
        grade,
        standing,
        reporting,
        substitution,
        no_substitute_because,
        delegations,
        occupancy: _,
        fte: _,
        critical,
        opened,
        closed,
        codes,
    } = a;
    let members = [
        ("`title`", *title == b.title),
        ("`unit`", *unit == b.unit),
        ("`unitSince`", *unit_since == b.unit_since),
        ("`description`", *description == b.description),
        ("`grade`", *grade == b.grade),
        ("`standing`", *standing == b.standing),
        ("`reporting`", *reporting == b.reporting),
        ("`substitution`", *substitution == b.substitution),
        ("`noSubstituteBecause`", *no_substitute_because == b.no_substitute_because),
        ("`delegations`", *delegations == b.delegations),
        ("`critical`", *critical == b.critical),
        ("`opened`", *opened == b.opened),
        ("`closed`", *closed == b.closed),
        ("`codes`", *codes == b.codes),
    ];
    members.into_iter().filter(|(_, same)| !same).map(|(name, _)| name).collect()
}

fn description(sink: &mut Sink, description: &Description, path: impl Fn() -> Path) {
    let Description { duty_groups, duties, rights, .. } = description;
    // most lists are short and have no doubles: do not even make the path
    if has_doubles(duty_groups, |it| it.id.as_str()) {
        unique(sink, &path().member("dutyGroups"), "group", duty_groups, |it| it.id.as_str());
    }
    if has_doubles(duties, |it| it.id.as_str()) {
        unique(sink, &path().member("duties"), "duty", duties, |it| it.id.as_str());
    }
    if has_doubles(rights, |it| it.id.as_str()) {
        unique(sink, &path().member("rights"), "right", rights, |it| it.id.as_str());
    }
}

/// Reports each id that stands on several rows of a list, at the second of them.
fn unique<'r, T>(
    sink: &mut Sink,
    list: &Path,
    what: &'static str,
    rows: &'r [T],
    id: impl Fn(&'r T) -> &'r str,
) {
    if !has_doubles(rows, &id) {
        return;
    }
    let mut places: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    for (row, record) in rows.iter().enumerate() {
        places.entry(id(record)).or_default().push(row);
    }
    for (id, rows) in places {
        if let [first, second, ..] = rows.as_slice() {
            let finding = sink
                .at(
                    list.clone().element(*second, id),
                    format!("{what} id `{id}` stands {} times", rows.len()),
                )
                .argument("id", id)
                .argument("rows", &rows.len())
                .label(list.clone().element(*first, id), "the first")
                .help(format!("give each {what} an id of its own"));
            sink.push(finding);
        }
    }
}
