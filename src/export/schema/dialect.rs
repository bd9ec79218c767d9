//! One schema, said to different consumers. The form changes, never the verdict.

mod draft_07;
mod forms;
mod openapi;

use serde_json::{Map, Value};

/// For whom a schema is written.
#[derive(
    Debug,
    Clone,
    Copy,
    Default,
    PartialEq,
    Eq,
    strum::EnumIter,
    strum::EnumString,
    strum::IntoStaticStr,
    strum::Display,
)]
#[strum(serialize_all = "kebab-case")]
#[non_exhaustive]
pub enum Dialect {
    /// JSON Schema draft 2020-12: what is published, and what the others are made of.
    #[default]
    Canonical,
    /// JSON Schema draft-07, which editors know best.
    #[strum(serialize = "draft-07")]
    Draft07,
    /// Components of an `OpenAPI` 3.1 document, with discriminators: for generators of clients.
    #[strum(serialize = "openapi-3.1")]
    OpenApi31,
    /// Draft 2020-12 with titles for people on every member, variant and word: for generators of forms.
    Forms,
}

impl Dialect {
    /// All dialects, the canonical one first.
    pub fn all() -> impl Iterator<Item = Self> {
        <Self as strum::IntoEnumIterator>::iter()
    }

    /// The canonical schema in this dialect. Each has an `$id` of its own, so that a program can hold several.
    ///
    /// ```
    /// use officium::export::schema::{self, Dialect};
    /// let for_editors = Dialect::Draft07.of(&schema::organization());
    /// assert_eq!(for_editors["$schema"], "http://json-schema.org/draft-07/schema#");
    /// assert!(for_editors["definitions"]["Position"].is_object());
    /// ```
    #[must_use]
    pub fn of(self, canonical: &Value) -> Value {
        let mut schema = match self {
            Self::Canonical => return canonical.clone(),
            Self::Draft07 => draft_07::of(canonical),
            Self::OpenApi31 => openapi::of(canonical),
            Self::Forms => forms::of(canonical),
        };
        every(&mut schema, &mut super::order);
        schema
    }
}

/// The `$id` of a schema in another dialect.
fn id_in(canonical: &Value, dialect: Dialect) -> Value {
    format!("{}:{dialect}", canonical.get("$id").and_then(Value::as_str).unwrap_or_default()).into()
}

/// Calls `change` for every schema within a schema, the inner ones first. The schema has no cycles but by reference, and its depth is
/// that of a definition.
pub(super) fn every(schema: &mut Value, change: &mut impl FnMut(&mut Map<String, Value>)) {
    let Some(keys) = schema.as_object_mut() else { return };
    for (key, value) in keys.iter_mut() {
        match (key.as_str(), value) {
            ("properties" | "$defs", Value::Object(parts)) => {
                parts.values_mut().for_each(|part| every(part, change));
            }
            ("oneOf" | "allOf", Value::Array(parts)) => parts.iter_mut().for_each(|part| every(part, change)),
            ("items", part) => every(part, change),
            _ => {}
        }
    }
    change(keys);
}

/// The branches of a union of constants: each word with its description; `None` for other schemas.
fn words(schema: &Map<String, Value>) -> Option<Vec<(&str, &str)>> {
    let branches = schema.get("oneOf")?.as_array()?;
    branches
        .iter()
        .map(|branch| {
            let text = |key: &str| branch.get(key).and_then(Value::as_str);
            Some((text("const")?, text("description").unwrap_or_default()))
        })
        .collect()
}
