//! Job descriptions and duties as typed data.

pub mod diagnostic;
pub mod export;
pub mod model;
pub mod read;
pub use model::*;
