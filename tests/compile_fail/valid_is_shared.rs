//! What was checked cannot be changed behind the proof.
use officium::{OrganizationGraph, Valid};

fn change(valid: Valid<OrganizationGraph>) {
    let _: &mut OrganizationGraph = &mut *valid;
}

fn main() {}
