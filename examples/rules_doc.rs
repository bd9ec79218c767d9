//! Prints the pages of all rules as one document.
#![expect(clippy::print_stdout, reason = "printing is what the program is for")]

use clap::Parser;

#[path = "shared/rule_pages.rs"]
mod rule_pages;

/// Prints all rules in Markdown: a table of them, the profiles, and the page of each.
#[derive(Parser)]
#[command(version, after_help = "Example: rules_doc > docs/rules.md")]
struct Arguments {}

fn main() {
    let Arguments {} = Arguments::parse();
    print!("{}", rule_pages::document());
}
