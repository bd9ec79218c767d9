//! Checks organisations, like a compiler checks code.
#![expect(clippy::print_stderr, reason = "printing is what the program is for")]

use std::io::{IsTerminal as _, Write as _};
use std::process::ExitCode;

use clap::{Parser, ValueEnum};
use officium::diagnostic::{Human, Report, SourceText, human, json};
use officium::rules::Profile;
use officium::{Date, OrganizationGraph, check, read};

#[path = "shared/clock.rs"]
mod clock;
#[path = "shared/input.rs"]
mod input;
#[path = "shared/open.rs"]
mod open;

/// Checks organisations and prints what is wrong, where, why it matters and what to do.
///
/// Exits with 0 when nothing of level error was found, with 1 when something was, and with 2 when a file cannot be opened or the
/// command line is wrong.
#[derive(Parser)]
#[command(version, after_help = "Example: check --as-of 2026-11-24 examples/data/trading-company.json")]
struct Arguments {
    /// Which rules run: `baseline`, or `structure` for reporting lines only
    #[arg(long, default_value = "baseline", value_parser = profile)]
    profile: Profile,
    /// The day for which the organisation is checked, as YYYY-MM-DD [default: today]
    #[arg(long, value_name = "DATE")]
    as_of: Option<Date>,
    /// How findings are printed
    #[arg(long, value_enum, default_value_t = Format::Human)]
    format: Format,
    /// Leave nothing out: all findings of a rule, all members of a ring
    #[arg(long)]
    all: bool,
    #[command(flatten)]
    input: input::Input,
    /// Organisation documents; `-` is standard input
    #[arg(required = true, value_name = "FILE")]
    files: Vec<String>,
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Format {
    /// For people
    Human,
    /// For programs: one document for each file
    Json,
}

fn profile(name: &str) -> Result<Profile, String> {
    Profile::named(name).ok_or_else(|| "the profiles are `baseline` and `structure`".to_owned())
}

fn main() -> ExitCode {
    let arguments = Arguments::parse();
    let as_of = arguments.as_of.unwrap_or_else(clock::today);
    let mut worst = 0;
    for file in &arguments.files {
        worst = worst.max(match open::bytes_of(file) {
            Ok(bytes) => u8::from(one(&arguments, file, &bytes, as_of)),
            Err(error) => {
                eprintln!("{error}");
                2
            }
        });
    }
    // a reader that closed the pipe has seen enough
    let _ = std::io::stdout().flush();
    ExitCode::from(worst)
}

/// Checks one document; whether it has errors.
fn one(arguments: &Arguments, file: &str, bytes: &[u8], as_of: Date) -> bool {
    let mut reading = read::bytes(arguments.input.format_of(file), bytes);
    let text = String::from_utf8_lossy(bytes);
    let report = if reading.is_cut_off() {
        // half an organisation has faults that the whole one does not have
        eprintln!("`{file}` breaks off, so no rule was run on it");
        Report::default()
    } else {
        let graph = OrganizationGraph::new(std::mem::take(&mut reading.organization), as_of);
        check::check(&graph, &arguments.profile)
    };
    let report = report.and(std::mem::take(&mut reading.findings));
    let locator = reading.locator(&text);
    let name = if file == "-" { "standard input" } else { file };
    let source = SourceText { name, text: &text, places: &locator };
    let printed = match arguments.format {
        Format::Human => {
            let colour = std::io::stdout().is_terminal() && std::env::var_os("NO_COLOR").is_none();
            human(&report, Some(source), Human { colour, all: arguments.all })
        }
        Format::Json => json(&report, Some(source)) + "\n",
    };
    let _ = std::io::stdout().write_all(printed.as_bytes());
    report.has_errors()
}
