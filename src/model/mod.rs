//! The records that a document holds: what an organisation says of its positions, duties, rights and liabilities.
//!
//! One concept a file. Leaves (ids, texts, dates, amounts) are true by construction; a record holds any combination of well-formed
//! parts, and what several records must say together is for rules to check.

#[macro_use]
pub(crate) mod wire;

mod baseline;
mod code;
mod conditions;
mod control;
mod date;
mod delegation;
mod demands;
mod description;
mod duty;
mod fingerprint;
mod flow;
mod holder;
mod id;
mod knowledge;
mod language;
mod liability;
mod money;
mod number;
mod organization;
mod overlay;
mod pack;
mod party;
mod position;
mod reporting;
mod requirement;
mod right;
mod substitution;
mod template;
mod text;
mod unit;
mod vocabulary;
mod waiver;

pub use baseline::{Baseline, KnownFinding};
pub use code::{ExternalCode, RuleCode, RuleCodeError};
pub use conditions::{Conditions, Overtime, RemoteWork, Schedule, SchedulePattern, Travel, Vehicle};
pub use control::{Acknowledgement, Amendment, DocumentControl, DocumentState, SignOff, StateChange};
pub use date::{CalendarDuration, Date, DateError, DurationError, Period};
pub use delegation::Delegation;
pub use demands::{Demands, FunctionPair, Section};
pub use description::{
    Appointment, Category, Description, DocumentKind, GoverningDocument, Instrument, LegalBasis,
};
pub use duty::{Duty, DutyGroup, Frequency, HandOver, Importance, Input, Output, Timing};
#[cfg(feature = "import")]
pub(crate) use fingerprint::fnv_1a;
pub use fingerprint::{Fingerprint, FingerprintError};
pub use flow::{Flow, FlowDirection};
pub use holder::{HeldQualification, Holder, Occupancy};
pub use id::{
    ActivityId, BlankId, ClauseId, DescriptionId, DutyGroupId, DutyId, IdError, PersonId, PositionId,
    ResponsibilityId, RightId, TemplateId, UnitId,
};
pub use knowledge::Knowledge;
pub use language::{Language, LanguageError};
pub use liability::{AmountBasis, Ground, Liability, Regime};
pub use money::{Amount, AmountError, Currency, CurrencyError, Money};
pub use number::{Count, Fte, FteError, Hours, HoursError, NumberError, Percentage, Rank};
pub use organization::{FormatVersion, Organization};
pub use overlay::{Overlay, Translation};
pub use pack::{Basis, CheckedClause, Pack, PackLevel, PackRule, UncheckedClause};
pub use party::Party;
pub use position::{Position, Standing};
pub use reporting::{LineKind, ReportingLine};
pub use requirement::{
    EducationLevel, ExperienceKind, LanguageLevel, Necessity, Qualification, Requirement, RequirementDue,
};
pub use right::{Exercise, Limit, RequiredRight, Right, RightKind};
pub use substitution::{
    Consent, ConsentState, Substitute, Substitution, SubstitutionKind, SubstitutionScope, Trigger,
};
pub use template::{Blank, ClauseOrigin, Template};
pub use text::{Text, TextError};
pub use unit::Unit;
pub use vocabulary::{
    Accountability, Activity, Arrangement, ArrangementKind, Conflict, ConflictSet, DocumentType,
    Responsibility, ResponsibilityScope, Thresholds,
};
pub use waiver::Waiver;
