//! What a leaf is read from.

use serde::de::Visitor;

/// Why a word was refused.
pub(crate) enum Refusal {
    /// None of the keywords.
    Unknown(&'static [&'static str]),
    /// The leaf's own parser says no.
    Bad(String),
}

/// Visits a string and nothing else.
pub(crate) struct Word<F>(F);

impl<T, F: FnOnce(&str) -> Result<T, Refusal>> Word<F> {
    pub(crate) fn new(parse: F) -> Self {
        Self(parse)
    }
}

impl<T, F: FnOnce(&str) -> Result<T, Refusal>> Visitor<'_> for Word<F> {
    type Value = T;

    fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("a text")
    }

    fn visit_str<E: serde::de::Error>(self, text: &str) -> Result<T, E> {
        (self.0)(text).map_err(|refusal| match refusal {
            Refusal::Unknown(known) => E::unknown_variant(text, known),
            Refusal::Bad(why) => E::custom(why),
        })
    }
}

/// Visits a whole number, however it is written.
pub(crate) struct Whole<F>(F);

impl<T, F: FnOnce(i64) -> Result<T, String>> Whole<F> {
    pub(crate) fn new(check: F) -> Self {
        Self(check)
    }
}

impl<T, F: FnOnce(i64) -> Result<T, String>> Visitor<'_> for Whole<F> {
    type Value = T;

    fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("a whole number")
    }

    fn visit_i64<E: serde::de::Error>(self, number: i64) -> Result<T, E> {
        (self.0)(number).map_err(E::custom)
    }

    fn visit_u64<E: serde::de::Error>(self, number: u64) -> Result<T, E> {
        // every bound is far below, so the largest value is refused as well
        self.visit_i64(i64::try_from(number).unwrap_or(i64::MAX))
    }

    fn visit_f64<E: serde::de::Error>(self, number: f64) -> Result<T, E> {
        const EXACT: f64 = 9_007_199_254_740_992.0;
        if number.fract() != 0.0 {
            return Err(E::invalid_value(serde::de::Unexpected::Float(number), &self));
        }
        #[expect(clippy::cast_possible_truncation, reason = "whole and within the exact range")]
        self.visit_i64(number.clamp(-EXACT, EXACT) as i64)
    }
}
