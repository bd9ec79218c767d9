//! Answers about an organisation as a whole.

mod statistics;

pub use statistics::Statistics;
