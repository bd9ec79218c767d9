//! One rule a file: folders and catalogue say the same.

use std::collections::{BTreeMap, BTreeSet};

use officium::rules::catalog;

use super::{entries, source};

/// The folders of the families, with the letter of their codes.
const FAMILIES: [(&str, char); 11] = [
    ("authority", 'A'),
    ("cross", 'X'),
    ("document_control", 'V'),
    ("duties", 'D'),
    ("flow", 'F'),
    ("identity", 'I'),
    ("liability", 'L'),
    ("qualification", 'Q'),
    ("reporting", 'R'),
    ("substitution", 'S'),
    ("waivers", 'W'),
];

/// By folder, the names of its files, `mod.rs` left out.
fn folders() -> BTreeMap<String, BTreeSet<String>> {
    // packs are data, in a folder of their own
    let folders = entries(&source().join("rules")).into_iter().filter(|path| path.join("mod.rs").is_file());
    let name =
        |path: &std::path::Path| path.file_stem().and_then(|stem| stem.to_str()).expect("a name").to_owned();
    let found: BTreeMap<_, _> = folders
        .map(|folder| {
            let files = entries(&folder).into_iter().map(|path| name(&path)).filter(|file| file != "mod");
            (name(&folder), files.collect())
        })
        .collect();
    assert!(!found.is_empty() && found.values().all(|files: &BTreeSet<String>| !files.is_empty()));
    found
}

fn text_of(folder: &str, file: &str) -> String {
    let path = source().join("rules").join(folder).join(file).with_extension("rs");
    std::fs::read_to_string(path).expect("the file is there")
}

#[test]
fn every_file_is_registered_in_its_family() {
    for (folder, files) in folders() {
        let family = super::paths::without_comments(&text_of(&folder, "mod"));
        let listed = family.split_once("family! {").and_then(|(_, rest)| rest.split('}').next());
        let listed: Vec<String> = listed.expect("a family").split_whitespace().map(str::to_owned).collect();
        assert_eq!(listed.len(), files.len(), "{folder}: {listed:?}");
        assert_eq!(listed.into_iter().collect::<BTreeSet<_>>(), files, "{folder}: listed and on disk");
    }
}

#[test]
fn the_catalogue_is_the_files() {
    let folders = folders();
    let known: BTreeSet<String> = FAMILIES.iter().map(|(folder, _)| (*folder).to_owned()).collect();
    assert_eq!(folders.keys().cloned().collect::<BTreeSet<_>>(), known);
    assert_eq!(folders.values().map(BTreeSet::len).sum::<usize>(), catalog().count());

    let mut codes = BTreeSet::new();
    for rule in catalog() {
        let (code, slug) = (rule.code().to_string(), rule.about().slug);
        let digits = code.strip_prefix(char::is_uppercase).expect("a capital letter first");
        assert!(digits.len() == 3 && digits.bytes().all(|digit| digit.is_ascii_digit()), "{code}");
        assert!(codes.insert(code.clone()), "{code} stands for two rules");

        let file = slug.replace('-', "_");
        let (folder, _) = folders
            .iter()
            .find(|(_, files)| files.contains(&file))
            .unwrap_or_else(|| panic!("no file for {slug}"));
        let (_, letter) = FAMILIES.iter().find(|(name, _)| name == folder).expect("a family");
        assert_eq!(rule.code().family(), *letter, "{code} does not belong to {folder}");
        // the page is that of this rule
        assert!(rule.page().starts_with(&format!("# {code} {slug}\n")), "{code} {slug}");
        assert!(text_of(folder, &file).starts_with(&format!("//! # {code} {slug}\n")), "{code} {slug}");
    }
    assert!(catalog().any(officium::rules::Rule::is_hard), "nothing would be proved");
}
