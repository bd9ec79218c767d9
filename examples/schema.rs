//! Prints the JSON Schemas of the documents.
#![expect(clippy::print_stdout, reason = "printing is what the program is for")]

use clap::{Parser, ValueEnum};
use officium::export::schema;

/// Prints the JSON Schema (draft 2020-12) of a document on standard output.
#[derive(Parser)]
#[command(version)]
struct Arguments {
    /// Which document
    #[arg(value_enum, default_value_t = Document::Organization)]
    document: Document,
}

#[derive(Clone, Copy, ValueEnum)]
enum Document {
    /// An organisation
    Organization,
    /// A report, as `check --format json` prints it
    Report,
}

fn main() {
    let schema = match Arguments::parse().document {
        Document::Organization => schema::organization(),
        Document::Report => schema::report(),
    };
    print!("{}", schema::text(&schema));
}
