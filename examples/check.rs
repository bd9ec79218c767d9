//! Checks organisations, like a compiler checks code.
#![expect(clippy::print_stderr, reason = "printing is what the program is for")]

use std::io::{IsTerminal as _, Write as _};
use std::process::ExitCode;

use clap::{Parser, ValueEnum};
use officium::diagnostic::{Human, Locate, Report, SourceText, human, json};
use officium::read::DocumentReading;
use officium::rules::Profile;
use officium::{Baseline, Date, OrganizationGraph, Pack, check, read};

#[path = "shared/clock.rs"]
mod clock;
#[path = "shared/input.rs"]
mod input;
#[path = "shared/open.rs"]
mod open;

/// Checks organisations and prints what is wrong, where, why it matters and what to do.
///
/// Exits with 0 when nothing of level error was found, with 1 when something was, and with 2 when a file cannot be opened or the
/// command line is wrong. Known findings, and those that a baseline file knows and that are gone, do not change that.
#[derive(Parser)]
#[command(version, after_help = "Example: check --as-of 2026-11-24 examples/data/trading-company.json")]
struct Arguments {
    /// Which rules run: `baseline`, `structure` for reporting lines only, or a pack on top of `baseline`; `structure+sod` joins them
    #[arg(long, default_value = "baseline", value_parser = profile)]
    profile: Profile,
    /// A pack on top of that; of several, later ones go before earlier ones
    #[arg(long = "pack", value_name = "PACK", value_parser = pack)]
    packs: Vec<&'static Pack>,
    /// A pack of your own, in the format that its ending names, else JSON, on top of those
    #[arg(long = "profile-file", value_name = "FILE")]
    profile_files: Vec<String>,
    /// A baseline file: the findings that it knows pass and are counted only
    #[arg(long, value_name = "FILE")]
    baseline: Option<String>,
    /// Write a baseline file, in JSON, that knows all findings of this run
    #[arg(long, value_name = "FILE", conflicts_with = "baseline")]
    write_baseline: Option<String>,
    /// The day for which the organisation is checked, as YYYY-MM-DD [default: today]
    #[arg(long, value_name = "DATE")]
    as_of: Option<Date>,
    /// How findings are printed
    #[arg(long, value_enum, default_value_t = Format::Human)]
    format: Format,
    /// Leave nothing out: all findings of a rule, known ones too, and all members of a ring
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
    Profile::named(name)
        .ok_or_else(|| format!("the profiles are `baseline`, `structure`, and the packs {}", packs()))
}

fn pack(name: &str) -> Result<&'static Pack, String> {
    Pack::named(name).ok_or_else(|| format!("the packs are {}", packs()))
}

fn packs() -> String {
    let names: Vec<String> = Pack::all().iter().map(|pack| format!("`{}`", pack.name)).collect();
    names.join(", ")
}

fn main() -> ExitCode {
    let arguments = Arguments::parse();
    let worst = run(&arguments).unwrap_or_else(|error| {
        eprintln!("{error}");
        2
    });
    // a reader that closed the pipe has seen enough
    let _ = std::io::stdout().flush();
    ExitCode::from(worst)
}

/// Checks all files; the exit code, or why nothing could be checked.
fn run(arguments: &Arguments) -> Result<u8, String> {
    let one_file = arguments.files.len() == 1;
    if !one_file && (arguments.baseline.is_some() || arguments.write_baseline.is_some()) {
        return Err("a baseline file belongs to one document: name one FILE".to_owned());
    }
    let is_other = |file: &String| read::Format::of_name(file).is_some_and(|it| it != read::Format::Json);
    if let Some(file) = arguments.write_baseline.as_ref().filter(|file| is_other(file)) {
        return Err(format!("a baseline file is written in JSON: `{file}` would not be read as such"));
    }
    let mut worst = 0;
    let mut profile =
        arguments.packs.iter().fold(arguments.profile.clone(), |profile, pack| profile.with_pack(pack));
    for file in &arguments.profile_files {
        let own = document(arguments, file, Pack::from_text, &mut worst)?;
        profile = own.iter().fold(profile, Profile::with_pack);
    }
    let known = match &arguments.baseline {
        Some(file) => document(arguments, file, Baseline::from_text, &mut worst)?,
        None => None,
    };
    for file in &arguments.files {
        worst = worst.max(match open::bytes_of(file) {
            Ok(bytes) => u8::from(one(arguments, file, &bytes, &profile, known.as_ref())?),
            Err(error) => {
                eprintln!("{error}");
                2
            }
        });
    }
    Ok(worst)
}

/// Reads a document that is not to be checked itself, and prints what cannot be read.
fn document<D>(
    arguments: &Arguments,
    file: &str,
    from_text: fn(read::Format, &str) -> DocumentReading<D>,
    worst: &mut u8,
) -> Result<Option<D>, String> {
    let text = String::from_utf8(open::bytes_of(file)?).map_err(|_| format!("`{file}` is not UTF-8"))?;
    let reading = from_text(read::Format::of_name(file).unwrap_or_default(), &text);
    if !reading.findings.is_empty() {
        *worst = 1;
        print(arguments, &Report::new(reading.findings.clone()), file, &text, &reading);
    }
    Ok(reading.document)
}

/// Checks one document; whether it has errors.
fn one(
    arguments: &Arguments,
    file: &str,
    bytes: &[u8],
    profile: &Profile,
    known: Option<&Baseline>,
) -> Result<bool, String> {
    let mut reading = read::bytes(arguments.input.format_of(file), bytes);
    let text = String::from_utf8_lossy(bytes);
    let is_complete = reading.is_complete();
    let mut report = if reading.is_cut_off() {
        // half an organisation has faults that the whole one does not have
        eprintln!("`{file}` breaks off, so no rule was run on it");
        Report::default()
    } else {
        let graph = OrganizationGraph::new(
            std::mem::take(&mut reading.organization),
            arguments.as_of.unwrap_or_else(clock::today),
        );
        check::check(&graph, profile)
    };
    if let Some(file) = &arguments.write_baseline {
        if is_complete {
            let text = Baseline::of(&report).to_json();
            std::fs::write(file, text).map_err(|error| format!("cannot write `{file}`: {error}"))?;
        } else {
            eprintln!("`{file}` was not written: it would miss what stands in the parts that cannot be read");
        }
    }
    if let Some(known) = known {
        let compared = known.compare(report);
        report = compared.report;
        // what was not read is not gone
        for gone in compared.gone.iter().filter(|_| is_complete) {
            let times = gone.count.map(|count| format!(" ({count} times)")).unwrap_or_default();
            eprintln!("gone: {} {}{times}", gone.code, gone.subject);
        }
        if is_complete && !compared.gone.is_empty() {
            eprintln!(
                "the baseline file knows findings that are gone: write it anew with `--write-baseline`"
            );
        }
    }
    let report = report.and(std::mem::take(&mut reading.findings));
    let name = if file == "-" { "standard input" } else { file };
    print(arguments, &report, name, &text, &reading.locator(&text));
    Ok(report.has_errors())
}

fn print(arguments: &Arguments, report: &Report, name: &str, text: &str, places: &dyn Locate) {
    let source = SourceText { name, text, places };
    let printed = match arguments.format {
        Format::Human => {
            let colour = std::io::stdout().is_terminal() && std::env::var_os("NO_COLOR").is_none();
            human(report, Some(source), Human { colour, all: arguments.all })
        }
        Format::Json => json(report, Some(source)) + "\n",
    };
    let _ = std::io::stdout().write_all(printed.as_bytes());
}
