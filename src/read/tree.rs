//! A text as a tree of values with their places, the common form of what is explained.

use std::borrow::Cow;
use std::collections::VecDeque;
use std::ops::Range;

use serde::de::{Deserializer as _, MapAccess, SeqAccess, Visitor};
use serde_json::value::RawValue;

/// Deeper values are not looked into; serde stops there as well.
pub(super) const DEEPEST: usize = 100;

/// All values of a text; the first is the whole.
pub(super) struct Tree<'t> {
    nodes: Vec<Node<'t>>,
}

pub(super) struct Node<'t> {
    /// Its bytes in the whole text.
    pub(super) span: Range<usize>,
    /// The text itself.
    pub(super) raw: &'t str,
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
    /// A text that holds half of a surrogate pair.
    BrokenText,
    /// Nested too deep to be looked into.
    TooDeep,
}

pub(super) struct Member<'t> {
    /// `None` where it holds half of a surrogate pair.
    pub(super) name: Option<Cow<'t, str>>,
    pub(super) raw_name: &'t str,
    pub(super) name_span: Range<usize>,
    pub(super) node: usize,
}

impl Value<'_> {
    /// What it is, for people.
    pub(super) fn word(&self) -> &'static str {
        match self {
            Self::Null => "`null`",
            Self::Bool => "a truth value",
            Self::Number => "a number",
            Self::Text(_) | Self::BrokenText => "a text",
            Self::List(_) => "a list",
            Self::Map(_) => "an object",
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

    /// The value of the member `id` of a record.
    pub(super) fn id_node(&self, node: usize) -> Option<usize> {
        let Value::Map(members) = &self.get(node)?.value else {
            return None;
        };
        members.iter().find(|member| member.name.as_deref() == Some("id")).map(|member| member.node)
    }

    /// The id of a record, whether or not it is well-formed.
    pub(super) fn id(&self, node: usize) -> Option<&str> {
        match &self.get(self.id_node(node)?)?.value {
            Value::Text(id) => Some(id),
            _ => None,
        }
    }

    /// The tree of a piece of JSON that is known to be well-formed; `offset` is where the piece begins in the whole text.
    pub(super) fn json(piece: &'t str, offset: usize) -> Self {
        let place = |raw: &str| {
            let start = offset + (raw.as_ptr() as usize).wrapping_sub(piece.as_ptr() as usize);
            start..start + raw.len()
        };
        let mut nodes: Vec<Node<'t>> =
            vec![Node { span: place(piece), raw: piece, value: Value::Null, deep: false, parent: 0 }];
        let mut open = VecDeque::from([(0, 0)]);
        while let Some((node, depth)) = open.pop_front() {
            let Some(raw) = nodes.get(node).map(|node| node.raw) else {
                continue;
            };
            let mut children = Children::default();
            // an error can only be half of a surrogate pair, for the piece is well-formed
            let value = match raw.trim_start().bytes().next() {
                Some(b'[' | b'{') if depth >= DEEPEST => Value::TooDeep,
                Some(b'n') => Value::Null,
                Some(b't' | b'f') => Value::Bool,
                Some(b'"') => text(raw).map_or(Value::BrokenText, Value::Text),
                Some(b'[') => match serde_json::Deserializer::from_str(raw).deserialize_seq(&mut children) {
                    Ok(()) => Value::List((nodes.len()..nodes.len() + children.values.len()).collect()),
                    Err(_) => Value::BrokenText,
                },
                Some(b'{') => match serde_json::Deserializer::from_str(raw).deserialize_map(&mut children) {
                    Ok(()) => {
                        let names = children.names.iter().enumerate();
                        let member = |(nth, name): (usize, &&'t str)| Member {
                            name: text(name),
                            raw_name: name,
                            name_span: place(name),
                            node: nodes.len() + nth,
                        };
                        Value::Map(names.map(member).collect())
                    }
                    Err(_) => Value::BrokenText,
                },
                _ => Value::Number,
            };
            if matches!(value, Value::TooDeep) {
                mark_deep(&mut nodes, node);
            }
            if let Some(node) = nodes.get_mut(node) {
                node.value = value;
            }
            for raw in children.values {
                open.push_back((nodes.len(), depth + 1));
                nodes.push(Node { span: place(raw), raw, value: Value::Null, deep: false, parent: node });
            }
        }
        Self { nodes }
    }
}

/// Marks a value and all that hold it.
fn mark_deep(nodes: &mut [Node<'_>], mut at: usize) {
    while let Some(node) = nodes.get_mut(at).filter(|node| !node.deep) {
        node.deep = true;
        at = node.parent;
    }
}

/// The content of a JSON string.
pub(super) fn text(raw: &str) -> Option<Cow<'_, str>> {
    /// serde reads `Cow<str>` as owned, unless told otherwise.
    #[derive(serde::Deserialize)]
    struct Content<'t>(#[serde(borrow)] Cow<'t, str>);
    serde_json::from_str::<Content<'_>>(raw).ok().map(|content| content.0)
}

/// The pieces of which a list or an object consists.
#[derive(Default)]
struct Children<'t> {
    names: Vec<&'t str>,
    values: Vec<&'t str>,
}

impl<'t> Visitor<'t> for &mut Children<'t> {
    type Value = ();

    fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("a list or an object")
    }

    fn visit_seq<A: SeqAccess<'t>>(self, mut list: A) -> Result<(), A::Error> {
        while let Some(value) = list.next_element::<&'t RawValue>()? {
            self.values.push(value.get());
        }
        Ok(())
    }

    fn visit_map<A: MapAccess<'t>>(self, mut object: A) -> Result<(), A::Error> {
        while let Some(name) = object.next_key::<&'t RawValue>()? {
            self.names.push(name.get());
            self.values.push(object.next_value::<&'t RawValue>()?.get());
        }
        Ok(())
    }
}
