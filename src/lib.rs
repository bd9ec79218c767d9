//! Job descriptions and duties as typed data.

pub mod export;
pub mod model;
pub use model::*;
