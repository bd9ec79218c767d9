//! The leaves: each parser says what its pattern in the schema says.

use std::collections::BTreeSet;

use officium::model;
use officium::read;
use proptest::prelude::any;
use proptest::strategy::{Strategy, ValueTree};
use proptest::test_runner::Config;
use serde_json::{Value, json};

use crate::support::generate::{Generator, fixed_runner, near};
use crate::support::odd;
use crate::support::random::Random;
use crate::support::{definitions, is_keyword, is_leaf, schema, validator};

/// A leaf by the name of its definition, and whether its parser takes a text.
type Parser = (&'static str, fn(&str) -> bool);

macro_rules! parsers {
    ($($leaf:ident)*) => {
        &[$((stringify!($leaf), |text| {
            let parsed = text.parse::<model::$leaf>();
            // what was parsed is written as it was
            parsed.is_ok_and(|leaf| {
                assert_eq!(leaf.to_string(), text);
                true
            })
        })),*]
    };
}

const TEXTS: &[Parser] = parsers! {
    ActivityId Amount BlankId CalendarDuration ClauseId Currency Date DescriptionId DutyGroupId DutyId Fte Hours Language PersonId
    PositionId ResponsibilityId RightId RuleCode TemplateId Text UnitId
};

macro_rules! numbers {
    ($($leaf:ident)*) => {
        &[$((stringify!($leaf), |number| model::$leaf::try_from(number).is_ok())),*]
    };
}

/// The same of a number.
type Bounds = (&'static str, fn(i64) -> bool);

const NUMBERS: &[Bounds] = numbers! { Count Percentage Rank };

macro_rules! keywords {
    ($($keyword:ident)*) => {
        &[$((stringify!($keyword), || {
            model::$keyword::all()
                .map(|word| {
                    assert_eq!(word.as_str().parse::<model::$keyword>(), Ok(word));
                    assert_eq!(word.to_string(), word.as_str());
                    word.as_str()
                })
                .collect()
        })),*]
    };
}

/// A keyword by the name of its definition, and its words.
type Words = (&'static str, fn() -> Vec<&'static str>);

const KEYWORDS: &[Words] = keywords! {
    ArrangementKind Category ConsentState DocumentKind DocumentState EducationLevel ExperienceKind FlowDirection FormatVersion
    Frequency Ground Importance Instrument LanguageLevel LineKind Necessity Overtime Regime RemoteWork RequirementDue RightKind
    SchedulePattern SubstitutionKind Trigger Vehicle
};

fn names(schema: &Value, of: impl Fn(&Value) -> bool) -> BTreeSet<&str> {
    definitions(schema).filter(|(_, definition)| of(definition)).map(|(name, _)| name).collect()
}

#[test]
fn every_leaf_and_keyword_of_the_schema_is_tested_here() {
    let schema = schema();
    let listed: BTreeSet<&str> =
        TEXTS.iter().map(|(name, _)| *name).chain(NUMBERS.iter().map(|(name, _)| *name)).collect();
    assert_eq!(listed, names(&schema, is_leaf));
    let listed: BTreeSet<&str> = KEYWORDS.iter().map(|(name, _)| *name).collect();
    assert_eq!(listed, names(&schema, is_keyword));
}

/// One change in a text, such as turns a good one into one that is nearly good.
fn nearly(text: &str, random: &mut Random) -> String {
    let mut characters: Vec<char> = text.chars().collect();
    let at = random.below(characters.len() + 1);
    let odd = *random.pick(&[
        '\n', '\r', ' ', '\u{a0}', '\u{85}', '\u{200b}', '0', '9', '٣', '-', '.', ',', '_', ':', '/', 'a',
        'Z', 'é', 'ſ', 'K', '\0', '{', '@', '[', '`',
    ]);
    match random.below(5) {
        0 => characters.insert(at, odd),
        1 if at < characters.len() => characters[at] = odd,
        2 if at < characters.len() => drop(characters.remove(at)),
        3 => characters.push(odd),
        _ => {
            let from = at.min(characters.len() / 2);
            let part: Vec<char> =
                characters[from..].iter().copied().cycle().take(random.below(140)).collect();
            characters.extend(part);
        }
    }
    characters.into_iter().collect()
}

#[test]
fn parsers_and_patterns_agree() {
    const TEXTS_EACH: usize = 1500;
    let schema = schema();
    for (name, parser) in TEXTS {
        let leaf = &schema["$defs"][name];
        let judge = validator(leaf);
        let near = near(leaf["pattern"].as_str().expect("a pattern"));
        let (anything, mut runner, mut random) =
            (any::<String>(), fixed_runner(Config::default()), Random::new(9));
        let mut accepted = 0;
        let mut compare = |text: &str| {
            let verdict = judge.is_valid(&text.into());
            assert_eq!(parser(text), verdict, "{name}: {text:?}");
            accepted += usize::from(verdict);
        };
        for example in leaf["examples"].as_array().expect("examples") {
            assert!(parser(example.as_str().expect("a text")), "{name}: {example}");
        }
        for text in odd::TEXTS {
            compare(text);
        }
        for length in 120..140 {
            compare(&"a".repeat(length));
            compare(&"å".repeat(length));
        }
        for _ in 0..TEXTS_EACH {
            let good = near.new_tree(&mut runner).expect("a text").current();
            compare(&good);
            compare(&nearly(&good, &mut random));
            compare(&nearly(&nearly(&good, &mut random), &mut random));
            compare(&anything.new_tree(&mut runner).expect("a text").current());
        }
        assert!(accepted >= TEXTS_EACH, "{name}: only {accepted} accepted");
    }
}

/// White space, and nothing else, is blank: each character of Unicode by itself.
#[test]
fn blank_is_white_space() {
    let schema = schema();
    let judge = validator(&schema["$defs"]["Text"]);
    for character in ('\0'..=char::MAX).filter(|c| (*c as u32) < 0x3100 || (*c as u32).is_multiple_of(97)) {
        let text = character.to_string();
        assert_eq!(text.parse::<model::Text>().is_ok(), judge.is_valid(&text.as_str().into()), "{text:?}");
    }
}

/// Gregorian, by the rule that everybody learns at school.
fn days_of(year: u32, month: u32) -> u32 {
    let is_leap = year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400));
    match month {
        1 | 3 | 5 | 7 | 8 | 10 | 12 => 31,
        4 | 6 | 9 | 11 => 30,
        2 => 28 + u32::from(is_leap),
        _ => 0,
    }
}

#[test]
fn days_of_the_calendar() {
    let schema = schema();
    let judge = validator(&schema["$defs"]["Date"]);
    // every kind of year: each century, and others spread over all remainders of 4 and 10
    let years =
        (0..=9999).step_by(100).chain((1..=9999).step_by(47)).chain([4, 1999, 2000, 2024, 9996, 9999]);
    for year in years {
        for month in 0..=13 {
            for day in 0..=32 {
                let text = format!("{year:04}-{month:02}-{day:02}");
                let exists = year > 0 && (1..=days_of(year, month)).contains(&day);
                assert_eq!(text.parse::<model::Date>().is_ok(), exists, "{text}");
                assert_eq!(judge.is_valid(&text.as_str().into()), exists, "the schema on {text}");
            }
        }
    }
}

#[test]
fn digits_of_decimals() {
    let schema = schema();
    for (name, before, after) in [("Amount", 18, 6), ("Fte", 5, 4), ("Hours", 3, 2)] {
        let judge = validator(&schema["$defs"][name]);
        let (_, parser) = TEXTS.iter().find(|(leaf, _)| *leaf == name).expect("listed");
        for (whole, fraction) in (0..22).flat_map(|whole| (0..10).map(move |fraction| (whole, fraction))) {
            for digit in ["0", "1", "9"] {
                let text = format!("{}.{}", digit.repeat(whole), "0".repeat(fraction));
                let has_good_whole = (1..=before).contains(&whole) && (digit != "0" || whole == 1);
                let expected = has_good_whole && (1..=after).contains(&fraction);
                assert_eq!(
                    (parser(&text), judge.is_valid(&json!(text))),
                    (expected, expected),
                    "{name}: {text}"
                );
                let text = text.split('.').next().unwrap_or_default();
                assert_eq!(
                    (parser(text), judge.is_valid(&json!(text))),
                    (has_good_whole, has_good_whole),
                    "{name}: {text}"
                );
            }
        }
    }
}

#[test]
fn numbers_and_bounds_agree() {
    let schema = schema();
    for (name, parser) in NUMBERS {
        let leaf = &schema["$defs"][name];
        let judge = validator(leaf);
        let bound = |key: &str| leaf[key].as_i64().expect("both bounds");
        let around =
            |number: i64| (number.saturating_sub(300)..=number.saturating_add(300)).collect::<Vec<_>>();
        let edges = [0, bound("minimum"), bound("maximum"), 1 << 16, 1 << 32, i64::MIN, i64::MAX];
        for number in edges.into_iter().flat_map(around) {
            let expected = (bound("minimum")..=bound("maximum")).contains(&number);
            assert_eq!(
                (parser(number), judge.is_valid(&json!(number))),
                (expected, expected),
                "{name}: {number}"
            );
        }
    }
}

#[test]
fn words_of_keywords_are_those_of_the_schema() {
    let schema = schema();
    for (name, words) in KEYWORDS {
        let branches = schema["$defs"][name]["oneOf"].as_array().expect("a keyword");
        let published: Vec<&str> = branches.iter().filter_map(|branch| branch["const"].as_str()).collect();
        assert_eq!(words(), published, "{name}");
        let kebab = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
        assert!(published.iter().all(|word| !word.is_empty() && word.chars().all(kebab)), "{published:?}");
    }
}

/// The reader knows the parser of each leaf: a bad value of the right type is E005, with help that says what would be right.
#[test]
fn the_reader_has_a_parser_for_each_leaf() {
    let schema = schema();
    let generator = Generator::new(&schema);
    for name in names(&schema, is_leaf) {
        let bad = if schema["$defs"][name]["type"] == "integer" { json!(-7) } else { json!("\n") };
        let places = generator.places.iter().filter(|place| place.definition == Some(name));
        for place in places {
            let document = generator.document_at(place, Some(&bad), 0, &mut Random::new(10));
            let reading = read::json(&document.to_string());
            let [finding] = reading.findings.as_slice() else { panic!("{name}: {:#?}", reading.findings) };
            assert_eq!(finding.code().to_string(), "E005", "{name}: {finding:#?}");
            assert!(finding.help.iter().all(|help| !help.contains("has no parser")), "{name}: {finding:#?}");
            assert!(!finding.help.is_empty());
        }
    }
}

/// And a word that is none of a keyword's is E007, or E009 for the version of the format, with the words that there are.
#[test]
fn the_reader_lists_the_words_of_each_keyword() {
    let schema = schema();
    let generator = Generator::new(&schema);
    for (name, words) in KEYWORDS {
        let place = generator.places.iter().find(|place| place.definition == Some(name)).expect("reached");
        let document = generator.document_at(place, Some(&json!("no such word")), 0, &mut Random::new(11));
        let reading = read::json(&document.to_string());
        let [finding] = reading.findings.as_slice() else { panic!("{name}: {:#?}", reading.findings) };
        let code = if *name == "FormatVersion" { "E009" } else { "E007" };
        assert_eq!(finding.code().to_string(), code, "{name}");
        let help = finding.help.join(" ");
        assert!(words().iter().all(|word| help.contains(&format!("`{word}`"))), "{name}: {help}");
    }
}
