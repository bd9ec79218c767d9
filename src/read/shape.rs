//! The committed schema, as the explain pass walks it.

use std::sync::OnceLock;

use serde_json::Value;

/// The schema is data of the crate, so that explaining needs neither the generator nor the feature that builds it.
const COMMITTED: &str = include_str!("../../schema/organization.schema.json");

fn committed() -> &'static Value {
    static PARSED: OnceLock<Value> = OnceLock::new();
    PARSED.get_or_init(|| serde_json::from_str(COMMITTED).unwrap_or_default())
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
    pub(crate) fn document() -> Self {
        Self { name: "Organization", schema: committed() }
    }

    /// Follows references, each of which leads to a definition and never back: a test checks that the schema has no cycle.
    fn of(mut schema: &'static Value) -> Self {
        let mut name = "";
        loop {
            let reference =
                schema.pointer("/allOf/0/$ref").or_else(|| schema.get("$ref")).and_then(Value::as_str);
            let Some(definition) = reference.and_then(|reference| reference.strip_prefix("#/$defs/")) else {
                break;
            };
            let Some(target) = committed().get("$defs").and_then(|all| all.get(definition)) else {
                break;
            };
            name = definition;
            schema = target;
        }
        Self { name, schema }
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
    pub(crate) const EMPTY: Self = Self(&Value::Null);

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
