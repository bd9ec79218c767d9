//! The committed schemas, as the explain pass walks it.

use std::sync::OnceLock;

use serde_json::Value;

/// The schemas are data of the crate, so that explaining needs neither the generator nor the feature that builds them.
const COMMITTED: [&str; 4] = [
    include_str!("../../schema/organization.schema.json"),
    include_str!("../../schema/profile.schema.json"),
    include_str!("../../schema/baseline.schema.json"),
    include_str!("../../schema/overlay.schema.json"),
];

fn committed() -> impl Iterator<Item = &'static Value> {
    static PARSED: [OnceLock<Value>; COMMITTED.len()] = [const { OnceLock::new() }; COMMITTED.len()];
    let parsed = PARSED.iter().zip(COMMITTED);
    parsed.map(|(parsed, text)| parsed.get_or_init(|| serde_json::from_str(text).unwrap_or_default()))
}

/// A definition; those of one name say the same in all schemas.
fn definition(name: &str) -> Option<&'static Value> {
    committed().find_map(|schema| schema.get("$defs")?.get(name))
}

/// A schema, with the name of its definition where it has one.
#[derive(Clone, Copy)]
pub(crate) struct Shape {
    pub(crate) name: &'static str,
    schema: &'static Value,
}

/// What a schema asks for.
pub(crate) enum Form {
    Record(Record),
    List(Shape),
    Truth,
    /// One of these words.
    Keyword(Vec<&'static str>),
    /// One of these records, told apart by the member `kind`.
    Union(Vec<(&'static str, Record)>),
    /// A text or a number that its own parser reads.
    Leaf {
        text: bool,
    },
}

/// The members of an object.
#[derive(Clone, Copy)]
pub(crate) struct Record(&'static Value);

impl Shape {
    /// The schema of a document, by its title.
    pub(crate) fn titled(title: &'static str) -> Self {
        let is_it = |schema: &&Value| schema.get("title").and_then(Value::as_str) == Some(title);
        Self { name: title, schema: committed().find(is_it).unwrap_or(&Value::Null) }
    }

    /// Follows references, each of which leads to a definition and never back: a test checks that the schema has no cycle.
    fn of(mut schema: &'static Value) -> Self {
        let mut name = "";
        loop {
            let reference =
                schema.pointer("/allOf/0/$ref").or_else(|| schema.get("$ref")).and_then(Value::as_str);
            let referred = reference.and_then(|reference| reference.strip_prefix("#/$defs/"));
            let Some((definition, target)) = referred.and_then(|name| Some((name, definition(name)?))) else {
                break;
            };
            name = definition;
            schema = target;
        }
        Self { name, schema }
    }

    /// The members of a document.
    pub(super) fn record(self) -> Record {
        match self.form() {
            Form::Record(record) => record,
            _ => Record::EMPTY,
        }
    }

    pub(crate) fn form(self) -> Form {
        if let Some(branches) = self.schema.get("oneOf").and_then(Value::as_array) {
            let words: Vec<_> =
                branches.iter().filter_map(|branch| branch.get("const")).filter_map(Value::as_str).collect();
            if words.len() == branches.len() {
                return Form::Keyword(words);
            }
            let variants = branches.iter().map(Self::of).filter_map(|variant| {
                let tag = variant.schema.pointer("/properties/kind/const").and_then(Value::as_str)?;
                Some((tag, Record(variant.schema)))
            });
            return Form::Union(variants.collect());
        }
        match self.schema.get("type").and_then(Value::as_str) {
            Some("object") => Form::Record(Record(self.schema)),
            Some("array") => Form::List(self.schema.get("items").map_or(self, Self::of)),
            Some(kind @ ("string" | "integer")) => Form::Leaf { text: kind == "string" },
            _ => Form::Truth,
        }
    }
}

impl Record {
    /// Without members; stands for a schema that cannot be.
    const EMPTY: Self = Self(&Value::Null);

    pub(crate) fn member(self, name: &str) -> Option<Shape> {
        self.0.get("properties").and_then(|all| all.get(name)).map(Shape::of)
    }

    /// Whether it is one of several, told apart by `kind`.
    pub(crate) fn is_variant(self) -> bool {
        self.0.pointer("/properties/kind/const").is_some()
    }

    pub(crate) fn names(self) -> impl Iterator<Item = &'static str> {
        let members = self.0.get("properties").and_then(Value::as_object);
        members.into_iter().flat_map(|members| members.keys()).map(String::as_str)
    }

    pub(crate) fn required(self) -> impl Iterator<Item = &'static str> {
        let names = self.0.get("required").and_then(Value::as_array);
        names.into_iter().flatten().filter_map(Value::as_str)
    }
}
