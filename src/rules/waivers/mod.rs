//! Family W: exceptions on record.

family! {
    waiver_expired
    waiver_unused
    waiver_incomplete
    waiver_unknown_target
    waiver_by_beneficiary
}
