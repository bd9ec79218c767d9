//! Rights, qualifications and lists in the words of a message.

use std::fmt::Write as _;

use crate::diagnostic::{Finding, ListKind};
use crate::graph::Ring;
use crate::model::{ExperienceKind, Limit, Qualification, RequiredRight, Right, RightKind, Text};

/// Nobody reads more, and seats that share a long description would each list it again.
const LISTED: usize = 50;

/// Lists what a finding is about, where that is more than one thing and not more than are read.
pub(crate) fn list<T>(
    finding: Finding,
    name: &'static str,
    items: &[T],
    shown: impl Fn(&T) -> String,
) -> Finding {
    if items.len() < 2 || items.len() > LISTED {
        return finding;
    }
    finding.list(ListKind::Plain, name, items.iter().map(shown).collect())
}

/// Shows a ring, and whether it is the shortest of several.
pub(crate) fn ring(finding: Finding, ring: Ring) -> Finding {
    let Ring { ids, knot } = ring;
    let mut finding = finding.argument("length", &ids.len());
    if knot > ids.len() {
        finding = finding.argument("knot", &knot).help(format!(
            "this is the shortest ring of a knot of {knot} positions: there may be others to undo"
        ));
    }
    if ids.len() > 1 { finding.list(ListKind::Ring, "ring", ids) } else { finding }
}

/// What a right allows, after `the right to`.
pub(crate) fn right(right: &Right) -> String {
    words(right.kind, right.object.as_ref(), right.limit.as_ref())
}

/// What a duty needs a right to do.
pub(crate) fn required(right: &RequiredRight) -> String {
    words(right.kind, right.object.as_ref(), right.limit.as_ref())
}

fn words(kind: RightKind, object: Option<&Text>, limit: Option<&Limit>) -> String {
    let mut text = kind.as_str().replace('-', " ");
    if let Some(object) = object {
        let _ = write!(text, " `{object}`");
    }
    let Some(Limit { amount, territory, document_class, counterparty }) = limit else {
        return text;
    };
    if let Some(money) = amount {
        let _ = write!(text, " up to {} {}", money.amount, money.currency);
    }
    let bounds =
        [(" in", territory), (" for documents of class", document_class), (" towards", counterparty)];
    for (word, bound) in bounds {
        if let Some(bound) = bound {
            let _ = write!(text, "{word} `{bound}`");
        }
    }
    text
}

/// What a qualification is.
pub(crate) fn qualification(qualification: &Qualification) -> String {
    let quoted = |word: &str, text: Option<&Text>| text.map_or(String::new(), |it| format!("{word}`{it}`"));
    match qualification {
        Qualification::Education { level, field, incomplete } => {
            let broken_off = if *incomplete { ", not completed" } else { "" };
            let level = level.as_str().replace('-', " ");
            format!("{level} education{}{broken_off}", quoted(" in ", field.as_ref()))
        }
        Qualification::Training { subject, length, repeat_after: _ } => {
            let length = length.map_or(String::new(), |length| format!(" ({length})"));
            format!("training in `{subject}`{length}")
        }
        Qualification::Experience { gained_in, length, subject } => {
            let length = length.map_or(String::new(), |length| format!("{length} of "));
            let gained = match gained_in {
                ExperienceKind::Speciality => "experience in the speciality",
                ExperienceKind::SimilarPost => "experience in a similar post",
                ExperienceKind::Leadership => "experience in leading people",
                ExperienceKind::General => "experience",
            };
            format!("{length}{gained}{}", quoted(": ", subject.as_ref()))
        }
        Qualification::Certificate { name, issuer } => {
            format!("certificate `{name}`{}", quoted(" of ", issuer.as_ref()))
        }
        Qualification::Language { language, skill } => {
            let skill = skill.map_or(String::new(), |skill| format!(" at {}", skill.as_str().to_uppercase()));
            format!("language `{language}`{skill}")
        }
    }
}
