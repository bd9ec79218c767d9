//! Prints the JSON Schemas.
#![expect(clippy::print_stdout, reason = "printing is what the program is for")]

use clap::{Parser, ValueEnum};
use officium::export::schema::{organization, report, text};

/// Prints a JSON Schema (draft 2020-12) on standard output.
#[derive(Parser)]
#[command(version)]
struct Arguments {
    /// Of which documents
    #[arg(value_enum, default_value_t = Of::Organization)]
    of: Of,
}

#[derive(Clone, Copy, ValueEnum)]
enum Of {
    /// Organisations, as they are read
    Organization,
    /// Reports, as `check --format json` writes them
    Report,
}

fn main() {
    let schema = match Arguments::parse().of {
        Of::Organization => organization(),
        Of::Report => report(),
    };
    print!("{}", text(&schema));
}
