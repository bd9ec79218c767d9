//! The published schema: up to date, described throughout, and within what its consumers understand.

use officium::export::schema::{Dialect, baseline, organization, overlay, profile, report, text};
use serde_json::Value;

use crate::support::{definitions, is_keyword, setting};

/// Every schema within a schema, with the JSON Pointer to it.
fn subschemas<'s>(schema: &'s Value, pointer: &str, found: &mut Vec<(String, &'s Value)>) {
    found.push((pointer.to_owned(), schema));
    for key in ["properties", "$defs"] {
        for (name, part) in schema[key].as_object().into_iter().flatten() {
            subschemas(part, &format!("{pointer}/{key}/{name}"), found);
        }
    }
    for key in ["oneOf", "allOf"] {
        for (nth, part) in schema[key].as_array().into_iter().flatten().enumerate() {
            subschemas(part, &format!("{pointer}/{key}/{nth}"), found);
        }
    }
    if let Some(items) = schema.get("items") {
        subschemas(items, &format!("{pointer}/items"), found);
    }
}

fn all(schema: &Value) -> Vec<(String, &Value)> {
    let mut found = Vec::new();
    subschemas(schema, "", &mut found);
    found
}

/// The published schemas, in the canonical dialect.
fn schemas() -> [Value; 5] {
    let schemas = [organization(), profile(), baseline(), overlay(), report()];
    for (schema, least) in schemas.iter().zip([500, 60, 20, 20, 50]) {
        let parts = all(schema).len();
        assert!(parts > least, "only {parts} parts of the schema are seen");
    }
    schemas
}

/// `OFFICIUM_BLESS=1` writes them anew; the difference is to be read.
#[test]
fn the_committed_schemas_are_up_to_date() {
    let [organization, profile, baseline, overlay, report] = schemas();
    let in_dialect = |dialect: Dialect| dialect.of(&organization);
    let published = [
        ("organization.schema.json", in_dialect(Dialect::Canonical)),
        ("organization.draft-07.schema.json", in_dialect(Dialect::Draft07)),
        ("organization.openapi-3.1.json", in_dialect(Dialect::OpenApi31)),
        ("organization.forms.schema.json", in_dialect(Dialect::Forms)),
        ("profile.schema.json", profile),
        ("baseline.schema.json", baseline),
        ("overlay.schema.json", overlay),
        ("report.schema.json", report),
    ];
    assert_eq!(published.len(), Dialect::all().count() + 4);
    for (name, schema) in published {
        let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("schema").join(name);
        if setting("OFFICIUM_BLESS").is_some() {
            std::fs::write(&path, text(&schema)).expect("it can be written");
        }
        let committed = std::fs::read_to_string(&path).unwrap_or_default();
        assert!(text(&schema) == committed, "schema/{name} is out of date: OFFICIUM_BLESS=1 writes it");
    }
}

/// Whoever fills in a form, or makes types of it, sees nothing but the descriptions.
#[test]
fn everything_is_described() {
    for schema in schemas() {
        let mut bare = Vec::new();
        let is_described = |part: &Value| {
            part["description"]
                .as_str()
                .is_some_and(|words| words.len() >= 3 && words.ends_with(['.', '?', '`', ')']))
        };
        if !is_described(&schema) {
            bare.push("the document".to_owned());
        }
        for (name, definition) in definitions(&schema) {
            if !is_described(definition) {
                bare.push(name.to_owned());
            }
        }
        for (pointer, part) in all(&schema) {
            for (member, part) in part["properties"].as_object().into_iter().flatten() {
                if !is_described(part) {
                    bare.push(format!("{pointer}: member {member}"));
                }
            }
            for word in
                part["oneOf"].as_array().into_iter().flatten().filter(|word| word.get("const").is_some())
            {
                if !is_described(word) {
                    bare.push(format!("{pointer}: word {}", word["const"]));
                }
            }
        }
        assert!(bare.is_empty(), "without a description: {bare:#?}");
    }
}

/// Descriptions are for people in all languages of programming.
#[test]
fn descriptions_are_plain() {
    for (pointer, part) in schemas().iter().flat_map(all) {
        let description = part["description"].as_str().unwrap_or_default();
        let odd = ["```", "](", "Self", "serde", "Vec<", "Option<", "::"]
            .into_iter()
            .find(|odd| description.contains(odd));
        assert_eq!(odd, None, "{pointer}: {description}");
    }
}

/// How many references stand one behind the other.
fn depth<'s>(schema: &'s Value, of: &'s Value, above: &mut Vec<&'s str>) -> usize {
    let mut parts = Vec::new();
    subschemas(of, "", &mut parts);
    let references = parts.iter().filter_map(|(_, part)| part["$ref"].as_str());
    let depths = references.map(|reference| {
        let name = reference.strip_prefix("#/$defs/").expect("references lead to definitions");
        assert!(!above.contains(&name), "{name} leads back to itself: {above:?}");
        above.push(name);
        let depth = 1 + depth(schema, &schema["$defs"][name], above);
        above.pop();
        depth
    });
    depths.max().unwrap_or(0)
}

/// The reader walks the schema by recursion, and so do generators of forms.
#[test]
fn no_definition_leads_back_to_itself() {
    for schema in schemas() {
        let mut root = schema.clone();
        root.as_object_mut().expect("an object").remove("$defs");
        let deepest = depth(&schema, &root, &mut Vec::new());
        assert!((2..20).contains(&deepest), "{deepest} levels");
    }
}

/// A number at the end of a name is how generators part two types of one name.
#[test]
fn definitions_are_named() {
    for (name, definition) in schemas().iter().flat_map(definitions) {
        assert!(name.starts_with(|c: char| c.is_ascii_uppercase()), "{name}");
        assert!(name.chars().all(|c| c.is_ascii_alphabetic()), "{name}");
        if definition.get("properties").is_some() || definition.get("oneOf").is_some() {
            assert_eq!(definition["title"], *name);
        }
    }
}

/// The keywords that all consumers understand, and where each may stand.
#[test]
fn only_common_keywords_are_used() {
    const ANYWHERE: &[&str] = &["description"];
    for schema in schemas() {
        for (pointer, part) in all(&schema) {
            let keys: Vec<&str> =
                part.as_object().expect("no schema is a truth value").keys().map(String::as_str).collect();
            let allowed: &[&str] = if pointer.is_empty() {
                &[
                    "$schema",
                    "$id",
                    "title",
                    "type",
                    "additionalProperties",
                    "required",
                    "properties",
                    "$defs",
                ]
            } else if part.get("properties").is_some() {
                &["title", "type", "additionalProperties", "required", "properties"]
            } else if is_keyword(part) {
                &["title", "type", "oneOf"]
            } else if part.get("oneOf").is_some() {
                &["title", "oneOf"]
            } else if part.get("const").is_some() {
                &["const", "type"]
            } else if part.get("$ref").is_some() {
                assert_eq!(keys, ["$ref"], "{pointer}");
                &["$ref"]
            } else if part.get("allOf").is_some() {
                assert_eq!(part["allOf"].as_array().map(Vec::len), Some(1), "{pointer}");
                &["allOf"]
            } else {
                match part["type"].as_str() {
                    Some("array") => &["type", "items"],
                    Some("object") => &["type", "additionalProperties"],
                    Some("boolean") => &["type", "default"],
                    Some("integer") => &["type", "minimum", "maximum", "examples"],
                    Some("string") => &["type", "pattern", "format", "examples"],
                    other => panic!("{pointer}: type {other:?}"),
                }
            };
            let odd: Vec<_> =
                keys.iter().filter(|key| !allowed.contains(key) && !ANYWHERE.contains(key)).collect();
            assert!(odd.is_empty(), "{pointer}: {odd:?}");
        }
    }
}

#[test]
fn parts_say_all_they_must() {
    for schema in schemas() {
        // what people wrote has patterns; what this crate writes is any text
        let is_read = schema["title"] != "Report";
        for (pointer, part) in all(&schema) {
            says_all_it_must(&pointer, part);
            if let Some(format) = part.get("format") {
                assert_eq!(format, "date", "{pointer}");
            }
            if is_read && part["type"] == "string" && part.get("const").is_none() && !is_keyword(part) {
                assert!(part["pattern"].is_string(), "{pointer}: any text");
            }
        }
    }
}

fn says_all_it_must(pointer: &str, part: &Value) {
    const EXACT: i64 = 1 << 53;
    if part.get("properties").is_some() {
        assert_eq!(part["additionalProperties"], false, "{pointer}");
        for name in part["required"].as_array().into_iter().flatten() {
            assert!(part["properties"].get(name.as_str().unwrap_or_default()).is_some(), "{pointer}: {name}");
        }
    }
    if part["type"] == "integer" {
        let bounds = (part["minimum"].as_i64(), part["maximum"].as_i64());
        let (Some(least), Some(most)) = bounds else { panic!("{pointer}: {bounds:?}") };
        assert!(-EXACT < least && least < most && most < EXACT, "{pointer}");
    }
    assert_ne!(part["type"], "number", "{pointer}");
    assert_ne!(part["type"], "null", "{pointer}");
}

/// A union is told apart by `kind`, required and constant in every variant, and no two are the same.
#[test]
fn unions_are_told_apart() {
    let schema = organization();
    let unions: Vec<_> = definitions(&schema)
        .filter(|(_, definition)| definition.get("oneOf").is_some() && !is_keyword(definition))
        .collect();
    assert!(unions.len() >= 5);
    for (name, union) in unions {
        let mut tags = Vec::new();
        for branch in union["oneOf"].as_array().into_iter().flatten() {
            let variant =
                branch["$ref"].as_str().and_then(|path| path.strip_prefix("#/$defs/")).expect("a definition");
            let variant = &schema["$defs"][variant];
            tags.push(variant["properties"]["kind"]["const"].as_str().expect("a tag"));
            assert_eq!(variant["required"][0], "kind", "{name}");
        }
        tags.sort_unstable();
        assert!(tags.windows(2).all(|pair| pair[0] != pair[1]), "{name}: {tags:?}");
    }
}

/// Dialects of patterns differ in classes, flags and boundaries; what is left means the same in all of them.
#[test]
fn patterns_are_portable() {
    let mut patterns = 0;
    for (pointer, part) in schemas().iter().flat_map(all) {
        let Some(pattern) = part["pattern"].as_str() else { continue };
        patterns += 1;
        let escapes = pattern.match_indices('\\').filter_map(|(at, _)| pattern[at + 1..].chars().next());
        let odd: Vec<char> = escapes.filter(|escaped| !"tnfr".contains(*escaped)).collect();
        assert!(odd.is_empty(), "{pointer}: escapes {odd:?}");
        for group in pattern.match_indices("(?").map(|(at, _)| &pattern[at + 2..]) {
            assert!(group.starts_with(':'), "{pointer}: (?{group}");
        }
        for odd in ["[[", "[:", "&&", "*+", "++", "?+", "}+", "*?", "+?", "}?"] {
            assert!(!pattern.contains(odd), "{pointer}: {odd}");
        }
        // a pattern is anchored on both sides, or not at all
        let body = pattern.trim_start_matches('^').trim_end_matches('$');
        let is_whole = (pattern.starts_with('^'), pattern.ends_with('$'));
        assert!(
            is_whole == (true, true) || (is_whole == (false, false) && body.starts_with('[')),
            "{pointer}"
        );
        assert!(!body.contains('$') && !body.replace("[^", "[").contains('^'), "{pointer}");
        assert!(!has_bare_alternative(body), "{pointer}: anchors bind tighter than `|`");
    }
    assert!(patterns > 20);
}

/// Whether there is a `|` outside all groups.
fn has_bare_alternative(pattern: &str) -> bool {
    let mut depth = 0_usize;
    pattern.chars().any(|c| {
        match c {
            '(' => depth += 1,
            ')' => depth -= 1,
            _ => {}
        }
        c == '|' && depth == 0
    })
}
