//! The id of a unit is no id of a position.
use officium::{PositionId, UnitId};

fn lead(unit: UnitId) -> PositionId {
    unit
}

fn main() {}
