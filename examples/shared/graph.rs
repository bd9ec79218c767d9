//! From a document to its graph.
#![expect(clippy::print_stderr, reason = "programs say why they stop")]

use std::process::ExitCode;

use officium::{Date, OrganizationGraph, read};

use crate::input::Input;
use crate::{clock, open};

/// The organisation of a document, on a day or today; what cannot be read is left out and counted on standard error.
pub(crate) fn graph_of(
    file: &str,
    input: &Input,
    as_of: Option<Date>,
) -> Result<OrganizationGraph, ExitCode> {
    let bytes = open::bytes_of(file).map_err(|error| {
        eprintln!("{error}");
        ExitCode::from(2)
    })?;
    let reading = read::bytes(input.format_of(file), &bytes);
    if !reading.is_complete() {
        eprintln!("{} parts could not be read: `check` shows them", reading.findings.len());
    }
    Ok(OrganizationGraph::new(reading.organization, as_of.unwrap_or_else(clock::today)))
}
