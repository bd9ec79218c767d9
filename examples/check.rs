//! Checks organisations, like a compiler checks code.
#![expect(clippy::print_stderr, reason = "printing is what the program is for")]

use std::fs::File;
use std::io::{self, BufReader, IsTerminal as _, Write as _};
use std::process::ExitCode;

use clap::{Parser, ValueEnum};
use officium::analysis::Subjects;
use officium::diagnostic::{
    Human, Locate, Markdown, Report, SourceText, github, human, json, markdown, sarif,
};
use officium::read::{self, DocumentReading, Reading};
use officium::rules::Profile;
use officium::{Baseline, Date, OrganizationGraph, Overlay, Pack, check};

#[path = "shared/clock.rs"]
mod clock;
#[path = "shared/input.rs"]
mod input;
#[path = "shared/known.rs"]
mod known;
#[path = "shared/ndjson.rs"]
mod ndjson;
#[path = "shared/open.rs"]
mod open;
#[path = "shared/repair.rs"]
mod repair;

/// Checks organisations and prints what is wrong, where, why it matters and what to do.
///
/// Exits with 0 when nothing of level error was found, with 1 when something was, and with 2 when a file cannot be opened or the
/// command line is wrong. Known findings, and those that a baseline file knows and that are gone, do not change that. With `--fix` it does
/// not look at what is left: it exits with 0, or with 2 when the copy cannot be written.
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
    /// Write a copy of the document in which is mended what is certain, and show what was changed, instead of the findings
    #[arg(long, conflicts_with_all = ["baseline", "write_baseline"])]
    fix: bool,
    /// A new file for that copy [default: standard output]
    #[arg(long, value_name = "FILE", requires = "fix")]
    fix_to: Option<String>,
    /// Each line is a document, and each line of the output its report as JSON: any number of them, one at a time in memory
    #[arg(long, conflicts_with_all = ["format", "all", "fix", "baseline", "write_baseline"])]
    ndjson: bool,
    #[command(flatten)]
    input: input::Input,
    /// Add the translations of a file to what is checked
    #[arg(long = "overlay", value_name = "FILE", conflicts_with_all = ["fix", "ndjson"])]
    overlays: Vec<String>,
    /// Organisation documents; `-` is standard input
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
    ExitCode::from(run(&arguments).unwrap_or_else(|error| {
        eprintln!("{error}");
        2
    }))
}

/// Checks all files; the exit code, or why nothing could be checked.
fn run(arguments: &Arguments) -> Result<u8, String> {
    let as_of = arguments.as_of.unwrap_or_else(clock::today);
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
    let mut overlays = Vec::new();
    for file in &arguments.overlays {
        overlays.extend(document(arguments, file, Overlay::from_text, &mut worst)?);
    }
    if arguments.fix {
        let [file] = arguments.files.as_slice() else {
            return Err("one document is mended at a time".to_owned());
        };
        if arguments.input.format_of(file) != read::Format::Json {
            return Err("only JSON documents are mended".to_owned());
        }
        let bytes = open::bytes_of(file)?;
        return repair::repair(file, &bytes, arguments.fix_to.as_deref(), &profile, as_of).map(|()| worst);
    }
    if arguments.ndjson {
        for file in &arguments.files {
            worst = worst.max(lines(file, &profile, as_of).map_or_else(|error| refused(&error), u8::from));
        }
        return Ok(worst);
    }
    // only a log of all files needs all of them at once
    let mut logged = Vec::new();
    for file in &arguments.files {
        let bytes = match open::bytes_of(file) {
            Ok(bytes) => bytes,
            Err(error) => {
                worst = refused(&error);
                continue;
            }
        };
        let reading = read::bytes(arguments.input.format_of(file), &bytes);
        let mut checked = Checked::new(file, bytes, reading, as_of, |graph| match overlays.as_slice() {
            [] => check::check(graph, &profile),
            overlays => check::check_with_translations(graph, &profile, overlays),
        });
        if let Some(file) = &arguments.write_baseline {
            known::write(file, &checked.report, checked.is_complete)?;
        }
        if let Some(known) = &known {
            checked.report = known::compare(known, checked.report, checked.is_complete);
        }
        worst = worst.max(u8::from(checked.report.has_errors()));
        if arguments.format == Format::Sarif {
            logged.push(checked);
        } else {
            print(&checked.printed(arguments));
            if one_file {
                // the program is about to end: giving back millions of small pieces one by one would take as long as the rules
                std::mem::forget(checked);
            }
        }
    }
    if arguments.format == Format::Sarif {
        print(&log(&logged));
    }
    Ok(worst)
}

/// Says why a file could not be checked; the exit code.
fn refused(error: &str) -> u8 {
    eprintln!("{error}");
    2
}

/// Checks each line of a file; whether any has errors.
fn lines(file: &str, profile: &Profile, as_of: Date) -> Result<bool, String> {
    let outcome = match file {
        "-" => ndjson::check_lines("standard input", io::stdin().lock(), io::stdout(), profile, as_of),
        _ => File::open(file).and_then(|opened| {
            ndjson::check_lines(file, BufReader::new(opened), io::stdout(), profile, as_of)
        }),
    };
    match outcome {
        // whoever reads the reports has seen enough
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => Ok(false),
        outcome => outcome.map_err(|error| format!("`{file}`: {error}")),
    }
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
        let report = Report::new(reading.findings.clone());
        print(&for_people(arguments, &report, SourceText { name: file, text: &text, places: &reading }));
    }
    Ok(reading.document)
}

/// A reader that closed the pipe has seen enough.
fn print(text: &str) {
    let mut out = io::stdout();
    let _ = out.write_all(text.as_bytes()).and_then(|()| out.flush());
}

fn for_people(arguments: &Arguments, report: &Report, source: SourceText<'_>) -> String {
    let colour = io::stdout().is_terminal() && std::env::var_os("NO_COLOR").is_none();
    human(report, Some(source), Human { colour, all: arguments.all })
}

/// One document, with all that was found in it.
struct Checked<'f> {
    name: &'f str,
    text: String,
    reading: Reading,
    is_complete: bool,
    graph: OrganizationGraph,
    report: Report,
}

impl<'f> Checked<'f> {
    fn new(
        file: &'f str,
        bytes: Vec<u8>,
        mut reading: Reading,
        as_of: Date,
        check: impl Fn(&OrganizationGraph) -> Report,
    ) -> Self {
        let is_complete = reading.is_complete();
        let graph = OrganizationGraph::new(std::mem::take(&mut reading.organization), as_of);
        let name = if file == "-" { "standard input" } else { file };
        let report = if reading.is_cut_off() {
            // half an organisation has faults that the whole one does not have
            let shown = if file == "-" { name.to_owned() } else { format!("`{file}`") };
            eprintln!("{shown} breaks off, so no rule was run on it");
            Report::default()
        } else {
            check(&graph)
        };
        let report = report.with_reading(std::mem::take(&mut reading.findings));
        // no second copy of what is most of the memory
        let text = String::from_utf8(bytes)
            .unwrap_or_else(|error| String::from_utf8_lossy(error.as_bytes()).into_owned());
        Self { name, text, reading, is_complete, graph, report }
    }

    fn source<'s>(&'s self, places: &'s dyn Locate) -> SourceText<'s> {
        SourceText { name: self.name, text: &self.text, places }
    }

    fn printed(&self, arguments: &Arguments) -> String {
        let places = self.reading.locator(&self.text);
        let source = self.source(&places);
        match arguments.format {
            Format::Human => for_people(arguments, &self.report, source),
            Format::Json => json(&self.report, Some(source)) + "\n",
            Format::Github => github(&self.report, Some(source)),
            Format::Markdown => {
                let subjects = Subjects::new(&self.graph);
                let title = self.graph.organization().name.as_ref().map_or(self.name, |name| name.as_str());
                let options =
                    Markdown { title, as_of: self.graph.as_of(), subject: &|path| subjects.of(path) };
                markdown(&self.report, Some(source), options)
            }
            Format::Sarif => log(std::slice::from_ref(self)),
        }
    }
}

/// One log of all documents.
fn log(all: &[Checked<'_>]) -> String {
    let places: Vec<_> = all.iter().map(|checked| checked.reading.locator(&checked.text)).collect();
    let reports =
        all.iter().zip(&places).map(|(checked, places)| (&checked.report, Some(checked.source(places))));
    sarif(reports) + "\n"
}
