//! Family X: across the organisation.

family! {
    sod_conflict_in_position
    sod_conflict_in_person
    sod_t_of_m
    single_point_of_failure
    forbidden_function_combination
    unit_not_separated
    unit_tree_cycle
    critical_post_vacant_too_long
    subordinate_audits_superior
}
