//! Job descriptions: what the holder of a seat does, may do and answers for.

use super::{
    Conditions, Date, DescriptionId, DocumentControl, DocumentState, Duty, DutyGroup, ExternalCode, Flow,
    Knowledge, Liability, Party, Requirement, Right, TemplateId, Text,
};

keyword! {
    /// The category of staff.
    pub enum Category {
        /// Managers.
        Manager,
        /// Specialists.
        Specialist,
        /// Administrative and technical staff.
        Administrative,
        /// Workers.
        Worker,
    }
}

keyword! {
    /// The kind of act by which somebody is appointed or released.
    pub enum Instrument {
        /// An order.
        Order,
        /// A contract.
        Contract,
        /// A resolution of a body.
        Resolution,
        /// An election.
        Election,
    }
}

record! {
    /// How somebody gets into a seat, or out of it.
    pub struct Appointment {
        /// Whose order it takes.
        pub by: Option<Party>,
        /// On whose nomination.
        pub nominations: Vec<Party>,
        /// By which kind of act.
        pub instrument: Option<Instrument>,
    }
}

record! {
    /// A law or rule, and the place in it.
    pub struct LegalBasis {
        /// The document.
        pub document: Text,
        /// The article, section or clause.
        pub clause: Option<Text>,
    }
}

keyword! {
    /// The kind of document by which the holder is guided.
    pub enum DocumentKind {
        /// Laws and regulations of the state.
        Legislation,
        /// The charter of the organisation.
        Charter,
        /// Its internal labour rules.
        LabourRules,
        /// Other regulations of the organisation.
        Regulations,
        /// Orders of superiors.
        Orders,
        /// Methodical guidance.
        Guidance,
        /// Standards.
        Standard,
        /// This description itself.
        ThisDescription,
    }
}

record! {
    /// A document by which the holder is guided.
    pub struct GoverningDocument {
        /// What kind of document it is.
        pub kind: DocumentKind,
        /// Which one; all of its kind, unless stated.
        pub title: Option<Text>,
    }
}

record! {
    /// A job description: the paper, not the seat. Several positions may share one.
    pub struct Description {
        /// Its id.
        pub id: DescriptionId,
        /// Its heading.
        pub title: Option<Text>,
        /// The template from which it was tailored.
        pub template: Option<TemplateId>,
        /// The category of staff.
        pub category: Option<Category>,
        /// What the seat is there for.
        pub purpose: Option<Text>,
        /// How the holder is appointed.
        pub appointment: Option<Appointment>,
        /// How the holder is released.
        pub release: Option<Appointment>,
        /// What is asked of the holder.
        pub requirements: Vec<Requirement>,
        /// What the holder must know.
        pub knowledge: Vec<Knowledge>,
        /// By what the holder is guided.
        pub governed_by: Vec<GoverningDocument>,
        /// The headings under which duties stand.
        pub duty_groups: Vec<DutyGroup>,
        /// What the holder does.
        pub duties: Vec<Duty>,
        /// What the holder may do.
        pub rights: Vec<Right>,
        /// What the holder answers for.
        pub liabilities: Vec<Liability>,
        /// Under which conditions.
        pub conditions: Option<Box<Conditions>>,
        /// Which documents flow.
        pub flows: Vec<Flow>,
        /// Its history as a controlled document.
        pub control: Option<Box<DocumentControl>>,
        /// What other registers call the work.
        pub codes: Vec<ExternalCode>,
    }
}

impl Description {
    /// Whether it is in force on that day. One that records no state at all is.
    #[must_use]
    pub fn is_in_force(&self, on: Date) -> bool {
        match &self.control {
            Some(control) if !control.states.is_empty() => {
                matches!(control.state(on), Some(DocumentState::InForce | DocumentState::Amended))
            }
            _ => true,
        }
    }
}
