//! What a rule asks for, in the terminal.
#![expect(clippy::print_stderr, reason = "printing is what the program is for")]

use std::io::Write as _;
use std::process::ExitCode;

use clap::Parser;
use officium::diagnostic::About;
use officium::{read, rules};

/// Prints the page of a rule: what it checks, why it matters, an example and the same mended, exceptions, sources.
///
/// Without a code it lists all rules. Exits with 1 when there is no such code.
#[derive(Parser)]
#[command(version, after_help = "Example: explain S001")]
struct Arguments {
    /// The code of a finding, for instance `R001`, or its name, for instance `reporting-cycle`
    code: Option<String>,
}

fn main() -> ExitCode {
    let all: Vec<&About> = read::catalog().chain(rules::catalog().map(rules::Rule::about)).collect();
    let Some(wanted) = Arguments::parse().code else {
        return print(&all.iter().map(|about| line(about)).collect::<String>());
    };
    let is_it = |about: &&&About| about.code.as_str().eq_ignore_ascii_case(&wanted) || about.slug == wanted;
    if let Some(about) = all.iter().find(is_it) {
        return print(&page(about));
    }
    eprintln!("there is no rule `{wanted}`");
    let near = closest(&wanted, &all);
    if !near.is_empty() {
        eprintln!("did you mean {}?", near.join(" or "));
    }
    ExitCode::from(1)
}

/// A reader that closed the pipe has seen enough.
fn print(text: &str) -> ExitCode {
    let mut out = std::io::stdout();
    let _ = out.write_all(text.as_bytes()).and_then(|()| out.flush());
    ExitCode::SUCCESS
}

fn line(about: &About) -> String {
    format!("{}  {:<8} {:<30} {}\n", about.code, about.level.to_string(), about.slug, about.why)
}

fn page(about: &About) -> String {
    let sources = about.sources.iter().map(|citation| format!("- {citation}\n"));
    format!("{}\n## Usual level\n{}\n\n## Sources\n", about.page(), about.level)
        + &sources.collect::<String>()
}

/// The codes and names that differ in the fewest letters, and not in most of them.
fn closest(wanted: &str, all: &[&About]) -> Vec<String> {
    let wanted = wanted.to_lowercase();
    let distance = |about: &About| {
        let code = strsim::osa_distance(&wanted, &about.code.to_string().to_lowercase());
        code.min(strsim::osa_distance(&wanted, about.slug))
    };
    let mut near: Vec<(usize, &About)> = all.iter().map(|about| (distance(about), *about)).collect();
    near.sort_by_key(|(distance, about)| (*distance, about.code));
    let most = (wanted.chars().count() / 2).max(1);
    near.iter()
        .take(3)
        .filter(|(distance, _)| *distance <= most)
        .map(|(_, about)| format!("`{}` ({})", about.code, about.slug))
        .collect()
}
