//! Documents spoiled at random: the changes by which people and programs go wrong, and those at which parsers and schemas differ.

use serde_json::{Map, Value, json};

use super::generate::{Generator, Place};
use super::odd;
use super::random::Random;

/// Makes documents, good ones and bad ones.
pub(crate) struct Spoiler<'s> {
    generator: &'s Generator<'s>,
    /// One place of each definition.
    definitions: Vec<Place<'s>>,
    odd: Vec<Value>,
    /// Members seen in good documents, to be put where they do not belong.
    members: Vec<(String, Value)>,
}

impl<'s> Spoiler<'s> {
    /// Of the documents that the generator makes.
    pub(crate) fn new(generator: &'s Generator<'s>) -> Self {
        let mut random = Random::new(1);
        let mut members = Vec::new();
        for place in &generator.places {
            collect(&generator.document_at(place, None, 5, &mut random), &mut members);
        }
        let mut definitions: Vec<Place<'s>> =
            generator.places.iter().filter(|place| place.definition.is_some()).cloned().collect();
        definitions.sort_by_key(|place| (place.definition, place.route.len()));
        definitions.dedup_by_key(|place| place.definition);
        Self { generator, definitions, odd: odd::values(), members }
    }

    /// A document: a good one in one case of six, else one with one change or two.
    pub(crate) fn document(&self, random: &mut Random) -> Value {
        let changes = *random.pick(&[0, 1, 1, 1, 2, 2]);
        if random.chance(50) {
            // small types would hardly be met among the many nodes of a document
            let place: &Place<'_> = random.pick(&self.definitions);
            let mut value = self.generator.value_of(place.definition.unwrap_or_default(), 5, random);
            self.change(&mut value, changes, random);
            return self.generator.document_at(place, Some(&value), 0, random);
        }
        let mut document = self.good(random);
        self.change(&mut document, changes, random);
        document
    }

    /// A good document.
    pub(crate) fn good(&self, random: &mut Random) -> Value {
        if random.chance(40) {
            let density = *random.pick(&[10, 20, 30]);
            return self.generator.document(density, random);
        }
        let place: &Place<'_> = random.pick(&self.generator.places);
        let density = *random.pick(&[0, 0, 5, 15]);
        self.generator.document_at(place, None, density, random)
    }

    fn change(&self, value: &mut Value, times: usize, random: &mut Random) {
        for _ in 0..times {
            self.spoil(value, random);
        }
    }

    /// Changes one thing in a value.
    pub(crate) fn spoil(&self, document: &mut Value, random: &mut Random) {
        let nth = random.below(nodes(document));
        let Some(value) = nth_mut(document, &mut { nth }) else { return };
        match random.below(12) {
            0 | 1 => *value = random.pick(&self.odd).clone(),
            2 => *value = random.pick(&self.members).1.clone(),
            3 => *value = other_form(value, random),
            4..=6 => match value {
                Value::String(text) => *text = other_text(text, random),
                Value::Number(number) => *value = other_number(number, random),
                Value::Bool(truth) => *truth = !*truth,
                _ => self.restructure(value, random),
            },
            _ => {
                // containers are few among the nodes, but most mistakes are made in them
                let nth = random.below(containers(document));
                if let Some(container) = nth_container(document, &mut { nth }) {
                    self.restructure(container, random);
                }
            }
        }
    }

    fn restructure(&self, container: &mut Value, random: &mut Random) {
        match container {
            Value::Object(members) => self.rearrange(members, random),
            Value::Array(elements) => match random.below(5) {
                0 if !elements.is_empty() => {
                    let again = random.pick(elements).clone();
                    elements.push(again);
                }
                1 => elements.push(random.pick(&self.odd).clone()),
                2 => elements.push(random.pick(&self.members).1.clone()),
                3 => elements.reverse(),
                _ => drop(elements.pop()),
            },
            _ => *container = random.pick(&self.odd).clone(),
        }
    }

    fn rearrange(&self, members: &mut Map<String, Value>, random: &mut Random) {
        let names: Vec<String> = members.keys().cloned().collect();
        let some = if names.is_empty() { None } else { Some(random.pick(&names).clone()) };
        let (foreign, value) = random.pick(&self.members).clone();
        match (random.below(8), some) {
            (0 | 1, Some(name)) => drop(members.remove(&name)),
            (2, Some(name)) => {
                let value = members.remove(&name).unwrap_or_default();
                members.insert(other_name(&name, random), value);
            }
            (3, Some(name)) => {
                let value = members.remove(&name).unwrap_or_default();
                members.insert(foreign, value);
            }
            (4, Some(_)) => {
                // another tag, or another keyword of the same name; or its number, which serde may take for it
                if let Some(kind) = members.get_mut("kind") {
                    if random.chance(25) {
                        *kind = random.below(4).into();
                        return;
                    }
                    let kinds: Vec<&Value> = self
                        .members
                        .iter()
                        .filter(|(name, _)| name == "kind")
                        .map(|(_, value)| value)
                        .collect();
                    if !kinds.is_empty() {
                        *kind = (*random.pick(&kinds)).clone();
                    }
                }
            }
            (5, _) => drop(members.insert((*random.pick(odd::NAMES)).to_owned(), value)),
            (6, _) => drop(members.insert(foreign, random.pick(&self.odd).clone())),
            // a member of another record or variant, with a value that is right there
            _ => drop(members.insert(foreign, value)),
        }
    }
}

/// The value in one of the forms that lenient parsers take for it.
fn other_form(value: &Value, random: &mut Random) -> Value {
    match (value, random.below(4)) {
        (Value::Object(members), 0 | 1) => members.values().cloned().collect(),
        (Value::Array(elements), 0 | 1) => {
            elements.iter().enumerate().map(|(nth, element)| (nth.to_string(), element.clone())).collect()
        }
        (Value::Array(elements), 2) => elements.first().cloned().unwrap_or_default(),
        (Value::String(text), 0 | 1) => json!({ text: null }),
        (Value::String(text), 2) => text.parse::<i64>().map_or(Value::Null, Into::into),
        (Value::Number(number), 0 | 1) => number.as_f64().map_or(Value::Null, Into::into),
        (Value::Number(number), 2) => number.to_string().into(),
        (Value::Bool(truth), _) => truth.to_string().into(),
        (value, 3) => json!({ "kind": value }),
        (value, _) => json!([value]),
    }
}

fn other_text(text: &str, random: &mut Random) -> String {
    let characters: Vec<char> = text.chars().collect();
    let at = random.below(characters.len() + 1);
    let (before, after) = characters.split_at(at);
    let (before, rest): (String, String) = (before.iter().collect(), after.iter().skip(1).collect());
    let after: String = after.iter().collect();
    match random.below(12) {
        0 => format!("{text}\n"),
        1 => format!(" {text}"),
        2 => format!("{text} "),
        3 => format!("{before}{rest}"),
        4 => format!("{before}æøå{after}"),
        5 => format!("{before}\u{a0}{after}"),
        6 => text.to_uppercase(),
        7 => text.replace(|c: char| c.is_ascii_digit(), "٣"),
        8 => text.repeat(1 + 128 / text.len().max(1)),
        9 => format!(
            "{before}{}{after}",
            random.pick(&['0', '1', '9', '-', '.', 'a', 'A', '/', ':', ',', '\n'])
        ),
        10 => format!("{before}{}{rest}", random.below(10)),
        _ => text.replace('-', "_"),
    }
}

fn other_number(number: &serde_json::Number, random: &mut Random) -> Value {
    let whole = number.as_i64().unwrap_or_default();
    match random.below(12) {
        0 => whole.saturating_add(1).into(),
        1 => whole.saturating_sub(1).into(),
        2 => whole.wrapping_neg().into(),
        3 | 6 => number.as_f64().map_or(Value::Null, |float| (float + 0.5).into()),
        4 => number.as_f64().map_or(Value::Null, Into::into),
        5 => whole.saturating_mul(10).into(),
        _ => (*random.pick(odd::NUMBERS)).into(),
    }
}

fn other_name(name: &str, random: &mut Random) -> String {
    match random.below(6) {
        0 => name.to_uppercase(),
        1 => format!("{name}s"),
        2 => format!("{name}\n"),
        3 => name
            .chars()
            .flat_map(|c| if c.is_uppercase() { vec!['_', c] } else { vec![c] })
            .collect::<String>()
            .to_lowercase(),
        4 => name.chars().skip(1).collect(),
        _ => (*random.pick(odd::NAMES)).to_owned(),
    }
}

fn collect(value: &Value, members: &mut Vec<(String, Value)>) {
    match value {
        Value::Object(object) => {
            for (name, member) in object {
                members.push((name.clone(), member.clone()));
                collect(member, members);
            }
        }
        Value::Array(elements) => elements.iter().for_each(|element| collect(element, members)),
        _ => {}
    }
}

/// The parts of a value that have parts or could have.
fn children(value: &Value) -> Vec<&Value> {
    match value {
        Value::Object(members) => members.values().collect(),
        Value::Array(elements) => elements.iter().collect(),
        _ => Vec::new(),
    }
}

fn children_mut(value: &mut Value) -> Vec<&mut Value> {
    match value {
        Value::Object(members) => members.values_mut().collect(),
        Value::Array(elements) => elements.iter_mut().collect(),
        _ => Vec::new(),
    }
}

/// How many values there are, at all depths.
pub(crate) fn nodes(value: &Value) -> usize {
    1 + children(value).into_iter().map(nodes).sum::<usize>()
}

fn nth_mut<'v>(value: &'v mut Value, left: &mut usize) -> Option<&'v mut Value> {
    if *left == 0 {
        return Some(value);
    }
    *left -= 1;
    children_mut(value).into_iter().find_map(|child| nth_mut(child, left))
}

fn is_container(value: &Value) -> bool {
    value.is_object() || value.is_array()
}

fn containers(value: &Value) -> usize {
    usize::from(is_container(value)) + children(value).into_iter().map(containers).sum::<usize>()
}

fn nth_container<'v>(value: &'v mut Value, left: &mut usize) -> Option<&'v mut Value> {
    if is_container(value) {
        if *left == 0 {
            return Some(value);
        }
        *left -= 1;
    }
    children_mut(value).into_iter().find_map(|child| nth_container(child, left))
}
