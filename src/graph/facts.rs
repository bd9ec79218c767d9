//! What is true of a position on the day, in one byte: rules ask for it again and again.

use crate::model::{Date, LineKind, Occupancy, Position, Rank, Substitute, Substitution, SubstitutionKind};

/// What is true of a position on the day.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Facts(u16);

impl Facts {
    /// It exists.
    pub(crate) const OPEN: Self = Self(1);
    /// It no longer exists.
    pub(crate) const CLOSED: Self = Self(1 << 1);
    /// It is stated that nobody sits in it.
    pub(crate) const VACANT: Self = Self(1 << 2);
    /// It is marked as head, alone or with others.
    pub(crate) const HEAD: Self = Self(1 << 3);
    /// It is marked as answering to somebody outside without being a head.
    pub(crate) const LED_FROM_OUTSIDE: Self = Self(1 << 4);
    /// It has one row and one reporting line, a solid one without a period that leads elsewhere: no line of it can be at fault.
    pub(crate) const PLAINLY_LED: Self = Self(1 << 5);
    /// It has one row, and whoever is named there stands in alone and for everything, whenever the holder is away.
    pub(crate) const PLAINLY_COVERED: Self = Self(1 << 6);
    /// It is marked as critical.
    pub(crate) const CRITICAL: Self = Self(1 << 7);
    /// It hands duties on.
    pub(crate) const DELEGATES: Self = Self(1 << 8);
    /// None of its rows has a title.
    pub(crate) const UNTITLED: Self = Self(1 << 9);

    /// Somebody is recorded there to have a qualification.
    pub(crate) const QUALIFIED: Self = Self(1 << 10);

    /// Of a position with these rows.
    pub(crate) fn of<'p>(rows: &(impl Iterator<Item = &'p Position> + Clone), on: Date) -> Self {
        let stated = |row: &&Position| row.occupancy.is_some();
        let vacant =
            rows.clone().any(|row| stated(&row)) && rows.clone().filter(stated).all(|row| row.is_vacant(on));
        let plainly_led = |row: &Position| {
            matches!(row.reporting.as_slice(), [line]
                if line.kind == LineKind::Solid && line.period.is_none() && line.superior != row.id)
        };
        let single = rows.clone().nth(1).is_none();
        [
            (Self::OPEN, rows.clone().any(|row| row.is_open(on))),
            (Self::CLOSED, rows.clone().all(|row| row.is_closed(on))),
            (Self::VACANT, vacant),
            (Self::HEAD, rows.clone().any(Position::is_head)),
            (Self::LED_FROM_OUTSIDE, rows.clone().any(|row| row.standing.is_some() && !row.is_head())),
            (Self::PLAINLY_LED, single && rows.clone().any(plainly_led)),
            (Self::PLAINLY_COVERED, single && rows.clone().all(|row| is_plain(&row.substitution))),
            (Self::CRITICAL, rows.clone().any(|row| row.critical && row.is_open(on))),
            (Self::DELEGATES, rows.clone().any(|row| !row.delegations.is_empty())),
            (Self::QUALIFIED, rows.clone().any(has_qualified_holder)),
            (Self::UNTITLED, rows.clone().all(|row| row.title.is_none())),
        ]
        .into_iter()
        .fold(Self(0), |facts, (fact, holds)| if holds { Self(facts.0 | fact.0) } else { facts })
    }

    pub(crate) fn has(self, fact: Self) -> bool {
        self.0 & fact.0 != 0
    }

    /// What is true of the one or the other.
    pub(super) fn or(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }
}

fn has_qualified_holder(row: &Position) -> bool {
    matches!(&row.occupancy, Some(Occupancy::Held { holders })
        if holders.iter().any(|holder| !holder.qualifications.is_empty()))
}

/// Whether these are absences, each of one position, for everything and for always, and none has the rank of the one before.
fn is_plain(substitutions: &[Substitution]) -> bool {
    let mut last_rank = 0;
    substitutions.iter().all(|it| {
        let Substitution { kind, substitute, rank, scope, triggers, period, maximum, consent: _, grants } =
            it;
        let before = std::mem::replace(&mut last_rank, rank.map_or(1, Rank::get));
        *kind == SubstitutionKind::Absence
            && matches!(substitute, Substitute::Position { .. })
            && before < last_rank
            && scope.is_none()
            && triggers.is_empty()
            && period.is_none()
            && maximum.is_none()
            && grants.is_empty()
    })
}

/// How many people sit in a position with these rows at the same time, as far as that is stated.
pub(crate) fn seats_filled<'p>(rows: impl Iterator<Item = &'p Position>, on: Date) -> usize {
    let filled = |row: &Position| match &row.occupancy {
        Some(Occupancy::Held { holders }) if !holders.is_empty() => row.holders(on).count(),
        Some(Occupancy::Vacant { .. }) if row.is_vacant(on) => 0,
        Some(Occupancy::Pool { seats }) => usize::try_from(seats.get()).unwrap_or(usize::MAX),
        Some(Occupancy::Held { .. } | Occupancy::Vacant { .. }) | None => 1,
    };
    rows.filter(|row| row.is_open(on)).map(filled).fold(0, usize::saturating_add)
}
