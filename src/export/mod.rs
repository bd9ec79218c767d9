//! What other programs take: the JSON Schema.

#[cfg(feature = "schema")]
pub mod schema;
