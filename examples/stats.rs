//! An organisation in numbers.
#![expect(clippy::print_stdout, reason = "printing is what the program is for")]

use std::process::ExitCode;

use clap::{Parser, ValueEnum};
use officium::Date;
use officium::analysis::Statistics;

#[path = "shared/clock.rs"]
mod clock;
#[path = "shared/graph.rs"]
mod graph;
#[path = "shared/input.rs"]
mod input;
#[path = "shared/open.rs"]
mod open;

/// Prints an organisation in numbers: rows, positions, heads, spans, chains, and what is wrong with its lines.
///
/// What cannot be read is left out and counted on standard error. Exits with 2 when the file cannot be opened.
#[derive(Parser)]
#[command(version, after_help = "Example: import_organogram senior.csv | stats --format json -")]
struct Arguments {
    /// How the numbers are printed
    #[arg(long, value_enum, default_value_t = Format::Human)]
    format: Format,
    /// The day for which is counted, as YYYY-MM-DD [default: today]
    #[arg(long, value_name = "DATE")]
    as_of: Option<Date>,
    #[command(flatten)]
    input: input::Input,
    /// An organisation document; `-` is standard input
    #[arg(default_value = "-")]
    file: String,
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Format {
    /// A table
    Human,
    /// An object
    Json,
}

fn main() -> ExitCode {
    let arguments = Arguments::parse();
    let graph = match graph::graph_of(&arguments.file, &arguments.input, arguments.as_of) {
        Ok(graph) => graph,
        Err(code) => return code,
    };
    let numbers = Statistics::of(&graph);
    match arguments.format {
        Format::Json => println!("{}", serde_json::json!(numbers)),
        Format::Human => print_table(&numbers),
    }
    ExitCode::SUCCESS
}

fn print_table(numbers: &Statistics) {
    let lines = [
        ("rows", numbers.rows),
        ("positions", numbers.positions),
        ("ids on several rows", numbers.duplicate_ids),
        ("heads", numbers.heads),
        ("without superior", numbers.without_superior),
        ("superiors that do not exist", numbers.dangling_superiors),
        ("superior is itself", numbers.self_superiors),
        ("rings of superiors", numbers.rings),
        ("longest chain of command", numbers.longest_chain),
        ("largest span", numbers.largest_span),
        ("vacant", numbers.vacant),
        ("without substitute", numbers.without_substitute),
    ];
    for (name, number) in lines {
        println!("{name:<28}{number:>9}");
    }
}
