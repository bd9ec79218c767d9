//! The texts of an organisation in further languages.
//!
//! Texts stay plain strings in the organisation's language. Translations stand in a small document of their own, one for each
//! language, which names each text by its stable path and keeps a fingerprint of the wording that was translated: so a text that
//! nobody has translated is found, and so is a translation that no longer says what the text says.
//!
//! ```
//! use officium::{Organization, Position, translation};
//!
//! let mut organization = Organization::new()
//!     .language("en".parse()?)
//!     .positions([Position::new("head".parse()?).title("General manager".parse()?)]);
//! let mut overlay = translation::template(&organization, "nb".parse()?, None);
//! assert_eq!(overlay.translations[0].path.as_str(), "positions[head].title");
//! overlay.translations[0].text = Some("Daglig leder".parse()?);
//!
//! let translated = overlay.applied_to(&organization);
//! assert!(translated.gaps.is_empty());
//! assert_eq!(translated.organization.positions[0].title, Some("Daglig leder".parse()?));
//!
//! organization.positions[0].title = Some("Managing director".parse()?);
//! let translated = overlay.applied_to(&organization);
//! assert_eq!(translated.gaps[0].kind, translation::GapKind::Stale);
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

mod overlay;
mod texts;

pub use overlay::{Gap, GapKind, Translated, template};
pub use texts::texts;
