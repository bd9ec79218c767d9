//! A report for people who will not open a terminal.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use super::super::{About, Finding, Level, Path, Report};
use super::lines::Places;
use super::words::{advice, cited, listed, sentence, visible};
use super::{Place, Placed, SourceText, placed};
use crate::model::{Date, RuleCode};

/// What a place in an organisation is called by its people.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash)]
pub struct Subject {
    /// The unit to which it belongs, or several in one text; none where it concerns the organisation as a whole.
    pub unit: Option<String>,
    /// The title of the position, the description or the unit itself.
    pub title: Option<String>,
}

/// How a report is written in Markdown.
#[derive(Clone, Copy)]
pub struct Markdown<'t> {
    /// What stands at its head, for instance the name of the organisation.
    pub title: &'t str,
    /// The day for which was checked.
    pub as_of: Date,
    /// What a place is called: [`analysis::Subjects`](crate::analysis::Subjects) knows it.
    pub subject: &'t dyn Fn(&Path) -> Subject,
}

/// The report in Markdown (GitHub's dialect, for its tables), in plain words: the numbers, the findings by unit, each with what to do,
/// exceptions in a part of their own, and what stands behind the rules.
///
/// Nothing in it is markup but what this function writes: texts of the organisation are escaped.
///
/// ```
/// use officium::{Organization, OrganizationGraph, Position, analysis::Subjects, check, diagnostic, rules::Profile};
/// let as_of = "2026-01-01".parse()?;
/// let organization = Organization::new().positions([Position::new("head".parse()?).title("Manager".parse()?).head()]);
/// let graph = OrganizationGraph::new(organization, as_of);
/// let report = check::check(&graph, &Profile::baseline());
/// let subjects = Subjects::new(&graph);
/// let options = diagnostic::Markdown { title: "Nordlys", as_of, subject: &|path| subjects.of(path) };
/// let text = diagnostic::markdown(&report, None, options);
/// assert!(text.contains("### 1. Position `head` has no substitute\n"));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[must_use]
pub fn markdown(report: &Report, source: Option<SourceText<'_>>, options: Markdown<'_>) -> String {
    let mut writer = Writer { text: String::new(), places: Places::new(source, report), options };
    let (excepted, standing): (Vec<_>, Vec<_>) =
        placed(report.findings(), source).into_iter().partition(|it| is_excepted(it.finding));
    writer.head(&standing, excepted.len(), source.map(|source| source.name));
    writer.by_unit(&standing);
    writer.exceptions(&excepted);
    writer.rules(report);
    writer.text
}

fn is_excepted(finding: &Finding) -> bool {
    finding.waived.is_some() || finding.known
}

/// A level in words for those who have to act.
fn in_words(level: Level) -> &'static str {
    match level {
        Level::Error => "To be put right",
        Level::Warning => "Probably a mistake",
        Level::Note => "Worth knowing",
    }
}

/// A finding, and the title of what it is about.
type Titled<'r> = (&'r Placed<'r>, Option<String>);

struct Writer<'t> {
    text: String,
    places: Places<'t>,
    options: Markdown<'t>,
}

impl Writer<'_> {
    /// A paragraph, or another block.
    fn block(&mut self, text: &str) {
        if !self.text.is_empty() {
            self.text.push('\n');
        }
        self.text.push_str(text);
        self.text.push('\n');
    }

    fn head(&mut self, standing: &[Placed<'_>], excepted: usize, file: Option<&str>) {
        self.block(&format!("# {}", plain(self.options.title)));
        let of = file.map(|file| format!(" of {}", plain(file))).unwrap_or_default();
        self.block(&format!("Check{of} for {}.", self.options.as_of));
        let mut numbers = String::from("| | Findings |\n|---|---:|");
        for level in [Level::Error, Level::Warning, Level::Note] {
            let count = standing.iter().filter(|it| it.finding.level == level).count();
            let _ = write!(numbers, "\n| {} ({level}) | {count} |", in_words(level));
        }
        if excepted > 0 {
            let _ = write!(numbers, "\n| Exceptions on record | {excepted} |");
        }
        self.block(&numbers);
        if standing.is_empty() {
            return self.block("Nothing was found that has to be done.");
        }
        let mut by_rule: BTreeMap<RuleCode, (&About, Level, usize)> = BTreeMap::new();
        for Placed { finding, .. } in standing {
            let (_, level, count) =
                by_rule.entry(finding.code()).or_insert((finding.about, finding.level, 0));
            *level = finding.level.max(*level);
            *count += 1;
        }
        self.block("These rules found something:");
        let mut rules = String::from("| Rule | | Level | Findings |\n|---|---|---|---:|");
        for (code, (about, level, count)) in by_rule {
            let _ = write!(rules, "\n| {code} | {} | {level} | {count} |", about.slug.replace('-', " "));
        }
        self.block(&rules);
    }

    fn by_unit(&mut self, standing: &[Placed<'_>]) {
        let mut units: BTreeMap<(bool, String), Vec<Titled<'_>>> = BTreeMap::new();
        for placed in standing {
            let Subject { unit, title } = (self.options.subject)(&placed.finding.path);
            // what belongs to no unit comes last
            let unit = (unit.is_none(), unit.unwrap_or_default());
            units.entry(unit).or_default().push((placed, title));
        }
        let mut nth = 0;
        for ((is_rest, unit), findings) in units {
            let heading = if is_rest { "The organisation as a whole".to_owned() } else { plain(&unit) };
            self.block(&format!("## {heading}"));
            for (Placed { finding, place }, title) in findings {
                nth += 1;
                self.block(&format!("### {nth}. {}", inline(&capital(&finding.message))));
                self.finding(finding, place.as_ref(), title);
            }
        }
    }

    fn finding(&mut self, finding: &Finding, place: Option<&Place>, title: Option<String>) {
        let title = title.map(|title| format!(" · {}", plain(&title))).unwrap_or_default();
        let line = self.line(place).map(|line| format!(" · {line}")).unwrap_or_default();
        self.block(&format!("**{}**{title}{line} · rule {}", in_words(finding.level), finding.code()));
        self.block(&inline(&sentence(finding.about.why)));
        let mut second = finding.list.iter().map(|list| listed(list, false)).collect::<Vec<_>>();
        for label in &finding.labels {
            let line = self.line(self.places.of(&label.path).as_ref());
            let line = line.map(|line| format!(" ({line})")).unwrap_or_default();
            second.push(format!("`{}`{line}: {}", label.path, label.text));
        }
        second.extend(finding.set_by.as_ref().map(|set| {
            let note = set.note.as_ref().map(|note| format!(": {note}")).unwrap_or_default();
            format!("the level is that of `{}`, {}{note}", set.pack, set.clause)
        }));
        self.list(&second);
        match advice(finding).as_slice() {
            [] => {}
            [only] => self.block(&format!("**What to do:** {}", inline(&sentence(only)))),
            several => {
                self.block("**What to do:**");
                self.list(several);
            }
        }
    }

    fn list(&mut self, items: &[String]) {
        let lines: Vec<String> = items.iter().map(|item| format!("- {}", inline(&sentence(item)))).collect();
        if !lines.is_empty() {
            self.block(&lines.join("\n"));
        }
    }

    fn line(&self, place: Option<&Place>) -> Option<String> {
        self.places.lines(place).map(|lines| format!("line {}", lines.line))
    }

    fn exceptions(&mut self, excepted: &[Placed<'_>]) {
        if excepted.is_empty() {
            return;
        }
        self.block("## Exceptions on record");
        let lines: Vec<String> = excepted
            .iter()
            .map(|Placed { finding, .. }| {
                let why = finding.waived.as_ref().map_or_else(
                    || "it was known before, and stands in the baseline file".to_owned(),
                    |it| format!("{} (approved by `{}`, until {})", it.reason, it.approved_by, it.expires),
                );
                format!(
                    "- {} {} *Rule {}.*",
                    inline(&sentence(&finding.message)),
                    inline(&sentence(&why)),
                    finding.code()
                )
            })
            .collect();
        self.block(&lines.join("\n"));
    }

    fn rules(&mut self, report: &Report) {
        let hit: BTreeMap<RuleCode, &Finding> =
            report.findings().iter().rev().map(|finding| (finding.code(), finding)).collect();
        if hit.is_empty() {
            return;
        }
        self.block("## What stands behind the rules");
        let lines: Vec<String> = hit
            .into_iter()
            .map(|(code, finding)| {
                let sources = cited(finding).join("; ");
                let sources =
                    if sources.is_empty() { "no source outside this program".to_owned() } else { sources };
                format!("- **{code}** {}: {}", finding.about.slug.replace('-', " "), inline(&sources))
            })
            .collect();
        self.block(&lines.join("\n"));
        self.block(
            "The program says what it checked. It never says that an organisation complies with a law.",
        );
    }
}

fn capital(message: &str) -> String {
    let sentence = sentence(message);
    sentence.strip_suffix('.').map(str::to_owned).unwrap_or(sentence)
}

/// A message: what stands in backticks becomes code, the rest is plain.
fn inline(text: &str) -> String {
    let parts: Vec<&str> = text.split('`').collect();
    // an odd number of backticks: one of them came in with a name
    if parts.len().is_multiple_of(2) {
        return plain(text);
    }
    let mut inline = String::with_capacity(text.len());
    for (nth, part) in parts.into_iter().enumerate() {
        match (nth % 2, part.trim().is_empty()) {
            (0, _) => inline.push_str(&plain(part)),
            (_, true) => inline.push_str(&plain(&format!("`{part}`"))),
            _ => {
                let _ = write!(inline, "`{}`", visible(part));
            }
        }
    }
    inline
}

/// A text without markup: whatever could begin any is escaped, and nothing breaks the line.
fn plain(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    for character in visible(text).chars() {
        if "\\`*_[]<>|~&$#".contains(character) {
            plain.push('\\');
        }
        plain.push(character);
    }
    plain
}
