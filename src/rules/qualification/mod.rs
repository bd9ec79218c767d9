//! Family Q: qualification.

family! {
    no_qualification_requirements
    holder_not_qualified
    qualification_expired
    duty_qualification_not_required
    qualification_without_evidence
}
