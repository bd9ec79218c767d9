//! The top level of a document: which members it has, and the pieces of which its lists consist.

use std::borrow::Cow;
use std::ops::Range;

use super::shape::{Form, Record, Shape};
#[cfg(any(feature = "yaml", feature = "toml"))]
use super::tree::Value;
use super::tree::{Refusal, Tree};
use super::{Format, findings, json, without_mark};
use crate::diagnostic::{Finding, Path};

/// The pieces of a document, as far as it is well-formed.
pub(super) struct Outline<'t> {
    pub(super) members: Vec<Member<'t>>,
    /// What the document is, if it is no object.
    pub(super) other: Option<Other>,
    /// Whether the text ends, or ceases to be well-formed, within the value of the last member.
    pub(super) is_open: bool,
    /// What is wrong with the text as such.
    pub(super) faults: Vec<Fault>,
    pub(super) pieces: Pieces<'t>,
}

/// Something that is wrong with the text as such.
pub(super) struct Fault {
    pub(super) finding: Finding,
    /// What was read all the same, for people.
    pub(super) kept: Option<&'static str>,
    /// What follows is not read, or not as it was meant.
    pub(super) is_end: bool,
    /// It may be due to the end of the text.
    pub(super) at_end: bool,
}

pub(super) struct Member<'t> {
    pub(super) name: Result<Cow<'t, str>, Refusal>,
    pub(super) name_span: Range<usize>,
    pub(super) content: Content<'t>,
}

pub(super) enum Content<'t> {
    /// The elements of a list.
    List(Vec<Piece<'t>>),
    /// Anything else, whole.
    Whole(Piece<'t>),
    /// Not a list where there should be one; what it is.
    NotAList(Other),
    /// The text ends, or ceases to be well-formed, before the value does.
    Broken,
}

/// What stands in the place of an object or a list.
pub(super) enum Other {
    /// Another value, in words.
    Value(&'static str),
    /// Something that is not read.
    #[cfg_attr(not(any(feature = "yaml", feature = "toml")), expect(dead_code, reason = "JSON has none"))]
    Refused(Option<Refusal>),
}

/// A value of the document.
#[derive(Clone, Copy)]
pub(super) enum Piece<'t> {
    /// A slice of JSON, which becomes a tree when it is needed, and how many levels hold it.
    Json(&'t str, usize),
    /// A node of the one tree of the document.
    Node(usize),
}

/// Where pieces belong.
pub(super) struct Pieces<'t> {
    pub(super) text: &'t str,
    /// Of formats that are read as a tree.
    pub(super) tree: Tree<'t>,
}

impl<'t> Outline<'t> {
    /// Reads as far as the text is well-formed; `document` says which members are lists.
    pub(super) fn read(format: Format, text: &'t str, document: Record) -> Self {
        match format {
            Format::Json => json::outline(text, document),
            #[cfg(feature = "yaml")]
            Format::Yaml => super::yaml::outline(text, document),
            #[cfg(feature = "toml")]
            Format::Toml => super::toml::outline(text, document),
        }
    }

    pub(super) fn empty(text: &'t str) -> Self {
        let pieces = Pieces { text, tree: Tree::default() };
        Self { members: Vec::new(), other: None, is_open: false, faults: Vec::new(), pieces }
    }

    /// Of a document that was read as a tree. When the text ceased to be well-formed, the values in `open` were not complete, each of
    /// which is a part of the one before it.
    #[cfg(any(feature = "yaml", feature = "toml"))]
    pub(super) fn of_tree(text: &'t str, tree: Tree<'t>, document: Record, open: &[usize]) -> Self {
        let mut outline = Self::empty(text);
        let members = match tree.get(0).map(|whole| &whole.value) {
            Some(Value::Map(members)) => members.clone(),
            // what begins as something else and breaks off is told as a fault
            _ if !open.is_empty() => Vec::new(),
            Some(Value::Refused(refusal)) => {
                outline.other = Some(Other::Refused(refusal.clone()));
                Vec::new()
            }
            Some(other) => {
                outline.other = Some(Other::Value(other.word()));
                Vec::new()
            }
            None => Vec::new(),
        };
        for member in members {
            let is_list = member.name.as_ref().is_ok_and(|name| is_list(document, name));
            let is_open = open.get(1) == Some(&member.node);
            let content = match tree.get(member.node).map(|node| &node.value) {
                Some(Value::List(elements)) if is_list => {
                    let complete = elements.iter().filter(|element| open.get(2) != Some(element));
                    Content::List(complete.map(|element| Piece::Node(*element)).collect())
                }
                _ if is_open => Content::Broken,
                Some(Value::Refused(refusal)) if is_list => {
                    Content::NotAList(Other::Refused(refusal.clone()))
                }
                Some(value) if is_list => Content::NotAList(Other::Value(value.word())),
                _ => Content::Whole(Piece::Node(member.node)),
            };
            outline.is_open = is_open;
            outline.members.push(Member { name: member.name, name_span: member.name_span, content });
        }
        outline.pieces.tree = tree;
        outline
    }

    /// Where in the model the text ceases to be well-formed.
    pub(super) fn path_of_end(&self) -> Path {
        self.members.last().filter(|_| self.is_open).map_or(Path::root(), |member| {
            let name = member.name.as_deref().unwrap_or_default();
            match &member.content {
                Content::List(elements) => Path::root().member(name).index(elements.len()),
                Content::Broken => Path::root().member(name),
                Content::Whole(_) | Content::NotAList(_) => Path::root(),
            }
        })
    }
}

impl Fault {
    /// The finding, with what was kept.
    pub(super) fn told(self) -> Finding {
        match self.kept {
            Some(kept) => self.finding.help(kept),
            None => self.finding,
        }
    }
}

impl Other {
    /// What is wrong with it, if no finding says so already.
    pub(super) fn finding(&self, path: Path, span: Range<usize>, expected: &str) -> Option<Finding> {
        match self {
            Self::Value(found) => Some(findings::wrong_type(path, span, expected, found)),
            Self::Refused(refusal) => refusal.as_ref().map(|refusal| refusal.finding(path, span)),
        }
    }
}

impl<'t> Pieces<'t> {
    /// The document as one piece, if it is well-formed.
    pub(super) fn whole(&self) -> Piece<'t> {
        if self.tree.len() > 0 { Piece::Node(0) } else { Piece::Json(without_mark(self.text), 0) }
    }

    /// Where a piece begins.
    pub(super) fn start(&self, piece: Piece<'t>) -> usize {
        match piece {
            Piece::Json(slice, _) => offset(self.text, slice),
            Piece::Node(node) => self.tree.get(node).map_or(0, |node| node.span.start),
        }
    }

    /// Looks into a piece: at a node of a tree.
    pub(super) fn look<R>(&self, piece: Piece<'t>, look: impl FnOnce(&Tree<'t>, usize) -> R) -> R {
        match piece {
            Piece::Json(slice, depth) => look(&json::tree(slice, self.start(piece), depth), 0),
            Piece::Node(node) => look(&self.tree, node),
        }
    }
}

/// The shape of an organisation.
pub(super) fn document() -> Record {
    Shape::titled("Organization").record()
}

/// Whether a member of the document is a list.
pub(super) fn is_list(document: Record, name: &str) -> bool {
    document.member(name).is_some_and(|shape| matches!(shape.form(), Form::List(_)))
}

/// Where in a text a slice of it begins.
pub(super) fn offset(text: &str, slice: &str) -> usize {
    (slice.as_ptr() as usize).wrapping_sub(text.as_ptr() as usize)
}
