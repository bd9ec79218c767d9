//! What is true of a position on the day, in one byte: rules ask for it again and again.

use crate::model::{Date, LineKind, Occupancy, Position};

/// What is true of a position on the day.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Facts(u8);

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

    /// Of a position with these rows.
    pub(crate) fn of<'p>(rows: &(impl Iterator<Item = &'p Position> + Clone), on: Date) -> Self {
        let stated = |row: &&Position| row.occupancy.is_some();
        let vacant =
            rows.clone().any(|row| stated(&row)) && rows.clone().filter(stated).all(|row| row.is_vacant(on));
        let plainly_led = |row: &Position| {
            matches!(row.reporting.as_slice(), [line]
                if line.kind == LineKind::Solid && line.period.is_none() && line.superior != row.id)
        };
        [
            (Self::OPEN, rows.clone().any(|row| row.is_open(on))),
            (Self::CLOSED, rows.clone().all(|row| row.is_closed(on))),
            (Self::VACANT, vacant),
            (Self::HEAD, rows.clone().any(Position::is_head)),
            (Self::LED_FROM_OUTSIDE, rows.clone().any(|row| row.standing.is_some() && !row.is_head())),
            (Self::PLAINLY_LED, rows.clone().nth(1).is_none() && rows.clone().any(plainly_led)),
        ]
        .into_iter()
        .fold(Self(0), |facts, (fact, holds)| if holds { Self(facts.0 | fact.0) } else { facts })
    }

    pub(crate) fn has(self, fact: Self) -> bool {
        self.0 & fact.0 != 0
    }
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
