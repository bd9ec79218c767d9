//! Faults: one thing wrong with an organisation that was in order.
//!
//! Faults stand in the file of their family, as rules do. A fault is a line of that file's list: the code that it must raise, its
//! name, and a function that chooses a place and spoils it. What few organisations have is added first, by a function of `ready`.

mod authority;
mod cross;
mod document_control;
mod duties;
mod flow;
mod identity;
mod liability;
mod qualification;
mod ready;
mod reporting;
mod site;
mod substitution;
mod waivers;

use proptest::prelude::any;
use proptest::sample::select;
use proptest::strategy::Strategy;

use self::site::Site;
use crate::model::{Organization, RuleCode};
use crate::rules::{Profile, Rule, catalog};

/// One thing that can be wrong with an organisation, and the code by which the rules report it.
///
/// ```
/// use officium::strategies::{AS_OF, Fault};
/// use officium::{Organization, OrganizationGraph, Position, check};
///
/// let organization = Organization::new().positions([
///     Position::new("head".parse()?).title("Manager".parse()?).head().no_substitute_because("closed when away".parse()?),
/// ]);
/// let fault = Fault::all().find(|fault| fault.name() == "a position that is its own superior").ok_or("no such fault")?;
/// let faulty = fault.inject(&organization, 0).ok_or("no place for it")?;
///
/// let report = check::check(&OrganizationGraph::new(faulty.organization, AS_OF), &fault.profile());
/// let codes: Vec<_> = report.findings().iter().map(|finding| finding.code()).collect();
/// assert_eq!(codes, [fault.code()]);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub struct Fault {
    code: RuleCode,
    name: &'static str,
    prepare: fn(&mut Organization) -> Option<()>,
    spoil: fn(&Site, &mut Organization) -> Option<()>,
}

/// An organisation with a fault, and the same without it.
#[derive(Debug, Clone)]
#[non_exhaustive]
pub struct Faulty {
    /// Without the fault, and with all that the fault needs. What a waiver takes away in it, rules still show as a note.
    pub sound: Organization,
    /// What is wrong.
    pub fault: &'static Fault,
    /// With the fault.
    pub organization: Organization,
}

impl Fault {
    /// A fault for which every organisation has a place.
    const fn new(
        code: [u8; 4],
        name: &'static str,
        spoil: fn(&Site, &mut Organization) -> Option<()>,
    ) -> Self {
        Self { code: RuleCode::of(code), name, prepare: |_| None, spoil }
    }

    /// What is added, in good order, where the fault finds no place.
    const fn after(self, prepare: fn(&mut Organization) -> Option<()>) -> Self {
        Self { prepare, ..self }
    }

    /// All faults, by family and code.
    pub fn all() -> impl Iterator<Item = &'static Self> {
        let families = [
            identity::FAULTS,
            reporting::FAULTS,
            substitution::FAULTS,
            duties::FAULTS,
            authority::FAULTS,
            liability::FAULTS,
            qualification::FAULTS,
            document_control::FAULTS,
            flow::FAULTS,
            cross::FAULTS,
            waivers::FAULTS,
        ];
        families.into_iter().flatten()
    }

    /// The code of the rule that it breaks.
    #[must_use]
    pub fn code(&self) -> RuleCode {
        self.code
    }

    /// The profile under which its rule runs: the baseline, or for a rule of packs the baseline with that rule and with something
    /// that it asks for.
    #[must_use]
    pub fn profile(&self) -> Profile {
        let baseline = Profile::baseline();
        let rule = catalog().find(|rule| rule.code() == self.code && !rule.is_in_baseline());
        match rule.map(Rule::level).zip(ready::demands()) {
            Some((level, demands)) => baseline.with_level(self.code, Some(level)).with_demands(demands),
            None => baseline,
        }
    }

    /// What is wrong, in words. No two faults have the same.
    #[must_use]
    pub fn name(&self) -> &'static str {
        self.name
    }

    /// Puts the fault into an organisation that is in order on [`AS_OF`](super::AS_OF).
    ///
    /// It is put into one of the places that suit it; `choice` says into which, whatever its size. Where there is none, what the
    /// fault needs is added first, in good order: a seat below the head, a declared conflict.
    ///
    /// `None` where nothing that may be added makes a place, for instance of a head without mark among several heads.
    #[must_use]
    pub fn inject(&'static self, organization: &Organization, choice: usize) -> Option<Faulty> {
        let faulty = |sound: Organization| {
            let mut organization = sound.clone();
            let site = Site::new(sound, choice);
            (self.spoil)(&site, &mut organization)?;
            Some(Faulty { sound: site.into_organization(), fault: self, organization })
        };
        faulty(organization.clone()).or_else(|| {
            let mut prepared = organization.clone();
            (self.prepare)(&mut prepared)?;
            faulty(prepared)
        })
    }
}

impl std::fmt::Debug for Fault {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Fault({} {})", self.code, self.name)
    }
}

/// Organisations of that strategy, each with one of all faults.
pub(super) fn faulty(organizations: impl Strategy<Value = Organization>) -> impl Strategy<Value = Faulty> {
    let faults: Vec<&'static Fault> = Fault::all().collect();
    (organizations, select(faults), any::<usize>())
        .prop_filter_map("the organisation has no place for the fault", |(organization, fault, choice)| {
            fault.inject(&organization, choice)
        })
}
