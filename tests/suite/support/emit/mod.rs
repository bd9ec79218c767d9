//! A document written as YAML and as TOML, in one of the ways in which people and programs write them, with the place of each part.

mod toml;
mod yaml;

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use officium::read::Format;
use serde_json::Value;

use super::random::Random;

/// A text, and where in it the parts are, by their JSON Pointers.
#[derive(Default)]
pub(crate) struct Emitted {
    pub(crate) text: String,
    pub(crate) names: BTreeMap<String, Range<usize>>,
    pub(crate) values: BTreeMap<String, Range<usize>>,
    /// Where the last value ended.
    end: usize,
}

impl Emitted {
    fn name(&mut self, pointer: &str, name: &str) {
        let start = self.text.len();
        self.text.push_str(name);
        self.names.insert(pointer.to_owned(), start..self.text.len());
    }

    fn value(&mut self, pointer: &str, value: &str) {
        let start = self.text.len();
        self.text.push_str(value);
        self.end = self.text.len();
        self.values.insert(pointer.to_owned(), start..self.end);
    }
}

/// The document in that format; none where the format cannot say it. `dates` are the names of members that hold dates.
pub(crate) fn emit(
    format: Format,
    document: &Value,
    dates: &BTreeSet<&str>,
    random: &mut Random,
) -> Option<Emitted> {
    match format {
        Format::Json => {
            let text = serde_json::to_string_pretty(document).expect("a value can be written");
            Some(Emitted { text, ..Emitted::default() })
        }
        Format::Yaml => Some(yaml::emit(document, random)),
        Format::Toml => toml::emit(document, dates, random),
        _ => None,
    }
}

/// The names of members that hold dates and nothing else, wherever they stand.
pub(crate) fn dates(schema: &Value) -> BTreeSet<&str> {
    fn survey<'s>(schema: &'s Value, dates: &mut BTreeSet<&'s str>, others: &mut BTreeSet<&'s str>) {
        for (name, member) in schema["properties"].as_object().into_iter().flatten() {
            let is_date = member.to_string().contains("\"#/$defs/Date\"") && member.get("items").is_none();
            if is_date { &mut *dates } else { &mut *others }.insert(name);
        }
        match schema {
            Value::Object(parts) => parts.values().for_each(|part| survey(part, dates, others)),
            Value::Array(parts) => parts.iter().for_each(|part| survey(part, dates, others)),
            _ => {}
        }
    }
    let (mut dates, mut others) = (BTreeSet::new(), BTreeSet::new());
    survey(schema, &mut dates, &mut others);
    &dates - &others
}

fn child(pointer: &str, name: &str) -> String {
    format!("{pointer}/{}", name.replace('~', "~0").replace('/', "~1"))
}

/// In double quotes, with the escapes that JSON, YAML and TOML have in common.
fn quoted(text: &str) -> String {
    let json = serde_json::to_string(text).expect("a text can be written");
    json.chars()
        .map(|c| match c {
            '\u{7f}'..='\u{9f}' | '\u{2028}' | '\u{2029}' | '\u{feff}' => format!("\\u{:04x}", u32::from(c)),
            _ => c.to_string(),
        })
        .collect()
}

/// Whether a text may stand in single quotes, on one line, as it is.
fn is_one_plain_line(text: &str) -> bool {
    !text.chars().any(|c| c.is_control() || matches!(c, '\u{2028}' | '\u{2029}' | '\u{feff}'))
}
