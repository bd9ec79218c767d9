//! Job descriptions and duties as typed data.

pub mod check;
pub mod diagnostic;
pub mod export;
pub mod graph;
pub mod model;
pub mod read;
pub mod rules;
pub use graph::{OrganizationGraph, Valid};
pub use model::*;
