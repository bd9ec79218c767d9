//! Fingerprints of texts.

/// Why a text is not a fingerprint.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum FingerprintError {
    /// The form is not sixteen hexadecimal digits.
    #[error("a fingerprint is sixteen hexadecimal digits in lower case; let the program write it")]
    Form,
}

fn check(text: &str) -> Result<(), FingerprintError> {
    let digit = |byte: u8| matches!(byte, b'0'..=b'9' | b'a'..=b'f');
    if text.len() == 16 && text.bytes().all(digit) { Ok(()) } else { Err(FingerprintError::Form) }
}

text_leaf! {
    /// A fingerprint of a text: it tells whether the text is still the same. It is no protection against somebody who wants it to seem so.
    pub struct Fingerprint;
    error FingerprintError;
    check check;
    pattern "^[0-9a-f]{16}$";
    example "cbf29ce484222325";
    like ["[0-9a-f]{16}"];
}

impl Fingerprint {
    /// The fingerprint of a text (FNV-1a, 64 bits).
    ///
    /// ```
    /// use officium::Fingerprint;
    /// assert_eq!(Fingerprint::of("a").as_str(), "af63dc4c8601ec8c");
    /// ```
    #[must_use]
    pub fn of(text: &str) -> Self {
        Self(format!("{:016x}", fnv_1a(text.as_bytes())).into())
    }
}

/// FNV-1a, 64 bits: the same on every machine and in every version.
pub(crate) fn fnv_1a(bytes: &[u8]) -> u64 {
    bytes
        .iter()
        .fold(0xcbf2_9ce4_8422_2325, |hash, &byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3))
}

#[cfg(test)]
mod tests {
    use super::fnv_1a;

    #[test]
    fn the_hash_is_fnv_1a() {
        assert_eq!(fnv_1a(b""), 0xcbf2_9ce4_8422_2325);
        assert_eq!(fnv_1a(b"a"), 0xaf63_dc4c_8601_ec8c);
        assert_eq!(fnv_1a(b"foobar"), 0x8594_4171_f739_67e8);
    }
}
