//! Job descriptions and duties as typed data.

pub mod analysis;
pub mod check;
pub mod diagnostic;
pub mod export;
pub mod graph;
#[cfg(feature = "import")]
pub mod import;
pub mod model;
pub mod read;
pub mod rules;
pub use graph::{OrganizationGraph, Valid};
pub use model::*;
