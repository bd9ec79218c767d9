//! Family S: substitution.

mod missing_substitute;
mod self_substitute;
mod vacant_substitute;

use super::Rule;

pub(super) const RULES: &[Rule] = &[missing_substitute::RULE, self_substitute::RULE, vacant_substitute::RULE];
