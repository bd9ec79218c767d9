//! Prints the JSON Schemas of the documents.
#![expect(clippy::print_stdout, reason = "printing is what the program is for")]

use clap::{Parser, ValueEnum};
use officium::export::schema::{self, Dialect};

/// Prints the JSON Schema of a document on standard output.
#[derive(Parser)]
#[command(version)]
struct Arguments {
    /// Which document
    #[arg(value_enum, default_value_t = Document::Organization)]
    document: Document,
    /// For whom: `canonical` (draft 2020-12), `draft-07` (editors), `openapi-3.1` (generators of clients) or `forms`
    #[arg(long, default_value = "canonical", value_parser = dialect)]
    dialect: Dialect,
}

#[derive(Clone, Copy, ValueEnum)]
enum Document {
    /// An organisation
    Organization,
    /// A pack of rules
    Profile,
    /// A baseline file: findings that are known
    Baseline,
    /// Translations into one language
    Overlay,
    /// A report, as `check --format json` prints it
    Report,
}

fn dialect(name: &str) -> Result<Dialect, String> {
    let all: Vec<String> = Dialect::all().map(|dialect| format!("`{dialect}`")).collect();
    name.parse().map_err(|_| format!("the dialects are {}", all.join(", ")))
}

fn main() {
    let Arguments { document, dialect } = Arguments::parse();
    let schema = match document {
        Document::Organization => schema::organization(),
        Document::Profile => schema::profile(),
        Document::Baseline => schema::baseline(),
        Document::Overlay => schema::overlay(),
        Document::Report => schema::report(),
    };
    print!("{}", schema::text(&dialect.of(&schema)));
}
