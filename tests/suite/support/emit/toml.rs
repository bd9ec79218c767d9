//! TOML: with headers, inline tables and arrays, and its three kinds of texts.

use std::collections::BTreeSet;

use serde_json::{Map, Value};

use super::super::random::Random;
use super::{Emitted, child, is_one_plain_line, quoted};

/// None where there is a `null`, or no table.
pub(super) fn emit(document: &Value, dates: &BTreeSet<&str>, random: &mut Random) -> Option<Emitted> {
    let members = document.as_object().filter(|_| is_sayable(document))?;
    let mut writer = Writer { out: Emitted::default(), dates, random };
    writer.out.text.push_str("# an organisation\n");
    writer.table(members, "", &[]);
    Some(writer.out)
}

fn is_sayable(value: &Value) -> bool {
    match value {
        Value::Null => false,
        Value::Array(elements) => elements.iter().all(is_sayable),
        Value::Object(members) => members.values().all(is_sayable),
        _ => true,
    }
}

struct Writer<'r> {
    out: Emitted,
    dates: &'r BTreeSet<&'r str>,
    random: &'r mut Random,
}

impl Writer<'_> {
    /// Members on lines of their own, and then tables with headers; `names` lead to the table.
    fn table(&mut self, members: &Map<String, Value>, pointer: &str, names: &[String]) {
        let (headed, inline): (Vec<_>, Vec<_>) = members.iter().partition(|(_, member)| {
            let may_be = match member {
                Value::Object(_) => true,
                Value::Array(elements) => !elements.is_empty() && elements.iter().all(Value::is_object),
                _ => false,
            };
            may_be && self.random.chance(if names.is_empty() { 80 } else { 50 })
        });
        for (name, member) in inline {
            let pointer = child(pointer, name);
            let written = self.key(name);
            self.out.name(&pointer, &written);
            self.out.text.push_str(" = ");
            self.value(member, name, &pointer);
            self.end_of_line();
        }
        for (name, member) in headed {
            let pointer = child(pointer, name);
            let key = self.key(name);
            let path: Vec<String> = names.iter().cloned().chain([key]).collect();
            match member {
                Value::Object(members) => {
                    self.header(&path, &pointer, &pointer, ["[", "]"]);
                    self.table(members, &pointer, &path);
                }
                _ => {
                    for (nth, element) in member.as_array().into_iter().flatten().enumerate() {
                        let element_pointer = format!("{pointer}/{nth}");
                        self.header(&path, &pointer, &element_pointer, ["[[", "]]"]);
                        self.table(element.as_object().unwrap_or(&Map::new()), &element_pointer, &path);
                    }
                }
            }
        }
    }

    fn header(&mut self, path: &[String], named: &str, pointer: &str, [open, close]: [&str; 2]) {
        let start = self.out.text.len();
        self.out.text.push_str(open);
        for (nth, key) in path.iter().enumerate() {
            if nth > 0 {
                self.out.text.push('.');
            }
            let at = self.out.text.len();
            self.out.text.push_str(key);
            if nth + 1 == path.len() {
                self.out.names.entry(named.to_owned()).or_insert(at..self.out.text.len());
            }
        }
        self.out.text.push_str(close);
        self.out.values.insert(pointer.to_owned(), start..self.out.text.len());
        // a list stands where its first table does
        self.out.values.entry(named.to_owned()).or_insert(start..self.out.text.len());
        self.end_of_line();
    }

    fn value(&mut self, value: &Value, name: &str, pointer: &str) {
        let start = self.out.text.len();
        match value {
            Value::Array(elements) => {
                self.out.text.push('[');
                for (nth, element) in elements.iter().enumerate() {
                    self.separator(nth);
                    self.value(element, "", &format!("{pointer}/{nth}"));
                }
                self.out.text.push(']');
            }
            Value::Object(members) => {
                self.out.text.push('{');
                for (nth, (name, member)) in members.iter().enumerate() {
                    self.separator(nth);
                    let pointer = child(pointer, name);
                    let written = self.key(name);
                    self.out.name(&pointer, &written);
                    self.out.text.push_str(" = ");
                    self.value(member, name, &pointer);
                }
                self.out.text.push('}');
            }
            _ => {
                let written = self.scalar(value, name);
                return self.out.value(pointer, &written);
            }
        }
        self.out.values.insert(pointer.to_owned(), start..self.out.text.len());
    }

    fn scalar(&mut self, value: &Value, name: &str) -> String {
        match value {
            Value::String(text) if self.dates.contains(name) && is_day(text) && self.random.chance(70) => {
                text.clone()
            }
            Value::String(text)
                if is_one_plain_line(text) && !text.contains('\'') && self.random.chance(40) =>
            {
                if self.random.chance(50) { format!("'{text}'") } else { format!("'''\n{text}'''") }
            }
            Value::String(text) if self.random.chance(30) => format!("\"\"{}\"\"", quoted(text)),
            Value::String(text) => quoted(text),
            other => other.to_string(),
        }
    }

    fn separator(&mut self, nth: usize) {
        if nth > 0 {
            self.out.text.push(',');
        }
        self.out.text.push_str(self.random.pick::<&str>(&["", " ", " ", "# more\n  "]));
    }

    fn key(&mut self, name: &str) -> String {
        let is_bare = !name.is_empty()
            && name.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"-_".contains(&byte));
        if is_bare && self.random.chance(85) { name.to_owned() } else { quoted(name) }
    }

    fn end_of_line(&mut self) {
        self.out.text.push_str(self.random.pick::<&str>(&["\n", "\n", "\n", " # so\n", "\n\n", "\r\n"]));
    }
}

/// A day that TOML knows as well: of the last hundred years, and in each month.
fn is_day(text: &str) -> bool {
    let [y1, y2, _, _, b'-', m1, m2, b'-', d1, d2] = text.as_bytes() else { return false };
    let two = |tens: &u8, ones: &u8| (tens - b'0') * 10 + (ones - b'0');
    text.bytes().enumerate().all(|(nth, byte)| nth == 4 || nth == 7 || byte.is_ascii_digit())
        && [y1, y2] == [&b'2', &b'0']
        && (1..=12).contains(&two(m1, m2))
        && (1..=28).contains(&two(d1, d2))
}
