//! A value of a tree as JSON again.

use super::json;
use super::tree::{Tree, Value};

/// What is still to be written.
enum Write<'t> {
    Text(&'t str),
    Name(&'t str),
    Node(usize),
}

/// The value, without the nodes that are not kept. Where something is kept that is not read, this is no JSON.
pub(super) fn written(tree: &Tree<'_>, whole: usize, keeps: impl Fn(usize) -> bool) -> String {
    let mut text = String::new();
    let mut todo = vec![Write::Node(whole)];
    while let Some(next) = todo.pop() {
        let node = match next {
            Write::Text(part) => {
                text.push_str(part);
                continue;
            }
            Write::Name(name) => {
                text.push_str(&json::written(name));
                continue;
            }
            Write::Node(node) => node,
        };
        let Some(node) = tree.get(node) else { continue };
        let mut parts = Vec::new();
        match &node.value {
            Value::List(elements) => {
                parts.push(Write::Text("["));
                for element in elements.iter().filter(|element| keeps(**element)) {
                    parts.extend([Write::Node(*element), Write::Text(",")]);
                }
                parts.pop_if(|last| matches!(last, Write::Text(",")));
                parts.push(Write::Text("]"));
            }
            Value::Map(members) => {
                parts.push(Write::Text("{"));
                for member in members.iter().filter(|member| keeps(member.node)) {
                    let name = member.name.as_deref().map_or(Write::Text(""), Write::Name);
                    parts.extend([name, Write::Text(":"), Write::Node(member.node), Write::Text(",")]);
                }
                parts.pop_if(|last| matches!(last, Write::Text(",")));
                parts.push(Write::Text("}"));
            }
            Value::Refused(_) | Value::TooDeep => parts.push(Write::Text("?")),
            Value::Null | Value::Bool | Value::Number | Value::Text(_) => parts.push(Write::Text(&node.raw)),
        }
        todo.extend(parts.into_iter().rev());
    }
    text
}
