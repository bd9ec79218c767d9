//! The document as a whole.

use super::{
    Activity, Conflict, ConflictSet, Description, DocumentType, Language, Position, Responsibility, Template,
    Text, Thresholds, Unit, Waiver,
};

keyword! {
    /// The version of the format in which a document is written.
    pub enum FormatVersion {
        /// The first.
        #[strum(serialize = "1")]
        #[cfg_attr(feature = "schema", schemars(rename = "1"))]
        V1,
    }
}

record! {
    /// An organisation: its units, its seats, its descriptions, and what it declares so that rules can speak.
    ///
    /// ```
    /// use officium::{Description, Duty, Organization, Position};
    /// let seat = Position::new("head".parse()?).title("General manager".parse()?).head();
    /// let paper = Description::new("general-manager".parse()?)
    ///     .duties([Duty::new("lead".parse()?, "Leads the company".parse()?)]);
    /// let organization = Organization::new().name("Nordlys".parse()?).seat_with_description(seat, paper);
    /// assert_eq!(organization.positions[0].description, Some("general-manager".parse()?));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub struct Organization {
        /// Where the schema of the document is found, for editors.
        #[serde(rename = "$schema")]
        pub schema: Option<Text>,
        /// The version of the format; the first, unless stated.
        pub format_version: Option<FormatVersion>,
        /// What it is called.
        pub name: Option<Text>,
        /// The language of its texts.
        pub language: Option<Language>,
        /// Languages into which its texts must be translated.
        pub required_languages: Vec<Language>,
        /// Its units.
        pub units: Vec<Unit>,
        /// Its job descriptions.
        pub descriptions: Vec<Description>,
        /// Its seats.
        pub positions: Vec<Position>,
        /// Descriptions to be tailored.
        pub templates: Vec<Template>,
        /// The kinds of work with which duties are marked.
        pub activities: Vec<Activity>,
        /// The catalogue of what somebody must answer for.
        pub responsibilities: Vec<Responsibility>,
        /// Pairs of activities that must not be in one hand.
        pub conflicts: Vec<Conflict>,
        /// Sets of activities of which too many must not be in one hand.
        pub conflict_sets: Vec<ConflictSet>,
        /// The kinds of documents that flow.
        pub documents: Vec<DocumentType>,
        /// Numbers at which rules begin to speak.
        pub thresholds: Option<Thresholds>,
        /// Exceptions on record.
        pub waivers: Vec<Waiver>,
    }
}

impl Organization {
    /// Adds a seat together with a description of its own.
    #[must_use]
    pub fn seat_with_description(self, seat: Position, description: Description) -> Self {
        let seat = seat.description(description.id.clone());
        self.positions([seat]).descriptions([description])
    }

    /// A copy without the names of persons. The opaque person ids stay, as rules need them.
    #[must_use]
    pub fn without_names(mut self) -> Self {
        for position in &mut self.positions {
            if let Some(super::Occupancy::Held { holders }) = &mut position.occupancy {
                for holder in holders {
                    holder.name = None;
                }
            }
        }
        let papers = self
            .descriptions
            .iter_mut()
            .chain(self.templates.iter_mut().map(|template| &mut template.description));
        for control in papers.filter_map(|paper| paper.control.as_mut()) {
            control.forget_names();
        }
        self
    }
}
