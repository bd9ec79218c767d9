//! Everything about one position.
#![expect(clippy::print_stdout, clippy::print_stderr, reason = "printing is what the program is for")]

use std::process::ExitCode;

use clap::Parser;
use officium::graph::PositionRef;
use officium::{Date, PositionId};

#[path = "shared/clock.rs"]
mod clock;
#[path = "shared/graph.rs"]
mod graph;
#[path = "shared/input.rs"]
mod input;
#[path = "shared/open.rs"]
mod open;

/// Prints whom a position reports to, who reports to it, who stands in for it and for whom it stands in.
///
/// Exits with 1 when there is no such position, and with 2 when the file cannot be opened.
#[derive(Parser)]
#[command(version, after_help = "Example: query examples/data/trading-company.json general-manager")]
struct Arguments {
    /// The day that is asked about, as YYYY-MM-DD [default: today]
    #[arg(long, value_name = "DATE")]
    as_of: Option<Date>,
    #[command(flatten)]
    input: input::Input,
    /// An organisation document; `-` is standard input
    file: String,
    /// The id of the position
    position: PositionId,
}

fn main() -> ExitCode {
    let arguments = Arguments::parse();
    let graph = match graph::graph_of(&arguments.file, &arguments.input, arguments.as_of) {
        Ok(graph) => graph,
        Err(code) => return code,
    };
    let Some(position) = graph.position(&arguments.position) else {
        eprintln!("there is no position `{}` in `{}`", arguments.position, arguments.file);
        return ExitCode::from(1);
    };
    print(position);
    ExitCode::SUCCESS
}

fn print(position: PositionRef<'_>) {
    println!("{}", named(position));
    let unit =
        position.unit().map(|unit| unit.title.as_ref().map_or(unit.id.as_str(), |title| title.as_str()));
    println!("  unit                {}", unit.unwrap_or("not stated"));
    println!("  vacant              {}", if position.is_vacant() { "yes" } else { "no" });
    println!("  span                {}", position.span());
    print_all("chain of command", position.chain_of_command());
    print_all("subordinates", position.subordinates().iter());
    println!("  everybody below     {}", position.all_subordinates().len());
    print_all("substitutes", position.substitutes().iter());
    print_all("stands in for", position.stands_in_for().iter());
}

fn print_all<'g>(what: &str, positions: impl Iterator<Item = PositionRef<'g>>) {
    let names: Vec<String> = positions.map(named).collect();
    let first = names.first().map_or("nobody", String::as_str);
    println!("  {what:<19} {first}");
    for name in names.iter().skip(1) {
        println!("  {:<19} {name}", "");
    }
}

fn named(position: PositionRef<'_>) -> String {
    position
        .record()
        .title
        .as_ref()
        .map_or_else(|| position.id().to_string(), |title| format!("{title} ({})", position.id()))
}
