//! Family S: substitution.

family! {
    missing_substitute
    self_substitute
    substitute_not_qualified
    substitute_lacks_right
    duty_not_covered_in_absence
    closed_substitution_ring
    no_second_substitute
    vacant_substitute
    sod_broken_by_substitution
    non_delegable_substituted
    interim_too_long
    substitution_overload
    ambiguous_substitution_order
    permanent_not_in_description
}
