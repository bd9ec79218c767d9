//! What may change within a major version of the format: whatever was accepted stays accepted.
//!
//! `schema/released/<version>/` holds what was published with each release, the schema and documents of its day.
//! `OFFICIUM_RELEASE=<version>` writes a new folder, once, on the day of a release.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use officium::export::schema::text as printed;
use officium::read;
use serde_json::{Value, json};

use crate::support::generate::Generator;
use crate::support::odd::text;
use crate::support::random::Random;
use crate::support::{schema, setting};

const DOCUMENTS: usize = 500;

fn released() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("schema/released")
}

/// Compares two schemas part by part, along references.
struct Comparison<'s> {
    old: &'s Value,
    new: &'s Value,
    seen: BTreeSet<(String, String)>,
    breaks: Vec<String>,
}

/// What a program that was right under `old` would trip over under `new`.
fn breaks(old: &Value, new: &Value) -> Vec<String> {
    let mut comparison = Comparison { old, new, seen: BTreeSet::new(), breaks: Vec::new() };
    comparison.parts(old, new, "the document");
    comparison.breaks
}

fn resolved<'s>(root: &'s Value, mut part: &'s Value) -> (String, &'s Value) {
    let mut name = String::new();
    while let Some(reference) =
        part.pointer("/allOf/0/$ref").or_else(|| part.get("$ref")).and_then(Value::as_str)
    {
        name = reference.trim_start_matches("#/$defs/").to_owned();
        part = &root["$defs"][&name];
    }
    (name, part)
}

/// The branches of a union or of a keyword, by their tag or word.
fn branches<'s>(root: &'s Value, part: &'s Value) -> Vec<(&'s str, &'s Value)> {
    let branch = |branch: &'s Value| {
        let (_, branch) = resolved(root, branch);
        let tag = branch.get("const").or_else(|| branch.pointer("/properties/kind/const"));
        (tag.and_then(Value::as_str).expect("a tag or a word"), branch)
    };
    part["oneOf"].as_array().into_iter().flatten().map(branch).collect()
}

impl Comparison<'_> {
    fn parts(&mut self, old: &Value, new: &Value, at: &str) {
        let ((old_name, old), (new_name, new)) = (resolved(self.old, old), resolved(self.new, new));
        if !old_name.is_empty() && !self.seen.insert((old_name, new_name)) {
            return;
        }
        for keyword in ["type", "const", "pattern", "format", "additionalProperties"] {
            if old.get(keyword) != new.get(keyword) {
                self.breaks.push(format!("{at}: {keyword} was {}, is {}", old[keyword], new[keyword]));
            }
        }
        let number = |part: &Value, keyword: &str| part[keyword].as_i64();
        if number(new, "minimum") > number(old, "minimum") || number(new, "maximum") < number(old, "maximum")
        {
            self.breaks.push(format!("{at}: the bounds are tighter"));
        }
        let required = |part: &Value| -> BTreeSet<String> {
            part["required"]
                .as_array()
                .into_iter()
                .flatten()
                .map(|name| name.as_str().unwrap_or_default().to_owned())
                .collect()
        };
        for name in required(new).difference(&required(old)) {
            self.breaks.push(format!("{at}: {name} is required now"));
        }
        for (name, part) in old["properties"].as_object().into_iter().flatten() {
            match new["properties"].get(name) {
                None => self.breaks.push(format!("{at}: there is no {name} any more")),
                Some(now) => self.parts(part, now, &format!("{at}, {name}")),
            }
        }
        let now = branches(self.new, new);
        for (tag, part) in branches(self.old, old) {
            match now.iter().find(|(other, _)| *other == tag) {
                None => self.breaks.push(format!("{at}: there is no `{tag}` any more")),
                Some((_, now)) => self.parts(part, now, &format!("{at}, `{tag}`")),
            }
        }
        if let (Some(old), Some(new)) = (old.get("items"), new.get("items")) {
            self.parts(old, new, &format!("{at}[]"));
        }
    }
}

#[test]
fn what_was_released_stays_readable() {
    let folder = released();
    if let Some(version) = setting("OFFICIUM_RELEASE") {
        let folder = folder.join(version);
        std::fs::create_dir(&folder).expect("a version is released once");
        let schema = schema();
        let generator = Generator::new(&schema);
        let document = |nth| text(&generator.document([5, 15, 30][nth % 3], &mut Random::of(1, nth)));
        let documents: Vec<String> = (0..DOCUMENTS).map(document).collect();
        std::fs::write(folder.join("organization.schema.json"), printed(&schema)).expect("written");
        std::fs::write(folder.join("documents.ndjson"), documents.join("\n")).expect("written");
    }
    let mut versions = 0;
    for entry in std::fs::read_dir(&folder).expect("releases") {
        let folder = entry.expect("a release").path();
        let content = |name: &str| std::fs::read_to_string(folder.join(name)).expect("it is there");
        let old: Value = serde_json::from_str(&content("organization.schema.json")).expect("a schema");
        let breaks = breaks(&old, &schema());
        assert!(breaks.is_empty(), "since {}: {breaks:#?}", folder.display());
        for document in content("documents.ndjson").lines() {
            let reading = read::json(document);
            assert!(reading.is_complete(), "{}: {document}\n{:#?}", folder.display(), reading.findings);
        }
        versions += 1;
    }
    assert!(versions > 0, "nothing was released");
}

/// The comparison sees what it is there for, and lets through what is allowed.
#[test]
fn what_breaks_is_noticed() {
    let old = schema();
    let changed = |change: &dyn Fn(&mut Value)| {
        let mut new = old.clone();
        change(&mut new);
        assert_ne!(new, old);
        breaks(&old, &new)
    };
    let allowed: [&dyn Fn(&mut Value); 4] = [
        &|new| new["$defs"]["Position"]["properties"]["colour"] = json!({ "type": "string" }),
        &|new| {
            let words = new["$defs"]["LineKind"]["oneOf"].as_array_mut().expect("words");
            words.push(json!({ "const": "dashed", "description": "A new one." }));
        },
        &|new| new["$defs"]["Count"]["maximum"] = json!(2_000_000),
        &|new| new["$defs"]["Position"]["description"] = json!("Other words."),
    ];
    for change in allowed {
        assert_eq!(changed(change), [""; 0]);
    }
    let refused: [&dyn Fn(&mut Value); 8] = [
        &|new| drop(new["$defs"]["LineKind"]["oneOf"].as_array_mut().expect("words").pop()),
        &|new| drop(new["$defs"]["Standing"]["oneOf"].as_array_mut().expect("variants").pop()),
        &|new| new["$defs"]["Count"]["maximum"] = json!(1000),
        &|new| new["$defs"]["Percentage"]["minimum"] = json!(1),
        &|new| new["$defs"]["Position"]["required"].as_array_mut().expect("names").push(json!("title")),
        &|new| drop(new["$defs"]["Position"]["properties"].as_object_mut().expect("members").remove("title")),
        &|new| new["$defs"]["PositionId"]["pattern"] = json!("^[a-z]+$"),
        &|new| new["$defs"]["Position"]["properties"]["title"] = json!({ "type": "integer" }),
    ];
    for change in refused {
        assert!(!changed(change).is_empty());
    }
}
