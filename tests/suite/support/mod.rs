//! Documents for tests: made from the schema, spoiled at random, and cut down to what matters.

pub(crate) mod checked;
pub(crate) mod dirty;
pub(crate) mod generate;
pub(crate) mod naive;
pub(crate) mod odd;
pub(crate) mod random;
pub(crate) mod shrink;
pub(crate) mod spoil;
pub(crate) mod written;

use std::collections::BTreeSet;

use officium::diagnostic::Report;
use serde_json::Value;

/// The schema as the crate builds it today.
pub(crate) fn schema() -> Value {
    officium::export::schema::organization()
}

/// The independent judge. Formats are asserted, because consumers may do so.
pub(crate) fn validator(schema: &Value) -> jsonschema::Validator {
    jsonschema::options().should_validate_formats(true).build(schema).expect("the schema is one")
}

/// The definitions of a schema, by name.
pub(crate) fn definitions(schema: &Value) -> impl Iterator<Item = (&str, &Value)> {
    schema["$defs"].as_object().into_iter().flatten().map(|(name, definition)| (name.as_str(), definition))
}

/// Whether the definition is one of constants.
pub(crate) fn is_keyword(definition: &Value) -> bool {
    let branches = definition["oneOf"].as_array();
    branches.is_some_and(|branches| branches.iter().all(|branch| branch.get("const").is_some()))
}

/// Whether it is a text or a number that has a parser of its own.
pub(crate) fn is_leaf(definition: &Value) -> bool {
    definition.get("oneOf").is_none() && (definition["type"] == "string" || definition["type"] == "integer")
}

/// The codes that a report raises, for a document that is an example of `code`. What is waived is not raised. An example of a rule
/// about waivers needs a finding to be waived, which does not count.
pub(crate) fn raised(report: &Report, document: &str, code: &str) -> BTreeSet<String> {
    let document: Value = serde_json::from_str(document).unwrap_or_default();
    let waivers = document["waivers"].as_array().into_iter().flatten();
    let waived: BTreeSet<&str> =
        waivers.filter(|_| code.starts_with('W')).filter_map(|waiver| waiver["code"].as_str()).collect();
    let findings = report.findings().iter().filter(|finding| finding.waived.is_none());
    let codes = findings.map(|finding| finding.code().to_string());
    codes.filter(|found| found == code || !waived.contains(found.as_str())).collect()
}

/// A number from the environment, so that a run can be repeated or lengthened.
pub(crate) fn setting(name: &str) -> Option<String> {
    std::env::var(name).ok().filter(|value| !value.is_empty())
}
