//! All rules as one document in Markdown.

use std::fmt::Write as _;

use officium::diagnostic::{About, Level};
use officium::read;
use officium::rules::{Profile, Rule, catalog};

/// The rules in a table, the profiles, and the page of each rule.
pub(crate) fn document() -> String {
    let mut text = String::from(
        "# Rules\n\n\
         Every finding has a stable code. What the reader finds (family E) is always an error; all else runs as the profile says. Hard rules\n\
         protect what a validated organisation promises: no profile switches them off. The program says what it checked. It never says that\n\
         an organisation complies with a law.\n\n\
         | code | name | usual level | |\n|---|---|---|---|\n",
    );
    for about in read::catalog() {
        row(&mut text, about, "reader");
    }
    for rule in catalog() {
        let kind = match (rule.is_hard(), rule.is_in_baseline()) {
            (true, _) => "hard",
            (false, true) => "",
            (false, false) => "in packs only",
        };
        row(&mut text, rule.about(), kind);
    }
    profiles(&mut text);
    for about in read::catalog().chain(catalog().map(Rule::about)) {
        page(&mut text, about);
    }
    text
}

fn row(text: &mut String, about: &About, kind: &str) {
    let (code, slug) = (about.code, about.slug);
    let anchor = format!("{code}-{slug}").to_lowercase();
    let _ = writeln!(text, "| [{code}](#{anchor}) | {slug} | {} | {kind} |", about.level);
}

/// Each profile by what it changes in the baseline.
fn profiles(text: &mut String) {
    let baseline = Profile::baseline();
    text.push_str(
        "\n## Profiles and packs\n\n\
         `baseline` runs every rule that is not for packs only, at its usual level. The others differ from it:\n\n\
         | profile | runs as well, or at another level | does not run |\n|---|---|---|\n",
    );
    for profile in Profile::all().filter(|profile| profile.name() != baseline.name()) {
        let mut runs = Vec::new();
        let mut rests = Vec::new();
        for rule in catalog() {
            let (here, usual) = (profile.level(rule.code()), baseline.level(rule.code()));
            match here {
                Some(level) if here != usual => runs.push(changed(rule, level)),
                None if usual.is_some() => rests.push(rule.code().to_string()),
                _ => {}
            }
        }
        let _ = writeln!(text, "| `{}` | {} | {} |", profile.name(), runs.join(", "), rests.join(", "));
    }
}

fn changed(rule: &Rule, level: Level) -> String {
    if level == rule.level() { rule.code().to_string() } else { format!("{} ({level})", rule.code()) }
}

/// The page, a level lower, and its sources.
fn page(text: &mut String, about: &About) {
    let mut in_example = false;
    text.push('\n');
    for line in about.page().lines() {
        in_example ^= line.starts_with("```");
        let deeper = if line.starts_with('#') && !in_example { "#" } else { "" };
        let _ = writeln!(text, "{deeper}{line}");
    }
    text.push_str("\n### Sources\n");
    for citation in about.sources {
        let _ = writeln!(text, "- {citation}");
    }
}
