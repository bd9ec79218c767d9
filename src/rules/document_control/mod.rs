//! Family V: documents and versions.

family! {
    no_description
    unapproved_in_force
    not_acknowledged
    review_overdue
    self_approved
    stale_after_reorganisation
    mandatory_section_missing
    translations_diverge
    amendment_incomplete
    version_order
}
