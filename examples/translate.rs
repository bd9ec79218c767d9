//! Makes templates for translators, and puts their work into a document.
#![expect(clippy::print_stderr, reason = "programs say why they stop")]

use std::io::Write as _;
use std::process::ExitCode;

use clap::Parser;
use officium::translation::{Gap, template};
use officium::{Language, Organization, Overlay, read};

#[path = "shared/open.rs"]
mod open;

/// Prints a template for translators, or, with `--apply`, the organisation in the language of a translation.
///
/// A template names every text of the organisation; what the overlay already has stands in it, unless the text has changed since. A
/// text without a valid translation stays as it is, and is named on standard error.
#[derive(Parser)]
#[command(
    version,
    after_help = "Example: translate --language nb examples/data/trading-company.json > nb.json"
)]
struct Arguments {
    /// The language of the template; that of the overlay, unless named
    #[arg(long, required_unless_present = "overlay")]
    language: Option<Language>,
    /// Translations that exist
    #[arg(long, value_name = "FILE")]
    overlay: Option<String>,
    /// Print the organisation in the language of the overlay
    #[arg(long, requires = "overlay", conflicts_with = "language")]
    apply: bool,
    /// The organisation document; `-` is standard input
    file: String,
}

fn main() -> ExitCode {
    run(&Arguments::parse()).unwrap_or_else(|error| {
        eprintln!("{error}");
        ExitCode::from(2)
    })
}

fn run(arguments: &Arguments) -> Result<ExitCode, String> {
    let reading = read::json_bytes(&open::bytes_of(&arguments.file)?);
    if !reading.is_complete() {
        return Err(format!("`{}` does not read whole: `check` shows why", arguments.file));
    }
    let overlay = arguments.overlay.as_deref().map(overlay).transpose()?;
    if let (true, Some(overlay)) = (arguments.apply, &overlay) {
        let translated = overlay.applied_to(&reading.organization);
        for Gap { kind, path, .. } in &translated.gaps {
            eprintln!("{kind}: {path}");
        }
        print(&translated.organization);
        return Ok(ExitCode::from(u8::from(!translated.gaps.is_empty())));
    }
    print(&made(arguments, &reading.organization, overlay.as_ref())?);
    Ok(ExitCode::SUCCESS)
}

fn made(
    arguments: &Arguments,
    organization: &Organization,
    known: Option<&Overlay>,
) -> Result<Overlay, String> {
    let language = arguments.language.as_ref().or(known.map(|overlay| &overlay.language));
    let language = language.ok_or("name the language of the template")?;
    Ok(template(organization, language.clone(), known.filter(|overlay| overlay.language == *language)))
}

fn overlay(file: &str) -> Result<Overlay, String> {
    let text = String::from_utf8(open::bytes_of(file)?).map_err(|_| format!("`{file}` is not UTF-8"))?;
    let reading = Overlay::from_json(&text);
    let first =
        reading.findings.first().map(|finding| format!("`{file}`: {}: {}", finding.path, finding.message));
    first.map_or_else(|| reading.document.ok_or_else(|| format!("`{file}` is no overlay")), Err)
}

fn print(document: &impl serde::Serialize) {
    let mut out = std::io::stdout().lock();
    // whoever closes the pipe has seen enough
    let written = serde_json::to_writer_pretty(&mut out, document).map_err(std::io::Error::from);
    let _ = written.and_then(|()| writeln!(out));
}
