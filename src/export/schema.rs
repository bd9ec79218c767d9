//! The published JSON Schemas: what serde accepts and writes, told to programs in other languages.
//!
//! Plain `schemars` output is right but serves few consumers: code generators drop members of variants, validators refuse
//! `format: uint8`, optional members come back as `null`. The steps below change the form, never the verdict.

mod dialect;

use schemars::generate::{Contract, SchemaSettings};
use schemars::transform::{RecursiveTransform, RemoveRefSiblings};
use schemars::{JsonSchema, Schema};
use serde_json::{Map, Value, json};

use crate::diagnostic::JsonReport;
use crate::model::{Baseline, Organization, Overlay, Pack};

pub use dialect::Dialect;

/// The name of the published schema, unique and stable for the format version.
pub const ORGANIZATION_ID: &str = "urn:officium:1:organization";

/// The name of the published schema of packs.
pub const PROFILE_ID: &str = "urn:officium:1:profile";

/// The name of the published schema of baseline files.
pub const BASELINE_ID: &str = "urn:officium:1:baseline";

/// The name of the published schema of translations.
pub const OVERLAY_ID: &str = "urn:officium:1:overlay";

/// The schema of an organisation document, JSON Schema draft 2020-12, self-contained.
///
/// A document is accepted by it if and only if [`read::json`](crate::read::json) finds nothing of family E in it, as far as JSON
/// Schema can say it: duplicate members and numbers beyond the range of a double are matters of the text alone.
///
/// ```
/// let schema = officium::export::schema::organization();
/// assert_eq!(schema["$id"], officium::export::schema::ORGANIZATION_ID);
/// ```
#[must_use]
pub fn organization() -> Value {
    canonical::<Organization>(ORGANIZATION_ID, Contract::Deserialize)
}

/// The name of the published schema of reports, unique and stable for the format version.
pub const REPORT_ID: &str = "urn:officium:1:report";

/// The schema of a report as [`diagnostic::json`](crate::diagnostic::json) writes it, JSON Schema draft 2020-12, self-contained and exact:
/// there are no members but those that it names.
///
/// ```
/// let schema = officium::export::schema::report();
/// assert_eq!(schema["$id"], officium::export::schema::REPORT_ID);
/// ```
#[must_use]
pub fn report() -> Value {
    canonical::<JsonReport<'_>>(REPORT_ID, Contract::Serialize)
}

/// The schema of a pack, a profile document; see [`organization`].
///
/// That a pack names what it is based on, and only rules of the catalogue, is more than a schema can say.
#[must_use]
pub fn profile() -> Value {
    canonical::<Pack>(PROFILE_ID, Contract::Deserialize)
}

/// The schema of a baseline file; see [`organization`].
#[must_use]
pub fn baseline() -> Value {
    canonical::<Baseline>(BASELINE_ID, Contract::Deserialize)
}

/// The schema of translations into one language; see [`organization`].
#[must_use]
pub fn overlay() -> Value {
    canonical::<Overlay>(OVERLAY_ID, Contract::Deserialize)
}

/// The schema as it is committed and published: pretty-printed, with a final line break.
#[must_use]
pub fn text(schema: &Value) -> String {
    format!("{schema:#}\n")
}

/// `contract` says whether the documents are read or written.
fn canonical<T: JsonSchema>(id: &str, contract: Contract) -> Value {
    let mut settings = SchemaSettings::draft2020_12()
        .with_transform(RecursiveTransform(drop_width_formats))
        .with_transform(RecursiveTransform(bound_counts))
        .with_transform(RecursiveTransform(drop_null))
        .with_transform(RecursiveTransform(type_of_keywords))
        .with_transform(RecursiveTransform(plain_description))
        .with_transform(RemoveRefSiblings::default());
    settings.contract = contract;
    let mut schema = settings.into_generator().into_root_schema_for::<T>();
    let root = schema.ensure_object();
    name_definitions(root);
    name_variants(root);
    ordered(id, std::mem::take(root))
}

/// `uint8` and its like are no formats that validators know; bounds are stated anyway.
fn drop_width_formats(schema: &mut Schema) {
    if schema.get("format").and_then(Value::as_str).is_some_and(|format| format != "date") {
        schema.remove("format");
    }
}

/// What is only counted ends where a double no longer holds every whole number.
fn bound_counts(schema: &mut Schema) {
    const EXACT: i64 = (1 << 53) - 1;
    if schema.get("type").is_some_and(|kind| kind == "integer") && schema.get("maximum").is_none() {
        schema.insert("maximum".into(), EXACT.into());
    }
}

/// An optional member is absent, never `null`.
fn drop_null(schema: &mut Schema) {
    let Some(Value::Object(properties)) = schema.get_mut("properties") else {
        return;
    };
    for property in properties.values_mut().filter_map(Value::as_object_mut) {
        if let Some(Value::Array(types)) = property.get_mut("type") {
            types.retain(|name| name != "null");
            if let [only] = types.as_slice() {
                let only = only.clone();
                property.insert("type".into(), only);
            }
        }
        if let Some(Value::Array(branches)) = property.get_mut("anyOf") {
            branches.retain(|branch| branch != &json!({"type": "null"}));
            if let [Value::Object(only)] = branches.as_mut_slice() {
                let only = std::mem::take(only);
                property.remove("anyOf");
                property.extend(only);
            }
        }
    }
}

/// Keywords are `oneOf` constants with a description each, and the type stands outside, where forms look for it.
fn type_of_keywords(schema: &mut Schema) {
    let Some(Value::Array(branches)) = schema.get_mut("oneOf") else {
        return;
    };
    if !branches.iter().all(|branch| branch.get("const").is_some_and(Value::is_string)) {
        return;
    }
    for branch in branches.iter_mut().filter_map(Value::as_object_mut) {
        branch.remove("type");
    }
    schema.insert("type".into(), "string".into());
}

/// Every definition of an object, a union or a keyword has its name as title.
fn name_definitions(root: &mut Map<String, Value>) {
    let Some(Value::Object(definitions)) = root.get_mut("$defs") else {
        return;
    };
    for (name, definition) in definitions.iter_mut() {
        if let Some(definition) = definition.as_object_mut()
            && (definition.contains_key("properties") || definition.contains_key("oneOf"))
        {
            definition.insert("title".into(), name.as_str().into());
        }
    }
}

/// The members that tell variants apart; `op` is that of JSON Patch.
const TAGS: [&str; 2] = ["kind", "op"];

/// Every variant of a union becomes a definition of its own, named after the union and its tag.
fn name_variants(root: &mut Map<String, Value>) {
    let Some(Value::Object(definitions)) = root.get_mut("$defs") else {
        return;
    };
    let mut variants = Map::new();
    for (union, definition) in definitions.iter_mut() {
        let Some(Value::Array(branches)) = definition.get_mut("oneOf") else {
            continue;
        };
        for branch in branches {
            let Some((tag, word)) = TAGS.iter().find_map(|tag| {
                let word = branch.pointer(&format!("/properties/{tag}/const")).and_then(Value::as_str)?;
                Some((*tag, word))
            }) else {
                continue;
            };
            let name = format!("{union}{}", pascal_case(word));
            let reference = json!({ "$ref": format!("#/$defs/{name}") });
            let mut variant = std::mem::replace(branch, reference);
            let description = variant.get("description").cloned();
            if let (Some(description), Some(Value::Object(kind))) =
                (description, variant.pointer_mut(&format!("/properties/{tag}")))
            {
                kind.insert("description".into(), description);
            }
            if let Some(variant) = variant.as_object_mut() {
                variant.insert("title".into(), name.as_str().into());
            }
            variants.insert(name, variant);
        }
    }
    definitions.extend(variants);
}

fn pascal_case(kebab: &str) -> String {
    kebab
        .split('-')
        .map(|word| {
            let mut letters = word.chars();
            letters
                .next()
                .map(|first| first.to_ascii_uppercase())
                .into_iter()
                .chain(letters)
                .collect::<String>()
        })
        .collect()
}

/// Rust examples are for Rust; line breaks within a paragraph are for the source file.
fn plain_description(schema: &mut Schema) {
    let Some(Value::String(description)) = schema.get("description") else {
        return;
    };
    let prose = description.split("\n\n```").next().unwrap_or_default();
    let paragraphs: Vec<String> = prose.split("\n\n").map(|paragraph| paragraph.replace('\n', " ")).collect();
    schema.insert("description".into(), paragraphs.join("\n\n").into());
}

/// Keys in an order for readers, in every subschema; members stay in the order of their declaration, definitions are sorted.
fn ordered(id: &str, mut root: Map<String, Value>) -> Value {
    root.insert("$id".into(), id.into());
    if let Some(Value::Object(definitions)) = root.get_mut("$defs") {
        sort_by_key(definitions, str::to_owned);
    }
    let mut root = Value::Object(root);
    dialect::every(&mut root, &mut order);
    root
}

/// What it is, then what it holds.
const ORDER: [&str; 10] = [
    "$schema",
    "$id",
    "title",
    "description",
    "const",
    "type",
    "additionalProperties",
    "required",
    "properties",
    "$defs",
];

/// Keys that the order does not name come before the members.
fn order(keys: &mut Map<String, Value>) {
    sort_by_key(keys, |key| ORDER.iter().position(|name| *name == key).unwrap_or(ORDER.len() - 3));
}

fn sort_by_key<K: Ord>(map: &mut Map<String, Value>, key: impl Fn(&str) -> K) {
    let mut entries: Vec<_> = std::mem::take(map).into_iter().collect();
    entries.sort_by_key(|(name, _)| key(name));
    *map = entries.into_iter().collect();
}
