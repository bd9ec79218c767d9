//! Documents that flow to and from a holder.

use super::{Party, Text, Timing};

keyword! {
    /// What the holder does with the document.
    pub enum FlowDirection {
        /// Issues it to the other party.
        Issues,
        /// Receives it from the other party.
        Receives,
        /// Signs it.
        Signs,
        /// Endorses it for another's signature.
        Endorses,
    }
}

record! {
    /// A document that the holder issues, receives, signs or endorses.
    pub struct Flow {
        /// What the holder does with it.
        pub direction: FlowDirection,
        /// Its name. The same document has the same name at both ends.
        pub document: Text,
        /// The other party.
        pub party: Option<Party>,
        /// How often or when.
        pub timing: Option<Timing>,
    }
}
