//! How messages say what rights and qualifications are.

use std::fmt::Write as _;

use crate::model::{ExperienceKind, Limit, Qualification, RightKind, Text};

/// What a right allows, as it stands after `the right to`.
pub(crate) fn allowed(kind: RightKind, object: Option<&Text>, limit: Option<&Limit>) -> String {
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

/// What is asked for or held, as it stands after `asks for`.
pub(crate) fn qualification(it: &Qualification) -> String {
    let mut text = String::new();
    let _ = match it {
        Qualification::Education { level, field, incomplete } => {
            let _ = write!(text, "{} education", level.as_str().replace('-', " "));
            if let Some(field) = field {
                let _ = write!(text, " in `{field}`");
            }
            text.write_str(if *incomplete { ", not completed" } else { "" })
        }
        Qualification::Training { subject, length, repeat_after: _ } => {
            let _ = write!(text, "training in `{subject}`");
            length.map_or(Ok(()), |length| write!(text, " of {length}"))
        }
        Qualification::Experience { gained_in, length, subject } => {
            text.push_str(match gained_in {
                ExperienceKind::Speciality => "experience in the speciality",
                ExperienceKind::SimilarPost => "experience in a similar post",
                ExperienceKind::Leadership => "experience in leading people",
                ExperienceKind::General => "experience in working life",
            });
            if let Some(subject) = subject {
                let _ = write!(text, " `{subject}`");
            }
            length.map_or(Ok(()), |length| write!(text, " of {length}"))
        }
        Qualification::Certificate { name, issuer } => {
            let _ = write!(text, "the certificate `{name}`");
            issuer.as_ref().map_or(Ok(()), |issuer| write!(text, " of `{issuer}`"))
        }
        Qualification::Language { language, skill } => {
            let _ = write!(text, "the language `{language}`");
            skill.map_or(Ok(()), |skill| write!(text, " at {}", skill.as_str().to_uppercase()))
        }
    };
    text
}
