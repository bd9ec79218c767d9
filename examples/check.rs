//! Checks organisations, like a compiler checks code.
#![expect(clippy::print_stderr, reason = "printing is what the program is for")]

use std::io::{IsTerminal as _, Write as _};
use std::process::ExitCode;

use clap::{Parser, ValueEnum};
use officium::analysis::Subjects;
use officium::diagnostic::{Human, Markdown, Report, SourceText, github, human, json, markdown, sarif};
use officium::read::{self, Reading};
use officium::rules::Profile;
use officium::{Date, OrganizationGraph, check};

#[path = "shared/clock.rs"]
mod clock;
#[path = "shared/open.rs"]
mod open;
#[path = "shared/repair.rs"]
mod repair;

/// Checks organisations and prints what is wrong, where, why it matters and what to do.
///
/// Exits with 0 when nothing of level error was found, with 1 when something was, and with 2 when a file cannot be opened or the
/// command line is wrong. With `--fix` it does not look at what is left: it exits with 0, or with 2 when the copy cannot be written.
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
    /// Write a copy of the document in which is mended what is certain, and show what was changed, instead of the findings
    #[arg(long)]
    fix: bool,
    /// A new file for that copy [default: standard output]
    #[arg(long, value_name = "FILE", requires = "fix")]
    fix_to: Option<String>,
    /// Organisation documents in JSON; `-` is standard input
    #[arg(required = true, value_name = "FILE")]
    files: Vec<String>,
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Format {
    /// For people
    Human,
    /// For programs: one document for each file (see `schema report`)
    Json,
    /// For code hosts and editors: one SARIF 2.1.0 log of all files
    Sarif,
    /// For pull requests: annotations of GitHub Actions
    Github,
    /// For people who do not open a terminal
    Markdown,
}

fn profile(name: &str) -> Result<Profile, String> {
    Profile::named(name).ok_or_else(|| "the profiles are `baseline` and `structure`".to_owned())
}

fn main() -> ExitCode {
    let arguments = Arguments::parse();
    let as_of = arguments.as_of.unwrap_or_else(clock::today);
    if arguments.fix {
        return match fix(&arguments, as_of) {
            Ok(()) => ExitCode::SUCCESS,
            Err(error) => {
                eprintln!("{error}");
                ExitCode::from(2)
            }
        };
    }
    let mut worst = 0;
    // only a log of all files needs all of them at once
    let mut logged = Vec::new();
    for file in &arguments.files {
        let bytes = match open::bytes_of(file) {
            Ok(bytes) => bytes,
            Err(error) => {
                eprintln!("{error}");
                worst = 2;
                continue;
            }
        };
        let checked = Checked::new(file, &bytes, &arguments.profile, as_of);
        worst = worst.max(u8::from(checked.report.has_errors()));
        if arguments.format == Format::Sarif {
            logged.push(checked);
        } else {
            print(&checked.printed(&arguments));
        }
    }
    if arguments.format == Format::Sarif {
        print(&log(&logged));
    }
    ExitCode::from(worst)
}

fn fix(arguments: &Arguments, as_of: Date) -> Result<(), String> {
    let [file] = arguments.files.as_slice() else {
        return Err("one document is mended at a time".to_owned());
    };
    let bytes = open::bytes_of(file)?;
    repair::repair(file, &bytes, arguments.fix_to.as_deref(), &arguments.profile, as_of)
}

/// A reader that closed the pipe has seen enough.
fn print(text: &str) {
    let mut out = std::io::stdout();
    let _ = out.write_all(text.as_bytes()).and_then(|()| out.flush());
}

/// One document, with all that was found in it.
struct Checked<'f> {
    name: &'f str,
    text: String,
    reading: Reading,
    graph: OrganizationGraph,
    report: Report,
}

impl<'f> Checked<'f> {
    fn new(file: &'f str, bytes: &[u8], profile: &Profile, as_of: Date) -> Self {
        let mut reading = read::json_bytes(bytes);
        let graph = OrganizationGraph::new(std::mem::take(&mut reading.organization), as_of);
        let report = if reading.is_cut_off() {
            // half an organisation has faults that the whole one does not have
            eprintln!("`{file}` breaks off, so no rule was run on it");
            Report::default()
        } else {
            check::check(&graph, profile)
        };
        let report = report.and(std::mem::take(&mut reading.findings));
        let name = if file == "-" { "standard input" } else { file };
        Self { name, text: String::from_utf8_lossy(bytes).into_owned(), reading, graph, report }
    }

    fn printed(&self, arguments: &Arguments) -> String {
        let places = self.reading.locator(&self.text);
        let source = Some(SourceText { name: self.name, text: &self.text, places: &places });
        match arguments.format {
            Format::Human => {
                let colour = std::io::stdout().is_terminal() && std::env::var_os("NO_COLOR").is_none();
                human(&self.report, source, Human { colour, all: arguments.all })
            }
            Format::Json => json(&self.report, source) + "\n",
            Format::Github => github(&self.report, source),
            Format::Markdown => {
                let subjects = Subjects::new(&self.graph);
                let title = self.graph.organization().name.as_ref().map_or(self.name, |name| name.as_str());
                let options =
                    Markdown { title, as_of: self.graph.as_of(), subject: &|path| subjects.of(path) };
                markdown(&self.report, source, options)
            }
            Format::Sarif => log(std::slice::from_ref(self)),
        }
    }
}

/// One log of all documents.
fn log(all: &[Checked<'_>]) -> String {
    let places: Vec<_> = all.iter().map(|checked| checked.reading.locator(&checked.text)).collect();
    let reports = all.iter().zip(&places).map(|(checked, places)| {
        (&checked.report, Some(SourceText { name: checked.name, text: &checked.text, places }))
    });
    sarif(reports) + "\n"
}
