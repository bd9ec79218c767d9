//! Control of the description as a document.

use super::{ClauseId, Date, DescriptionId, PersonId, PositionId, Text};

keyword! {
    /// The state of a document.
    pub enum DocumentState {
        /// Being written.
        Draft,
        /// Agreed with those who have a say.
        Agreed,
        /// Approved, not yet in force.
        Approved,
        /// In force.
        InForce,
        /// In force with amendments.
        Amended,
        /// Replaced by a later version.
        Superseded,
        /// Withdrawn without a successor.
        Withdrawn,
    }
}

record! {
    /// The day from which a document is in a state.
    pub struct StateChange {
        /// The state.
        pub state: DocumentState,
        /// From which day.
        pub on: Date,
    }
}

record! {
    /// Somebody who prepared, approved or agreed to a document.
    pub struct SignOff {
        /// The seat on whose behalf.
        pub position: Option<PositionId>,
        /// The person.
        pub person: Option<PersonId>,
        /// The name; personal data, never needed by a rule.
        pub name: Option<Text>,
        /// In what capacity, where the seat does not say it, for instance `legal department`.
        pub capacity: Option<Text>,
        /// On which day.
        pub on: Option<Date>,
    }
}

record! {
    /// A holder's signature that the document was read.
    pub struct Acknowledgement {
        /// The person.
        pub person: Option<PersonId>,
        /// The name; personal data, never needed by a rule.
        pub name: Option<Text>,
        /// On which day.
        pub on: Option<Date>,
        /// The version that was read; the one in force, unless stated.
        pub version: Option<Text>,
    }
}

record! {
    /// A change to a document in force.
    pub struct Amendment {
        /// The clause that it changes.
        pub clause: Option<ClauseId>,
        /// The new wording.
        pub wording: Option<Text>,
        /// From which day.
        pub on: Option<Date>,
        /// Who approved it.
        pub approved_by: Option<SignOff>,
        /// Who read it.
        pub acknowledgements: Vec<Acknowledgement>,
    }
}

record! {
    /// The history of a description as a controlled document.
    pub struct DocumentControl {
        /// Its number in the register of documents.
        pub number: Option<Text>,
        /// Its version.
        pub version: Option<Text>,
        /// The description that it replaces, where earlier versions are kept as descriptions of their own.
        pub replaces: Option<DescriptionId>,
        /// Its states, each from a day on.
        pub states: Vec<StateChange>,
        /// Who prepared it.
        pub prepared_by: Vec<SignOff>,
        /// Who approved it.
        pub approved_by: Vec<SignOff>,
        /// Who agreed to it.
        pub agreed_by: Vec<SignOff>,
        /// Every holder must acknowledge it.
        pub acknowledgement_required: bool,
        /// Who acknowledged it.
        pub acknowledgements: Vec<Acknowledgement>,
        /// Its changes since it came into force.
        pub amendments: Vec<Amendment>,
        /// The day by which it must be reviewed.
        pub review_due: Option<Date>,
    }
}

impl DocumentControl {
    /// The state on that day: the latest change on it or before; of several on one day, the one listed last.
    #[must_use]
    pub fn state(&self, on: Date) -> Option<DocumentState> {
        self.states
            .iter()
            .filter(|change| change.on <= on)
            .max_by_key(|change| change.on)
            .map(|change| change.state)
    }

    /// Removes the names of persons.
    pub(super) fn forget_names(&mut self) {
        let Self {
            number: _,
            version: _,
            replaces: _,
            states: _,
            prepared_by,
            approved_by,
            agreed_by,
            acknowledgement_required: _,
            acknowledgements,
            amendments,
            review_due: _,
        } = self;
        for amendment in amendments {
            amendment.acknowledgements.iter_mut().for_each(|read| read.name = None);
            if let Some(approval) = &mut amendment.approved_by {
                approval.name = None;
            }
        }
        for read in acknowledgements {
            read.name = None;
        }
        [prepared_by, approved_by, agreed_by].into_iter().flatten().for_each(|signed| signed.name = None);
    }
}
