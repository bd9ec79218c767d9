//! Packs: what those of the crate say, and how they are put on top of each other.

use std::collections::BTreeSet;

use officium::diagnostic::{Finding, Human, Level, human, json};
use officium::rules::{Demands, Profile, catalog};
use officium::{CheckedClause, Organization, Pack, PackLevel, PackRule, Position, RuleCode, Thresholds};
use proptest::prelude::{any, prop_assert, prop_assert_eq, proptest};

use crate::graph::{cases, report};
use crate::support::dirty::organizations;

/// Rules of packs that are still to come: the list only ever becomes shorter.
const TO_COME: [&str; 0] = [];

fn codes(pack: &Pack) -> BTreeSet<RuleCode> {
    pack.checks.iter().flat_map(|clause| &clause.rules).map(|rule| rule.code).collect()
}

fn known() -> BTreeSet<RuleCode> {
    catalog().map(officium::rules::Rule::code).collect()
}

#[test]
fn every_file_is_a_pack_and_says_what_it_is_based_on() {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("src/rules/packs");
    let files =
        std::fs::read_dir(folder).expect("the folder is there").map(|file| file.expect("a file").path());
    let mut names = BTreeSet::new();
    for path in files.filter(|path| path.extension() == Some("json".as_ref())) {
        let text = std::fs::read_to_string(&path).expect("it is text");
        let reading = Pack::from_json(&text);
        let pack = reading.document.expect("it is a pack");
        let unknown = |finding: &&Finding| finding.code().as_str() != "E007";
        assert_eq!(reading.findings.iter().find(unknown), None, "{}", path.display());
        assert_eq!(path.file_stem().and_then(|stem| stem.to_str()), Some(pack.name.as_str()));
        assert!(!pack.based_on.is_empty() && !pack.checks.is_empty(), "{}", pack.name);
        assert!(
            pack.checks.iter().all(|clause| !clause.rules.is_empty()),
            "{}: a clause without rules",
            pack.name
        );
        assert!(!pack.cannot_check.is_empty(), "{}: no text can be checked whole", pack.name);
        assert_eq!(Pack::named(pack.name.as_str()), Some(&pack));
        names.insert(pack.name);
    }
    assert_eq!(names.len(), Pack::all().len());
}

#[test]
fn every_code_is_in_the_catalogue() {
    let all: BTreeSet<RuleCode> = Pack::all().iter().flat_map(codes).collect();
    let unknown: Vec<String> = all.difference(&known()).map(RuleCode::to_string).collect();
    assert_eq!(unknown, TO_COME, "the list names exactly the rules that are still to come");
}

/// What a pack demands is read by a rule that it runs, and such a rule has something to read.
#[test]
fn demands_and_rules_belong_together() {
    for pack in Pack::all() {
        let Demands { functions, direct_access, independent, exclusive, separate, audits, sections, .. } =
            pack.demands.clone().unwrap_or_default();
        let demanded = [
            ("D006", !functions.is_empty()),
            ("R013", !direct_access.is_empty()),
            ("R014", !independent.is_empty()),
            ("X006", !exclusive.is_empty()),
            ("X007", !separate.is_empty()),
            ("X010", !audits.is_empty()),
            ("V007", !sections.is_empty()),
        ];
        let codes: BTreeSet<String> = codes(pack).iter().map(RuleCode::to_string).collect();
        for (code, is_demanded) in demanded {
            // these two leave the pairs to other packs, which they go with
            let leaves_it =
                matches!((pack.name.as_str(), code), ("sod" | "small-organisation", "X006" | "R014"));
            assert!(leaves_it || codes.contains(code) == is_demanded, "{}: {code}", pack.name);
        }
    }
}

#[test]
fn the_page_of_packs_is_up_to_date() {
    let committed = include_str!("../../docs/packs.md");
    assert!(
        Pack::pages() == committed,
        "the packs have changed; run `cargo run --example packs > docs/packs.md` and look at the difference"
    );
}

/// The pack that users are shown.
#[test]
fn the_example_of_the_page_is_a_pack() {
    let pages = Pack::pages();
    let example =
        pages.split("```json\n").nth(1).and_then(|rest| rest.split("```").next()).expect("an example");
    let reading = Pack::from_json(example);
    assert_eq!(
        (reading.findings, reading.document.map(|pack| pack.name.to_string())),
        (vec![], Some("house".into()))
    );
}

#[test]
fn names_are_joined() {
    let small = Pack::named("small-organisation").expect("a pack");
    let named = Profile::named("structure+small-organisation").expect("a profile");
    assert_eq!(named, Profile::structure().with_pack(small));
    assert_eq!(named.name(), "structure+small-organisation");
    for name in ["", "+", "glp+", "glp+baseline", "structure+house", "Glp"] {
        assert_eq!(Profile::named(name), None, "{name}");
    }
    let smcr = Profile::named("smcr").expect("a profile");
    assert_eq!(smcr.thresholds().interim_days.map(officium::Count::get), Some(84));
    assert_eq!(smcr.thresholds().span.map(officium::Count::get), Some(15));
}

#[test]
fn findings_show_the_pack_and_its_clause() {
    let seat = Position::new("shop".parse().expect("an id")).title("Shop".parse().expect("a text")).head();
    let profile = Profile::named("small-organisation").expect("a profile");
    let report = report(&Organization::new().positions([seat]), &profile);
    let [finding] = report.findings() else { panic!("{report:#?}") };
    assert_eq!((finding.code().as_str(), finding.level), ("S001", Level::Note));
    let printed = human(&report, None, Human::default());
    let note =
        "note: as pack `small-organisation` asks, ISO/IEC 17020 5.2.6, single-person bodies: relaxed: ";
    assert!(printed.contains(note), "{printed}");
    let printed: serde_json::Value = serde_json::from_str(&json(&report, None)).expect("it is JSON");
    assert_eq!(printed["findings"][0]["setBy"]["clause"], "ISO/IEC 17020 5.2.6, single-person bodies");
    assert_eq!(printed["findings"][0]["setBy"]["pack"], "small-organisation");
}

#[test]
fn what_is_wrong_in_a_pack_is_found_in_its_place() {
    let text = r#"{"name": "house", "title": "House", "basedOn": [{"title": "House", "edition": "1"}], "checks": [
        {"clause": "1", "rules": [{"code": "R001", "level": "warning"}, {"code": "R001"}, {"code": "R002", "level": "error"}]},
        {"clause": "2", "rules": [{"code": "S999"}, {"code": "S001", "level": "of"}]}]}"#;
    let reading = Pack::from_json(text);
    let found: Vec<(String, String, &str)> = reading
        .findings
        .iter()
        .map(|finding| {
            let span = finding.span.clone().expect("a place");
            (finding.code().to_string(), finding.path.to_string(), &text[span])
        })
        .collect();
    let expected = [
        ("E005", "checks[0].rules[0].level", "\"warning\""),
        ("E007", "checks[1].rules[0].code", "\"S999\""),
        ("E007", "checks[1].rules[1].level", "\"of\""),
    ];
    let expected: Vec<_> =
        expected.iter().map(|(code, path, text)| ((*code).to_owned(), (*path).to_owned(), *text)).collect();
    assert_eq!(found, expected);
    let without = Pack::from_json(r#"{"name": "house", "title": "House"}"#);
    assert_eq!(without.findings[0].code().as_str(), "E003");
}

/// What packs say last of a rule.
fn last_word(packs: &[Pack], code: RuleCode) -> Option<&PackRule> {
    let rules = packs.iter().rev().flat_map(|pack| pack.checks.iter().rev());
    rules.flat_map(|clause| clause.rules.iter().rev()).find(|rule| rule.code == code)
}

fn level(asked: PackLevel) -> Option<Level> {
    asked.as_str().parse().ok()
}

proptest! {
    #![proptest_config(cases(500))]

    #[test]
    fn the_last_pack_has_the_last_word(packs in proptest::collection::vec(any::<Pack>(), 0..4)) {
        let profile = packs.iter().fold(Profile::baseline(), Profile::with_pack);
        for rule in catalog() {
            let expected = match last_word(&packs, rule.code()) {
                Some(asked) if !rule.is_hard() => asked.level.map_or(Some(rule.level()), level),
                _ => Profile::baseline().level(rule.code()),
            };
            prop_assert_eq!(profile.level(rule.code()), expected, "{}", rule.code());
        }
        let mut spans = packs.iter().filter_map(|pack| pack.thresholds.as_ref()?.span);
        prop_assert_eq!(profile.thresholds().span, spans.next_back().or(Profile::baseline().thresholds().span));
        for pack in &packs {
            let Some(demands) = &pack.demands else { continue };
            prop_assert!(demands.functions.iter().all(|it| profile.demands().functions.contains(it)));
            prop_assert!(demands.sections.iter().all(|it| profile.demands().sections.contains(it)));
        }
        let own = Thresholds::new();
        prop_assert!(packs.iter().any(|pack| pack.thresholds.as_ref().is_some_and(|it| *it != own))
            || profile.thresholds() == Profile::baseline().thresholds());
    }

    /// Whatever packs say: what a proof rests on is found, at its level.
    #[test]
    fn hard_rules_always_run(organization in organizations(), packs in proptest::collection::vec(any::<Pack>(), 1..3)) {
        let hard: BTreeSet<RuleCode> =
            catalog().filter(|rule| rule.is_hard()).map(officium::rules::Rule::code).collect();
        let of = |profile: &Profile| -> Vec<(Level, String)> {
            let report = report(&organization, profile);
            let findings = report.findings().iter().filter(|finding| hard.contains(&finding.code()));
            findings.map(|finding| (finding.level, finding.message.clone())).collect()
        };
        let off: Vec<_> = hard.iter().map(|code| PackRule::new(*code).level(PackLevel::Off)).collect();
        let clause = CheckedClause::new("1".parse().expect("a text")).rules(off);
        let switched = packs.iter().cloned().map(|pack| pack.checks([clause.clone()]));
        let profile = switched.fold(Profile::baseline(), |profile, pack| profile.with_pack(&pack));
        prop_assert_eq!(of(&profile), of(&Profile::baseline()));
    }
}
