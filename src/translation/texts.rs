//! All texts for people, with their places.
//!
//! What a text is, the committed schema says: a new member is found here on the day it is added.

use serde_json::{Map, Value};

use crate::diagnostic::Path;
use crate::model::{Organization, Text};
use crate::read::{Form, Record, Shape};

/// Texts that are not translated, by the record and the member that hold them: names of persons and things, numbers, references.
const NAMES: [(&str, &str); 14] = [
    ("Organization", "$schema"),
    ("ExternalCode", "scheme"),
    ("ExternalCode", "version"),
    ("ExternalCode", "code"),
    ("Holder", "name"),
    ("HeldQualification", "evidence"),
    ("SignOff", "name"),
    ("Acknowledgement", "name"),
    ("Acknowledgement", "version"),
    ("DocumentControl", "number"),
    ("DocumentControl", "version"),
    ("Position", "grade"),
    ("Responsibility", "function"),
    ("Waiver", "subject"),
];

/// The texts of an organisation that people read in their language, each with its place, in the order of the document.
///
/// Names of persons, external codes, document numbers and whatever else is the same in every language are not among them.
#[must_use]
pub fn texts(organization: &Organization) -> Vec<(Path, Text)> {
    let mut found = Vec::new();
    changed(organization, &mut |path, text| {
        found.push((path.clone(), text.clone()));
        None
    });
    found
}

/// The organisation with other texts, where `other` gives one.
pub(super) fn changed(
    organization: &Organization,
    other: &mut impl FnMut(&Path, &Text) -> Option<Text>,
) -> Organization {
    // records are JSON, and one text in the place of another changes no shape: neither step can fail
    let Ok(mut document) = serde_json::to_value(organization) else {
        return organization.clone();
    };
    Walk { other }.value(&mut document, Shape::titled("Organization"), &Path::root());
    serde_json::from_value(document).unwrap_or_else(|_| organization.clone())
}

struct Walk<'f, F> {
    other: &'f mut F,
}

impl<F: FnMut(&Path, &Text) -> Option<Text>> Walk<'_, F> {
    /// Follows the schema, which has no cycles, so the depth does not depend on the document.
    fn value(&mut self, value: &mut Value, shape: Shape, path: &Path) {
        match (shape.form(), value) {
            (Form::Record(record), Value::Object(members)) => {
                self.members(members, record, shape.name, path);
            }
            (Form::Union(variants), Value::Object(members)) => {
                let kind = members.get("kind").and_then(Value::as_str);
                let variant = variants.iter().find(|(tag, _)| Some(*tag) == kind).map(|(_, record)| *record);
                if let Some(record) = variant {
                    self.members(members, record, shape.name, path);
                }
            }
            (Form::List(inner), Value::Array(elements)) => {
                for (index, element) in elements.iter_mut().enumerate() {
                    let path = match element.get("id").and_then(Value::as_str) {
                        Some(id) => path.clone().element(index, id),
                        None => path.clone().index(index),
                    };
                    self.value(element, inner, &path);
                }
            }
            (Form::Leaf { text: true }, Value::String(content)) if shape.name == "Text" => {
                let text = Text::try_from(content.as_str()).ok();
                if let Some(other) = text.and_then(|text| (self.other)(path, &text)) {
                    *content = other.to_string();
                }
            }
            _ => {}
        }
    }

    fn members(&mut self, members: &mut Map<String, Value>, record: Record, owner: &str, path: &Path) {
        for name in record.names().filter(|name| !NAMES.contains(&(owner, name))) {
            if let (Some(shape), Some(member)) = (record.member(name), members.get_mut(name)) {
                self.value(member, shape, &path.clone().member(name));
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_not_translated_exists() {
        let schema: Value =
            serde_json::from_str(include_str!("../../schema/organization.schema.json")).unwrap_or_default();
        for (owner, member) in NAMES {
            let parent = if owner == "Organization" { String::new() } else { format!("/$defs/{owner}") };
            let pointer = format!("{parent}/properties/{member}");
            assert!(schema.pointer(&pointer).is_some(), "{owner} has no {member}");
        }
    }
}
