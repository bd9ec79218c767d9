//! The proof is made by checking alone.
use officium::{OrganizationGraph, Valid};

fn by_constructor(graph: OrganizationGraph) -> Valid<OrganizationGraph> {
    Valid(graph)
}

fn by_certificate(graph: OrganizationGraph) -> Valid<OrganizationGraph> {
    Valid::certified(graph)
}

fn main() {}
