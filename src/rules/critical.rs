//! Which positions the organisation cannot do without for long.

use hashbrown::HashMap;

use super::Context;
use crate::graph::PositionRef;

/// The open positions that are marked critical, or whose description in force has a critical duty.
pub(crate) fn positions<'g>(cx: &Context<'g>) -> impl Iterator<Item = PositionRef<'g>> {
    let mut by_description = HashMap::new();
    cx.open().filter(move |position| {
        position.open_rows().any(|row| row.critical)
            || cx.description_in_force(*position).is_some_and(|(_, description)| {
                *by_description
                    .entry(&description.id)
                    .or_insert_with(|| description.duties.iter().any(|duty| duty.critical))
            })
    })
}
