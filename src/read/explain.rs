//! Why a piece does not read, and what of it does.
//!
//! The piece is compared with the committed schema, part by part: all findings at once, each with its exact place. What is bad is
//! left out, so that the rest can be read. The walk follows the schema, which has no cycles, so its depth does not depend on the text.

use std::cell::OnceCell;
use std::collections::BTreeSet;
use std::ops::Range;

use super::findings::{self, elided, finding, listed};
use super::leaf;
use super::shape::{Form, Record, Shape};
use super::tree::{Member, Node, Tree, Value};
use crate::diagnostic::{Finding, Path, closest};

/// What was found in a piece, and the nodes that have to be left out of it.
pub(super) struct Explained {
    pub(super) findings: Vec<Finding>,
    /// Whether something is left when they are.
    pub(super) readable: bool,
    dropped: BTreeSet<usize>,
}

/// Compares a tree with a shape; `path` leads to the tree.
pub(super) fn explain(tree: &Tree<'_>, shape: Shape, path: &Path) -> Explained {
    let mut walk = Walk { tree, findings: Vec::new(), dropped: BTreeSet::new() };
    let readable = walk.value(0, shape, path);
    Explained { findings: walk.findings, readable, dropped: walk.dropped }
}

impl Explained {
    pub(super) fn keeps(&self, node: usize) -> bool {
        !self.dropped.contains(&node)
    }

    /// The piece without what is bad.
    pub(super) fn repaired(&self, tree: &Tree<'_>) -> String {
        let mut text = String::new();
        let mut todo = vec![Write::Node(0)];
        while let Some(next) = todo.pop() {
            let node = match next {
                Write::Text(part) => {
                    text.push_str(part);
                    continue;
                }
                Write::Node(node) => node,
            };
            let Some(node) = tree.get(node) else { continue };
            let mut parts = Vec::new();
            match &node.value {
                Value::List(elements) => {
                    parts.push(Write::Text("["));
                    for element in elements.iter().filter(|element| self.keeps(**element)) {
                        parts.extend([Write::Node(*element), Write::Text(",")]);
                    }
                    parts.pop_if(|last| matches!(last, Write::Text(",")));
                    parts.push(Write::Text("]"));
                }
                Value::Map(members) => {
                    parts.push(Write::Text("{"));
                    for member in members.iter().filter(|member| self.keeps(member.node)) {
                        let name = member.raw_name;
                        parts.extend([
                            Write::Text(name),
                            Write::Text(":"),
                            Write::Node(member.node),
                            Write::Text(","),
                        ]);
                    }
                    parts.pop_if(|last| matches!(last, Write::Text(",")));
                    parts.push(Write::Text("}"));
                }
                _ => parts.push(Write::Text(node.raw)),
            }
            todo.extend(parts.into_iter().rev());
        }
        text
    }
}

/// What is still to be written.
enum Write<'t> {
    Text(&'t str),
    Node(usize),
}

struct Walk<'t> {
    tree: &'t Tree<'t>,
    findings: Vec<Finding>,
    dropped: BTreeSet<usize>,
}

impl<'t> Walk<'t> {
    /// Whether the value is readable, if need be without some of its parts.
    fn value(&mut self, at: usize, shape: Shape, path: &Path) -> bool {
        let Some(node) = self.tree.get(at) else {
            return false;
        };
        match (shape.form(), &node.value) {
            (Form::Record(record), Value::Map(members)) => self.record(node, members, record, path),
            (Form::List(inner), Value::List(elements)) => {
                for (index, &element) in elements.iter().enumerate() {
                    let path = match self.tree.id(element) {
                        Some(id) => path.clone().element(index, id),
                        None => path.clone().index(index),
                    };
                    if !self.value(element, inner, &path) {
                        self.dropped.insert(element);
                    }
                }
                true
            }
            (Form::Truth, Value::Bool) => true,
            (Form::Keyword(words), Value::Text(text)) => {
                words.contains(&&**text) || self.unknown_word(node, text, &words, shape, path)
            }
            (Form::Union(variants), Value::Map(members)) => self.union(node, members, &variants, path),
            (Form::Leaf { text: true }, Value::Text(_)) | (Form::Leaf { text: false }, Value::Number) => {
                self.leaf(node, shape, path)
            }
            (form, value) => {
                let expected = match form {
                    Form::Record(_) | Form::Union(_) => "an object",
                    Form::List(_) => "a list",
                    Form::Truth => "`true` or `false`",
                    Form::Keyword(_) | Form::Leaf { text: true } => "a text",
                    Form::Leaf { text: false } => "a whole number",
                };
                self.wrong_type(node, value, expected, path)
            }
        }
    }

    fn record(&mut self, node: &Node<'t>, members: &'t [Member<'t>], record: Record, path: &Path) -> bool {
        let mut seen: Vec<&str> = Vec::new();
        let mut lost: Vec<&str> = Vec::new();
        let names = OnceCell::new();
        for member in members {
            let Some(name) = member.name.as_deref() else {
                self.broken_text(member.name_span.clone(), path);
                self.dropped.insert(member.node);
                continue;
            };
            let inner = path.clone().member(name);
            let Some(shape) = record.member(name) else {
                let names =
                    names.get_or_init(|| members.iter().filter_map(|it| it.name.as_deref()).collect());
                self.unknown_member(member, name, names, record, inner);
                continue;
            };
            if seen.contains(&name) {
                self.findings.push(
                    finding(
                        &findings::DUPLICATE_MEMBER,
                        inner,
                        member.name_span.clone(),
                        format!("member `{name}` stands here a second time"),
                    )
                    .argument("member", &name)
                    .help("keep the one that is right and remove the other; the first one was read"),
                );
                self.dropped.insert(member.node);
                continue;
            }
            seen.push(name);
            let is_tag = name == "kind" && record.is_variant();
            if !is_tag && !self.value(member.node, shape, &inner) {
                self.dropped.insert(member.node);
                lost.push(name);
            }
        }
        let mut complete = true;
        for name in record.required() {
            if !seen.contains(&name) {
                complete = false;
                self.missing(node, name, path);
            } else if lost.contains(&name) {
                complete = false;
            }
        }
        complete
    }

    fn union(
        &mut self,
        node: &Node<'t>,
        members: &'t [Member<'t>],
        variants: &[(&'static str, Record)],
        path: &Path,
    ) -> bool {
        let tags: Vec<&'static str> = variants.iter().map(|(tag, _)| *tag).collect();
        let kind = members.iter().find(|member| member.name.as_deref() == Some("kind"));
        let Some(kind) = kind.and_then(|member| self.tree.get(member.node)) else {
            let listed = listed(&tags);
            self.missing(node, "kind", path);
            if let Some(last) = self.findings.pop() {
                self.findings.push(last.help(format!("`kind` is one of {listed}")));
            }
            return false;
        };
        let inner = path.clone().member("kind");
        let Value::Text(tag) = &kind.value else {
            return self.wrong_type(kind, &kind.value, "a text", &inner);
        };
        let chosen = variants.iter().find(|(name, _)| name == tag).map(|(_, record)| *record);
        let Some(record) = chosen else {
            return self.unknown_tag(kind, tag, &tags, inner);
        };
        self.record(node, members, record, path)
    }

    fn leaf(&mut self, node: &Node<'t>, shape: Shape, path: &Path) -> bool {
        let Err(why) = leaf::verdict(shape.name, node.raw) else {
            return true;
        };
        let shown = elided(node.raw.trim_matches('"'));
        let what = leaf::words(shape.name);
        let finding = finding(
            &findings::BAD_VALUE,
            path.clone(),
            node.span.clone(),
            format!("`{shown}` is not a valid {what}"),
        )
        .argument("value", &shown)
        .argument("type", &what)
        .help(why);
        self.findings.push(finding);
        false
    }

    fn missing(&mut self, node: &Node<'t>, name: &str, path: &Path) {
        self.findings.push(
            finding(
                &findings::MISSING_MEMBER,
                path.clone(),
                node.span.clone(),
                format!("required member `{name}` is missing"),
            )
            .argument("member", &name)
            .help(format!("add `{name}`; without it this is not read")),
        );
    }

    fn unknown_member(
        &mut self,
        member: &Member<'t>,
        name: &str,
        names: &BTreeSet<&str>,
        record: Record,
        path: Path,
    ) {
        self.dropped.insert(member.node);
        if self.tree.get(member.node).is_some_and(|node| node.deep) {
            return self.too_deep(member.name_span.clone(), &path);
        }
        let span = member.name_span.clone();
        let stands = |name: &str| names.contains(name);
        self.findings.push(findings::unknown_member(name, path, span, record.names(), stands));
    }

    fn unknown_word(
        &mut self,
        node: &Node<'t>,
        text: &str,
        words: &[&'static str],
        shape: Shape,
        path: &Path,
    ) -> bool {
        let shown = elided(text);
        let unknown = if shape.name == "FormatVersion" {
            finding(
                &findings::FORMAT_VERSION,
                path.clone(),
                node.span.clone(),
                format!("format version `{shown}` is not known here"),
            )
            .help(format!("this program reads version {}; a later one needs a later program", listed(words)))
        } else {
            let candidates = closest(text, words.iter().copied());
            let what = leaf::words(shape.name);
            finding(
                &findings::UNKNOWN_VARIANT,
                path.clone(),
                node.span.clone(),
                format!("`{shown}` is not a known {what}"),
            )
            .help(format!("use one of {}", listed(words)))
            .candidates(candidates)
        };
        self.findings.push(unknown.argument("value", &shown));
        false
    }

    fn unknown_tag(&mut self, kind: &Node<'t>, tag: &str, tags: &[&'static str], path: Path) -> bool {
        let shown = elided(tag);
        let unknown = finding(
            &findings::UNKNOWN_VARIANT,
            path,
            kind.span.clone(),
            format!("`{shown}` is not a known kind here"),
        )
        .argument("value", &shown)
        .help(format!("`kind` is one of {}", listed(tags)))
        .candidates(closest(tag, tags.iter().copied()));
        self.findings.push(unknown);
        false
    }

    fn wrong_type(&mut self, node: &Node<'t>, value: &Value<'_>, expected: &str, path: &Path) -> bool {
        if matches!(value, Value::BrokenText) {
            self.broken_text(node.span.clone(), path);
        } else if node.deep {
            self.too_deep(node.span.clone(), path);
        } else {
            let found = value.word();
            let mut wrong = finding(
                &findings::WRONG_TYPE,
                path.clone(),
                node.span.clone(),
                format!("expected {expected}, found {found}"),
            )
            .argument("expected", expected)
            .argument("found", found);
            if matches!(value, Value::Null) {
                wrong = wrong.help("leave the member out where there is nothing to say");
            }
            self.findings.push(wrong);
        }
        false
    }

    fn broken_text(&mut self, span: Range<usize>, path: &Path) {
        let broken =
            finding(&findings::BAD_VALUE, path.clone(), span, "the text holds half of a surrogate pair")
                .help("write the character itself, or both halves of its escape");
        self.findings.push(broken);
    }

    fn too_deep(&mut self, span: Range<usize>, path: &Path) {
        let deep = finding(
            &findings::LIMIT,
            path.clone(),
            span,
            format!("the value is nested deeper than {} levels", super::tree::DEEPEST),
        )
        .argument("levels", &super::tree::DEEPEST)
        .help("nothing in the format is nested so deep: check what wrote the document");
        self.findings.push(deep);
    }
}
