//! Text into an organisation or another document, and findings of family E for what cannot be read.
//!
//! Reading never gives up early: a bad part is reported and left out, everything else is kept. The smallest part that can be left
//! out goes: an optional member, an element of a list, and a whole record only where something that it requires is bad.
//!
//! JSON is the format of record. YAML and TOML read into the same model with the same findings; equal content reads to equal values.
//! Of them only what JSON can say is read. In YAML that leaves out aliases, tags, merge keys and a second document; in TOML all
//! times but the local date, which is the text that it looks like; in both, numbers that are not decimal.

#[cfg(feature = "json")]
mod edit;
#[cfg(feature = "json")]
mod explain;
#[cfg(feature = "json")]
mod findings;
#[cfg(feature = "json")]
mod format;
#[cfg(feature = "json")]
mod json;
#[cfg(feature = "json")]
mod leaf;
#[cfg(feature = "json")]
mod locate;
#[cfg(any(feature = "yaml", feature = "toml"))]
mod number;
#[cfg(feature = "json")]
mod outline;
#[cfg(feature = "json")]
mod reader;
#[cfg(feature = "json")]
mod reading;
#[cfg(feature = "json")]
mod shape;
#[cfg(feature = "toml")]
mod toml;
#[cfg(feature = "json")]
mod tree;
#[cfg(feature = "json")]
mod whole;
#[cfg(feature = "json")]
mod write;
#[cfg(feature = "yaml")]
mod yaml;

#[cfg(feature = "json")]
pub(crate) use edit::{Edit, edited};
#[cfg(feature = "json")]
pub use findings::catalog;
#[cfg(feature = "json")]
pub use format::{Format, bytes, json, text};
#[cfg(feature = "json")]
pub use locate::Locator;
#[cfg(feature = "json")]
pub use reading::Reading;
#[cfg(feature = "json")]
pub(crate) use shape::{Form, Record, Shape};
#[cfg(feature = "json")]
pub use whole::DocumentReading;
#[cfg(feature = "json")]
pub(crate) use {
    findings::{BAD_VALUE, MISSING_MEMBER, UNKNOWN_VARIANT},
    whole::document,
};

/// A byte order mark is passed over.
#[cfg(feature = "json")]
fn without_mark(text: &str) -> &str {
    text.strip_prefix('\u{feff}').unwrap_or(text)
}
