//! Working conditions.

use super::{Hours, Percentage, Text};

keyword! {
    /// How the working time is laid out.
    pub enum SchedulePattern {
        /// Fixed hours on working days.
        Standard,
        /// Hours chosen by the holder within a frame.
        Flexible,
        /// Shifts.
        Shifts,
        /// Turns of work and rest, for instance two weeks each.
        Rotation,
        /// Hours that follow the work, without a fixed frame.
        Irregular,
    }
}

record! {
    /// The working time.
    pub struct Schedule {
        /// How it is laid out.
        pub pattern: SchedulePattern,
        /// Hours a week.
        pub weekly_hours: Option<Hours>,
        /// The hours of the day, or the shift plan.
        pub hours: Option<Text>,
    }
}

record! {
    /// Business travel.
    pub struct Travel {
        /// Its share of the working time.
        pub share: Option<Percentage>,
        /// Where to.
        pub territory: Option<Text>,
    }
}

keyword! {
    /// What vehicle the work needs.
    pub enum Vehicle {
        /// None.
        None,
        /// The organisation provides one.
        Provided,
        /// The holder's own, against compensation.
        Own,
    }
}

keyword! {
    /// Whether overtime is to be expected.
    pub enum Overtime {
        /// No.
        None,
        /// At times.
        Occasional,
        /// As a rule, in season or all year.
        Regular,
    }
}

keyword! {
    /// Whether the work can be done from elsewhere.
    pub enum RemoteWork {
        /// No.
        None,
        /// In part.
        Partial,
        /// Wholly.
        Full,
    }
}

record! {
    /// The conditions under which the holder works.
    pub struct Conditions {
        /// The working time.
        pub schedule: Option<Schedule>,
        /// Business travel.
        pub travel: Option<Travel>,
        /// What vehicle the work needs.
        pub vehicle: Option<Vehicle>,
        /// Equipment that the organisation provides.
        pub equipment: Vec<Text>,
        /// Whether overtime is to be expected.
        pub overtime: Option<Overtime>,
        /// Whether the work can be done from elsewhere.
        pub remote_work: Option<RemoteWork>,
        /// Where the work is done.
        pub place: Option<Text>,
        /// Harmful or dangerous factors.
        pub hazards: Vec<Text>,
    }
}
