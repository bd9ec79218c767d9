//! Duties: what the holder of a seat does.

use super::{
    ActivityId, ClauseOrigin, DutyGroupId, DutyId, LegalBasis, Party, Percentage, Qualification,
    RequiredRight, Text,
};

record! {
    /// A function under which duties are grouped, in the order of the list.
    pub struct DutyGroup {
        /// Its id, within its description.
        pub id: DutyGroupId,
        /// The heading.
        pub title: Text,
    }
}

keyword! {
    /// How often.
    pub enum Frequency {
        /// Every working day.
        Daily,
        /// Every week.
        Weekly,
        /// Every two weeks.
        Fortnightly,
        /// Every month.
        Monthly,
        /// Every three months.
        Quarterly,
        /// Every six months.
        HalfYearly,
        /// Every year.
        Yearly,
    }
}

choice! {
    /// When a duty is done or a document flows.
    pub enum Timing {
        /// At regular intervals.
        Regular {
            /// How often.
            frequency: Frequency,
        },
        /// When something happens.
        OnEvent {
            /// What happens, for instance a customer order.
            event: Text,
        },
        /// As long as something lasts.
        During {
            /// What lasts, for instance the absence of a colleague.
            state: Text,
        },
        /// All the time.
        Continuous {},
    }
}

record! {
    /// What a duty needs.
    pub struct Input {
        /// What it is.
        pub what: Text,
        /// From whom it comes.
        pub from: Option<Party>,
    }
}

record! {
    /// What a duty produces.
    pub struct Output {
        /// What it is.
        pub what: Text,
        /// For whom.
        pub recipient: Option<Party>,
    }
}

record! {
    /// Where the work goes on in other hands.
    pub struct HandOver {
        /// What is handed over.
        pub what: Text,
        /// To whom.
        pub to: Party,
        /// In which case; always, unless stated.
        pub condition: Option<Text>,
    }
}

keyword! {
    /// How much the seat is there for this duty.
    pub enum Importance {
        /// The seat exists for it.
        Core,
        /// It belongs to the seat.
        Ordinary,
        /// It is done beside the rest.
        Supplementary,
    }
}

record! {
    /// Something done by the holder: an action on an object.
    pub struct Duty {
        /// Its id, within its description.
        pub id: DutyId,
        /// The wording.
        pub text: Text,
        /// The group under which it stands.
        pub group: Option<DutyGroupId>,
        /// Which declared activities it is; the vocabulary of conflicts.
        pub activities: Vec<ActivityId>,
        /// When or how often.
        pub timing: Option<Timing>,
        /// What it needs, and from whom.
        pub inputs: Vec<Input>,
        /// What it produces, and for whom.
        pub outputs: Vec<Output>,
        /// Where it goes on in other hands.
        pub hand_overs: Vec<HandOver>,
        /// With whom it is done.
        pub together_with: Vec<Party>,
        /// Its share of the holder's working time.
        pub time_share: Option<Percentage>,
        /// Its weight when the holder's work is appraised.
        pub weight: Option<Percentage>,
        /// How much the seat is there for it.
        pub importance: Option<Importance>,
        /// How well it must be done, measurably.
        pub standard: Option<Text>,
        /// The law or rule from which it stems.
        pub basis: Vec<LegalBasis>,
        /// Rights without which it cannot be done.
        pub required_rights: Vec<RequiredRight>,
        /// Qualifications without which it may not be done.
        pub required_qualifications: Vec<Qualification>,
        /// It ends in a decision.
        pub decision: bool,
        /// The organisation cannot do without it for long.
        pub critical: bool,
        /// It can wait until the holder is back.
        pub deferrable: bool,
        /// It may not be handed to anybody else, nor to a substitute.
        pub non_delegable: bool,
        /// Where the clause came from.
        pub origin: Option<Box<ClauseOrigin>>,
    }
}
