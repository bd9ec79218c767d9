//! Strategies.

mod faults;
mod organization;

use proptest::collection::SizeRange;
use proptest::strategy::{BoxedStrategy, Strategy};

pub use self::faults::{Fault, Faulty};
use crate::model::{Date, Organization};

/// The day on which the organisations of this module are in order.
pub const AS_OF: Date = Date::of(2026, 1, 1);

/// Small organisations.
#[must_use]
pub fn organizations() -> BoxedStrategy<Organization> {
    organizations_of(0..=12)
}

/// Sized organisations.
#[must_use]
pub fn organizations_of(seats: impl Into<SizeRange>) -> BoxedStrategy<Organization> {
    organization::organizations(seats.into()).boxed()
}

/// Faulty ones.
#[must_use]
pub fn faulty() -> BoxedStrategy<Faulty> {
    faults::faulty(organizations()).boxed()
}

/// A leaf of a text of this module; all of them are well formed.
fn word<T: std::str::FromStr>(text: &str) -> Option<T> {
    text.parse().ok()
}
