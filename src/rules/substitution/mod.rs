//! Family S: substitution.

family! {
    missing_substitute
    self_substitute
    vacant_substitute
}
