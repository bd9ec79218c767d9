//! Valid documents, made from the schema alone, so that a new member is covered on the day it is added.

use std::collections::{BTreeMap, BTreeSet, VecDeque};

use proptest::strategy::{Strategy, ValueTree};
use proptest::test_runner::{Config, RngAlgorithm, TestRng, TestRunner};
use serde_json::{Map, Value};

use super::odd::TEXTS;
use super::random::Random;
use super::{definitions, is_leaf, validator};

/// One step from a schema to one of its parts.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Step<'s> {
    /// Into a member of an object.
    Member(&'s str),
    /// Into the elements of a list.
    Element,
    /// The nth branch of a union or of a keyword.
    Branch(usize),
}

/// A part of the schema, with a way that leads to it from the document.
#[derive(Clone, Debug)]
pub(crate) struct Place<'s> {
    /// The way.
    pub(crate) route: Vec<Step<'s>>,
    /// The definition, where it is one.
    pub(crate) definition: Option<&'s str>,
}

/// Makes documents.
pub(crate) struct Generator<'s> {
    schema: &'s Value,
    /// Valid texts of each leaf.
    texts: BTreeMap<&'s str, Vec<String>>,
    /// Every member of every record, every branch of every union and keyword, by a shortest way.
    pub(crate) places: Vec<Place<'s>>,
}

impl<'s> Generator<'s> {
    /// Of the documents of that schema.
    pub(crate) fn new(schema: &'s Value) -> Self {
        let leaves = definitions(schema).filter(|(_, leaf)| is_leaf(leaf));
        let texts = leaves.map(|(name, leaf)| (name, texts(leaf))).collect();
        let mut generator = Self { schema, texts, places: Vec::new() };
        generator.places = generator.survey();
        generator
    }

    /// Any document. `density` is how many of a hundred optional members it has, fewer further down.
    pub(crate) fn document(&self, density: usize, random: &mut Random) -> Value {
        self.value(self.schema, &[], None, Ask { density, depth: 0 }, random)
    }

    /// A document that has the place, with `end` there if given.
    pub(crate) fn document_at(
        &self,
        place: &Place<'s>,
        end: Option<&Value>,
        density: usize,
        random: &mut Random,
    ) -> Value {
        self.value(self.schema, &place.route, end, Ask { density, depth: 0 }, random)
    }

    /// A value of the definition of that name.
    pub(crate) fn value_of(&self, definition: &str, density: usize, random: &mut Random) -> Value {
        let (name, schema) =
            self.schema["$defs"].as_object().and_then(|all| all.get_key_value(definition)).expect("known");
        self.resolved(Some(name), schema, &[], None, Ask { density, depth: 1 }, random)
    }

    /// Follows references; gives the name of the last.
    fn resolve(&self, mut schema: &'s Value) -> (Option<&'s str>, &'s Value) {
        let mut name = None;
        while let Some(reference) = schema.pointer("/allOf/0/$ref").or_else(|| schema.get("$ref")) {
            let definition =
                reference.as_str().and_then(|path| path.strip_prefix("#/$defs/")).expect("local");
            name = Some(definition);
            schema = &self.schema["$defs"][definition];
        }
        (name, schema)
    }

    fn value(
        &self,
        schema: &'s Value,
        route: &[Step<'s>],
        end: Option<&Value>,
        ask: Ask,
        random: &mut Random,
    ) -> Value {
        if let (true, Some(end)) = (route.is_empty(), end) {
            return end.clone();
        }
        let (name, schema) = self.resolve(schema);
        self.resolved(name, schema, route, end, ask, random)
    }

    fn resolved(
        &self,
        name: Option<&str>,
        schema: &'s Value,
        route: &[Step<'s>],
        end: Option<&Value>,
        ask: Ask,
        random: &mut Random,
    ) -> Value {
        if let Some(constant) = schema.get("const") {
            return constant.clone();
        }
        let deeper = Ask { density: ask.density, depth: ask.depth + 1 };
        if let Some(branches) = schema["oneOf"].as_array() {
            let (nth, rest) = match route.split_first() {
                Some((Step::Branch(nth), rest)) => (*nth, rest),
                _ => (random.below(branches.len()), route),
            };
            return self.value(&branches[nth], rest, end, ask, random);
        }
        match schema["type"].as_str() {
            Some("object") => self.object(schema, route, end, ask, random),
            Some("array") => {
                let forced =
                    route.split_first().filter(|(step, _)| **step == Step::Element).map(|(_, rest)| rest);
                let length = if forced.is_some() { 1 } else { *random.pick(&[0, 1, 1, 1, 1, 2]) };
                let element =
                    |_| self.value(&schema["items"], forced.unwrap_or_default(), end, deeper, random);
                Value::Array((0..length).map(element).collect())
            }
            Some("boolean") => random.chance(50).into(),
            Some("integer") => {
                let bound = |key| schema[key].as_i64().expect("integers have both bounds");
                let (least, most) = (bound("minimum"), bound("maximum"));
                let span = usize::try_from(most - least).expect("not empty") + 1;
                let between = least + i64::try_from(random.below(span)).expect("small");
                (*random.pick(&[least, most, between, between])).into()
            }
            _ => {
                let texts = name.and_then(|name| self.texts.get(name)).expect("every text is a definition");
                random.pick(texts).as_str().into()
            }
        }
    }

    fn object(
        &self,
        schema: &'s Value,
        route: &[Step<'s>],
        end: Option<&Value>,
        ask: Ask,
        random: &mut Random,
    ) -> Value {
        let deeper = Ask { density: ask.density, depth: ask.depth + 1 };
        let mut object = Map::new();
        for (member, part) in schema["properties"].as_object().into_iter().flatten() {
            let forced = match route.split_first() {
                Some((Step::Member(name), rest)) if name == member => Some(rest),
                _ => None,
            };
            let required =
                schema["required"].as_array().is_some_and(|names| names.iter().any(|name| name == member));
            if forced.is_some() || required || random.chance(ask.density / (1 + ask.depth / 3)) {
                let (route, end) = forced.map_or((&[][..], None), |rest| (rest, end));
                object.insert(member.clone(), self.value(part, route, end, deeper, random));
            }
        }
        Value::Object(object)
    }

    fn survey(&self) -> Vec<Place<'s>> {
        let mut places = Vec::new();
        let mut seen = BTreeSet::new();
        let mut open = VecDeque::from([(Vec::new(), self.schema)]);
        while let Some((route, schema)) = open.pop_front() {
            let (_, schema) = self.resolve(schema);
            let members = schema["properties"].as_object().into_iter().flatten();
            let members = members.map(|(name, part)| (Step::Member(name), part));
            let branches = schema["oneOf"].as_array().into_iter().flatten().enumerate();
            let branches = branches.map(|(nth, part)| (Step::Branch(nth), part));
            let elements = schema.get("items").map(|part| (Step::Element, part));
            for (step, part) in members.chain(branches).chain(elements) {
                let mut route: Vec<Step<'s>> = route.clone();
                route.push(step);
                let (definition, _) = self.resolve(part);
                if definition.is_none_or(|name| seen.insert(name)) {
                    open.push_back((route.clone(), part));
                }
                places.push(Place { route, definition });
            }
        }
        places
    }
}

/// How much is wanted, and how far down we are.
#[derive(Clone, Copy)]
struct Ask {
    density: usize,
    depth: usize,
}

/// Valid texts of a leaf: its examples, texts made from its pattern, and what fits among the odd ones.
fn texts(leaf: &Value) -> Vec<String> {
    let mut texts: Vec<String> = leaf["examples"].as_array().into_iter().flatten().map(word).collect();
    if let Some(pattern) = leaf["pattern"].as_str() {
        let mut runner = fixed_runner(Config::default());
        let strategy = near(pattern);
        texts.extend((0..20).map(|_| strategy.new_tree(&mut runner).expect("a text").current()));
    }
    texts.extend(TEXTS.iter().map(|text| (*text).to_owned()));
    let judge = validator(leaf);
    texts.retain(|text| judge.is_valid(&text.as_str().into()));
    texts
}

fn word(value: &Value) -> String {
    value.as_str().expect("examples of texts are texts").to_owned()
}

/// Texts that match a pattern, which proptest wants without anchors.
pub(crate) fn near(pattern: &str) -> impl Strategy<Value = String> + use<> {
    let body = pattern.trim_start_matches('^').trim_end_matches('$');
    proptest::string::string_regex(body).expect("the patterns are plain")
}

/// A runner that makes the same values in every run.
pub(crate) fn fixed_runner(config: Config) -> TestRunner {
    TestRunner::new_with_rng(config, TestRng::deterministic_rng(RngAlgorithm::ChaCha))
}
