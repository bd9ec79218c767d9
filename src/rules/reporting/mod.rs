//! Family R: reporting.

mod excessive_span;
mod head_has_superior;
mod invalid_dotted_line;
mod missing_superior;
mod multiple_heads;
mod multiple_line_superiors;
mod no_head;
mod reporting_cycle;
mod self_superior;
mod unit_without_lead;
mod unreachable_from_head;

use super::Rule;

pub(super) const RULES: &[Rule] = &[
    reporting_cycle::RULE,
    self_superior::RULE,
    missing_superior::RULE,
    no_head::RULE,
    head_has_superior::RULE,
    multiple_heads::RULE,
    multiple_line_superiors::RULE,
    invalid_dotted_line::RULE,
    unreachable_from_head::RULE,
    excessive_span::RULE,
    unit_without_lead::RULE,
];
