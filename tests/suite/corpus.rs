//! Files with one fault each and their reports, and near misses of which there is nothing to say.
//!
//! `tests/corpus/<profile>/bad/<code>-<what>.json` raises that code and no other; the report stands beside it.
//! `tests/corpus/<profile>/good/<code>-<what>.json` comes close to it and raises nothing. `OFFICIUM_BLESS=1` writes the reports anew; the
//! difference is to be read. What stands beside a file as `.overlay` are its translations. The folder `every-rule` is for rules of packs: its profile is that of the rule's page.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use officium::diagnostic::{Human, Report, human};
use officium::rules::{Profile, catalog};
use officium::{Overlay, read};

use crate::pages;
use crate::support::checked::Checked;
use crate::support::{raised, setting};

/// The files of one kind, good or bad, each with its profile and the code in its name.
pub(crate) fn files(kind: &str) -> Vec<(Profile, String, PathBuf)> {
    let corpus = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/corpus");
    let entries = |folder: &Path| -> Vec<PathBuf> {
        let entries = std::fs::read_dir(folder).into_iter().flatten();
        let mut paths: Vec<_> = entries.map(|entry| entry.expect("it can be read").path()).collect();
        paths.sort();
        paths
    };
    let name = |path: &Path| path.file_name().and_then(|name| name.to_str()).expect("a name").to_owned();
    let mut files = Vec::new();
    for folder in entries(&corpus) {
        let profile = |code: &str| match name(&folder).as_str() {
            "every-rule" => {
                let mut rules = catalog().filter(|rule| rule.code().as_str() == code);
                pages::profile(rules.next().expect("a rule of that code"))
            }
            named => Profile::named(named).expect("a folder is named after a profile"),
        };
        for path in
            entries(&folder.join(kind)).into_iter().filter(|path| path.extension() == Some("json".as_ref()))
        {
            let code = name(&path).split('-').next().expect("a code").to_owned();
            files.push((profile(&code), code, path));
        }
    }
    assert!(files.len() > 30, "the corpus was not found");
    files
}

/// The report of a file, as the program `check` makes it, and the same for people.
fn checked(path: &Path, profile: &Profile) -> (Report, String) {
    let name = path.file_name().and_then(|name| name.to_str()).expect("a name");
    let overlay = std::fs::read_to_string(path.with_extension("overlay")).ok();
    let overlay = overlay.map(|text| Overlay::from_json(&text).document.expect("an overlay"));
    let text = std::fs::read_to_string(path).expect("it is text");
    let checked = Checked::translated(name, text, profile, overlay);
    let printed = checked.with_source(|source| human(&checked.report, Some(source), Human::default()));
    (checked.report, printed)
}

#[test]
fn bad_files_raise_their_code_and_no_other() {
    for (profile, code, path) in files("bad") {
        let (report, printed) = checked(&path, &profile);
        let text = std::fs::read_to_string(&path).expect("it is text");
        assert_eq!(raised(&report, &text, &code), BTreeSet::from([code]), "{}\n{printed}", path.display());
        let beside = path.with_extension("report");
        if setting("OFFICIUM_BLESS").is_some() {
            std::fs::write(&beside, &printed).expect("it can be written");
        }
        let expected = std::fs::read_to_string(&beside).unwrap_or_default();
        assert_eq!(printed, expected, "{}: OFFICIUM_BLESS=1 writes the report", path.display());
    }
}

#[test]
fn near_misses_raise_nothing() {
    for (profile, code, path) in files("good") {
        let (report, printed) = checked(&path, &profile);
        let text = std::fs::read_to_string(&path).expect("it is text");
        assert_eq!(raised(&report, &text, &code), BTreeSet::new(), "{}\n{printed}", path.display());
    }
}

#[test]
fn every_code_has_a_bad_file_and_a_near_miss() {
    let rules = catalog().map(|rule| rule.code().to_string());
    let all: BTreeSet<String> = rules.chain(read::catalog().map(|about| about.code.to_string())).collect();
    for kind in ["bad", "good"] {
        let covered: BTreeSet<String> = files(kind).into_iter().map(|(_, code, _)| code).collect();
        assert_eq!(covered, all, "{kind}");
    }
}
