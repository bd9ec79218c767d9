//! Draft-07: the canonical schema uses no keyword that it lacks, but some have other names.

use serde_json::{Map, Value};

use super::{Dialect, every, id_in};

pub(super) fn of(canonical: &Value) -> Value {
    let mut schema = canonical.clone();
    every(&mut schema, &mut |keys| {
        if let Some(Value::String(reference)) = keys.get_mut("$ref") {
            *reference = reference.replace("#/$defs/", "#/definitions/");
        }
    });
    let Value::Object(keys) = schema else { return schema };
    // members keep their order
    let renamed = keys.into_iter().map(|(key, value)| match key.as_str() {
        "$schema" => (key, "http://json-schema.org/draft-07/schema#".into()),
        "$id" => (key, id_in(canonical, Dialect::Draft07)),
        "$defs" => ("definitions".to_owned(), value),
        _ => (key, value),
    });
    Value::Object(renamed.collect::<Map<_, _>>())
}
