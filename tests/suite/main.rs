//! What the crate promises, in one binary.
