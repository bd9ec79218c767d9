//! Prints what each pack of rules checks, and what it cannot check, as Markdown.
#![expect(clippy::print_stdout, reason = "printing is what the program is for")]

use clap::Parser;
use officium::Pack;

/// Prints a page for each pack of rules: what it is based on, which clauses it checks by which rules, and what it cannot check.
#[derive(Parser)]
#[command(version, after_help = "Example: packs > docs/packs.md")]
struct Arguments {}

fn main() {
    let Arguments {} = Arguments::parse();
    print!("{}", Pack::pages());
}
