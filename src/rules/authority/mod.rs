//! Family A: authority and rights.

family! {
    duty_without_authority
}
