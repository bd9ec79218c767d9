//! Family S: substitution.

family! {
    missing_substitute
    self_substitute
    substitute_not_qualified
    substitute_lacks_right
    duty_not_covered_in_absence
    vacant_substitute
    sod_broken_by_substitution
    non_delegable_substituted
}
