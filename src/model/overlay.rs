//! The document that holds the translations into one language.

use super::{Fingerprint, FormatVersion, Language, Text};

record! {
    /// One text in another language.
    pub struct Translation {
        /// Where the text stands, for instance `descriptions[wholesale-manager].duties[monthly-plan].text`.
        pub path: Text,
        /// The fingerprint of the wording that was translated.
        pub source: Fingerprint,
        /// The wording that was to be translated, for the translator to see.
        pub original: Option<Text>,
        /// The translation; still to be made, unless stated.
        pub text: Option<Text>,
    }
}

record! {
    /// The texts of an organisation in another language.
    pub struct Overlay {
        /// The language of the translations.
        pub language: Language,
        /// Where the schema of the document is found, for editors.
        #[serde(rename = "$schema")]
        pub schema: Option<Text>,
        /// The version of the format; the first, unless stated.
        pub format_version: Option<FormatVersion>,
        /// The translations.
        pub translations: Vec<Translation>,
    }
}
