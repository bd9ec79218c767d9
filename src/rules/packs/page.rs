//! The page of a pack, for people.

use std::collections::BTreeSet;
use std::fmt::Write as _;

use crate::model::{Demands, FunctionPair, Pack, Section, Text, Thresholds};
use crate::rules::catalog;

const PREFACE: &str = r#"# Packs

What a regulation, a standard or a practice asks on top of a profile. A pack never says that an organisation complies: it says which
clauses it checks, and which it cannot check. A rule without a level runs at its own; its page is the head of its file in `src/rules/`.

```sh
cargo run --example check -- --profile eu-gmp-ch2 organisation.json                 # on top of the baseline
cargo run --example check -- --profile structure --pack sod organisation.json       # on top of another profile
cargo run --example check -- --pack smcr --profile-file house.json organisation.json
```

Of several packs, the later goes before the earlier: it sets levels and thresholds, and what it demands is added. Hard rules (I001, I002,
R001, R002, X008) run in any case.

A pack is a document in JSON, YAML or TOML (`schema/profile.schema.json`), and you can write your own:

```json
{
  "name": "house",
  "title": "Rules of the house",
  "basedOn": [{"title": "Rules of procedure", "edition": "2026-01-01"}],
  "checks": [
    {"clause": "3", "rules": [{"code": "R011", "level": "warning", "note": "teams are small"}, {"code": "I006", "level": "off"}]}
  ],
  "cannotCheck": [{"clause": "4", "why": "whether meetings are short"}],
  "thresholds": {"span": 8},
  "demands": {"functions": ["data-protection-officer"]}
}
```

The key functions that packs demand are those that an organisation names in `responsibilities`, member `function`.

This page is printed by `cargo run --example packs`.
"#;

impl Pack {
    /// The pages of all packs of this crate, as `docs/packs.md` has them.
    #[must_use]
    pub fn pages() -> String {
        Self::all().iter().fold(PREFACE.to_owned(), |pages, pack| pages + "\n" + &pack.page())
    }

    /// Its page, in Markdown: what it is based on, what it checks and by which rules, what it asks for, and what it cannot check.
    ///
    /// ```
    /// let pack = officium::Pack::named("glp").ok_or("no such pack")?;
    /// assert!(pack.page().starts_with("## glp\n"));
    /// # Ok::<(), &str>(())
    /// ```
    #[must_use]
    pub fn page(&self) -> String {
        let mut page = format!("## {}\n\n{}. Based on:\n\n", self.name, self.title);
        for basis in &self.based_on {
            let _ = writeln!(page, "- {} ({})", basis.title, basis.edition);
        }
        page.push_str("\n| clause | checked by |\n|---|---|\n");
        for clause in &self.checks {
            let rules: Vec<String> = clause.rules.iter().map(rule).collect();
            let _ = writeln!(page, "| {} | {} |", cell(&clause.clause), rules.join("<br>"));
        }
        let asked: Vec<String> = self
            .thresholds
            .iter()
            .flat_map(thresholds)
            .chain(self.demands.iter().flat_map(demands))
            .collect();
        if !asked.is_empty() {
            page.push_str("\nIt asks for:\n\n");
            page.extend(asked.iter().map(|line| format!("- {line}\n")));
        }
        if !self.cannot_check.is_empty() {
            page.push_str("\n| clause | not checked |\n|---|---|\n");
            for part in &self.cannot_check {
                let _ = writeln!(page, "| {} | {} |", cell(&part.clause), cell(&part.why));
            }
        }
        page
    }
}

fn rule(asked: &crate::model::PackRule) -> String {
    let known = catalog().find(|rule| rule.code() == asked.code);
    let slug = known.map(|rule| format!(" {}", rule.about().slug)).unwrap_or_default();
    let level = asked.level.map(|level| format!(": {level}")).unwrap_or_default();
    let note = asked.note.as_ref().map(|note| format!(" ({})", cell(note))).unwrap_or_default();
    format!("{}{slug}{level}{note}", asked.code)
}

/// A text that does not end the cell of a table.
fn cell(text: &Text) -> String {
    text.as_str().replace('|', "\\|").replace(['\n', '\r'], " ")
}

fn thresholds(asked: &Thresholds) -> Vec<String> {
    let Thresholds { span, stand_ins, vacancy_days, interim_days, four_eyes } = asked;
    let count = |words: &str, number: &Option<crate::model::Count>| {
        number.map(|number| format!("at most {number} {words}"))
    };
    [
        count("direct reports", span),
        count("positions for which one person stands in", stand_ins),
        count("days of a critical seat's vacancy", vacancy_days),
        count("days of an interim substitution", interim_days),
        four_eyes.as_ref().map(|money| format!("four eyes above {} {}", money.amount, money.currency)),
    ]
    .into_iter()
    .flatten()
    .collect()
}

fn demands(asked: &Demands) -> Vec<String> {
    let Demands { functions, direct_access, independent, exclusive, separate, audits, sections } = asked;
    let names = |words: &str, names: &[Text]| {
        let quoted: Vec<String> = names.iter().map(|name| format!("`{name}`")).collect();
        (!quoted.is_empty()).then(|| format!("{words}: {}", quoted.join(", ")))
    };
    let pairs = |words: &str, pairs: &[FunctionPair]| {
        let shown: Vec<String> = pairs
            .iter()
            .map(|FunctionPair { first, second, .. }| format!("`{first}` and `{second}`"))
            .collect();
        (!shown.is_empty()).then(|| format!("{words}: {}", shown.join(", ")))
    };
    let sections: BTreeSet<Section> = sections.iter().copied().collect();
    let filled: Vec<String> = sections.iter().map(|section| format!("`{section}`")).collect();
    [
        names("key functions", functions),
        names("direct access to the head for", direct_access),
        pairs("independent of each other", independent),
        pairs("not in one person", exclusive),
        pairs("not in one unit", separate),
        pairs("the first audits the second", audits),
        (!filled.is_empty()).then(|| format!("sections that a description fills: {}", filled.join(", "))),
    ]
    .into_iter()
    .flatten()
    .collect()
}
