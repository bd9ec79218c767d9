//! Family D: duties and responsibilities.

family! {
    position_without_duties
    responsibility_gap
    unexplained_overlap
    key_function_missing
    time_over_100
    delegated_by_non_holder
    delegation_without_prior_record
    delegation_cycle
    delegatee_not_qualified
    delegation_without_oversight
}
