//! Family X: across the organisation.

mod sod_conflict_in_position;
mod unit_tree_cycle;

use super::Rule;

pub(super) const RULES: &[Rule] = &[sod_conflict_in_position::RULE, unit_tree_cycle::RULE];
