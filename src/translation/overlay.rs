//! Making and applying the document that holds the translations into one language.

use std::collections::{BTreeMap, BTreeSet};

use super::texts::{changed, texts};
use crate::diagnostic::Path;
use crate::model::{Fingerprint, Language, Organization, Overlay, Text, Translation};
use crate::read::{self, DocumentReading, Format};

/// Why a text is not there in the other language.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, strum::Display)]
#[strum(serialize_all = "kebab-case")]
#[non_exhaustive]
pub enum GapKind {
    /// Nobody has translated it.
    Missing,
    /// It has changed since it was translated.
    Stale,
    /// There is no such text any more: the translation is left over.
    Unknown,
}

/// A text that is not there in the other language, or a translation of none.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Gap {
    /// Why.
    pub kind: GapKind,
    /// The stable path of the text.
    pub path: String,
    /// The place of the text in the organisation; none where there is no such text.
    pub place: Option<Path>,
}

/// An organisation in another language.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Translated {
    /// The organisation; where a translation is missing or stale, the text is the original.
    pub organization: Organization,
    /// The texts that are not there in the language, in the order of the document, then translations that are left over.
    pub gaps: Vec<Gap>,
}

/// What a translator has to fill in: every text of the organisation, with what `known` already has.
///
/// A translation whose original has changed stands there without a text; so does one that nobody has made. Translations that are left
/// over are dropped.
#[must_use]
pub fn template(organization: &Organization, language: Language, known: Option<&Overlay>) -> Overlay {
    let known = known.map(by_path).unwrap_or_default();
    // rows that share an id share their texts
    let mut seen = BTreeSet::new();
    let translations = texts(organization).into_iter().filter_map(|(path, original)| {
        let path = path.to_string();
        if !seen.insert(path.clone()) {
            return None;
        }
        let source = Fingerprint::of(original.as_str());
        let text = known.get(path.as_str()).filter(|it| it.source == source).and_then(|it| it.text.clone());
        Some(Translation { path: Text::try_from(path).ok()?, source, original: Some(original), text })
    });
    Overlay::new(language).translations(translations.collect::<Vec<_>>())
}

/// The translations of an overlay; of several of one path, the first.
fn by_path(overlay: &Overlay) -> BTreeMap<&str, &Translation> {
    overlay.translations.iter().rev().map(|it| (it.path.as_str(), it)).collect()
}

impl Overlay {
    /// Reads an overlay, with a finding for whatever cannot be understood.
    ///
    /// ```
    /// use officium::{Overlay, read::Format};
    /// let reading = Overlay::from_text(Format::Json, r#"{"language": "nb", "translation": []}"#);
    /// assert_eq!(reading.findings[0].candidates, ["translations"]);
    /// ```
    #[must_use]
    pub fn from_text(format: Format, text: &str) -> DocumentReading<Self> {
        read::document(format, text, |_| Vec::new())
    }

    /// The organisation in the language of the overlay, and what is not there in it.
    ///
    /// A stale translation is not used: nobody should sign a text that says something else.
    #[must_use]
    pub fn applied_to(&self, organization: &Organization) -> Translated {
        let known = by_path(self);
        let mut used = BTreeSet::new();
        let mut gaps = Vec::new();
        let mut translated = changed(organization, &mut |path, original| {
            let stable = path.to_string();
            let found = known.get_key_value(stable.as_str());
            used.extend(found.map(|(path, _)| *path));
            let text = found.and_then(|(_, it)| it.text.as_ref().map(|text| (it, text)));
            let kind = match text {
                Some((it, text)) if it.source == Fingerprint::of(original.as_str()) => {
                    return Some(text.clone());
                }
                Some(_) => GapKind::Stale,
                None => GapKind::Missing,
            };
            gaps.push(Gap { kind, path: stable, place: Some(path.clone()) });
            None
        });
        let left = known.keys().filter(|path| !used.contains(*path));
        gaps.extend(left.map(|path| Gap { kind: GapKind::Unknown, path: (*path).to_owned(), place: None }));
        translated.language = Some(self.language.clone());
        Translated { organization: translated, gaps }
    }
}
