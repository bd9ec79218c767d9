//! Job descriptions and duties as typed data.

pub mod export;
#[cfg(feature = "import")]
pub mod import;
pub mod model;
pub use model::*;
