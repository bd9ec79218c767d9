//! Texts that were made to do harm.
