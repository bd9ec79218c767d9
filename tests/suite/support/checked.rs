//! A text, and all that is found in it.

use officium::analysis::Subjects;
use officium::diagnostic::{Human, Markdown, Report, SourceText, github, human, json, markdown, sarif};
use officium::read::{self, Reading};
use officium::rules::Profile;
use officium::{OrganizationGraph, Overlay, check};

/// A document, checked as the program `check` does it, for 2026-11-24.
pub(crate) struct Checked {
    pub(crate) name: String,
    pub(crate) text: String,
    pub(crate) report: Report,
    reading: Reading,
    graph: OrganizationGraph,
}

impl Checked {
    pub(crate) fn new(name: &str, text: String, profile: &Profile) -> Self {
        Self::translated(name, text, profile, None)
    }

    /// The same together with translations.
    pub(crate) fn translated(name: &str, text: String, profile: &Profile, overlay: Option<Overlay>) -> Self {
        let mut reading = read::json(&text);
        let organization = std::mem::take(&mut reading.organization);
        let graph = OrganizationGraph::new(organization, "2026-11-24".parse().expect("a date"));
        let report = match overlay {
            _ if reading.is_cut_off() => Report::default(),
            None => check::check(&graph, profile),
            Some(overlay) => check::check_with_translations(&graph, profile, &[overlay]),
        };
        let report = report.with_reading(std::mem::take(&mut reading.findings));
        Self { name: name.to_owned(), text, report, reading, graph }
    }

    pub(crate) fn with_source<T>(&self, print: impl FnOnce(SourceText<'_>) -> T) -> T {
        let places = self.reading.locator(&self.text);
        print(SourceText { name: &self.name, text: &self.text, places: &places })
    }

    pub(crate) fn human(&self, colour: bool) -> String {
        self.with_source(|source| human(&self.report, Some(source), Human { colour, all: true }))
    }

    pub(crate) fn json(&self) -> String {
        self.with_source(|source| json(&self.report, Some(source)))
    }

    pub(crate) fn github(&self) -> String {
        self.with_source(|source| github(&self.report, Some(source)))
    }

    pub(crate) fn sarif(&self) -> String {
        self.with_source(|source| sarif([(&self.report, Some(source))]))
    }

    pub(crate) fn markdown(&self, title: &str) -> String {
        let subjects = Subjects::new(&self.graph);
        let options = Markdown { title, as_of: self.graph.as_of(), subject: &|path| subjects.of(path) };
        self.with_source(|source| markdown(&self.report, Some(source), options))
    }
}
