//! Organisations for tests: strategies of [`proptest`] for programs that use this crate.
//!
//! - `any::<T>()` gives any well-formed value of any type of the model, whether or not its references lead anywhere: for programs that
//!   read and write.
//! - [`organizations`] gives whole organisations that are in order: for programs that rely on it. The `baseline` profile finds nothing
//!   in them on the day [`AS_OF`]. They have one head or several, units with leads, shared descriptions with duties, rights and
//!   liabilities, substitutes of every kind, vacant and shared seats, declared conflicts that nobody breaks, documents that flow,
//!   delegations, former and planned seats; not each of them all.
//! - [`faulty`] gives the same with one [`Fault`]: for programs that must notice, or must not stumble.
//!
//! A case that fails shrinks to a head and one or two seats.
//!
//! # Testing a program of your own
//!
//! Switch the feature on for tests alone: in `[dev-dependencies]`, `officium` with `features = ["strategies"]`, and `proptest`. In a test
//! file, `#[test]` stands above each of the functions in `proptest!`.
//!
//! ```
//! use officium::graph::PositionRef;
//! use officium::strategies::{AS_OF, faulty, organizations};
//! use officium::OrganizationGraph;
//! use proptest::prelude::*;
//!
//! /// The program: who signs when the holder of the seat is away? A substitute who is there, or else the superior.
//! fn signs_for(seat: PositionRef<'_>) -> Option<PositionRef<'_>> {
//!     let there = seat.substitutes().iter().find(|substitute| !substitute.is_vacant());
//!     there.or_else(|| seat.superior())
//! }
//!
//! proptest! {
//!     fn somebody_else_signs(organization in organizations()) {
//!         let graph = OrganizationGraph::new(organization, AS_OF);
//!         for seat in graph.positions() {
//!             prop_assert!(signs_for(seat).is_none_or(|signatory| signatory != seat && signatory.is_open()));
//!         }
//!     }
//!
//!     fn faults_that_matter_are_known(faulty in faulty()) {
//!         let graph = OrganizationGraph::new(faulty.organization, AS_OF);
//!         let wrong = |seat| signs_for(seat).is_some_and(|signatory| signatory == seat || !signatory.is_open());
//!         if graph.positions().any(wrong) {
//!             // own substitute, closed substitute or superior, superior that does not exist yet
//!             prop_assert!(["S002", "I005", "R009"].contains(&faulty.fault.code().as_str()), "{:?}", faulty.fault);
//!         }
//!     }
//! }
//!
//! somebody_else_signs();
//! faults_that_matter_are_known();
//! ```

mod faults;
mod organization;

use std::str::FromStr;

use proptest::collection::SizeRange;
use proptest::strategy::{BoxedStrategy, Strategy};

pub use self::faults::{Fault, Faulty};
use crate::model::{Date, Organization};

/// The day on which the organisations of this module are in order.
pub const AS_OF: Date = Date::of(2026, 1, 1);

/// Small organisations that are in order: a head or several, and up to twelve seats below.
pub fn organizations() -> BoxedStrategy<Organization> {
    organizations_of(0..=12)
}

/// Organisations that are in order, with so many seats below the top.
///
/// ```
/// use officium::strategies::organizations_of;
/// use proptest::prelude::*;
///
/// proptest!(|(organization in organizations_of(40..=60))| {
///     prop_assert!(organization.positions.len() > 40);
/// });
/// ```
pub fn organizations_of(seats: impl Into<SizeRange>) -> BoxedStrategy<Organization> {
    organization::organizations(seats.into()).boxed()
}

/// Small organisations with one fault, each with the same organisation without it. There are faults of every rule of the baseline
/// that looks at an organisation alone, and of every rule of level error that packs switch on.
///
/// ```
/// use std::collections::BTreeSet;
///
/// use officium::strategies::{AS_OF, faulty};
/// use officium::{OrganizationGraph, check};
/// use proptest::prelude::*;
///
/// proptest!(|(faulty in faulty())| {
///     let [before, after] = [faulty.sound, faulty.organization].map(|organization| {
///         let report = check::check(&OrganizationGraph::new(organization, AS_OF), &faulty.fault.profile());
///         report.into_iter().map(|finding| finding.code()).collect::<BTreeSet<_>>()
///     });
///     prop_assert_eq!(&after - &before, BTreeSet::from([faulty.fault.code()]));
/// });
/// ```
pub fn faulty() -> BoxedStrategy<Faulty> {
    faults::faulty(organizations()).boxed()
}

/// A leaf of a text of this module; all of them are well formed.
fn word<T: FromStr>(text: &str) -> Option<T> {
    text.parse().ok()
}
