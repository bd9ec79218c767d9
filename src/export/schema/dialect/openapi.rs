//! `OpenAPI` 3.1: a document whose components are the definitions.
//!
//! Generators tell variants apart by `discriminator`, and know words by `enum`; that each word has a description, they learn from
//! `x-enum-descriptions`.

use serde_json::{Map, Value, json};

use super::{Dialect, every, id_in, words};

pub(super) fn of(canonical: &Value) -> Value {
    let mut schema = canonical.clone();
    let tags = tags(canonical);
    every(&mut schema, &mut |keys| {
        enumerate(keys);
        discriminate(keys, &tags);
        if let Some(Value::String(reference)) = keys.get_mut("$ref") {
            *reference = reference.replace("#/$defs/", COMPONENTS);
        }
    });
    let Value::Object(mut root) = schema else { return schema };
    let definitions = root.remove("$defs").unwrap_or_default();
    root.retain(|key, _| key != "$schema" && key != "$id");
    let title = root.get("title").cloned().unwrap_or_default();
    let mut components = Map::new();
    components.insert(title.as_str().unwrap_or_default().to_owned(), Value::Object(root));
    if let Value::Object(definitions) = definitions {
        components.extend(definitions);
    }
    json!({
        "openapi": "3.1.0",
        "info": {
            "title": title,
            "description": format!("The schemas of `{}`, as components to be referred to.", id_in(canonical, Dialect::OpenApi31).as_str().unwrap_or_default()),
            "version": env!("CARGO_PKG_VERSION"),
        },
        "paths": {},
        "components": { "schemas": components },
    })
}

const COMPONENTS: &str = "#/components/schemas/";

/// Words as `enum`, with their descriptions beside them and in one.
fn enumerate(keys: &mut Map<String, Value>) {
    let Some(words) = words(keys) else { return };
    let listed: Vec<String> = words.iter().map(|(word, what)| format!("- `{word}`: {what}")).collect();
    let whole = keys.get("description").and_then(Value::as_str).unwrap_or_default();
    let description = format!("{whole}\n\n{}", listed.join("\n"));
    let names: Vec<String> = words.iter().map(|(word, _)| super::super::pascal_case(word)).collect();
    let (values, descriptions): (Vec<&str>, Vec<&str>) = words.into_iter().unzip();
    let new = json!({
        "description": description,
        "enum": values,
        "x-enum-varnames": names,
        "x-enum-descriptions": descriptions,
    });
    keys.remove("oneOf");
    if let Value::Object(new) = new {
        keys.extend(new);
    }
}

/// By definition, the tag that its variants carry.
fn tags(canonical: &Value) -> Map<String, Value> {
    let definitions = canonical.get("$defs").and_then(Value::as_object).into_iter().flatten();
    let tagged = definitions.filter_map(|(name, definition)| {
        Some((name.clone(), definition.pointer("/properties/kind/const")?.clone()))
    });
    tagged.collect()
}

/// Variants are told apart by the member `kind`; generators want to be told which tag leads where.
fn discriminate(keys: &mut Map<String, Value>, tags: &Map<String, Value>) {
    let Some(Value::Array(branches)) = keys.get("oneOf") else { return };
    let mapping: Option<Map<String, Value>> = branches
        .iter()
        .map(|branch| {
            let reference = branch.get("$ref")?.as_str()?;
            let name = reference.rsplit('/').next()?;
            Some((tags.get(name)?.as_str()?.to_owned(), format!("{COMPONENTS}{name}").into()))
        })
        .collect();
    if let Some(mapping) = mapping {
        keys.insert("discriminator".into(), json!({ "propertyName": "kind", "mapping": mapping }));
    }
}
