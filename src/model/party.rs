//! The other end of a flow, an input or a hand-over.

use super::{DescriptionId, PositionId, Text, UnitId};

choice! {
    /// Somebody whom a description names: inside the organisation by id, outside by name.
    pub enum Party {
        /// A position.
        Position {
            /// Which one.
            position: PositionId,
        },
        /// A unit as a whole.
        Unit {
            /// Which one.
            unit: UnitId,
        },
        /// Any holder of a position that has this description.
        Holders {
            /// Which description.
            description: DescriptionId,
        },
        /// The direct superior of whoever holds the position.
        Superior {},
        /// Somebody outside the organisation.
        Outside {
            /// Who, in words.
            name: Text,
        },
    }
}
