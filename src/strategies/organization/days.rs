//! The days of these organisations. All are in order as seen from [`AS_OF`](crate::strategies::AS_OF).

use crate::model::Date;

/// Seats that were closed came into being.
pub(super) const FOUNDED: Date = Date::of(2012, 1, 1);
/// The last day of former lines; new ones begin on the next.
pub(super) const LAST_OF_OLD_LINES: Date = Date::of(2020, 12, 31);
pub(super) const FIRST_OF_NEW_LINES: Date = Date::of(2021, 1, 1);
/// Descriptions were written, approved and put into force, in this order and after the last reorganisation.
pub(super) const DRAFTED: Date = Date::of(2021, 10, 1);
pub(super) const APPROVED: Date = Date::of(2021, 12, 15);
pub(super) const IN_FORCE: Date = Date::of(2022, 3, 1);
/// The last day of former holders; their successors began on the next.
pub(super) const LAST_OF_OLD_HOLDERS: Date = Date::of(2023, 12, 31);
pub(super) const FIRST_OF_NEW_HOLDERS: Date = Date::of(2024, 1, 1);
/// Former seats ceased to exist.
pub(super) const CLOSED: Date = Date::of(2024, 7, 1);
/// Descriptions were amended, and read after that.
pub(super) const AMENDED: Date = Date::of(2025, 2, 1);
pub(super) const ACKNOWLEDGED: Date = Date::of(2025, 3, 10);
/// Delegations were put on record, and began after that.
pub(super) const RECORDED: Date = Date::of(2025, 5, 15);
pub(super) const DELEGATED: Date = Date::of(2025, 6, 1);
/// Seats fell vacant; who stands in for the time being does so for less than twelve weeks.
pub(super) const VACATED: Date = Date::of(2025, 12, 10);
pub(super) const INTERIM_ENDS: Date = Date::of(2026, 2, 20);
/// Planned seats will be opened.
pub(super) const OPENS: Date = Date::of(2026, 7, 1);
/// Licences end, and descriptions must be reviewed.
pub(super) const RENEWAL: Date = Date::of(2027, 12, 31);
