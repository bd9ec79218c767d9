//! Makes up organisations of any size.
#![expect(clippy::print_stderr, reason = "programs say why they stop")]

use std::io::{BufWriter, Write as _};
use std::process::ExitCode;

use clap::Parser;

#[path = "shared/generator.rs"]
mod generator;

/// Writes an organisation of N positions on standard output: made up, realistic, without findings, and the same for the same seed.
///
/// It is written as it is made, so that a million positions take no more memory than ten.
#[derive(Parser)]
#[command(version, after_help = "Example: generate 1000 --shape full | check -")]
struct Arguments {
    /// How many positions
    #[arg(value_name = "N", value_parser = clap::value_parser!(u64).range(1..=100_000_000))]
    size: u64,
    /// How much each description holds
    #[arg(long, value_enum, default_value_t = generator::Shape::Slim)]
    shape: generator::Shape,
    /// What makes one organisation differ from the next
    #[arg(long, default_value_t = 42)]
    seed: u64,
}

fn main() -> ExitCode {
    let Arguments { size, shape, seed } = Arguments::parse();
    let mut out = BufWriter::new(std::io::stdout().lock());
    let written = generator::Generator { size, shape, seed }.write(&mut out);
    match written.and_then(|()| Ok(out.flush()?)) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("cannot write: {error}");
            ExitCode::from(2)
        }
    }
}
