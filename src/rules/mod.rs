//! The rules: what is asked of an organisation, one rule a file.
//!
//! A rule is a constant: what it is about, its level in the `baseline` profile, whether it is hard, and a function that reports
//! what it finds. Each file begins with the rule's page; the examples on it are run by a test.

mod activities;
mod alike;
mod baseline;
mod contents;
mod context;
mod control;
mod coverage;
mod critical;
mod delegations;
mod documents;
mod ends;
mod exceptions;
mod few;
mod functions;
mod names;
#[cfg(feature = "json")]
mod packs;
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
mod document_control;
mod duties;
mod flow;
mod identity;
mod liability;
mod qualification;
mod reporting;
mod substitution;
mod waivers;

#[doc(no_inline)]
pub use crate::model::{Demands, FunctionPair, Section};
pub use baseline::Compared;
pub(crate) use contents::Contents;
pub(crate) use context::{Context, Sink};
pub(crate) use exceptions::{Exceptions, NoTarget, Part, State};
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
        document_control::RULES,
        flow::RULES,
        cross::RULES,
        waivers::RULES,
    ]
    .into_iter()
    .flatten()
}
