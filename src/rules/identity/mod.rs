//! Family I: identity and references.

family! {
    duplicate_id
    dangling_reference
    reference_to_retired
    untitled_position
}
