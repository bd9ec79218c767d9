//! Family L: liability.

family! {
    liability_without_authority
    duty_without_liability
    delegation_drops_ultimate_liability
}

pub(super) use delegation_drops_ultimate_liability::uncovered;
pub(super) use liability_without_authority::takes_means;
