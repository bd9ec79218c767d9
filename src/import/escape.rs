//! Reversible writing of foreign ids in the alphabet of ours.

use crate::PositionId;
use crate::model::fnv_1a;

/// Begins every id that is not written as it was found.
const MARK: &str = "x:";
/// The longest id.
const LIMIT: usize = 128;
/// How much of an id stays when it is cut: `::` and sixteen hexadecimal digits follow.
const KEPT: usize = LIMIT - 18;

/// Writes any text as an id: as it is where our pattern allows it, else `x:` and the text, in which every byte other than
/// an ASCII letter, a digit and `. _ / -` is written as `:` and two hexadecimal digits.
///
/// Distinct texts get distinct ids, and [`unescape_id`] gives the text back. A text that begins with `x:` is escaped
/// too, so that no id has two meanings. What is longer than 128 characters after this is cut and ends in `::` and a
/// hash of the whole text; that cannot be reversed.
///
/// ```
/// use officium::import::{escape_id, unescape_id};
/// assert_eq!(escape_id("HO_EBBP106"), "HO_EBBP106");
/// assert_eq!(escape_id("post 7"), "x:post:207");
/// assert_eq!(unescape_id("x:post:207").as_deref(), Some("post 7"));
/// ```
#[must_use]
pub fn escape_id(text: &str) -> String {
    if !text.starts_with(MARK) && PositionId::try_from(text).is_ok() {
        return text.to_owned();
    }
    let mut escaped = MARK.to_owned();
    for &byte in text.as_bytes() {
        if byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'_' | b'/' | b'-') {
            escaped.push(char::from(byte));
        } else {
            escaped.push(':');
            escaped.extend(
                [byte >> 4, byte & 15].into_iter().filter_map(|digit| char::from_digit(digit.into(), 16)),
            );
        }
        // enough to cut from: a cell of a megabyte needs no copy three times its size
        if escaped.len() > LIMIT {
            return cut(&escaped, text);
        }
    }
    escaped
}

/// The text of which [`escape_id`] made `id`; none where the id was cut, or is no result of it.
///
/// ```
/// use officium::import::unescape_id;
/// assert_eq!(unescape_id("DfE-5043").as_deref(), Some("DfE-5043"));
/// assert_eq!(unescape_id("x:a:2"), None);
/// ```
#[must_use]
pub fn unescape_id(id: &str) -> Option<String> {
    let text = match id.strip_prefix(MARK) {
        None => id.to_owned(),
        Some(rest) => {
            let mut parts = rest.split(':');
            let mut bytes = parts.next()?.as_bytes().to_vec();
            for part in parts {
                let (digits, plain) = part.split_at_checked(2)?;
                bytes.push(u8::from_str_radix(digits, 16).ok()?);
                bytes.extend_from_slice(plain.as_bytes());
            }
            String::from_utf8(bytes).ok()?
        }
    };
    (escape_id(&text) == id).then_some(text)
}

/// An id put together from parts of the alphabet, cut where it is too long.
pub(super) fn fitted(id: String) -> String {
    match id.strip_prefix(MARK) {
        _ if id.len() <= LIMIT => id,
        Some(_) => cut(&id, &id),
        None => cut(&format!("{MARK}{id}"), &id),
    }
}

/// The beginning of `escaped`, and a hash of `whole` that tells it from others with the same beginning.
fn cut(escaped: &str, whole: &str) -> String {
    let kept: String = escaped.chars().take(KEPT).collect();
    format!("{kept}::{:016x}", fnv_1a(whole.as_bytes()))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn ids_of_ours_stay_as_they_are() {
        for id in ["a", "HO_EBBP106", "sales/head", "a:b", "X:y", "x"] {
            assert_eq!(escape_id(id), id);
        }
    }

    #[test]
    fn other_texts_are_written_byte_by_byte() {
        for (text, id) in [
            ("", "x:"),
            ("a b", "x:a:20b"),
            ("-a", "x:-a"),
            ("é", "x::c3:a9"),
            ("x:a", "x:x:3aa"),
            ("\u{fffd}", "x::ef:bf:bd"),
        ] {
            assert_eq!(escape_id(text), id);
            assert_eq!(unescape_id(id).as_deref(), Some(text));
        }
    }

    #[test]
    fn what_no_escape_writes_is_not_unescaped() {
        for id in ["x:a", "x::", "x::2", "x::line-3", "x::C3:A9", "x::c3", "x:a:62", "x::+1", "x:é", "a b"] {
            assert_eq!(unescape_id(id), None, "{id}");
        }
    }

    #[test]
    fn long_texts_are_cut_and_told_apart() {
        let (one, other) =
            (escape_id(&format!("{}1", "ä".repeat(200))), escape_id(&format!("{}2", "ä".repeat(200))));
        assert_ne!(one, other);
        assert_eq!(one.len(), LIMIT);
        assert!(PositionId::try_from(one.as_str()).is_ok());
        assert_eq!(unescape_id(&one), None);
        assert_eq!(escape_id(&"a".repeat(128)), "a".repeat(128));
        assert!(escape_id(&"a".repeat(129)).starts_with("x:aaa"));
        assert_eq!(escape_id(&format!("-{}", "a".repeat(125))), format!("x:-{}", "a".repeat(125)));
    }

    proptest! {
        #[test]
        fn unescaping_gives_back_what_fits(text in "\\PC{0,40}|(x:)?[a-c:.x/ \u{e9}\u{fffd}\t-]{0,160}") {
            let id = escape_id(&text);
            prop_assert!(PositionId::try_from(id.as_str()).is_ok());
            match unescape_id(&id) {
                Some(back) => prop_assert_eq!(back, text),
                None => prop_assert!(id.len() == LIMIT && text.len() * 3 > KEPT),
            }
        }

        #[test]
        fn parts_of_any_length_make_an_id(stem in "[a-z][a-z:]{0,200}", number: u64) {
            let id = fitted(format!("{stem}/{number}"));
            prop_assert!(PositionId::try_from(id).is_ok());
        }
    }
}
