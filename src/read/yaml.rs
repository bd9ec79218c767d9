//! YAML, as far as JSON can say the same: the events of its parser make a tree.

use std::borrow::Cow;
use std::ops::Range;

use granit_parser::{ErrorKind, Event, Parser, ScalarStyle, ScanError, Span, StructureStyle};

use super::findings::{self, elided, finding};
use super::json;
use super::number::{Foreign, decimal, foreign};
use super::outline::{Fault, Outline};
use super::shape::Record;
use super::tree::{DEEPEST, Member, Refusal, TOP, Tree, Value};
use crate::diagnostic::Path;

const TAG: Refusal = Refusal {
    about: &findings::BAD_VALUE,
    message: Cow::Borrowed("a value with a tag is not read"),
    help: "remove the tag, the word that begins with `!`; put a text in quotes",
};

const MERGE_KEY: Refusal = Refusal {
    about: &findings::BAD_VALUE,
    message: Cow::Borrowed("`<<` takes members from elsewhere, which is not read"),
    help: "write these members out here",
};

/// Deeper than anything that is looked into, so that what is next to it can still be read.
const NESTING: usize = 2 * DEEPEST;

/// Reads as far as the text is YAML.
pub(super) fn outline(text: &str, document: Record) -> Outline<'_> {
    let options = granit_parser::options! {
        emit_unresolved_aliases: true,
        flow_nesting_limit: NESTING,
        block_nesting_limit: NESTING,
    };
    let mut builder = Builder { text, tree: Tree::default(), open: Vec::new(), skipped: None, end: 0 };
    for event in Parser::new_from_str_with_options(text, options) {
        let more = event.map_err(Stop::Broken).and_then(|(event, span)| builder.event(event, &span));
        if let Err(stop) = more {
            let open: Vec<usize> = builder.open.iter().map(|open| open.node).collect();
            let is_open = matches!(stop, Stop::Broken(_));
            let mut outline =
                Outline::of_tree(text, builder.tree, document, if is_open { &open } else { &[] });
            let fault = stop.fault(&outline);
            outline.faults.push(fault);
            return outline;
        }
    }
    if builder.tree.len() == 0 {
        // comments only: the same as nothing after `---`
        builder.tree.push(0, 0..text.len(), "null", Value::Null);
    }
    Outline::of_tree(text, builder.tree, document, &[])
}

/// Why the text is not read any further.
enum Stop {
    Broken(ScanError),
    /// A second document begins here.
    Second(usize),
}

impl Stop {
    fn fault(self, outline: &Outline<'_>) -> Fault {
        let text = outline.pieces.text;
        let rest = |start: usize| text.get(start..).unwrap_or_default();
        match self {
            Self::Second(start) => {
                let end = start + rest(start).lines().next().map_or(0, str::len);
                let second = "a second document begins here";
                let finding = finding(&findings::SYNTAX, Path::root(), start..end, second)
                    .help("a file holds one document: make two files of it");
                Fault { finding, kept: Some("the first document was read"), is_end: true, at_end: false }
            }
            Self::Broken(error) => {
                let path = outline.path_of_end();
                let start = error.marker().byte_offset().unwrap_or(text.len()).min(text.len());
                let span = start..start + rest(start).chars().next().map_or(0, char::len_utf8);
                let is_unclosed = matches!(
                    error.kind(),
                    ErrorKind::UnclosedFlowCollection { .. }
                        | ErrorKind::UnclosedQuotedScalar
                        | ErrorKind::UnclosedVerbatimTag
                );
                let at_end = is_unclosed || rest(start).trim().is_empty();
                let finding = if matches!(error.kind(), ErrorKind::RecursionLimitExceeded) {
                    findings::too_deep(path, span, NESTING)
                } else {
                    let what = error.info().replace("wasn't", "was not").replace('\'', "`");
                    finding(&findings::SYNTAX, path, span, format!("not YAML from here on: {what}"))
                };
                let finding = match cure(error.kind()) {
                    Some(cure) => finding.help(cure),
                    None => finding,
                };
                Fault { finding, kept: Some(findings::KEPT), is_end: true, at_end }
            }
        }
    }
}

/// What helps against the usual slips.
fn cure(kind: &ErrorKind) -> Option<&'static str> {
    match kind {
        ErrorKind::MappingValueNotAllowed | ErrorKind::InvalidColonPlacement => {
            Some("put a text that holds a colon in quotes")
        }
        ErrorKind::UnexpectedCharacter { .. } => Some("put a text that begins with a sign in quotes"),
        ErrorKind::TabNotAllowed
        | ErrorKind::TabInBlockIndentation
        | ErrorKind::TabInIndentation
        | ErrorKind::TabAtBlockScalarStart
        | ErrorKind::TabInPlainScalar => Some("indent with spaces, not with tabs"),
        _ => None,
    }
}

/// A list or an object that has not ended.
struct Open<'t> {
    node: usize,
    /// In an object, the name whose value is to come.
    name: Option<Name<'t>>,
}

type Name<'t> = (Result<Cow<'t, str>, Refusal>, Range<usize>);

/// A list or an object whose content is passed over.
struct Skipped {
    node: usize,
    /// It stands where a name should.
    is_name: bool,
    /// How many within it are open, itself included.
    depth: usize,
}

struct Builder<'t> {
    text: &'t str,
    tree: Tree<'t>,
    open: Vec<Open<'t>>,
    skipped: Option<Skipped>,
    /// Where the last value ended.
    end: usize,
}

impl<'t> Builder<'t> {
    fn event(&mut self, event: Event<'t>, at: &Span) -> Result<(), Stop> {
        let span = at.byte_range().unwrap_or(0..0);
        match event {
            Event::DocumentStart(..) if self.tree.len() > 0 => return Err(Stop::Second(span.start)),
            Event::SequenceEnd | Event::MappingEnd => self.close(span.end),
            Event::SequenceStart(style, _, tag) => {
                let is_block = style == StructureStyle::Block;
                let start = if is_block { self.dash_before(span.start) } else { span.start };
                self.begin(Value::List(Vec::new()), tag.is_some(), start..span.end);
            }
            Event::MappingStart(_, _, tag) => self.begin(Value::Map(Vec::new()), tag.is_some(), span),
            Event::Scalar(content, style, _, tag) => {
                let span = self.written(span);
                let value = scalar(content, style == ScalarStyle::Plain, tag.is_some());
                self.single(value, span);
            }
            Event::Alias(_) | Event::UnresolvedAlias(_) => {
                let name = elided(self.text.get(span.clone()).unwrap_or_default());
                let alias = Refusal {
                    about: &findings::BAD_VALUE,
                    message: format!("`{name}` repeats what stands elsewhere, which is not read").into(),
                    help: "write it out here",
                };
                self.single(("".into(), Value::Refused(Some(alias))), span);
            }
            _ => {}
        }
        Ok(())
    }

    /// Where a list begins: the parser passes over the first dash if it stands right under the name of the list.
    fn dash_before(&self, start: usize) -> usize {
        let before = self.text.get(..start).unwrap_or_default().trim_end_matches([' ', '\t']);
        let has_name = self.open.last().is_some_and(|open| open.name.is_some());
        if has_name && before.ends_with('-') { before.len() - 1 } else { start }
    }

    /// What of a value is written; block texts end with the breaks of their lines.
    fn written(&mut self, span: Range<usize>) -> Range<usize> {
        let written =
            self.text.get(span.clone()).unwrap_or_default().trim_end_matches([' ', '\t', '\n', '\r']);
        let span = span.start..span.start + written.len();
        self.end = self.end.max(span.end);
        span
    }

    fn is_at_name(&self) -> bool {
        self.open.last().is_some_and(|open| {
            open.name.is_none()
                && matches!(self.tree.get(open.node).map(|node| &node.value), Some(Value::Map(_)))
        })
    }

    /// A value without parts.
    fn single(&mut self, (raw, value): (Cow<'t, str>, Value<'t>), span: Range<usize>) {
        if self.skipped.is_some() {
            return;
        }
        if self.is_at_name() {
            return self.name(value, span);
        }
        let span = if span.is_empty() { self.place_of_nothing(span.start) } else { span };
        self.add(span, raw, value);
    }

    /// Nothing is written where a value should be: the name that it belongs to, or the dash of the list.
    fn place_of_nothing(&self, at: usize) -> Range<usize> {
        match self.open.last().and_then(|open| open.name.as_ref()) {
            Some((_, span)) => span.clone(),
            None if self.text.get(..at).is_some_and(|before| before.ends_with('-')) => at - 1..at,
            None => at..at,
        }
    }

    fn name(&mut self, value: Value<'t>, span: Range<usize>) {
        let name = match value {
            Value::Text(text) if text == "<<" && self.text.get(span.clone()) == Some("<<") => Err(MERGE_KEY),
            Value::Text(text) => Ok(text),
            Value::Refused(Some(refusal)) => Err(refusal),
            other => Err(Refusal {
                about: &findings::WRONG_TYPE,
                message: format!("a name is a text, and this is {}", other.word()).into(),
                help: "put it in quotes if it is a name",
            }),
        };
        if let Some(open) = self.open.last_mut() {
            open.name = Some((name, span));
        }
    }

    /// Adds a value to what holds it.
    fn add(&mut self, span: Range<usize>, raw: Cow<'t, str>, value: Value<'t>) -> usize {
        let Some(open) = self.open.last_mut() else {
            return self.tree.push(0, span, raw, value);
        };
        let (holder, name) = (open.node, open.name.take());
        let node = self.tree.push(holder, span, raw, value);
        match (self.tree.value_mut(holder), name) {
            (Some(Value::List(elements)), _) => elements.push(node),
            (Some(Value::Map(members)), Some((name, name_span))) => {
                members.push(Member { name, name_span, node });
            }
            _ => {}
        }
        node
    }

    /// A list or an object begins.
    fn begin(&mut self, value: Value<'t>, is_tagged: bool, span: Range<usize>) {
        if let Some(skipped) = &mut self.skipped {
            skipped.depth += 1;
            return;
        }
        if self.is_at_name() {
            // it belongs to nothing, and is kept for its place and its kind
            let node = self.tree.push(0, span, "", value);
            self.skipped = Some(Skipped { node, is_name: true, depth: 1 });
            return;
        }
        let value = if is_tagged { Value::Refused(Some(TAG)) } else { value };
        let node = self.add(span, "".into(), value);
        let is_deep = self.open.len() >= DEEPEST + TOP;
        if is_deep {
            self.tree.cut(node);
        }
        if is_deep || is_tagged {
            self.skipped = Some(Skipped { node, is_name: false, depth: 1 });
        } else {
            self.open.push(Open { node, name: None });
        }
    }

    /// A list or an object ends; in block style the place of the end is where something else begins.
    fn close(&mut self, at: usize) {
        if self.text.get(..at).is_some_and(|before| before.ends_with([']', '}'])) {
            self.end = self.end.max(at);
        }
        let Some(skipped) = &mut self.skipped else {
            if let Some(open) = self.open.pop() {
                self.tree.end(open.node, self.end);
            }
            return;
        };
        skipped.depth -= 1;
        if skipped.depth > 0 {
            return;
        }
        let (node, is_name) = (skipped.node, skipped.is_name);
        self.skipped = None;
        self.tree.end(node, self.end);
        if is_name && let Some(node) = self.tree.get(node) {
            let span = node.span.clone();
            let value = if matches!(node.value, Value::List(_)) {
                Value::List(Vec::new())
            } else {
                Value::Map(Vec::new())
            };
            self.name(value, span);
        }
    }
}

/// A scalar by the core schema of YAML 1.2, and its value as JSON.
fn scalar(content: Cow<'_, str>, is_plain: bool, is_tagged: bool) -> (Cow<'_, str>, Value<'_>) {
    if is_tagged {
        return ("".into(), Value::Refused(Some(TAG)));
    }
    if is_plain {
        match &*content {
            "null" | "Null" | "NULL" | "~" => return ("null".into(), Value::Null),
            "true" | "True" | "TRUE" => return ("true".into(), Value::Bool),
            "false" | "False" | "FALSE" => return ("false".into(), Value::Bool),
            text => {
                if let Some(number) = number(text) {
                    return number;
                }
            }
        }
    }
    (json::written(&content).into(), Value::Text(content))
}

/// A number by the core schema.
fn number<'t>(text: &str) -> Option<(Cow<'t, str>, Value<'t>)> {
    if !text.starts_with(|first: char| first.is_ascii_digit() || matches!(first, '+' | '-' | '.')) {
        // nearly every text
        return None;
    }
    let unsigned = text.strip_prefix(['+', '-']).unwrap_or(text);
    let is_radix = |prefix, is_digit: fn(char) -> bool| {
        text.strip_prefix(prefix).is_some_and(|digits| !digits.is_empty() && digits.chars().all(is_digit))
    };
    if is_radix("0x", |c| c.is_ascii_hexdigit()) || is_radix("0o", |c| c.is_digit(8)) {
        Some(foreign(text, Foreign::Radix))
    } else if matches!(unsigned, ".inf" | ".Inf" | ".INF") || matches!(text, ".nan" | ".NaN" | ".NAN") {
        Some(foreign(text, Foreign::Infinite))
    } else {
        decimal(text)
    }
}
