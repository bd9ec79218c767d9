//! Family D: duties and responsibilities.

mod position_without_duties;

use super::Rule;

pub(super) const RULES: &[Rule] = &[position_without_duties::RULE];
