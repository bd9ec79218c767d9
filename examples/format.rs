//! Writes an organisation the way this crate writes it.
#![expect(clippy::print_stderr, reason = "programs say why they stop")]

use std::io::Write as _;
use std::process::ExitCode;

use clap::Parser;
use officium::read;

#[path = "shared/input.rs"]
mod input;
#[path = "shared/open.rs"]
mod open;

/// Prints an organisation document in the form in which this crate writes it: members in the order of the schema, two spaces a level,
/// nothing that only repeats a default.
///
/// It reads YAML and TOML as well, and writes JSON. Two documents that say the same give the same text. Exits with 1, and prints nothing, when a part of the document cannot be read:
/// it would be lost.
#[derive(Parser)]
#[command(version, after_help = "Example: format examples/data/trading-company.json")]
struct Arguments {
    #[command(flatten)]
    input: input::Input,
    /// The organisation document; `-` is standard input
    file: String,
}

fn main() -> ExitCode {
    let Arguments { input, file } = Arguments::parse();
    let bytes = match open::bytes_of(&file) {
        Ok(bytes) => bytes,
        Err(error) => {
            eprintln!("{error}");
            return ExitCode::from(2);
        }
    };
    let reading = read::bytes(input.format_of(&file), &bytes);
    if !reading.is_complete() {
        eprintln!(
            "`{file}`: {} parts could not be read, and would be lost: `check` shows them",
            reading.findings.len()
        );
        return ExitCode::FAILURE;
    }
    let mut out = std::io::stdout().lock();
    let written = serde_json::to_writer_pretty(&mut out, &reading.organization).map_err(std::io::Error::from);
    // whoever closes the pipe has seen enough
    let _ = written.and_then(|()| writeln!(out));
    ExitCode::SUCCESS
}
