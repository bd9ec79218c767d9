//! Numbers with bounds: counts, ranks, percentages, full-time equivalents.

/// A whole number outside its bounds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("the number lies outside {min} to {max}")]
pub struct NumberError {
    /// The smallest number allowed.
    pub min: i64,
    /// The largest number allowed.
    pub max: i64,
}

number_leaf! {
    /// A number of people, seats or signatures, 1 to 1,000,000.
    pub struct Count(u32) in 1..=1_000_000;
}

number_leaf! {
    /// The order in which substitutes are called upon: 1 is asked first.
    pub struct Rank(u8) in 1..=99;
}

number_leaf! {
    /// Whole per cent, 0 to 100.
    pub struct Percentage(u8) in 0..=100;
}

/// Why a text is not a full-time equivalent.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum FteError {
    /// The form is not a decimal number.
    #[error(
        "a full-time equivalent is a decimal text like `1`, `0.75` or `4.86`: at most five digits before the point, one to four after it, no sign"
    )]
    Form,
}

/// Whether `text` is a decimal number without sign, with at most so many digits before and after the point, and no needless zero before it.
pub(super) fn is_decimal(text: &str, before: usize, after: usize) -> bool {
    let (whole, fraction) = text.split_once('.').map_or((text, None), |(whole, rest)| (whole, Some(rest)));
    let digits = |part: &str, most: usize| {
        (1..=most).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_digit())
    };
    digits(whole, before)
        && (whole.len() == 1 || !whole.starts_with('0'))
        && fraction.is_none_or(|part| digits(part, after))
}

fn check_fte(text: &str) -> Result<(), FteError> {
    if is_decimal(text, 5, 4) { Ok(()) } else { Err(FteError::Form) }
}

text_leaf! {
    /// Full-time equivalents: 1 is one person working full time. A decimal text, so that no digit is lost on the way.
    pub struct Fte;
    error FteError;
    check check_fte;
    pattern "^(0|[1-9][0-9]{0,4})([.][0-9]{1,4})?$";
    example "0.75";
    like ["1|0[.]5", "(0|[1-9][0-9]{0,4})([.][0-9]{1,4})?"];
}

/// Why a text is not a number of hours.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum HoursError {
    /// The form is not a decimal number.
    #[error(
        "hours are a decimal text like `40` or `37.5`: at most three digits before the point, one or two after it, no sign"
    )]
    Form,
}

fn check_hours(text: &str) -> Result<(), HoursError> {
    if is_decimal(text, 3, 2) { Ok(()) } else { Err(HoursError::Form) }
}

text_leaf! {
    /// A number of hours, as a decimal text.
    pub struct Hours;
    error HoursError;
    check check_hours;
    pattern "^(0|[1-9][0-9]{0,2})([.][0-9]{1,2})?$";
    example "37.5";
    like ["40|37[.]5", "(0|[1-9][0-9]{0,2})([.][0-9]{1,2})?"];
}
