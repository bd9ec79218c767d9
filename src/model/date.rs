//! Days, spans of days and lengths of time.

use jiff::civil;

/// Why a text is not a date.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum DateError {
    /// The form is not `YYYY-MM-DD`.
    #[error("a date is written `YYYY-MM-DD`, like `2026-03-31`")]
    Form,
    /// There is no such day.
    #[error("there is no such day in the calendar: check the month and the length of the month")]
    NoSuchDay,
}

/// A day of the Gregorian calendar, years 0001 to 9999, without time or time zone.
///
/// Written `YYYY-MM-DD` (the extended calendar date of ISO 8601), and in no other way.
///
/// ```
/// use officium::{Date, DateError};
/// let day: Date = "2024-02-29".parse()?;
/// assert!(day < Date::new(2024, 3, 1)?);
/// assert_eq!("2023-02-29".parse::<Date>(), Err(DateError::NoSuchDay));
/// # Ok::<(), DateError>(())
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[cfg_attr(
    feature = "schema",
    derive(schemars::JsonSchema),
    schemars(with = "String", extend("format" = "date", "pattern" = PATTERN, "examples" = ["2026-03-31"]))
)]
pub struct Date(civil::Date);

/// The whole calendar, leap years included, without look-around.
#[cfg(feature = "schema")]
const PATTERN: &str = concat!(
    "^(?:(?:[0-9]{2}(?:0[48]|[2468][048]|[13579][26])|(?:0[48]|[2468][048]|[13579][26])00)-02-29|",
    "(?:[0-9]{3}[1-9]|[0-9]{2}[1-9][0-9]|[0-9][1-9][0-9]{2}|[1-9][0-9]{3})-",
    "(?:(?:0[13578]|1[02])-(?:0[1-9]|[12][0-9]|3[01])|(?:0[469]|11)-(?:0[1-9]|[12][0-9]|30)|02-(?:0[1-9]|1[0-9]|2[0-8])))$"
);

impl Date {
    /// A day of this crate's own, for constants: one that does not exist does not compile.
    #[cfg(feature = "strategies")]
    pub(crate) const fn of(year: i16, month: i8, day: i8) -> Self {
        Self(civil::date(year, month, day))
    }

    /// The day of that year, month (1 to 12) and day of the month (1 to 31).
    ///
    /// # Errors
    /// [`DateError::NoSuchDay`] where the calendar has no such day, or the year lies outside 1 to 9999.
    pub fn new(year: u16, month: u8, day: u8) -> Result<Self, DateError> {
        let small = |part: u8| i8::try_from(part).map_err(|_| DateError::NoSuchDay);
        let year =
            i16::try_from(year).ok().filter(|year| (1..=9999).contains(year)).ok_or(DateError::NoSuchDay)?;
        civil::Date::new(year, small(month)?, small(day)?).map(Self).map_err(|_| DateError::NoSuchDay)
    }

    /// The day that lies one `duration` later; a month that is too short ends it on its last day. The last day of the
    /// calendar, where it would lie beyond.
    #[must_use]
    pub fn plus(self, duration: CalendarDuration) -> Self {
        let count = i64::from(duration.count);
        let span = match duration.unit {
            DurationUnit::Days => jiff::Span::new().try_days(count),
            DurationUnit::Weeks => jiff::Span::new().try_weeks(count),
            DurationUnit::Months => jiff::Span::new().try_months(count),
            DurationUnit::Years => jiff::Span::new().try_years(count),
        };
        span.and_then(|span| self.0.checked_add(span)).map_or(Self(civil::Date::MAX), Self)
    }

    /// How many days lie between this day and `later`; negative, where that lies before.
    ///
    /// ```
    /// use officium::Date;
    /// let (winter, spring): (Date, Date) = ("2024-02-28".parse()?, "2024-03-01".parse()?);
    /// assert_eq!(winter.days_until(spring), 2);
    /// # Ok::<(), officium::DateError>(())
    /// ```
    #[must_use]
    pub fn days_until(self, later: Self) -> i64 {
        self.0.duration_until(later.0).as_hours() / 24
    }

    /// The day after; none after the last day of the calendar.
    #[must_use]
    pub fn next_day(self) -> Option<Self> {
        self.0.tomorrow().ok().map(Self)
    }

    fn as_str(self) -> String {
        format!("{:04}-{:02}-{:02}", self.0.year(), self.0.month(), self.0.day())
    }
}

impl TryFrom<&str> for Date {
    type Error = DateError;
    fn try_from(text: &str) -> Result<Self, DateError> {
        let &[y1, y2, y3, y4, b'-', m1, m2, b'-', d1, d2] = text.as_bytes() else {
            return Err(DateError::Form);
        };
        let number = |digits: &[u8]| {
            digits.iter().try_fold(0u16, |sum, &digit| {
                if digit.is_ascii_digit() {
                    Ok(sum * 10 + u16::from(digit - b'0'))
                } else {
                    Err(DateError::Form)
                }
            })
        };
        let small = |digits: &[u8]| number(digits).map(|n| u8::try_from(n).unwrap_or(u8::MAX));
        Self::new(number(&[y1, y2, y3, y4])?, small(&[m1, m2])?, small(&[d1, d2])?)
    }
}

text_form!(
    Date,
    DateError,
    ["20[0-3][0-9]-(0[1-9]|1[0-2])-(0[1-9]|1[0-9]|2[0-8])", "(0004|2000|2024)-02-29|0001-01-01|9999-12-31"]
);

record! {
    /// A span of days, both ends included; an end that is absent is open.
    ///
    /// ```
    /// use officium::Period;
    /// let spring = Period::new().from("2026-03-01".parse()?).until("2026-05-31".parse()?);
    /// assert!(spring.contains("2026-05-31".parse()?));
    /// assert!(!spring.contains("2026-06-01".parse()?));
    /// # Ok::<(), officium::DateError>(())
    /// ```
    pub struct Period {
        /// The first day.
        pub from: Option<Date>,
        /// The last day.
        pub until: Option<Date>,
    }
}

impl Period {
    /// Whether `day` lies in the period. A period that ends before it begins contains no day.
    #[must_use]
    pub fn contains(&self, day: Date) -> bool {
        self.from.is_none_or(|from| from <= day) && self.until.is_none_or(|until| day <= until)
    }
}

/// Why a text is not a length of time.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum DurationError {
    /// The form is not `P`, a number from 1 to 999 and a unit.
    #[error(
        "a length of time is `P`, a number from 1 to 999 and one of `D` `W` `M` `Y`, like `P84D` or `P3M`"
    )]
    Form,
}

/// A length of time in one calendar unit: `P84D`, `P2W`, `P3M`, `P1Y` (ISO 8601, one unit only; 1 to 999).
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
#[cfg_attr(
    feature = "schema",
    derive(schemars::JsonSchema),
    schemars(with = "String", extend("pattern" = "^P[1-9][0-9]{0,2}[DWMY]$", "examples" = ["P3M"]))
)]
pub struct CalendarDuration {
    count: u16,
    unit: DurationUnit,
}

#[derive(Clone, Copy, PartialEq, Eq, Hash)]
enum DurationUnit {
    Days,
    Weeks,
    Months,
    Years,
}

impl CalendarDuration {
    /// Whether it is as long as `other` or longer. Both are counted from 1 January 2001, so a month is as long as 31 days and a year as
    /// 365.
    ///
    /// ```
    /// use officium::CalendarDuration;
    /// let length = |text: &str| text.parse::<CalendarDuration>();
    /// assert!(length("P1Y")?.is_at_least(length("P12M")?));
    /// assert!(!length("P4W")?.is_at_least(length("P1M")?));
    /// # Ok::<(), officium::DurationError>(())
    /// ```
    #[must_use]
    pub fn is_at_least(self, other: Self) -> bool {
        let start = Date(civil::date(2001, 1, 1));
        start.plus(self) >= start.plus(other)
    }

    fn as_str(self) -> String {
        let unit = match self.unit {
            DurationUnit::Days => 'D',
            DurationUnit::Weeks => 'W',
            DurationUnit::Months => 'M',
            DurationUnit::Years => 'Y',
        };
        format!("P{}{unit}", self.count)
    }
}

impl TryFrom<&str> for CalendarDuration {
    type Error = DurationError;
    fn try_from(text: &str) -> Result<Self, DurationError> {
        let [b'P', first @ b'1'..=b'9', more @ .., unit] = text.as_bytes() else {
            return Err(DurationError::Form);
        };
        let unit = match unit {
            b'D' => DurationUnit::Days,
            b'W' => DurationUnit::Weeks,
            b'M' => DurationUnit::Months,
            b'Y' => DurationUnit::Years,
            _ => return Err(DurationError::Form),
        };
        if more.len() > 2 || !more.iter().all(u8::is_ascii_digit) {
            return Err(DurationError::Form);
        }
        let count =
            more.iter().fold(u16::from(first - b'0'), |sum, digit| sum * 10 + u16::from(digit - b'0'));
        Ok(Self { count, unit })
    }
}

text_form!(CalendarDuration, DurationError, ["P[1-9][0-9]{0,2}[DWMY]"]);
