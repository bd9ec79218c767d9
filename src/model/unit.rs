//! Units.

use super::{ExternalCode, PositionId, Text, UnitId};

record! {
    /// A part of the organisation: a department, a team, a shop.
    pub struct Unit {
        /// Its id.
        pub id: UnitId,
        /// What people call it.
        pub title: Option<Text>,
        /// The unit of which it is a part.
        pub parent: Option<UnitId>,
        /// The position that leads it.
        pub lead: Option<PositionId>,
        /// What other registers call it.
        pub codes: Vec<ExternalCode>,
    }
}
