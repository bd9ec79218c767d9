//! Positions.

use super::{
    Date, Delegation, DescriptionId, ExternalCode, Fte, Holder, Occupancy, PositionId, ReportingLine,
    Substitution, Text, UnitId,
};

choice! {
    /// Why a position has no superior inside the organisation, or why it is one of several at its top.
    pub enum Standing {
        /// The head of the organisation.
        Head {
            /// To whom it answers: the owner, a board, a minister.
            #[serde(default, skip_serializing_if = "Option::is_none", deserialize_with = "crate::model::wire::present")]
            answers_to: Option<Text>,
        },
        /// One of several who lead the organisation together.
        CoHead {
            /// What they are together, for instance `board of managing directors`: the same text for each of them.
            group: Text,
            /// To whom they answer.
            #[serde(default, skip_serializing_if = "Option::is_none", deserialize_with = "crate::model::wire::present")]
            answers_to: Option<Text>,
        },
        /// A seat whose superior sits in another organisation.
        ExternalSuperior {
            /// To whom it answers.
            answers_to: Text,
        },
    }
}

record! {
    /// A seat in the organisation. It exists whether or not anybody sits in it.
    ///
    /// ```
    /// use officium::{Position, Substitution};
    /// let seat = Position::new("sales-manager".parse()?)
    ///     .title("Sales manager".parse()?)
    ///     .reports_to("head".parse()?)
    ///     .substitution([Substitution::absence("wholesale-manager".parse()?)]);
    /// assert_eq!(seat.reporting.len(), 1);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub struct Position {
        /// Its id.
        pub id: PositionId,
        /// What people call it.
        pub title: Option<Text>,
        /// The unit to which it belongs.
        pub unit: Option<UnitId>,
        /// Since when it belongs to that unit.
        pub unit_since: Option<Date>,
        /// The description of what its holder does. Several seats may share one.
        pub description: Option<DescriptionId>,
        /// Its grade in the organisation's own pay or rank system.
        pub grade: Option<Text>,
        /// Its place at the top, or its superior outside.
        pub standing: Option<Standing>,
        /// To whom it reports.
        pub reporting: Vec<ReportingLine>,
        /// Who stands in.
        pub substitution: Vec<Substitution>,
        /// Why no substitute is needed.
        pub no_substitute_because: Option<Text>,
        /// Duties handed on to others.
        pub delegations: Vec<Delegation>,
        /// Who sits in it; not known, unless stated.
        pub occupancy: Option<Occupancy>,
        /// How much of a full-time post is planned for it.
        pub fte: Option<Fte>,
        /// The organisation cannot do without it for long.
        pub critical: bool,
        /// The day on which it came into being.
        pub opened: Option<Date>,
        /// The day from which it no longer exists.
        pub closed: Option<Date>,
        /// What other registers call it.
        pub codes: Vec<ExternalCode>,
    }
}

impl Position {
    /// Adds the line of command to `superior`.
    #[must_use]
    pub fn reports_to(self, superior: PositionId) -> Self {
        self.reporting([ReportingLine::solid(superior)])
    }

    /// Makes it the head of the organisation.
    #[must_use]
    pub fn head(self) -> Self {
        self.standing(Standing::Head { answers_to: None })
    }

    /// Whether it is marked as head of the organisation, alone or with others.
    #[must_use]
    pub fn is_head(&self) -> bool {
        matches!(self.standing, Some(Standing::Head { .. } | Standing::CoHead { .. }))
    }

    /// Sets its holders.
    #[must_use]
    pub fn held_by(self, holders: impl IntoIterator<Item = Holder>) -> Self {
        self.occupancy(Occupancy::Held { holders: holders.into_iter().collect() })
    }

    /// Whether the position exists on that day: opened on it or before, and not closed on it or before.
    #[must_use]
    pub fn is_open(&self, on: Date) -> bool {
        self.opened.is_none_or(|opened| opened <= on) && !self.is_closed(on)
    }

    /// Whether the position no longer exists on that day.
    #[must_use]
    pub fn is_closed(&self, on: Date) -> bool {
        self.closed.is_some_and(|closed| closed <= on)
    }

    /// The holders in force on that day.
    pub fn holders(&self, on: Date) -> impl Iterator<Item = &Holder> {
        let listed = match &self.occupancy {
            Some(Occupancy::Held { holders }) => holders.as_slice(),
            _ => &[],
        };
        listed.iter().filter(move |holder| holder.in_force(on))
    }

    /// Whether it is stated that nobody sits in the seat on that day: marked vacant, or every listed holder is gone or yet to come.
    #[must_use]
    pub fn is_vacant(&self, on: Date) -> bool {
        match &self.occupancy {
            Some(Occupancy::Vacant { since }) => since.is_none_or(|since| since <= on),
            Some(Occupancy::Held { holders }) => {
                !holders.is_empty() && !holders.iter().any(|holder| holder.in_force(on))
            }
            Some(Occupancy::Pool { .. }) | None => false,
        }
    }
}
