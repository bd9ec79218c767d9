//! The parser of each leaf, by the name of its definition in the schema.

use crate::model;

/// Reads a JSON value as the leaf of that name; the error says what would be right.
pub(super) fn verdict(name: &str, raw: &str) -> Result<(), String> {
    macro_rules! leaves {
        ($($leaf:ident)*) => {
            match name {
                $(stringify!($leaf) => parse::<model::$leaf>(raw),)*
                _ => Err(format!("`{name}` has no parser")),
            }
        };
    }
    leaves! {
        ActivityId Amount BlankId CalendarDuration ClauseId Count Currency Date DescriptionId DutyGroupId DutyId Fingerprint Fte Hours Language
        Percentage PersonId PositionId Rank ResponsibilityId RightId RuleCode TemplateId Text UnitId
    }
}

fn parse<'r, T: serde::Deserialize<'r>>(raw: &'r str) -> Result<(), String> {
    serde_json::from_str::<T>(raw).map(drop).map_err(|error| {
        let message = error.to_string();
        // serde_json adds its own idea of the place
        message.split(" at line ").next().unwrap_or_default().to_owned()
    })
}

/// The name of a definition in words: `PositionId` is a `position id`.
pub(super) fn words(name: &str) -> String {
    name.chars().fold(String::new(), |mut words, letter| {
        if letter.is_ascii_uppercase() && !words.is_empty() {
            words.push(' ');
        }
        words.push(letter.to_ascii_lowercase());
        words
    })
}
