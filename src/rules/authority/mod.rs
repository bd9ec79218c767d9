//! Family A: authority and rights.

mod duty_without_authority;

use super::Rule;

pub(super) const RULES: &[Rule] = &[duty_without_authority::RULE];
