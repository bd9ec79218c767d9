//! Language tags.

/// Why a text is not a language tag.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum LanguageError {
    /// The form is not `language[-Script][-REGION]` in the usual letter case.
    #[error(
        "a language is a tag like `en`, `nb` or `sr-Latn-RS`: lower-case language, then capitalised script and upper-case region if needed"
    )]
    Form,
}

fn check(text: &str) -> Result<(), LanguageError> {
    let mut parts = text.split('-').peekable();
    let language = parts.next().unwrap_or_default();
    let lower = |part: &str| part.bytes().all(|b| b.is_ascii_lowercase());
    let mut good = (2..=3).contains(&language.len()) && lower(language);
    if parts.peek().is_some_and(|part| part.len() == 4) {
        let script = parts.next().unwrap_or_default();
        good &= script
            .bytes()
            .enumerate()
            .all(|(i, b)| if i == 0 { b.is_ascii_uppercase() } else { b.is_ascii_lowercase() });
    }
    if let Some(region) = parts.next() {
        good &= (region.len() == 2 && region.bytes().all(|b| b.is_ascii_uppercase()))
            || (region.len() == 3 && region.bytes().all(|b| b.is_ascii_digit()));
    }
    if good && parts.next().is_none() { Ok(()) } else { Err(LanguageError::Form) }
}

text_leaf! {
    /// A language tag: language, optional script, optional region (the part of BCP 47 that names written languages), in the
    /// letter case that BCP 47 recommends.
    pub struct Language;
    error LanguageError;
    check check;
    pattern "^[a-z]{2,3}(-[A-Z][a-z]{3})?(-([A-Z]{2}|[0-9]{3}))?$";
    example "nb";
    like ["en|nb|nn|de|fr|ru|zh", "[a-z]{2,3}(-[A-Z][a-z]{3})?(-([A-Z]{2}|[0-9]{3}))?"];
}
