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
    reporting_line_gap
    excessive_span
    missing_direct_access
    independence_violated
    unit_without_lead
}
