//! Family I: identity and references.

mod dangling_reference;
mod duplicate_id;
mod reference_to_retired;
mod untitled_position;

use super::Rule;

pub(super) const RULES: &[Rule] =
    &[duplicate_id::RULE, dangling_reference::RULE, reference_to_retired::RULE, untitled_position::RULE];
