//! Family R: reporting.

family! {
    reporting_cycle
    self_superior
    missing_superior
    no_head
    head_has_superior
    multiple_heads
    multiple_line_superiors
    invalid_dotted_line
    unreachable_from_head
    excessive_span
    unit_without_lead
}
