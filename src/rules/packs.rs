//! Packs: those of this crate, those of users, and what is wrong with one.

use std::sync::OnceLock;

use super::catalog;
use crate::diagnostic::{Finding, Level, Path, closest};
use crate::model::{Pack, PackRule};
use crate::read::{self, DocumentReading, Format};

mod page;

macro_rules! files {
    ($($name:literal)*) => {
        [$(include_str!(concat!("packs/", $name, ".json"))),*]
    };
}

/// In the order in which they are listed.
const FILES: [&str; 15] = files! {
    "eu-gmp-ch2" "us-cgmp" "glp" "gcp-delegation" "easa-145" "easa-camo" "iso-9001" "iso-17020" "smcr" "sod" "de-stelle"
    "ru-instrukciya" "no-arbeidsmiljo" "resilience" "small-organisation"
};

impl Pack {
    /// The packs of this crate.
    #[must_use]
    pub fn all() -> &'static [Self] {
        static PACKS: OnceLock<Vec<Pack>> = OnceLock::new();
        PACKS.get_or_init(|| FILES.iter().filter_map(|text| serde_json::from_str(text).ok()).collect())
    }

    /// The pack of this crate of that name.
    ///
    /// ```
    /// use officium::Pack;
    /// let pack = Pack::named("eu-gmp-ch2").ok_or("no such pack")?;
    /// assert_eq!(pack.based_on[0].edition.as_str(), "in force 2014-02-16");
    /// # Ok::<(), &str>(())
    /// ```
    #[must_use]
    pub fn named(name: &str) -> Option<&'static Self> {
        Self::all().iter().find(|pack| pack.name.as_str() == name)
    }

    /// Reads a pack; of one that breaks off, nothing. Its schema is [`export::schema::profile`](crate::export::schema::profile).
    ///
    /// Findings beyond its form: it names nothing on which it is based (E003), it names a rule that is not in the catalogue (E007), or it
    /// lowers a hard rule (E005).
    ///
    /// ```
    /// use officium::read::Format;
    /// let text = r#"{"name": "house", "title": "Rules of the house", "basedOn": [{"title": "House rules", "edition": "2026"}],
    ///     "checks": [{"clause": "1", "rules": [{"code": "I001", "level": "off"}, {"code": "S001"}]}]}"#;
    /// let reading = officium::Pack::from_text(Format::Json, text);
    /// assert_eq!(reading.findings[0].message, "I001 is hard: it cannot be set to `off`");
    /// ```
    #[must_use]
    pub fn from_text(format: Format, text: &str) -> DocumentReading<Self> {
        read::document(format, text, faults)
    }
}

/// What is wrong in a pack beyond its form.
fn faults(pack: &Pack) -> Vec<Finding> {
    let mut faults = Vec::new();
    if pack.based_on.is_empty() {
        let missing = "the pack names nothing on which it is based";
        faults.push(
            Finding::new(&read::MISSING_MEMBER, Level::Error, Path::root(), missing)
                .argument("member", "basedOn")
                .help(
                    "name in `basedOn` the regulation, the standard or your own rules, each with its edition",
                ),
        );
    }
    for (nth, clause) in pack.checks.iter().enumerate() {
        let rules = Path::root().member("checks").index(nth).member("rules");
        let asked = clause.rules.iter().enumerate();
        faults.extend(asked.filter_map(|(nth, rule)| fault(rule, &rules.clone().index(nth))));
    }
    faults
}

fn fault(asked: &PackRule, path: &Path) -> Option<Finding> {
    let code = asked.code;
    let Some(rule) = catalog().find(|rule| rule.code() == code) else {
        let codes: Vec<_> = catalog().map(super::Rule::code).collect();
        let unknown = format!("there is no rule {code}");
        let finding =
            Finding::new(&read::UNKNOWN_VARIANT, Level::Error, path.clone().member("code"), unknown)
                .argument("value", &code)
                .candidates(closest(code.as_str(), codes.iter().map(crate::RuleCode::as_str)))
                .help(
                    "name a rule of the catalogue; if the pack is right, this program is older than the pack",
                );
        return Some(finding);
    };
    let level = asked.level.filter(|level| rule.is_hard() && level.level() < Some(rule.level()))?;
    let (refused, word) = (format!("{code} is hard: it cannot be set to `{level}`"), level.as_str());
    let finding = Finding::new(&read::BAD_VALUE, Level::Error, path.clone().member("level"), refused)
        .argument("rule", &code)
        .argument("value", word)
        .help("leave `level` out: the rule runs in every profile, since what is said of a valid organisation rests on it");
    Some(finding)
}
