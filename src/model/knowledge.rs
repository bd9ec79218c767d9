//! What the holder must know.

use super::{ExternalCode, Text};

record! {
    /// Something that the holder must know.
    pub struct Knowledge {
        /// What.
        pub topic: Text,
        /// How well, in the words of the framework.
        pub level: Option<Text>,
        /// Its code in a public framework of skills.
        pub code: Option<ExternalCode>,
    }
}
