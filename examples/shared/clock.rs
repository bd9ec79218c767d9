//! The clock, which the library never reads.

use officium::Date;

/// Today, by the clock and the time zone of this machine.
pub(crate) fn today() -> Date {
    let day = jiff::ZonedDateTime::now().date();
    day.to_string().parse().unwrap_or_else(|error| unreachable!("`{day}` is not written as a date: {error}"))
}
