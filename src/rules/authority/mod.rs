//! Family A: authority and rights.

family! {
    duty_without_authority
    authority_without_duty
    decision_scope_missing
    limit_exceeds_superior
    sole_right_above_threshold
    joint_right_unexercisable
    supervisor_without_instruction_right
    delegated_right_exceeds_own
}

pub(super) use authority_without_duty::idle_rights;
pub(super) use duty_without_authority::lacks_right;
