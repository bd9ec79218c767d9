//! Prints the JSON Schema of an organisation document.
#![expect(clippy::print_stdout, reason = "printing is what the program is for")]

use clap::Parser;
use officium::export::schema::{Dialect, organization, text};

/// Prints the JSON Schema of an organisation document on standard output.
#[derive(Parser)]
#[command(version)]
struct Arguments {
    /// For whom: `canonical` (draft 2020-12), `draft-07` (editors), `openapi-3.1` (generators of clients) or `forms`
    #[arg(long, default_value = "canonical", value_parser = dialect)]
    dialect: Dialect,
}

fn dialect(name: &str) -> Result<Dialect, String> {
    let all: Vec<String> = Dialect::all().map(|dialect| format!("`{dialect}`")).collect();
    name.parse().map_err(|_| format!("the dialects are {}", all.join(", ")))
}

fn main() {
    let Arguments { dialect } = Arguments::parse();
    print!("{}", text(&dialect.of(&organization())));
}
