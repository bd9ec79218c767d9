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
    travels::<(officium::read::DocumentReading<officium::Pack>, officium::Baseline, officium::rules::Compared)>(
    );
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

/// The messages are those of one compiler, whose version stands beside them; another words them in another way. After an upgrade,
/// `TRYBUILD=overwrite` writes them anew, and the difference shows whether the reason is still the same.
#[test]
fn what_must_not_compile_does_not() {
    let of_messages = include_str!("../compile_fail/rustc.version").trim();
    let version = std::process::Command::new("rustc").arg("--version").output().expect("a compiler");
    let version = String::from_utf8(version.stdout).expect("words");
    if !version.starts_with(of_messages) {
        eprintln!("not compared: the messages are those of {of_messages}, not of {version}");
        return;
    }
    trybuild::TestCases::new().compile_fail("tests/compile_fail/*.rs");
}
