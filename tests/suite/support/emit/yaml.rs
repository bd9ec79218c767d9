//! YAML: in blocks, in flow style, with texts plain, quoted or as blocks, and comments.

use serde_json::Value;

use super::super::random::Random;
use super::{Emitted, child, is_one_plain_line, quoted};

pub(super) fn emit(document: &Value, random: &mut Random) -> Emitted {
    let mut writer = Writer { out: Emitted::default(), random };
    writer.out.text.push_str(writer.random.pick::<&str>(&[
        "",
        "---\n",
        "# an organisation\n",
        "%YAML 1.2\n---\n",
    ]));
    writer.block(document, "", 0);
    if writer.random.chance(20) {
        writer.out.text.push_str("...\n");
    }
    writer.out
}

struct Writer<'r> {
    out: Emitted,
    random: &'r mut Random,
}

impl Writer<'_> {
    /// A value that begins on this line and ends with a line break.
    fn block(&mut self, value: &Value, pointer: &str, indent: usize) {
        let is_flow = self.random.chance(15);
        self.lines(value, pointer, indent, is_flow);
    }

    fn lines(&mut self, value: &Value, pointer: &str, indent: usize, is_flow: bool) {
        let start = self.out.text.len();
        match value {
            Value::Object(members) if !members.is_empty() && !is_flow => {
                for (nth, (name, member)) in members.iter().enumerate() {
                    if nth > 0 {
                        self.indent(indent);
                    }
                    self.name(&child(pointer, name), name);
                    self.out.text.push(':');
                    self.after_name(member, &child(pointer, name), indent);
                }
            }
            Value::Array(elements) if !elements.is_empty() && !is_flow => {
                for (nth, element) in elements.iter().enumerate() {
                    if nth > 0 {
                        self.indent(indent);
                    }
                    self.out.text.push_str("- ");
                    self.block(element, &format!("{pointer}/{nth}"), indent + 2);
                }
            }
            Value::Object(_) | Value::Array(_) => {
                self.flow(value, pointer);
                return self.end_of_line();
            }
            _ => {
                self.scalar(value, pointer, false);
                return self.end_of_line();
            }
        }
        self.out.values.insert(pointer.to_owned(), start..self.out.end);
    }

    /// What follows a name and its colon.
    fn after_name(&mut self, value: &Value, pointer: &str, indent: usize) {
        match value {
            Value::Object(members) if !members.is_empty() && self.random.chance(85) => {
                self.end_of_line();
                self.indent(indent + 2);
                self.lines(value, pointer, indent + 2, false);
            }
            Value::Array(elements) if !elements.is_empty() && self.random.chance(85) => {
                self.end_of_line();
                // the dash may stand under the name
                let indent = if self.random.chance(50) { indent } else { indent + 2 };
                self.indent(indent);
                self.lines(value, pointer, indent, false);
            }
            Value::Object(_) | Value::Array(_) => {
                self.out.text.push(' ');
                self.flow(value, pointer);
                self.end_of_line();
            }
            Value::String(text) if is_block(text) && self.random.chance(60) => {
                self.out.text.push_str(if text.ends_with('\n') { " |\n" } else { " |-\n" });
                self.indent(indent + 1);
                let lines: Vec<&str> = text.trim_end_matches('\n').split('\n').collect();
                self.out.value(pointer, &lines.join(&format!("\n{}", " ".repeat(indent + 1))));
                self.out.text.push('\n');
            }
            _ => {
                self.out.text.push(' ');
                self.scalar(value, pointer, false);
                self.end_of_line();
            }
        }
    }

    fn flow(&mut self, value: &Value, pointer: &str) {
        let start = self.out.text.len();
        match value {
            Value::Object(members) => {
                self.out.text.push('{');
                for (nth, (name, member)) in members.iter().enumerate() {
                    self.separator(nth);
                    self.name(&child(pointer, name), name);
                    self.out.text.push_str(": ");
                    self.flow(member, &child(pointer, name));
                }
                self.out.text.push('}');
            }
            Value::Array(elements) => {
                self.out.text.push('[');
                for (nth, element) in elements.iter().enumerate() {
                    self.separator(nth);
                    self.flow(element, &format!("{pointer}/{nth}"));
                }
                self.out.text.push(']');
            }
            _ => return self.scalar(value, pointer, true),
        }
        self.out.end = self.out.text.len();
        self.out.values.insert(pointer.to_owned(), start..self.out.end);
    }

    fn separator(&mut self, nth: usize) {
        if nth > 0 {
            self.out.text.push(',');
        }
        // a value of more lines is further to the right than anything in blocks
        let space =
            self.random.pick::<&str>(&["", " ", " ", "  # more\n                                        "]);
        self.out.text.push_str(if space.is_empty() && nth > 0 { " " } else { space });
    }

    fn name(&mut self, pointer: &str, name: &str) {
        let name = if is_plain(name) && self.random.chance(80) { name.to_owned() } else { quoted(name) };
        self.out.name(pointer, &name);
    }

    fn scalar(&mut self, value: &Value, pointer: &str, is_in_flow: bool) {
        let written = match value {
            Value::Null => (*self.random.pick(&["null", "~", "Null", "NULL"])).to_owned(),
            Value::Bool(truth) => {
                let spellings = if *truth { ["true", "True", "TRUE"] } else { ["false", "False", "FALSE"] };
                (*self.random.pick(&spellings)).to_owned()
            }
            Value::String(text) if is_plain(text) && self.random.chance(60) => {
                // a plain text may go on on the next line
                if !is_in_flow && self.random.chance(20) {
                    text.replacen(' ', &format!("\n{}", " ".repeat(40)), 1)
                } else {
                    text.clone()
                }
            }
            Value::String(text) if is_one_plain_line(text) && self.random.chance(50) => {
                format!("'{}'", text.replace('\'', "''"))
            }
            Value::String(text) => quoted(text),
            other => other.to_string(),
        };
        self.out.value(pointer, &written);
    }

    fn end_of_line(&mut self) {
        self.out.text.push_str(self.random.pick::<&str>(&["\n", "\n", "\n", " # so\n", "\n\n", "\r\n"]));
    }

    fn indent(&mut self, indent: usize) {
        self.out.text.push_str(&" ".repeat(indent));
    }
}

/// Whether a text may stand without quotes: words and days that mean nothing else.
fn is_plain(text: &str) -> bool {
    let is_word = |word: &str| {
        word.starts_with(|c: char| c.is_ascii_alphabetic())
            && word.chars().all(|c| c.is_ascii_alphanumeric() || "-._æøå/".contains(c))
    };
    let is_day = text.len() == 10
        && text
            .bytes()
            .enumerate()
            .all(|(nth, byte)| if nth == 4 || nth == 7 { byte == b'-' } else { byte.is_ascii_digit() });
    let means_something = ["null", "true", "false"].contains(&text.to_lowercase().as_str());
    (is_day || text.split(' ').all(is_word)) && !means_something
}

/// Whether a text may stand as a block: lines that begin with a letter.
fn is_block(text: &str) -> bool {
    let text = text.strip_suffix('\n').unwrap_or(text);
    text.split('\n').all(|line| {
        line.starts_with(|c: char| c.is_ascii_alphanumeric())
            && is_one_plain_line(line)
            && !line.ends_with(' ')
    })
}
