//! Forms: people see a title on every member, variant and word, in the place of its name.

use serde_json::{Map, Value};

use super::{Dialect, every, id_in};

pub(super) fn of(canonical: &Value) -> Value {
    let mut schema = canonical.clone();
    every(&mut schema, &mut |keys| {
        unwrap(keys);
        if let Some(Value::Object(members)) = keys.get_mut("properties") {
            for (name, member) in members.iter_mut() {
                title(member, spoken(name));
            }
        }
        // a variant is chosen by its tag, a word by itself
        let tag = keys.get("properties").and_then(|members| members.get("kind")?.get("const"));
        if let Some(word) = tag.or_else(|| keys.get("const")).and_then(Value::as_str).map(spoken) {
            keys.insert("title".into(), word.into());
        }
    });
    let Value::Object(mut keys) = schema else { return schema };
    if let Some(Value::Object(definitions)) = keys.get_mut("$defs") {
        for (name, definition) in definitions.iter_mut() {
            if definition.pointer("/properties/kind/const").is_none() && definition.get("title").is_some() {
                title(definition, spoken(name));
            }
        }
    }
    keys.insert("$id".into(), id_in(canonical, Dialect::Forms));
    Value::Object(keys)
}

/// A reference beside a description: generators of forms know the type of a word only when nothing is wrapped around it.
fn unwrap(keys: &mut Map<String, Value>) {
    let Some(Value::Array(wrapped)) = keys.get("allOf") else { return };
    if let [Value::Object(only)] = wrapped.as_slice() {
        let only = only.clone();
        keys.remove("allOf");
        keys.extend(only);
    }
}

fn title(schema: &mut Value, title: String) {
    if let Some(keys) = schema.as_object_mut() {
        keys.insert("title".into(), title.into());
    }
}

/// A name as people would say it: `noSubstituteBecause` and `no-substitute-because` are `No substitute because`.
fn spoken(name: &str) -> String {
    let mut spoken = String::new();
    for letter in name.chars().filter(|letter| *letter != '$') {
        match letter {
            '-' => spoken.push(' '),
            letter if spoken.is_empty() => spoken.push(letter.to_ascii_uppercase()),
            letter if letter.is_ascii_uppercase() => spoken.extend([' ', letter.to_ascii_lowercase()]),
            letter => spoken.push(letter),
        }
    }
    spoken
}
