//! Family S: substitution.

family! {
    missing_substitute
    self_substitute
    substitute_not_qualified
    substitute_lacks_right
    vacant_substitute
}
