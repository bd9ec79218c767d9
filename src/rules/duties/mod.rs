//! Family D: duties and responsibilities.

family! {
    position_without_duties
}
