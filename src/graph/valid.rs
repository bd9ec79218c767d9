//! The proof that an organisation is sound.

/// Something that was checked and has no hard finding: what it says can be relied upon.
///
/// It is only made by checking ([`check::validate`](crate::check::validate)), and gives nothing but shared access, so that it stays true.
/// For an [`OrganizationGraph`](crate::OrganizationGraph) it promises, for the day for which the graph was built:
///
/// - rows that share an id agree, and so do no two units, descriptions, or duties and rights of a description share one,
/// - every reference leads to something,
/// - no position is its own superior,
/// - no solid lines form a ring, and no units do.
///
/// It says nothing of soft findings: a position without substitute can be part of a valid organisation.
///
/// It cannot be made by hand:
///
/// ```compile_fail
/// let graph: officium::OrganizationGraph = unimplemented!();
/// let proof = officium::Valid(graph);
/// ```
#[derive(Debug)]
pub struct Valid<T>(T);

impl<T> Valid<T> {
    /// To be called by the check alone, when there is no hard finding.
    pub(crate) fn certified(checked: T) -> Self {
        Self(checked)
    }

    /// Gives up the proof, to change what it was about and check again.
    #[must_use]
    pub fn into_inner(self) -> T {
        self.0
    }
}

impl<T> std::ops::Deref for Valid<T> {
    type Target = T;
    fn deref(&self) -> &T {
        &self.0
    }
}
