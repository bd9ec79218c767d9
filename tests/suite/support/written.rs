//! Documents written as programs seldom write them, but may.

use serde_json::{Value, json};

use super::odd;
use super::random::Random;

/// The value as text, in which so many of a hundred members stand twice: again the same, or with another value.
pub(crate) fn with_members_twice(value: &Value, percent: usize, random: &mut Random) -> String {
    match value {
        Value::Object(members) => {
            let mut parts = Vec::new();
            for (name, member) in members {
                let name = odd::text(&json!(name));
                parts.push(format!("{name}:{}", with_members_twice(member, percent, random)));
                if random.chance(percent) {
                    let again = random.pick(&[member, &Value::Null, &json!("a")]).to_string();
                    let at = random.below(2) * parts.len();
                    parts.insert(at, format!("{name}:{again}"));
                }
            }
            format!("{{{}}}", parts.join(","))
        }
        Value::Array(elements) => {
            let elements: Vec<String> =
                elements.iter().map(|element| with_members_twice(element, percent, random)).collect();
            format!("[{}]", elements.join(", "))
        }
        _ => odd::text(value),
    }
}

/// The value as text, with white space and needless escapes here and there.
pub(crate) fn oddly(value: &Value, random: &mut Random) -> String {
    let parts = match value {
        Value::Object(members) => {
            let member = |(name, member): (&String, &Value)| {
                let name = escaped(name, random);
                let space = space(random);
                format!("{name}{space}:{}", oddly(member, random))
            };
            members.iter().map(member).collect()
        }
        Value::Array(elements) => elements.iter().map(|element| oddly(element, random)).collect(),
        Value::String(text) => vec![escaped(text, random)],
        other => vec![other.to_string()],
    };
    let (before, after) = (space(random), space(random));
    match value {
        Value::Object(_) => format!("{before}{{{}{after}}}", parts.join(",")),
        Value::Array(_) => format!("{before}[{}{after}]", parts.join(",")),
        _ => format!("{before}{}{after}", parts.concat()),
    }
}

fn space(random: &mut Random) -> &'static str {
    random.pick::<&str>(&["", "", "", " ", "\n", "\r\n\t", "  "])
}

/// A text with some of its characters as escapes of UTF-16.
fn escaped(text: &str, random: &mut Random) -> String {
    let plain = json!(text).to_string();
    if text.contains(|c: char| c.is_ascii_control() || c == '"' || c == '\\') || random.chance(60) {
        return plain;
    }
    let mut escaped = String::from("\"");
    for character in text.chars() {
        if random.chance(70) {
            escaped.push(character);
        } else {
            let mut units = [0; 2];
            escaped.extend(character.encode_utf16(&mut units).iter().map(|unit| format!("\\u{unit:04x}")));
        }
    }
    escaped + "\""
}
