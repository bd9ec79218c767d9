//! Turns an organogram of the UK government into an organisation document.

use std::process::ExitCode;

use clap::Parser;

#[path = "shared/import.rs"]
mod import;
#[path = "shared/open.rs"]
mod open;

/// Turns an organogram of the UK government into an organisation document.
///
/// Reads the CSV of senior posts and, if given, that of junior posts. Prints the organisation as JSON on standard output, and on
/// standard error what was left out or written in another form. Dirt in the data is preserved, so that it can be checked.
///
/// Exit codes: 0 imported, 2 a file cannot be read or imported.
#[derive(Parser)]
#[command(
    version,
    after_help = "Example:\n  import_organogram agency-senior.csv --junior agency-junior.csv > agency.json"
)]
struct Arguments {
    /// CSV of the senior posts, with a column `Post Unique Reference`; `-` for standard input
    #[arg(value_name = "SENIOR.csv")]
    senior: String,
    /// CSV of the junior posts, with a column `Reporting Senior Post`
    #[arg(long, value_name = "JUNIOR.csv")]
    junior: Option<String>,
}

fn run(arguments: &Arguments) -> Result<(), String> {
    let senior = open::bytes_of(&arguments.senior)?;
    let junior = arguments.junior.as_deref().map(open::bytes_of).transpose()?;
    let imported = officium::import::organogram(&senior, junior.as_deref()).map_err(|why| why.to_string())?;
    import::print(&imported)
}

fn main() -> ExitCode {
    import::exit_code(run(&Arguments::parse()))
}
