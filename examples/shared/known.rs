//! Baseline files: what is known passes, what is new does not.
#![expect(clippy::print_stderr, reason = "what is gone is told beside the report")]

use officium::Baseline;
use officium::diagnostic::Report;

/// Writes a baseline file that knows all findings of a report.
pub(crate) fn write(file: &str, report: &Report, is_complete: bool) -> Result<(), String> {
    if !is_complete {
        eprintln!("`{file}` was not written: it would miss what stands in the parts that cannot be read");
        return Ok(());
    }
    let text = Baseline::of(report).to_json();
    std::fs::write(file, text).map_err(|error| format!("cannot write `{file}`: {error}"))
}

/// The report in which known findings are notes; those that are gone are told on standard error.
pub(crate) fn compare(known: &Baseline, report: Report, is_complete: bool) -> Report {
    let compared = known.compare(report);
    // what was not read is not gone
    for gone in compared.gone.iter().filter(|_| is_complete) {
        let times = gone.count.map(|count| format!(" ({count} times)")).unwrap_or_default();
        eprintln!("gone: {} {}{times}", gone.code, gone.subject);
    }
    if is_complete && !compared.gone.is_empty() {
        eprintln!("the baseline file knows findings that are gone: write it anew with `--write-baseline`");
    }
    compared.report
}
