//! # S003 substitute-not-qualified
//!
//! ## What it checks
//! Whoever stands in is known to have what the absent seat asks for: the mandatory requirements of its description in force, where the
//! whole seat is taken over, with exceptions or without; and what the duties taken over ask for themselves. Known is what the
//! substitute's own description in force, or one of its duties, asks for as well, and what a holder of that seat is recorded to have,
//! valid on the day, in whatever seat. Requirements that may be met later are not asked of a substitute. In a pool, each member is
//! asked.
//!
//! ## Why it matters
//! The work goes to somebody who may not be able, or allowed, to do it.
//!
//! ## Example
//! ```json
//! {"descriptions": [
//!   {"id": "pharmacist", "duties": [{"id": "sell", "text": "Sells medicines"}],
//!    "requirements": [{"necessity": "mandatory", "qualification": {"kind": "education", "level": "master", "field": "pharmacy"}}]},
//!   {"id": "assistant", "duties": [{"id": "shelve", "text": "Fills shelves"}],
//!    "requirements": [{"necessity": "mandatory", "qualification": {"kind": "education", "level": "vocational"}}]}],
//!  "positions": [
//!   {"id": "head", "title": "Pharmacist", "description": "pharmacist", "standing": {"kind": "head"},
//!    "substitution": [{"kind": "absence", "substitute": {"kind": "position", "position": "shop"}}]},
//!   {"id": "shop", "title": "Assistant", "description": "assistant", "reporting": [{"kind": "solid", "superior": "head"}], "noSubstituteBecause": "the work waits"}
//! ]}
//! ```
//!
//! ## Write instead
//! ```json
//! {"descriptions": [
//!   {"id": "pharmacist", "duties": [{"id": "sell", "text": "Sells medicines"}],
//!    "requirements": [{"necessity": "mandatory", "qualification": {"kind": "education", "level": "master", "field": "pharmacy"}}]},
//!   {"id": "assistant", "duties": [{"id": "shelve", "text": "Fills shelves"}],
//!    "requirements": [{"necessity": "mandatory", "qualification": {"kind": "education", "level": "vocational"}}]}],
//!  "positions": [
//!   {"id": "head", "title": "Pharmacist", "description": "pharmacist", "standing": {"kind": "head"},
//!    "substitution": [{"kind": "absence", "substitute": {"kind": "position", "position": "shop"}}]},
//!   {"id": "shop", "title": "Assistant", "description": "assistant", "reporting": [{"kind": "solid", "superior": "head"}], "noSubstituteBecause": "the work waits",
//!    "occupancy": {"kind": "held", "holders": [
//!      {"person": "p-7", "qualifications": [{"qualification": {"kind": "education", "level": "master", "field": "pharmacy"}}]}]}}
//! ]}
//! ```
//!
//! ## Exceptions
//! Substitutes of whom nothing is recorded: no requirements and no qualifications. Substitutes named by order.

use crate::diagnostic::{About, Level, keys};
use crate::graph::HashMap;
use crate::model::{Description, Duty, Necessity, Qualification, RequirementDue};
use crate::rules::alike::Pairs;
use crate::rules::scope::{self, Takeover, Takeovers};
use crate::rules::{Contents, Context, Rule, Sink, shown};

static ABOUT: About = About::new(
    *b"S003",
    "substitute-not-qualified",
    "the work goes to somebody who may not be able, or allowed, to do it",
    &[keys::GMP.at("2.3"), keys::FUH.whole(), keys::HESS.whole(), keys::GCP.at("2.3.2")],
);

pub(super) const RULE: Rule = Rule::new(&ABOUT, Level::Warning, check);

fn check(cx: &Context<'_>, sink: &mut Sink) {
    let asked = Contents::MANDATORY.or(Contents::REQUIRED_QUALIFICATIONS);
    if !cx.is_stated(asked) {
        return;
    }
    let mut pairs = Pairs::new(cx, said_of_qualifications, plainly_fits);
    let mut takeovers = Takeovers::default();
    let (mut by_description, mut by_seat) = (HashMap::default(), HashMap::default());
    for stated in cx
        .open()
        .filter(|absent| cx.contents_in_force(*absent).has(asked) && !pairs.fit(cx, *absent))
        .flat_map(|position| scope::in_force(cx, position))
    {
        let Some(takeover) = Takeover::of(cx, &stated) else { continue };
        let number = takeovers.number(&takeover);
        for (nth, substitute) in stated.substitutes(cx) {
            let own = cx.description_in_force(substitute).map(|(_, description)| description);
            let not_asked = by_description
                .entry((number, own.map(|own| &own.id)))
                .or_insert_with(|| not_asked(&takeover, own));
            if not_asked.is_empty() {
                continue;
            }
            let lacking = by_seat.entry((number, substitute.node())).or_insert_with(|| {
                let records = cx.records();
                let recorded = own.is_some_and(asks_anything) || records.has_any(cx, substitute);
                let asked = not_asked.iter().copied().filter(|_| recorded);
                asked.filter(|it| !records.is_met(cx, substitute, it)).collect::<Vec<_>>()
            });
            let Some(first) = lacking.first() else { continue };
            let (absent, acting) = (stated.absent.id(), substitute.id());
            let first = shown::qualification(first);
            let message = match lacking.len() {
                1 => format!(
                    "`{acting}` stands in for `{absent}` and is not known to have what that takes: {first}"
                ),
                many => format!(
                    "`{acting}` stands in for `{absent}` and is not known to have {many} things that it takes, such as {first}"
                ),
            };
            let finding = sink
                .at(stated.substitute_path(nth), message)
                .argument("id", absent)
                .argument("substitute", acting)
                .help("record it among the qualifications of a holder, or name a substitute who has it");
            sink.push(shown::list(finding, "qualifications not known", lacking, |it| {
                shown::qualification(it)
            }));
        }
    }
}

/// What a description says of qualifications: those that it demands, and those that its duties take.
fn said_of_qualifications(description: &Description) -> (Vec<(&Qualification, bool)>, Vec<&Qualification>) {
    (mandatory(description).collect(), by_duties(&description.duties).collect())
}

/// The mandatory requirements of a description, and whether they must be met at once.
fn mandatory(description: &Description) -> impl Iterator<Item = (&Qualification, bool)> {
    let mandatory = description.requirements.iter().filter(|it| it.necessity == Necessity::Mandatory);
    mandatory.map(|it| (&it.qualification, it.due != Some(RequirementDue::Later)))
}

fn at_once(description: &Description) -> impl Iterator<Item = &Qualification> {
    mandatory(description).filter(|(_, at_once)| *at_once).map(|(qualification, _)| qualification)
}

/// Whether a description asks its holder for that qualification.
fn demands(own: &Description, qualification: &Qualification) -> bool {
    let mandatory = mandatory(own).map(|(qualification, _)| qualification);
    mandatory.chain(by_duties(&own.duties)).any(|held| qualification.is_met_by(held))
}

/// Whether the one asks for nothing that the other does not, whatever the scope.
fn plainly_fits(absent: &Description, own: &Description) -> bool {
    at_once(absent).chain(by_duties(&absent.duties)).all(|qualification| demands(own, qualification))
}

fn by_duties<'d>(duties: impl IntoIterator<Item = &'d Duty>) -> impl Iterator<Item = &'d Qualification> {
    duties.into_iter().flat_map(|duty| &duty.required_qualifications)
}

fn asks_anything(own: &Description) -> bool {
    !own.requirements.is_empty() || by_duties(&own.duties).next().is_some()
}

/// What a takeover asks for, each once, and the substitute's own description does not.
fn not_asked<'g>(takeover: &Takeover<'g>, own: Option<&Description>) -> Vec<&'g Qualification> {
    let whole = at_once(takeover.description).filter(|_| takeover.is_whole());
    let asked = whole.chain(by_duties(takeover.duties().map(|(_, duty)| duty)));
    let has = |qualification: &Qualification| own.is_some_and(|own| demands(own, qualification));
    let mut missing: Vec<&Qualification> = Vec::new();
    for qualification in asked {
        if !missing.contains(&qualification) && !has(qualification) {
            missing.push(qualification);
        }
    }
    missing
}
