//! Turns a plain table of positions into an organisation document.

use std::process::ExitCode;

use clap::Parser;

#[path = "shared/import.rs"]
mod import;
#[path = "shared/open.rs"]
mod open;

/// Turns a plain table of positions into an organisation document.
///
/// The table is CSV as spreadsheets save it, with commas, semicolons or tabs. Its first line names the columns, in any order: `id`
/// (needed), `title`, `unit`, `superior`, `substitute`, `holder`. `superior` and `substitute` name positions by id; the
/// superior `XX` is the head of the organisation, and the holder `vacant` a vacant seat.
///
/// Prints the organisation as JSON on standard output, and on standard error what was left out or written in another form.
///
/// Exit codes: 0 imported, 2 the file cannot be read or imported.
#[derive(Parser)]
#[command(version, after_help = "Example:\n  import_table examples/data/table.csv > organisation.json")]
struct Arguments {
    /// The table; `-` for standard input
    #[arg(value_name = "TABLE.csv")]
    table: String,
}

fn run(arguments: &Arguments) -> Result<(), String> {
    let bytes = open::bytes_of(&arguments.table)?;
    let imported = officium::import::table(&bytes).map_err(|why| why.to_string())?;
    import::print(&imported)
}

fn main() -> ExitCode {
    import::exit_code(run(&Arguments::parse()))
}
