//! What the crate promises, in one binary.
#![expect(missing_docs, reason = "tests document themselves")]
