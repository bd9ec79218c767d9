//! # D007 time-over-100
//!
//! ## What it checks
//! The shares of working time that the duties of a description in force state add up to no more than 100 per cent.
//!
//! ## Why it matters
//! The description promises more work than there is time for, so some of it will not be done.
//!
//! ## Example
//! ```json
//! {"descriptions": [{"id": "manager", "duties": [
//!    {"id": "lead", "text": "Leads the shop", "timeShare": 70}, {"id": "buy", "text": "Buys goods", "timeShare": 40}]}],
//!  "positions": [
//!   {"id": "head", "title": "Manager", "description": "manager", "standing": {"kind": "head"}, "noSubstituteBecause": "closed when away"}
//! ]}
//! ```
//!
//! ## Write instead
//! ```json
//! {"descriptions": [{"id": "manager", "duties": [
//!    {"id": "lead", "text": "Leads the shop", "timeShare": 60}, {"id": "buy", "text": "Buys goods", "timeShare": 40}]}],
//!  "positions": [
//!   {"id": "head", "title": "Manager", "description": "manager", "standing": {"kind": "head"}, "noSubstituteBecause": "closed when away"}
//! ]}
//! ```
//!
//! ## Exceptions
//! Less than 100 per cent is in order: not every duty need state its share.

use crate::diagnostic::{About, Level, ListKind, keys};
use crate::rules::{Contents, Context, Rule, Sink};

static ABOUT: About = About::new(
    *b"D007",
    "time-over-100",
    "the description promises more work than there is time for, so some of it will not be done",
    &[keys::GMP.at("2.1"), keys::SYSC48.whole()],
);

pub(super) const RULE: Rule = Rule::new(&ABOUT, Level::Warning, check);

fn check(cx: &Context<'_>, sink: &mut Sink) {
    for (place, description) in cx.in_force_with(Contents::OVERTIME) {
        let shares = || description.duties.iter().filter_map(|duty| Some((&duty.id, duty.time_share?.get())));
        let sum: u64 = shares().map(|(_, share)| u64::from(share)).sum();
        let id = &description.id;
        let message = format!("the shares of time in description `{id}` add up to {sum} per cent");
        let finding = sink.at(place.member("duties"), message).argument("id", id).argument("sum", &sum);
        let listed = shares().map(|(duty, share)| format!("{duty}: {share}")).collect();
        sink.push(
            finding
                .list(ListKind::Plain, "shares of time", listed)
                .help("correct the shares, or give a duty to another position"),
        );
    }
}
