//! Which positions the organisation cannot do without for long.

use super::{Contents, Context};
use crate::graph::{Facts, PositionRef};

/// The open positions that are marked critical, or whose description in force has a critical duty.
pub(crate) fn positions<'g>(cx: &Context<'g>) -> impl Iterator<Item = PositionRef<'g>> {
    let has_critical_duty = |position| cx.contents_in_force(position).has(Contents::CRITICAL_DUTY);
    let any = is_anything(cx);
    cx.open().filter(move |position| any && (position.has(Facts::CRITICAL) || has_critical_duty(*position)))
}

/// Whether any position is marked, or any duty.
pub(crate) fn is_anything(cx: &Context<'_>) -> bool {
    cx.graph.has_any(Facts::CRITICAL) || cx.is_stated(Contents::CRITICAL_DUTY)
}
