//! Text into an organisation or another document, and findings of family E for what cannot be read.
//!
//! Reading never gives up early: a bad part is reported and left out, everything else is kept. The smallest part that can be left
//! out goes: an optional member, an element of a list, and a whole record only where something that it requires is bad.

#[cfg(feature = "json")]
mod edit;
#[cfg(feature = "json")]
mod explain;
#[cfg(feature = "json")]
mod findings;
#[cfg(feature = "json")]
mod json;
#[cfg(feature = "json")]
mod leaf;
#[cfg(feature = "json")]
mod locate;
#[cfg(feature = "json")]
mod outline;
#[cfg(feature = "json")]
mod shape;
#[cfg(feature = "json")]
mod tree;
#[cfg(feature = "json")]
mod whole;

#[cfg(feature = "json")]
pub(crate) use edit::{Edit, edited};
#[cfg(feature = "json")]
pub use findings::catalog;
#[cfg(feature = "json")]
pub use json::{Reading, json, json_bytes};
#[cfg(feature = "json")]
pub use locate::Locator;
#[cfg(feature = "json")]
pub(crate) use shape::{Form, Record, Shape};
#[cfg(feature = "json")]
pub use whole::DocumentReading;
#[cfg(feature = "json")]
pub(crate) use {
    findings::{BAD_VALUE, MISSING_MEMBER, UNKNOWN_VARIANT},
    whole::json as document_json,
};
