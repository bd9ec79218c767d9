//! Numbers of YAML and TOML as JSON writes them.

use std::borrow::Cow;

use super::findings::{self, elided};
use super::tree::{Refusal, Value};

/// A number that JSON does not have.
#[derive(Clone, Copy)]
pub(super) enum Foreign {
    /// In other digits than decimal ones.
    Radix,
    /// With zeros before it: decimal for some programs, octal for others.
    Zeros,
    /// Infinity, or no number at all.
    Infinite,
}

/// A decimal number as JSON, with its value; `None` if it is no decimal number.
///
/// What JSON does not write (`+5`, `.5`, `5.`) is written as it does.
pub(super) fn decimal<'t>(text: &str) -> Option<(Cow<'t, str>, Value<'t>)> {
    let is_digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    let unsigned = text.strip_prefix(['+', '-']).unwrap_or(text);
    let (mantissa, exponent) = unsigned
        .split_once(['e', 'E'])
        .map_or((unsigned, None), |(mantissa, exponent)| (mantissa, Some(exponent)));
    let (whole, fraction) = mantissa.split_once('.').unwrap_or((mantissa, ""));
    let is_exponent = |exponent: &str| {
        let digits = exponent.strip_prefix(['+', '-']).unwrap_or(exponent);
        !digits.is_empty() && is_digits(digits)
    };
    let is_decimal = is_digits(whole)
        && is_digits(fraction)
        && !(whole.is_empty() && fraction.is_empty())
        && exponent.is_none_or(is_exponent);
    if !is_decimal {
        return None;
    }
    if whole.len() > 1 && whole.starts_with('0') {
        return Some(foreign(text, Foreign::Zeros));
    }
    let sign = if text.starts_with('-') { "-" } else { "" };
    let whole = if whole.is_empty() { "0" } else { whole };
    let point = if fraction.is_empty() { "" } else { "." };
    let exponent = exponent.map_or_else(String::new, |exponent| format!("e{exponent}"));
    Some((format!("{sign}{whole}{point}{fraction}{exponent}").into(), Value::Number))
}

/// A number that JSON cannot say.
pub(super) fn foreign<'t>(text: &str, kind: Foreign) -> (Cow<'t, str>, Value<'t>) {
    let (what, help) = match kind {
        Foreign::Radix => {
            ("is not a decimal number", "write it in decimal digits; put it in quotes if it is a text")
        }
        Foreign::Zeros => (
            "has zeros before it, which programs read differently",
            "leave out the zeros; put it in quotes if it is a text",
        ),
        Foreign::Infinite => {
            ("is no number to reckon with", "write a number; put it in quotes if it is a text")
        }
    };
    let message = format!("`{}` {what}", elided(text)).into();
    ("".into(), Value::Refused(Some(Refusal { about: &findings::BAD_VALUE, message, help })))
}
