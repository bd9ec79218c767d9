//! Answers about an organisation as a whole.

mod statistics;
#[cfg(feature = "json")]
mod subjects;

pub use statistics::Statistics;
#[cfg(feature = "json")]
pub use subjects::Subjects;
