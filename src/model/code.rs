//! Codes: of other registers, and of this crate's rules.

use super::Text;

record! {
    /// What another register calls this thing, for instance a code of an occupational classification.
    pub struct ExternalCode {
        /// The register or classification, for instance `ISCO`.
        pub scheme: Text,
        /// The edition of the scheme.
        pub version: Option<Text>,
        /// The code there.
        pub code: Text,
    }
}

/// Why a text is not a rule code.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum RuleCodeError {
    /// The form is not a letter and three digits.
    #[error("a rule code is a capital letter and three digits, like `R001`")]
    Form,
}

/// The stable code of a finding: the letter of its family and three digits.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[cfg_attr(
    feature = "schema",
    derive(schemars::JsonSchema),
    schemars(with = "String", extend("pattern" = "^[A-Z][0-9]{3}$", "examples" = ["S001"]))
)]
pub struct RuleCode([u8; 4]);

impl RuleCode {
    /// A code of this crate's own catalogue; a test checks that each has the form.
    pub(crate) const fn of(code: [u8; 4]) -> Self {
        Self(code)
    }

    /// The letter of the family, for instance `R` for reporting.
    #[must_use]
    pub const fn family(self) -> char {
        self.0[0] as char
    }

    /// The code as written.
    #[must_use]
    pub const fn as_str(&self) -> &str {
        match std::str::from_utf8(&self.0) {
            Ok(text) => text,
            Err(_) => "",
        }
    }
}

impl TryFrom<&str> for RuleCode {
    type Error = RuleCodeError;
    fn try_from(text: &str) -> Result<Self, RuleCodeError> {
        match text.as_bytes() {
            &[letter @ b'A'..=b'Z', a @ b'0'..=b'9', b @ b'0'..=b'9', c @ b'0'..=b'9'] => {
                Ok(Self([letter, a, b, c]))
            }
            _ => Err(RuleCodeError::Form),
        }
    }
}

text_form!(RuleCode, RuleCodeError, ["[IRSDAX]00[1-9]", "[A-Z][0-9]{3}"]);
