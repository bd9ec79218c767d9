//! A text as a tree of values with their places, the common form of what is explained and found.

use std::borrow::Cow;
use std::ops::Range;

#[cfg(feature = "toml")]
use crate::diagnostic::Step;
use crate::diagnostic::{About, Finding, Path};

/// Deeper values are not looked into; serde stops there as well.
pub(super) const DEEPEST: usize = 100;

/// The document and its lists come on top of that.
pub(super) const TOP: usize = 2;

/// Values of a text, each with its parts.
#[derive(Default)]
pub(super) struct Tree<'t> {
    nodes: Vec<Node<'t>>,
}

pub(super) struct Node<'t> {
    /// Its bytes in the whole text.
    pub(super) span: Range<usize>,
    /// A text, number or truth value as JSON.
    pub(super) raw: Cow<'t, str>,
    pub(super) value: Value<'t>,
    /// Holds something that is nested too deep.
    pub(super) deep: bool,
    parent: usize,
}

pub(super) enum Value<'t> {
    Null,
    Bool,
    Number,
    Text(Cow<'t, str>),
    List(Vec<usize>),
    Map(Vec<Member<'t>>),
    /// Nothing that the format knows, wherever it stands; `None` where a finding says so already.
    Refused(Option<Refusal>),
    /// Nested too deep to be looked into.
    TooDeep,
}

#[derive(Clone)]
pub(super) struct Member<'t> {
    pub(super) name: Result<Cow<'t, str>, Refusal>,
    pub(super) name_span: Range<usize>,
    pub(super) node: usize,
}

/// Why something is not read.
#[derive(Clone)]
pub(super) struct Refusal {
    pub(super) about: &'static About,
    pub(super) message: Cow<'static, str>,
    pub(super) help: &'static str,
}

impl Refusal {
    pub(super) fn finding(&self, path: Path, span: Range<usize>) -> Finding {
        super::findings::finding(self.about, path, span, self.message.clone()).help(self.help)
    }
}

impl Value<'_> {
    /// What it is, for people.
    pub(super) fn word(&self) -> &'static str {
        match self {
            Self::Null => "`null`",
            Self::Bool => "a truth value",
            Self::Number => "a number",
            Self::Text(_) => "a text",
            Self::List(_) => "a list",
            Self::Map(_) => "an object",
            Self::Refused(_) => "a value that is not read",
            Self::TooDeep => "a deep value",
        }
    }
}

impl<'t> Tree<'t> {
    pub(super) fn get(&self, node: usize) -> Option<&Node<'t>> {
        self.nodes.get(node)
    }

    /// Where the name stands of a value that is a member.
    pub(super) fn name_span(&self, node: usize) -> Option<Range<usize>> {
        let Value::Map(members) = &self.get(self.get(node)?.parent)?.value else {
            return None;
        };
        members.iter().find(|member| member.node == node).map(|member| member.name_span.clone())
    }

    pub(super) fn len(&self) -> usize {
        self.nodes.len()
    }

    /// Adds a value as a part of another; the first is the whole. Who adds it says in the other's value where it belongs.
    pub(super) fn push(
        &mut self,
        parent: usize,
        span: Range<usize>,
        raw: impl Into<Cow<'t, str>>,
        value: Value<'t>,
    ) -> usize {
        self.nodes.push(Node { span, raw: raw.into(), value, deep: false, parent });
        self.nodes.len() - 1
    }

    pub(super) fn value_mut(&mut self, node: usize) -> Option<&mut Value<'t>> {
        self.nodes.get_mut(node).map(|node| &mut node.value)
    }

    /// Says where a value ends.
    #[cfg(feature = "yaml")]
    pub(super) fn end(&mut self, node: usize, end: usize) {
        if let Some(node) = self.nodes.get_mut(node) {
            node.span.end = end.max(node.span.start);
        }
    }

    /// Leaves a value unseen because it is nested too deep, and marks all that hold it.
    pub(super) fn cut(&mut self, mut at: usize) {
        if let Some(node) = self.nodes.get_mut(at) {
            node.value = Value::TooDeep;
        }
        while let Some(node) = self.nodes.get_mut(at).filter(|node| !node.deep) {
            node.deep = true;
            at = node.parent;
        }
    }

    /// The path that leads to a value.
    #[cfg(feature = "toml")]
    pub(super) fn path(&self, mut at: usize) -> Path {
        let mut steps = Vec::new();
        while let Some(node) = self.get(at).filter(|_| at != 0) {
            // parts were added in their order
            steps.extend(match self.get(node.parent).map(|parent| &parent.value) {
                Some(Value::List(elements)) => {
                    let id = self.id(at).map(Box::from);
                    elements.binary_search(&at).ok().map(|index| Step::Element { index, id })
                }
                Some(Value::Map(members)) => members
                    .binary_search_by_key(&at, |member| member.node)
                    .ok()
                    .and_then(|nth| members.get(nth)?.name.as_deref().ok())
                    .map(|name| Step::Member(name.into())),
                _ => None,
            });
            at = node.parent;
        }
        steps.reverse();
        Path::from_steps(&steps)
    }

    /// The value of the member `id` of a record.
    pub(super) fn id_node(&self, node: usize) -> Option<usize> {
        let Value::Map(members) = &self.get(node)?.value else {
            return None;
        };
        members.iter().find(|member| member.is("id")).map(|member| member.node)
    }

    /// The id of a record, whether or not it is well-formed.
    pub(super) fn id(&self, node: usize) -> Option<&str> {
        match &self.get(self.id_node(node)?)?.value {
            Value::Text(id) => Some(id),
            _ => None,
        }
    }
}

impl Member<'_> {
    pub(super) fn is(&self, name: &str) -> bool {
        self.name.as_deref().is_ok_and(|own| own == name)
    }
}
