//! The smallest document that still shows something.

use serde_json::Value;

/// Leaves out members, elements and halves of texts, as long as `shows` stays true.
pub(crate) fn shrunk(mut document: Value, shows: impl Fn(&Value) -> bool) -> Value {
    loop {
        let smaller = (0..).map_while(|nth| without(&document, nth)).find(|smaller| shows(smaller));
        match smaller {
            Some(smaller) => document = smaller,
            None => return document,
        }
    }
}

/// The document without its nth part, counted from the top, so that large parts go first.
fn without(document: &Value, nth: usize) -> Option<Value> {
    let mut smaller = document.clone();
    let mut left = nth;
    remove(&mut smaller, &mut left).then_some(smaller)
}

fn remove(value: &mut Value, left: &mut usize) -> bool {
    match value {
        Value::Object(members) => {
            if let Some(name) = members.keys().nth(*left).cloned() {
                members.remove(&name);
                return true;
            }
            *left -= members.len();
            members.values_mut().any(|member| remove(member, left))
        }
        Value::Array(elements) => {
            if *left < elements.len() {
                elements.remove(*left);
                return true;
            }
            *left -= elements.len();
            elements.iter_mut().any(|element| remove(element, left))
        }
        Value::String(text) if text.chars().count() > 1 => {
            if *left < 2 {
                let half = text.chars().count() / 2;
                *text = if *left == 0 {
                    text.chars().take(half).collect()
                } else {
                    text.chars().skip(half).collect()
                };
                return true;
            }
            *left -= 2;
            false
        }
        _ => false,
    }
}
