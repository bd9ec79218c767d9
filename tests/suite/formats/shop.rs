//! The sample that a person would write first.
