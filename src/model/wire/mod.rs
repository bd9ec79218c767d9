//! How records, keywords and leaves are put into words: one encoding for serde and for the schema.
//!
//! The schema says `object`, so a record must refuse the array form that serde would accept; it says nothing of `null`, so an
//! absent member is absent. Everything here exists to make both verdicts the same for every document.

#[cfg(feature = "strategies")]
#[macro_use]
pub(crate) mod arbitrary;
#[macro_use]
mod leaf;
#[macro_use]
mod record;
mod map_only;
mod visit;

use serde::de::{Deserialize, Deserializer};

pub(crate) use map_only::MapOnly;
pub(crate) use visit::{Refusal, Whole, Word};

/// Reads a member that may be absent but must not be `null`.
pub(crate) fn present<'de, T: Deserialize<'de>, D: Deserializer<'de>>(
    from: D,
) -> Result<Option<T>, D::Error> {
    T::deserialize(from).map(Some)
}

/// Reads a list without room to spare: most hold one or two elements, where a vector that grows makes room for four.
pub(crate) fn list<'de, T: Deserialize<'de>, D: Deserializer<'de>>(from: D) -> Result<Vec<T>, D::Error> {
    let mut list: Vec<T> = Deserialize::deserialize(from)?;
    list.shrink_to_fit();
    Ok(list)
}

/// A `bool` member that is not written when it says nothing.
#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde passes a reference")]
pub(crate) fn is_false(value: &bool) -> bool {
    !*value
}
