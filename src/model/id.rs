//! Names of things: one newtype for each kind, so that they cannot be mixed up.

/// Why a text is not an id.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum IdError {
    /// The text is empty.
    #[error("an id needs at least one character: use letters, digits and `. _ : / -`")]
    Empty,
    /// More than 128 characters.
    #[error("an id has at most 128 characters: shorten it, and keep the long form as an external code")]
    TooLong,
    /// It does not begin with a letter or a digit.
    #[error("an id begins with a letter `A-Z a-z` or a digit")]
    Start,
    /// It holds a character that ids do not have.
    #[error("an id holds only `A-Z a-z 0-9 . _ : / -`, not {0:?}")]
    Character(char),
}

/// `^[A-Za-z0-9][A-Za-z0-9._:/-]{0,127}$`
fn check(text: &str) -> Result<(), IdError> {
    let mut characters = text.chars();
    match characters.next() {
        None => return Err(IdError::Empty),
        Some(first) if first.is_ascii_alphanumeric() => {}
        Some('.' | '_' | ':' | '/' | '-') => return Err(IdError::Start),
        Some(first) => return Err(IdError::Character(first)),
    }
    let allowed = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '_' | ':' | '/' | '-');
    match characters.find(|&c| !allowed(c)) {
        Some(odd) => Err(IdError::Character(odd)),
        None if text.len() > 128 => Err(IdError::TooLong),
        None => Ok(()),
    }
}

macro_rules! ids {
    ($($(#[$meta:meta])* $name:ident $example:literal;)*) => {$(
        text_leaf! {
            $(#[$meta])*
            ///
            /// Begins with an ASCII letter or digit; letters, digits and `. _ : / -` follow; at most 128 characters. Letter case matters.
            pub struct $name;
            error IdError;
            check check;
            pattern "^[A-Za-z0-9][A-Za-z0-9._:/-]{0,127}$";
            example $example;
            like ["[a-z]{1,6}(-[a-z]{1,6})?", "[A-Za-z0-9][A-Za-z0-9._:/-]{0,127}"];
        }
    )*};
}

ids! {
    /// Names a position, a seat in the organisation.
    PositionId "wholesale-manager";
    /// Names a unit.
    UnitId "sales/wholesale";
    /// Names a job description.
    DescriptionId "sales-manager";
    /// Names a duty within its description. It is not the printed number, which may change.
    DutyId "monthly-plan";
    /// Names a group of duties within its description.
    DutyGroupId "planning";
    /// Names a right within its description.
    RightId "sign-contracts";
    /// Names a clause other than a duty or a right, for instance in an amendment.
    ClauseId "4.2";
    /// Names a person, opaquely: the same id is the same person in every position held.
    PersonId "p-1042";
    /// Names an activity that the organisation declares, the vocabulary of conflicts.
    ActivityId "approve-payment";
    /// Names an entry of the catalogue of responsibilities.
    ResponsibilityId "complaints";
    /// Names a template.
    TemplateId "manager-general";
    /// Names a blank of a template.
    BlankId "direct-superior";
}
