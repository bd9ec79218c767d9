//! What a pack asks for beyond levels and thresholds.

use super::Text;

record! {
    /// Two key functions, by the names that the catalogue of responsibilities gives in `function`.
    pub struct FunctionPair {
        /// The one; where the two are not alike, the one that controls.
        pub first: Text,
        /// The other; where the two are not alike, the one that is controlled.
        pub second: Text,
        /// The clause that says so.
        pub clause: Option<Text>,
    }
}

keyword! {
    /// A part of a job description.
    pub enum Section {
        /// Category, appointment, release, what the holder is governed by.
        General,
        /// Requirements and knowledge.
        Qualification,
        /// Duties.
        Duties,
        /// Rights.
        Rights,
        /// Liability.
        Liability,
        /// Working conditions.
        Conditions,
        /// Documents that flow.
        Flows,
        /// Document control.
        Control,
    }
}

record! {
    /// The key functions and sections that a pack asks for. A rule is silent where its part is empty.
    pub struct Demands {
        /// Key functions that somebody must fulfil (D006).
        pub functions: Vec<Text>,
        /// Key functions whose holder must be able to go straight to the head (R013).
        pub direct_access: Vec<Text>,
        /// Pairs of functions that must be independent of each other (R014).
        pub independent: Vec<FunctionPair>,
        /// Pairs of functions that must not be in one person (X006).
        pub exclusive: Vec<FunctionPair>,
        /// Pairs of functions that must not sit in one unit below the head (X007).
        pub separate: Vec<FunctionPair>,
        /// Pairs of functions of which the first audits the second (X010).
        pub audits: Vec<FunctionPair>,
        /// Sections that a description in force must fill (V007).
        pub sections: Vec<Section>,
    }
}
