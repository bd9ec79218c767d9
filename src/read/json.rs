//! Reading JSON.

use std::collections::{BTreeMap, BTreeSet};

use serde::de::DeserializeOwned;

use super::explain::explain;
use super::findings::{self, finding};
use super::locate::Locator;
use super::outline::{Content, Member, Outline};
use super::shape::{Form, Record, Shape};
use super::tree::{self, Tree, text};
use crate::diagnostic::{Finding, Path};
use crate::model::Organization;

/// What a text says: everything that could be understood, and a finding for everything that could not.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct Reading {
    /// The organisation, without the parts that could not be read.
    pub organization: Organization,
    /// What could not be read, in the order of the text.
    pub findings: Vec<Finding>,
    /// By list, for each element that was left out, how many were kept before it.
    kept_before: BTreeMap<String, Vec<usize>>,
}

impl Reading {
    /// Whether everything was understood.
    #[must_use]
    pub fn is_complete(&self) -> bool {
        self.findings.is_empty()
    }

    /// Whether the text breaks off: it is not JSON to its end, or no organisation at all. What is missing then is not known to be
    /// missing from the organisation, so rules would report what is not so.
    #[must_use]
    pub fn is_cut_off(&self) -> bool {
        let at_root =
            |finding: &Finding| finding.path.steps().is_empty() && finding.about == &findings::WRONG_TYPE;
        self.findings.iter().any(|finding| finding.about == &findings::SYNTAX || at_root(finding))
    }

    /// Finds places in `text`, which must be the text that was read.
    #[must_use]
    pub fn locator<'t>(&self, text: &'t str) -> Locator<'t> {
        Locator::json(text, self.kept_before.clone())
    }
}

/// Reads an organisation from JSON. Numbers and nesting are those of I-JSON (RFC 7493); a byte order mark is passed over.
///
/// It never fails: what cannot be understood is left out and reported with a code of family E, its place and help.
///
/// ```
/// let reading = officium::read::json(r#"{"positions": [{"id": "head", "titel": "Manager"}, {"id": "?"}]}"#);
/// assert_eq!(reading.organization.positions.len(), 1);
/// let codes: Vec<_> = reading.findings.iter().map(|finding| finding.code().to_string()).collect();
/// assert_eq!(codes, ["E002", "E005"]);
/// ```
#[must_use]
pub fn json(text: &str) -> Reading {
    // what serde takes as a whole is in order; cutting it into pieces first would take a quarter longer
    match serde_json::from_str(without_mark(text)) {
        Ok(organization) => Reading { organization, ..Reading::default() },
        Err(_) => read(text, true),
    }
}

/// Reads a text; that it ends too early is a finding only if it is `whole`.
fn read(text: &str, whole: bool) -> Reading {
    let document = document();
    let (outline, end) = Outline::read(without_mark(text), document);
    let names = outline.members.iter().filter_map(|member| Some(tree::text(member.raw_name)?.into_owned()));
    let mut reader = Reader { text, document, names: names.collect(), reading: Reading::default() };
    if let Err(error) = &end {
        if whole || !error.is_eof() {
            reader.syntax(error, &outline);
        }
    } else if let Some(other) = outline.other {
        reader.report(
            finding(
                &findings::WRONG_TYPE,
                Path::root(),
                0..text.len(),
                format!("expected an object, found {other}"),
            )
            .help(findings::AN_ORGANIZATION),
        );
    }
    let mut seen: Vec<String> = Vec::new();
    for member in outline.members {
        reader.member(member, &mut seen);
    }
    // a syntax error ends the text, and what a record lacks is known only at its end, but told at its beginning
    reader.reading.findings.sort_by_key(|finding| finding.span.as_ref().map(|span| span.start));
    reader.reading
}

/// Reads an organisation from the bytes of a file, which should be JSON in UTF-8; see [`json`].
///
/// Bytes that are no UTF-8 are a finding (E001), and what stands before them is read. A syntax error before them is reported in their
/// place, for it hides them.
#[must_use]
pub fn json_bytes(bytes: &[u8]) -> Reading {
    let error = match std::str::from_utf8(bytes) {
        Ok(text) => return json(text),
        Err(error) => error,
    };
    let good = error.valid_up_to();
    let text = bytes.get(..good).and_then(|bytes| std::str::from_utf8(bytes).ok()).unwrap_or_default();
    // the end that the good part comes to is not the fault
    let mut reading = read(text, false);
    if reading.findings.iter().any(|finding| finding.about == &findings::SYNTAX) {
        return reading;
    }
    reading.findings.push(
        finding(&findings::SYNTAX, Path::root(), good..good, format!("byte {good} is not UTF-8"))
            .argument("byte", &good)
            .help("save the file as UTF-8; what stands before it was read"),
    );
    reading
}

pub(super) fn document() -> Record {
    match Shape::titled("Organization").form() {
        Form::Record(record) => record,
        _ => Record::EMPTY,
    }
}

pub(super) fn without_mark(text: &str) -> &str {
    text.strip_prefix('\u{feff}').unwrap_or(text)
}

struct Reader<'t> {
    text: &'t str,
    document: Record,
    /// The members that the document has.
    names: BTreeSet<String>,
    reading: Reading,
}

impl<'t> Reader<'t> {
    fn report(&mut self, finding: Finding) {
        self.reading.findings.push(finding);
    }

    /// Where a slice of the text begins.
    fn offset(&self, slice: &str) -> usize {
        (slice.as_ptr() as usize).wrapping_sub(self.text.as_ptr() as usize)
    }

    fn syntax(&mut self, error: &serde_json::Error, outline: &Outline<'_>) {
        let path = outline.members.last().filter(|_| outline.is_open).map_or(Path::root(), |member| {
            let name = text(member.raw_name).unwrap_or_default();
            match &member.content {
                Content::List(elements) => Path::root().member(&name).index(elements.len()),
                Content::Broken => Path::root().member(&name),
                Content::Whole(_) | Content::NotAList(_) => Path::root(),
            }
        });
        let kept = "what was complete before this place was read";
        self.report(syntax(self.text, error, path, findings::AN_ORGANIZATION, kept));
    }

    fn member(&mut self, member: Member<'t>, seen: &mut Vec<String>) {
        let at = self.offset(member.raw_name);
        let name_span = at..at + member.raw_name.len();
        let Some(name) = text(member.raw_name) else {
            return self.report(finding(
                &findings::BAD_VALUE,
                Path::root(),
                name_span,
                "the name holds half of a surrogate pair",
            ));
        };
        let path = Path::root().member(&name);
        let Some(shape) = self.document.member(&name) else {
            let stands = |name: &str| self.names.contains(name);
            let unknown = findings::unknown_member(&name, path, name_span, self.document.names(), stands);
            return self.report(unknown);
        };
        if seen.iter().any(|earlier| *earlier == name) {
            return self.report(
                finding(
                    &findings::DUPLICATE_MEMBER,
                    path,
                    name_span,
                    format!("member `{name}` stands here a second time"),
                )
                .argument("member", &name)
                .help("bring both into one; the first one was read"),
            );
        }
        seen.push(name.clone().into_owned());
        match (member.content, shape.form()) {
            (Content::List(elements), Form::List(inner)) => self.list(&name, &elements, inner, &path),
            (Content::Whole(slice), _) => self.whole(&name, slice, shape, &path),
            (Content::NotAList(found), _) => self.report(
                finding(&findings::WRONG_TYPE, path, name_span, format!("expected a list, found {found}"))
                    .argument("expected", "a list")
                    .argument("found", found),
            ),
            (Content::List(_) | Content::Broken, _) => {}
        }
    }

    fn list(&mut self, name: &str, elements: &[&'t str], shape: Shape, path: &Path) {
        macro_rules! lists {
            ($($wire:literal $field:ident)*) => {
                match name {
                    $($wire => {
                        let read = self.elements(elements, shape, path);
                        self.reading.organization.$field = read;
                    })*
                    _ => {}
                }
            };
        }
        lists! {
            "units" units
            "descriptions" descriptions
            "positions" positions
            "templates" templates
            "activities" activities
            "responsibilities" responsibilities
            "conflicts" conflicts
            "conflictSets" conflict_sets
            "documents" documents
            "requiredLanguages" required_languages
            "waivers" waivers
        }
    }

    fn whole(&mut self, name: &str, slice: &'t str, shape: Shape, path: &Path) {
        macro_rules! members {
            ($($wire:literal $field:ident)*) => {
                match name {
                    $($wire => {
                        let read = self.one(slice, shape, || path.clone());
                        self.reading.organization.$field = read;
                    })*
                    _ => {}
                }
            };
        }
        members! {
            "$schema" schema
            "formatVersion" format_version
            "name" name
            "language" language
            "thresholds" thresholds
        }
    }

    fn elements<T: DeserializeOwned>(&mut self, elements: &[&'t str], shape: Shape, path: &Path) -> Vec<T> {
        let mut read = Vec::with_capacity(elements.len());
        let mut left_out = Vec::new();
        for (index, slice) in elements.iter().enumerate() {
            match self.one(slice, shape, || path.clone().index(index)) {
                Some(value) => read.push(value),
                None => left_out.push(read.len()),
            }
        }
        if !left_out.is_empty() {
            self.reading.kept_before.insert(path.to_string(), left_out);
        }
        read
    }

    /// One slice, whole if serde takes it, else what is left when the bad parts are left out.
    fn one<T: DeserializeOwned>(
        &mut self,
        slice: &'t str,
        shape: Shape,
        path: impl Fn() -> Path,
    ) -> Option<T> {
        let (value, findings) = one(slice, self.offset(slice), shape, path);
        self.reading.findings.extend(findings);
        value
    }
}

/// A piece of a text, as far as it can be read, and what cannot; `offset` is where it begins in the text.
pub(super) fn one<T: DeserializeOwned>(
    slice: &str,
    offset: usize,
    shape: Shape,
    path: impl Fn() -> Path,
) -> (Option<T>, Vec<Finding>) {
    let error = match serde_json::from_str(slice) {
        Ok(value) => return (Some(value), Vec::new()),
        Err(error) => error,
    };
    let tree = Tree::json(slice, offset);
    let path = named(path(), &tree);
    let explained = explain(&tree, shape, &path);
    let value = explained.readable.then(|| serde_json::from_str(&explained.repaired(&tree)).ok()).flatten();
    let mut found = explained.findings;
    if found.is_empty() || (explained.readable && value.is_none()) {
        // the explanation fell short of serde's verdict: say at least that something was lost
        let span = offset..offset + slice.len();
        let lost = format!("this cannot be read: {error}");
        found.push(finding(&findings::BAD_VALUE, path, span, lost));
    }
    (value, found)
}

/// The finding of a syntax error; `looks` says what a document looks like, `kept` what of the text was read.
pub(super) fn syntax(text: &str, error: &serde_json::Error, path: Path, looks: &str, kept: &str) -> Finding {
    let read = without_mark(text);
    let at = text.len() - read.len() + offset_of(read, error.line(), error.column());
    let (message, help) = if read.trim().is_empty() {
        ("the document is empty".to_owned(), looks)
    } else if error.is_eof() {
        ("the document ends here, before it is complete".to_owned(), kept)
    } else {
        let what = error.to_string();
        let what = what.split(" at line ").next().unwrap_or_default();
        (format!("not JSON from here on: {what}"), kept)
    };
    let end = text.get(at..).and_then(|rest| rest.chars().next()).map_or(at, |c| at + c.len_utf8());
    finding(&findings::SYNTAX, path, at..end, message).help(help)
}

/// The path with the id of the element in place of its bare index.
fn named(path: Path, tree: &Tree<'_>) -> Path {
    match (path.steps().split_last(), tree.id(0)) {
        (Some((crate::diagnostic::Step::Element { index, .. }, parents)), Some(id)) => {
            Path::from_steps(parents).element(*index, id)
        }
        _ => path,
    }
}

/// The byte to which a line and a column (in bytes, both from 1) lead, on a character boundary.
fn offset_of(text: &str, line: usize, column: usize) -> usize {
    let start = line.checked_sub(2).map_or(Some(0), |nth| {
        text.bytes().enumerate().filter(|&(_, byte)| byte == b'\n').nth(nth).map(|(at, _)| at + 1)
    });
    let at = start.unwrap_or(text.len()).saturating_add(column.saturating_sub(1)).min(text.len());
    (0..=at).rev().find(|&at| text.is_char_boundary(at)).unwrap_or(0)
}
