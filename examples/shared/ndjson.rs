//! Many organisations in a stream: one a line in, one report a line out.

use std::io::{self, BufRead, Write};

use officium::diagnostic::{Report, SourceText, json_line};
use officium::rules::Profile;
use officium::{Date, OrganizationGraph, check, read};

/// What is kept of the memory that a line took.
const KEPT: usize = 1 << 20;

/// Checks each line as a document of its own, and writes its report as the line of the same number. A line that cannot be read has a
/// report that says so; none ends the stream. Holds one line at a time. Whether there was an error in any.
pub(crate) fn check_lines(
    name: &str,
    mut lines: impl BufRead,
    mut reports: impl Write,
    profile: &Profile,
    as_of: Date,
) -> io::Result<bool> {
    let mut errors = false;
    let mut line = Vec::new();
    while lines.read_until(b'\n', &mut line)? > 0 {
        let bytes = line.strip_suffix(b"\n").unwrap_or(&line);
        let mut reading = read::bytes(read::Format::Json, bytes);
        let found = if reading.is_cut_off() {
            // half an organisation has faults that the whole one does not have
            Report::default()
        } else {
            let graph = OrganizationGraph::new(std::mem::take(&mut reading.organization), as_of);
            check::check(&graph, profile)
        };
        let report = found.with_reading(std::mem::take(&mut reading.findings));
        let text = String::from_utf8_lossy(bytes);
        let source = SourceText { name, text: &text, places: &reading.locator(&text) };
        writeln!(reports, "{}", json_line(&report, Some(source)))?;
        errors |= report.has_errors();
        line.clear();
        line.shrink_to(KEPT);
    }
    Ok(errors)
}
