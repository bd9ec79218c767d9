//! What a rule asks for, in the terminal.
#![expect(clippy::print_stdout, clippy::print_stderr, reason = "printing is what the program is for")]

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
        for about in all {
            println!("{}  {:<8} {:<30} {}", about.code, about.level, about.slug, about.why);
        }
        return ExitCode::SUCCESS;
    };
    let is_it = |about: &&&About| about.code.as_str().eq_ignore_ascii_case(&wanted) || about.slug == wanted;
    if let Some(about) = all.iter().find(is_it) {
        print(about);
        return ExitCode::SUCCESS;
    }
    eprintln!("there is no rule `{wanted}`");
    let near = closest(&wanted, &all);
    if !near.is_empty() {
        eprintln!("did you mean {}?", near.join(" or "));
    }
    ExitCode::from(1)
}

fn print(about: &About) {
    println!("{}", about.page());
    println!("## Level\n{}", about.level);
    println!("\n## Sources");
    for citation in about.sources {
        println!("- {citation}");
    }
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
