//! # V003 not-acknowledged
//!
//! ## What it checks
//! Where a description in force demands acknowledgement, every person who holds an open position with it has acknowledged the version
//! in force, on the day or before. An acknowledgement that states no version is of the version in force. One that names no person may
//! be anybody's, and a holder without person id may be behind any that is no known holder's: what remains open is not reported.
//!
//! ## Why it matters
//! Nobody can be held to what they were never shown.
//!
//! ## Example
//! ```json
//! {"descriptions": [{"id": "manager", "duties": [{"id": "lead", "text": "Leads the shop"}],
//!    "control": {"version": "2", "acknowledgementRequired": true, "acknowledgements": [{"person": "p-1", "version": "1"}]}}],
//!  "positions": [
//!   {"id": "head", "title": "Manager", "description": "manager", "standing": {"kind": "head"}, "noSubstituteBecause": "closed when away",
//!    "occupancy": {"kind": "held", "holders": [{"person": "p-1"}]}}
//! ]}
//! ```
//!
//! ## Write instead
//! ```json
//! {"descriptions": [{"id": "manager", "duties": [{"id": "lead", "text": "Leads the shop"}],
//!    "control": {"version": "2", "acknowledgementRequired": true, "acknowledgements": [{"person": "p-1", "version": "2", "on": "2026-02-02"}]}}],
//!  "positions": [
//!   {"id": "head", "title": "Manager", "description": "manager", "standing": {"kind": "head"}, "noSubstituteBecause": "closed when away",
//!    "occupancy": {"kind": "held", "holders": [{"person": "p-1"}]}}
//! ]}
//! ```
//!
//! ## Exceptions
//! Pools, and seats of which nobody says who holds them. Acknowledgements of amendments stand with the amendments and are not asked for.

use std::collections::BTreeSet;

use crate::diagnostic::{About, Level, ListKind, keys};
use crate::graph::PositionRef;
use crate::model::PersonId;
use crate::rules::{Contents, Context, Rule, Sink};

static ABOUT: About = About::new(
    *b"V003",
    "not-acknowledged",
    "nobody can be held to what they were never shown",
    &[keys::ISO9001.whole()],
);

pub(super) const RULE: Rule = Rule::new(&ABOUT, Level::Warning, check);

fn check(cx: &Context<'_>, sink: &mut Sink) {
    if !cx.is_stated(Contents::CONTROL) {
        return;
    }
    let on = cx.graph.as_of();
    let mut controls = cx.organization().descriptions.iter().filter_map(|it| it.control.as_ref());
    if !controls.any(|control| control.acknowledgement_required) {
        return;
    }
    let seats = cx.seats();
    for (place, description) in cx.in_force_with(Contents::CONTROL) {
        let Some(control) = description.control.as_ref().filter(|it| it.acknowledgement_required) else {
            continue;
        };
        let of_this_version = control.acknowledgements.iter().filter(|read| {
            let same = read.version.is_none() || control.version.is_none() || read.version == control.version;
            same && read.on.is_none_or(|day| day <= on)
        });
        let (mut readers, mut anybody) = (BTreeSet::new(), 0usize);
        for read in of_this_version {
            match &read.person {
                Some(person) => drop(readers.insert(person)),
                None => anybody += 1,
            }
        }
        let (mut holders, mut unnamed): (BTreeSet<&PersonId>, usize) = (BTreeSet::new(), 0);
        for row in seats.of(place.row()).flat_map(PositionRef::open_rows) {
            for holder in row.holders(on) {
                match &holder.person {
                    Some(person) => drop(holders.insert(person)),
                    None => unnamed += 1,
                }
            }
        }
        let missing: Vec<String> = holders.difference(&readers).map(ToString::to_string).collect();
        let strangers = readers.difference(&holders).count();
        let open = (missing.len() + unnamed.saturating_sub(strangers)).saturating_sub(anybody);
        if open == 0 {
            continue;
        }
        let id = &description.id;
        let version = control.version.as_ref().map(|it| format!("version `{it}` of ")).unwrap_or_default();
        let message = match missing.as_slice() {
            [only] if open == 1 && anybody == 0 => {
                format!("`{only}` has not acknowledged {version}description `{id}`")
            }
            _ => format!(
                "{open} of {} holders have not acknowledged {version}description `{id}`",
                holders.len() + unnamed
            ),
        };
        let path = place.member("control").member("acknowledgements");
        let mut finding = sink.at(path, message).argument("id", id);
        if missing.len() > 1 {
            finding = finding.list(ListKind::Plain, "not on record", missing);
        }
        sink.push(finding.help("let them read and sign it, and record it in `acknowledgements`"));
    }
}
