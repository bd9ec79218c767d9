//! Templates: descriptions that belong to no organisation yet.

use super::{BlankId, ClauseId, Description, TemplateId, Text};

record! {
    /// Something that whoever uses the template has to fill in.
    pub struct Blank {
        /// Its id, within the template.
        pub id: BlankId,
        /// What is asked.
        pub question: Text,
        /// Answers to choose from; any, unless listed.
        pub choices: Vec<Text>,
    }
}

record! {
    /// A description to be tailored.
    pub struct Template {
        /// Its id.
        pub id: TemplateId,
        /// The text to start from.
        pub description: Description,
        /// Who the direct superior may be, in words: the choice is made in the organisation.
        pub superiors: Vec<Text>,
        /// What has to be filled in.
        pub blanks: Vec<Blank>,
    }
}

record! {
    /// Where a clause came from.
    pub struct ClauseOrigin {
        /// The template.
        pub template: TemplateId,
        /// The id of the duty, right or other clause there; the same id as here, unless stated.
        pub clause: Option<ClauseId>,
        /// The clause was changed after it was taken over.
        pub tailored: bool,
    }
}
