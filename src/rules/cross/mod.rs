//! Family X: across the organisation.

family! {
    sod_conflict_in_position
    unit_tree_cycle
}
