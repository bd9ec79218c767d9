//! The rules: what is asked of an organisation, one rule a file.
//!
//! A rule is a constant: what it is about, its level in the `baseline` profile, whether it is hard, and a function that reports
//! what it finds. Each file begins with the rule's page; the examples on it are run by a test.

mod context;
mod coverage;
mod critical;
mod delegations;
mod demands;
mod few;
mod functions;
mod names;
mod persons;
mod profile;
mod qualifications;
mod requirements;
#[macro_use]
mod rule;
mod scope;
mod seats;
mod shown;

mod authority;
mod cross;
mod duties;
mod identity;
mod liability;
mod qualification;
mod reporting;
mod substitution;

pub(crate) use context::{Context, Sink};
pub use demands::{Demands, FunctionPair, Section};
pub use profile::Profile;
pub use rule::Rule;

/// All rules, in the order in which they run: by family, then by code.
pub fn catalog() -> impl Iterator<Item = &'static Rule> {
    [
        identity::RULES,
        reporting::RULES,
        substitution::RULES,
        duties::RULES,
        authority::RULES,
        liability::RULES,
        qualification::RULES,
        cross::RULES,
    ]
    .into_iter()
    .flatten()
}
