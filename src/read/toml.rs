//! TOML, as far as JSON can say the same: what its parser recovers makes a tree.

use std::borrow::Cow;
use std::collections::VecDeque;
use std::ops::Range;

use ::toml::Spanned;
use ::toml::de::{DeArray, DeTable, DeValue, Error};

use super::findings::{self, finding};
use super::json;
use super::number::{Foreign, decimal, foreign};
use super::outline::{Fault, Outline};
use super::shape::Record;
use super::tree::{DEEPEST, Member, Refusal, TOP, Tree, Value};
use crate::diagnostic::{Path, Step};

/// The parser's own limit.
const NESTING: usize = 80;

/// Closed inline tables that are passed over in search of the one in which an error stands, so that many errors stay cheap.
const LOOKED_BACK: usize = 100;

const TIME: &str = "write the day alone, as in `2026-03-31`; put it in quotes if it is a text";

/// Reads what of the text is TOML.
pub(super) fn outline(text: &str, document: Record) -> Outline<'_> {
    let (table, errors) = DeTable::parse_recoverable(text);
    let errors = Errors::of(text, &errors);
    let tree = tree(table, &errors);
    let faults = errors.faults(&tree, document);
    let mut outline = Outline::of_tree(text, tree, document, &[]);
    outline.faults = faults;
    outline
}

/// The tree of a document, level by level.
fn tree<'t>(table: Spanned<DeTable<'t>>, errors: &Errors<'t>) -> Tree<'t> {
    let mut tree = Tree::default();
    let whole = tree.push(0, 0..errors.text.len(), "", Value::Null);
    let mut open = VecDeque::from([(whole, Parts::Table(table.into_inner()), 0)]);
    while let Some((node, parts, depth)) = open.pop_front() {
        if depth >= DEEPEST + TOP {
            tree.cut(node);
            continue;
        }
        let mut add = |value: Spanned<DeValue<'t>>| {
            let span = value.span();
            let (raw, value, parts) = content(value.into_inner(), &span, errors);
            let part = tree.push(node, span, raw, value);
            open.extend(parts.map(|parts| (part, parts, depth + 1)));
            part
        };
        let value = match parts {
            Parts::List(elements) => Value::List(elements.into_iter().map(add).collect()),
            Parts::Table(table) => {
                let mut members: Vec<_> = table.into_iter().collect();
                // the parser's table is in the order of the alphabet
                members.sort_by_key(|(name, _)| name.span().start);
                let members = members.into_iter().map(|(name, value)| {
                    let name_span = name.span();
                    Member { name: Ok(name.into_inner()), name_span, node: add(value) }
                });
                Value::Map(members.collect())
            }
        };
        if let Some(own) = tree.value_mut(node) {
            *own = value;
        }
    }
    tree
}

/// What a value consists of.
enum Parts<'t> {
    List(DeArray<'t>),
    Table(DeTable<'t>),
}

/// A value as JSON, as a node of the tree, and what it consists of.
fn content<'t>(
    value: DeValue<'t>,
    span: &Range<usize>,
    errors: &Errors<'t>,
) -> (Cow<'t, str>, Value<'t>, Option<Parts<'t>>) {
    let written = || errors.text.get(span.clone()).unwrap_or_default();
    let (raw, value) = match value {
        DeValue::Array(elements) => return ("".into(), Value::Null, Some(Parts::List(elements))),
        DeValue::Table(table) => return ("".into(), Value::Null, Some(Parts::Table(table))),
        // whether there is such a day is told as it is in other formats
        DeValue::Datetime(_) if is_day(written()) => {
            (json::written(written()).into(), Value::Text(written().into()))
        }
        // what the parser puts in the place of what it could not read
        _ if errors.touch(span) => ("".into(), Value::Refused(None)),
        DeValue::String(text) => (json::written(&text).into(), Value::Text(text)),
        DeValue::Boolean(truth) => (if truth { "true" } else { "false" }.into(), Value::Bool),
        DeValue::Integer(number) if number.radix() != 10 => foreign(written(), Foreign::Radix),
        DeValue::Integer(number) => {
            decimal(number.as_str()).unwrap_or_else(|| foreign(written(), Foreign::Zeros))
        }
        DeValue::Float(number) => {
            decimal(number.as_str()).unwrap_or_else(|| foreign(written(), Foreign::Infinite))
        }
        DeValue::Datetime(time) => {
            let what = if time.date.is_some() { "a date with a time" } else { "a time" };
            let message = format!("`{}` is {what}, which is not read", written()).into();
            ("".into(), Value::Refused(Some(Refusal { about: &findings::BAD_VALUE, message, help: TIME })))
        }
    };
    (raw, value, None)
}

/// Whether a text has the form of a day, whether or not there is such a day.
fn is_day(text: &str) -> bool {
    text.len() == 10
        && text.bytes().enumerate().all(|(nth, byte)| match nth {
            4 | 7 => byte == b'-',
            _ => byte.is_ascii_digit(),
        })
}

/// What the parser could not read, in the order of the text.
struct Errors<'t> {
    text: &'t str,
    errors: Vec<(Range<usize>, String)>,
}

impl<'t> Errors<'t> {
    fn of(text: &'t str, errors: &[Error]) -> Self {
        let place = |error: &Error| {
            let span = error.span().unwrap_or(0..0);
            // an error at one byte of a longer character
            let boundary = |at: usize| (0..=at.min(text.len())).rev().find(|at| text.is_char_boundary(*at));
            let start = boundary(span.start).unwrap_or(0);
            start..boundary(span.end).unwrap_or(start).max(start)
        };
        let mut errors: Vec<_> =
            errors.iter().map(|error| (place(error), error.message().to_owned())).collect();
        let is_of_a_day = |span: &Range<usize>| text.get(span.clone()).is_some_and(is_day);
        errors.retain(|(span, message)| !(message.starts_with("invalid date") && is_of_a_day(span)));
        errors.sort_by_key(|(span, _)| span.start);
        Self { text, errors }
    }

    /// Whether a value is one that the parser could not read.
    fn touch(&self, value: &Range<usize>) -> bool {
        let next = self.errors.partition_point(|(span, _)| span.start < value.start);
        value.is_empty() || self.errors.get(next).is_some_and(|(span, _)| span.start <= value.end)
    }

    fn faults(&self, tree: &Tree<'_>, document: Record) -> Vec<Fault> {
        let tables = if self.errors.is_empty() { Vec::new() } else { self.tables(tree) };
        let end = self.text.trim_end().len();
        let fault = |(span, message): &(Range<usize>, String)| {
            let table = self.table_of(span, &tables);
            let path = table.map_or(Path::root(), |(node, _)| tree.path(node));
            let is_in_header = table.is_some_and(|(_, is_in_header)| is_in_header);
            if message == "duplicate key" {
                return self.duplicate(span, path, is_in_header);
            }
            if message.contains("recurs") {
                let finding = findings::too_deep(path, span.clone(), NESTING);
                return Fault { finding, kept: None, is_end: false, at_end: false };
            }
            // a broken header names a table that nobody meant
            let is_meant =
                matches!(path.steps().first(), Some(Step::Member(name)) if document.member(name).is_some());
            let path = if is_meant && !is_in_header { path } else { Path::root() };
            let finding = finding(&findings::SYNTAX, path, span.clone(), format!("not TOML: {message}"));
            let kept = Some("what else could be made out was read");
            let at_end = span.start >= end;
            Fault { finding, kept, is_end: true, at_end }
        };
        self.errors.iter().map(fault).collect()
    }

    /// A name that stands in its table a second time, or in the header of one that is there already.
    fn duplicate(&self, span: &Range<usize>, path: Path, is_in_header: bool) -> Fault {
        let after = self.text.get(span.end..).unwrap_or_default().trim_start_matches([' ', '\t']);
        let is_header = after.starts_with(']');
        let name = self.text.get(span.clone()).unwrap_or_default().trim_matches(['"', '\'']);
        let path = match (is_header, is_in_header) {
            (true, true) => path,
            (true, false) => Path::root().member(name),
            (false, _) => path.member(name),
        };
        let (help, kept) = if is_header {
            ("bring both into one", Some("the rest of the document may have been misread"))
        } else {
            ("keep the one that is right and remove the other; the first one was read", None)
        };
        let finding = findings::duplicate_member(name, path, span.clone(), help);
        Fault { finding, kept, is_end: is_header, at_end: false }
    }

    /// Tables that have a header or braces, in the order of the text.
    fn tables(&self, tree: &Tree<'_>) -> Vec<(Range<usize>, usize)> {
        let mut tables: Vec<_> = (1..tree.len())
            .filter_map(|node| tree.get(node).map(|value| (value, node)))
            .filter(|(node, _)| matches!(node.value, Value::Map(_)))
            .map(|(value, node)| (value.span.clone(), node))
            .filter(|(span, _)| self.text.get(span.clone()).is_some_and(|text| text.starts_with(['[', '{'])))
            .collect();
        tables.sort_by_key(|(span, _)| span.start);
        tables
    }

    /// The table in which something stands, and whether it stands in its header.
    fn table_of(&self, span: &Range<usize>, tables: &[(Range<usize>, usize)]) -> Option<(usize, bool)> {
        let before = tables.get(..tables.partition_point(|(table, _)| table.start <= span.start))?;
        before.iter().rev().take(LOOKED_BACK).find_map(|(table, node)| {
            let has_header = self.text.get(table.clone()).is_some_and(|text| text.starts_with('['));
            let is_within = span.start <= table.end;
            (has_header || is_within).then_some((*node, has_header && is_within))
        })
    }
}
