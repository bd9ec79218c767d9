//! A piece of JSON as a tree, level by level.

use std::borrow::Cow;
use std::collections::VecDeque;

use serde::de::{Deserializer as _, MapAccess, SeqAccess, Visitor};
use serde_json::value::RawValue;

use super::super::tree::{DEEPEST, Member, Refusal, TOP, Tree, Value};
use super::super::{findings, outline};

/// Half of a surrogate pair is the only thing that well-formed JSON can say and a text cannot.
const HALF_PAIR: Refusal = Refusal {
    about: &findings::BAD_VALUE,
    message: Cow::Borrowed("the text holds half of a surrogate pair"),
    help: "write the character itself, or both halves of its escape",
};

/// The tree of a piece that is known to be well-formed; `offset` is where the piece begins in the whole text, and `depth` how many
/// levels hold it.
pub(in super::super) fn tree(piece: &str, offset: usize, depth: usize) -> Tree<'_> {
    let place = |raw: &str| {
        let start = offset + outline::offset(piece, raw);
        start..start + raw.len()
    };
    let mut tree = Tree::default();
    let whole = tree.push(0, place(piece), piece, Value::Null);
    let mut open = VecDeque::from([(whole, piece, depth)]);
    while let Some((node, raw, depth)) = open.pop_front() {
        let first = raw.trim_start().bytes().next();
        if matches!(first, Some(b'[' | b'{')) && depth >= DEEPEST + TOP {
            tree.cut(node);
            continue;
        }
        let mut children = Children::default();
        let next = tree.len();
        // an error can only be half of a surrogate pair, for the piece is well-formed
        let value = match first {
            Some(b'n') => Value::Null,
            Some(b't' | b'f') => Value::Bool,
            Some(b'"') => name(raw).map_or_else(|why| Value::Refused(Some(why)), Value::Text),
            Some(b'[') => match serde_json::Deserializer::from_str(raw).deserialize_seq(&mut children) {
                Ok(()) => Value::List((next..next + children.values.len()).collect()),
                Err(_) => Value::Refused(Some(HALF_PAIR)),
            },
            Some(b'{') => match serde_json::Deserializer::from_str(raw).deserialize_map(&mut children) {
                Ok(()) => {
                    let names = children.names.iter().zip(next..);
                    let members =
                        names.map(|(raw, node)| Member { name: name(raw), name_span: place(raw), node });
                    Value::Map(members.collect())
                }
                Err(_) => Value::Refused(Some(HALF_PAIR)),
            },
            _ => Value::Number,
        };
        if let Some(own) = tree.value_mut(node) {
            *own = value;
        }
        for raw in children.values {
            open.push_back((tree.push(node, place(raw), raw, Value::Null), raw, depth + 1));
        }
    }
    tree
}

/// The content of a JSON string.
pub(in super::super) fn text(raw: &str) -> Option<Cow<'_, str>> {
    /// serde reads `Cow<str>` as owned, unless told otherwise.
    #[derive(serde::Deserialize)]
    struct Content<'t>(#[serde(borrow)] Cow<'t, str>);
    serde_json::from_str::<Content<'_>>(raw).ok().map(|content| content.0)
}

/// A text as a JSON string.
pub(in super::super) fn written(text: &str) -> String {
    // a text can always be written
    serde_json::to_string(text).unwrap_or_default()
}

/// The name that a JSON string gives a member.
pub(super) fn name(raw: &str) -> Result<Cow<'_, str>, Refusal> {
    text(raw).ok_or(HALF_PAIR)
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
