//! What the types promise: who may send them where, and what does not compile.

use officium::diagnostic::{About, Citation, Counts, Finding, Label, Level, List, Path, Report, Step};
use officium::graph::{PositionRef, PositionSet, Ring};
use officium::rules::{Profile, Rule};
use officium::{
    Amount, CalendarDuration, Count, Date, DateError, Description, IdError, Organization, OrganizationGraph,
    Period, Position, PositionId, Template, Text, Unit, Valid,
};

/// May be sent to another thread, shared with it, and kept.
fn travels<T: Send + Sync + 'static>() {}

/// The same for what borrows from a graph.
fn is_shared<T: Send + Sync>() {}

#[test]
fn owned_types_travel() {
    travels::<Organization>();
    travels::<(Position, Unit, Description, Template, Period)>();
    travels::<(PositionId, Text, Date, Amount, Count, CalendarDuration)>();
    travels::<(IdError, DateError)>();
    travels::<OrganizationGraph>();
    travels::<Valid<OrganizationGraph>>();
    travels::<officium::check::Invalid>();
    travels::<(Finding, Label, List, Path, Step, Level, Report, Counts)>();
    travels::<(&'static About, Citation)>();
    travels::<(Profile, &'static Rule, Ring)>();
    travels::<officium::analysis::Statistics>();
    travels::<officium::read::Reading>();
    travels::<officium::import::ImportError>();
    travels::<(officium::strategies::Faulty, &'static officium::strategies::Fault)>();
}

#[test]
fn borrowing_types_are_shared() {
    is_shared::<PositionRef<'_>>();
    is_shared::<PositionSet<'_>>();
    is_shared::<officium::graph::ChainOfCommand<'_>>();
    is_shared::<officium::read::Locator<'_>>();
}

#[test]
fn errors_fit_where_errors_are_boxed() {
    fn boxes<E: std::error::Error + Send + Sync + 'static>() {}
    boxes::<IdError>();
    boxes::<DateError>();
    boxes::<officium::check::Invalid>();
    boxes::<officium::import::ImportError>();
}

/// The messages are those of the compiler in use: `TRYBUILD=overwrite` writes them anew after an upgrade, and the difference shows
/// whether the reason is still the same.
#[test]
fn what_must_not_compile_does_not() {
    trybuild::TestCases::new().compile_fail("tests/compile_fail/*.rs");
}
