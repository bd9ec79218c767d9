//! Reporting lines.

use super::{Date, Period, PositionId};

keyword! {
    /// What kind of line leads to a superior.
    pub enum LineKind {
        /// The line of command: whose orders the holder follows. There is one at a time.
        Solid,
        /// Instructions on the subject matter only.
        Functional,
        /// For the time and the matter of a project.
        Project,
        /// Reporting without instructions.
        Dotted,
        /// The right to go straight to the superior, past the line of command, for instance of whoever answers for quality.
        Access,
    }
}

record! {
    /// To whom a position reports.
    pub struct ReportingLine {
        /// What kind of line it is.
        pub kind: LineKind,
        /// The position at the other end.
        pub superior: PositionId,
        /// When the line is in force; always, unless stated.
        pub period: Option<Period>,
    }
}

impl ReportingLine {
    /// The line of command to `superior`.
    #[must_use]
    pub fn solid(superior: PositionId) -> Self {
        Self::new(LineKind::Solid, superior)
    }

    /// Whether the line is in force on that day.
    #[must_use]
    pub fn in_force(&self, on: Date) -> bool {
        self.period.as_ref().is_none_or(|period| period.contains(on))
    }
}
