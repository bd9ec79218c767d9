//! Family D: duties and responsibilities.

family! {
    position_without_duties
    key_function_missing
    time_over_100
    delegated_by_non_holder
    delegation_without_prior_record
    delegation_cycle
    delegation_without_oversight
}
