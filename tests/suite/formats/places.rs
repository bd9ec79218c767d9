//! What only one format can say wrongly, with its place.
