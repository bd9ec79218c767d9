//! Prints the JSON Schema of an organisation document.
#![expect(clippy::print_stdout, reason = "printing is what the program is for")]

use clap::Parser;

/// Prints the JSON Schema (draft 2020-12) of an organisation document on standard output.
#[derive(Parser)]
#[command(version)]
struct Arguments {}

fn main() {
    let Arguments {} = Arguments::parse();
    print!("{}", officium::export::schema::text(&officium::export::schema::organization()));
}
