//! What one position refers to: the index looks most of it up anyway, and the walk over references visits the rest.

use crate::model::{Delegation, DescriptionId, Position, ReportingLine, Substitution, UnitId};

/// What a position refers to.
pub(crate) struct PositionReferences<'o> {
    pub(crate) lines: &'o [ReportingLine],
    pub(crate) substitutions: &'o [Substitution],
    pub(crate) unit: Option<&'o UnitId>,
    pub(crate) description: Option<&'o DescriptionId>,
    pub(super) delegations: &'o [Delegation],
}

impl<'o> PositionReferences<'o> {
    pub(crate) fn of(position: &'o Position) -> Self {
        let Position {
            id: _,
            title: _,
            unit,
            unit_since: _,
            description,
            grade: _,
            standing: _,
            reporting,
            substitution,
            no_substitute_because: _,
            delegations,
            occupancy: _,
            fte: _,
            critical: _,
            opened: _,
            closed: _,
            codes: _,
        } = position;
        Self {
            lines: reporting,
            substitutions: substitution,
            unit: unit.as_ref(),
            description: description.as_ref(),
            delegations,
        }
    }

    /// Whether there are no others than superiors, substitutes, unit and description, which the index looks up anyway.
    pub(crate) fn are_direct(&self) -> bool {
        let direct = |it: &Substitution| it.scope.is_none() && it.grants.is_empty();
        self.delegations.is_empty() && self.substitutions.iter().all(direct)
    }
}
