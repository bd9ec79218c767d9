//! Plain text.

/// Why a text is refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum TextError {
    /// Nothing but white space.
    #[error("the text is blank: write something, or leave the member out")]
    Blank,
}

/// The white space of Unicode, spelled out because regex dialects differ in what `\s` means.
#[cfg(feature = "schema")]
const NOT_BLANK: &str = "[^\\t\\n\u{b}\\f\\r \u{85}\u{a0}\u{1680}\u{2000}\u{2001}\u{2002}\u{2003}\u{2004}\u{2005}\u{2006}\
    \u{2007}\u{2008}\u{2009}\u{200a}\u{2028}\u{2029}\u{202f}\u{205f}\u{3000}]";

fn check(text: &str) -> Result<(), TextError> {
    // the reader sees mostly texts that begin with a letter
    if text.chars().all(char::is_whitespace) { Err(TextError::Blank) } else { Ok(()) }
}

text_leaf! {
    /// A text for people, in the language of the organisation; it holds more than white space.
    ///
    /// It is kept to the letter: nothing is trimmed or folded.
    pub struct Text;
    error TextError;
    check check;
    pattern NOT_BLANK;
    example "Prepares the monthly sales plan";
    like ["[A-Z][a-z]{1,9}( [a-z]{1,9}){0,4}", "\\PC{0,9}[a-z\"\\\\øЖ職😀]\\PC{0,9}", "[ \t\n]a[\r\n]\u{7}"];
}
