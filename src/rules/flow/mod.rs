//! Family F: flows of documents and hand-overs.

family! {
    flow_not_reciprocated
    flow_without_signer
    signing_without_right
    handover_without_receiver
    input_from_nowhere
}
