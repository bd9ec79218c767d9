//! Which rules run, at which levels.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::{Demands, Rule, catalog};
use crate::diagnostic::{Level, SetBy};
use crate::model::{Count, Pack, PackLevel, RuleCode, Text, Thresholds};

/// Which rules run, at which levels, and the numbers at which they begin to speak.
///
/// Hard rules run at their own level in every profile.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Profile {
    name: String,
    levels: BTreeMap<RuleCode, Level>,
    /// By rule, the pack that last set its level.
    set_by: BTreeMap<RuleCode, Arc<SetBy>>,
    thresholds: Thresholds,
    demands: Demands,
}

impl Profile {
    /// What every organisation should hold itself to: every rule that is not for a regulation of its own.
    #[must_use]
    pub fn baseline() -> Self {
        Self::of("baseline", Rule::is_in_baseline)
    }

    /// Identity and reporting only, for charts that come from elsewhere and hold little more.
    #[must_use]
    pub fn structure() -> Self {
        Self::of("structure", |rule| {
            let code = rule.code();
            rule.is_in_baseline() && (matches!(code.family(), 'I' | 'R') || code.as_str() == "X008")
        })
    }

    /// The profile of that name: `baseline`, `structure`, or one of them and packs of this crate on top, with `+` between the names.
    /// Packs alone stand on `baseline`. Without the feature `json` there are no packs.
    ///
    /// ```
    /// use officium::rules::Profile;
    /// assert_eq!(Profile::named("baseline"), Some(Profile::baseline()));
    /// assert_eq!(Profile::named("glp+sod"), Profile::named("baseline+glp+sod"));
    /// assert_eq!(Profile::named("no-such-profile"), None);
    /// ```
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        let mut names = name.split('+').peekable();
        let base = match names.peek() {
            Some(&"structure") => Some(Self::structure()),
            Some(&"baseline") => Some(Self::baseline()),
            _ => None,
        };
        if base.is_some() {
            names.next();
        }
        names.try_fold(base.unwrap_or_else(Self::baseline), |profile, name| {
            Some(profile.with_pack(pack(name)?))
        })
    }

    /// The same profile with a pack on top. What the pack says goes before what was said so far: it sets levels and thresholds; what it
    /// demands is added. Hard rules stay as they are, and codes that are not in the catalogue say nothing; reading a pack
    /// ([`Pack::from_text`](crate::Pack::from_text)) reports both.
    ///
    /// ```
    /// use officium::{Pack, diagnostic::Level, rules::Profile};
    /// let small = Pack::named("small-organisation").ok_or("no such pack")?;
    /// let profile = Profile::baseline().with_pack(small);
    /// assert_eq!(profile.level("S001".parse()?), Some(Level::Note));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn with_pack(mut self, pack: &Pack) -> Self {
        let Pack {
            schema: _,
            format_version: _,
            name,
            title: _,
            based_on: _,
            checks,
            cannot_check: _,
            thresholds,
            demands,
        } = pack;
        let mut clauses: BTreeMap<RuleCode, (Vec<&str>, Option<&Text>)> = BTreeMap::new();
        for (clause, asked) in checks.iter().flat_map(|it| it.rules.iter().map(|rule| (&it.clause, rule))) {
            let Some(rule) = catalog().find(|rule| rule.code() == asked.code) else { continue };
            let level = asked.level.map_or(Some(rule.level()), PackLevel::level);
            if rule.is_hard() && level != Some(rule.level()) {
                continue;
            }
            self = self.with_level(asked.code, level);
            let (clauses, note) = clauses.entry(asked.code).or_default();
            clauses.push(clause.as_str());
            *note = asked.note.as_ref().or(*note);
        }
        for (code, (clauses, note)) in clauses {
            if let Ok(clause) = Text::try_from(clauses.join("; ")) {
                let set_by = SetBy { pack: name.clone(), clause, note: note.cloned() };
                self.set_by.insert(code, Arc::new(set_by));
            }
        }
        self.name = format!("{}+{name}", self.name);
        if let Some(thresholds) = thresholds {
            set_thresholds(&mut self.thresholds, thresholds);
        }
        if let Some(demands) = demands {
            add_demands(&mut self.demands, demands);
        }
        self
    }

    /// All profiles of this crate that stand by themselves, the baseline first; packs come on top of them.
    pub fn all() -> impl Iterator<Item = Self> {
        [Self::baseline(), Self::structure()].into_iter()
    }

    fn of(name: &str, includes: impl Fn(&Rule) -> bool) -> Self {
        let rules = catalog().filter(|rule| includes(rule));
        let levels = rules.map(|rule| (rule.code(), rule.level())).collect();
        let thresholds = Thresholds {
            span: Count::try_from(15).ok(),
            stand_ins: Count::try_from(5).ok(),
            vacancy_days: Count::try_from(90).ok(),
            ..Thresholds::new()
        };
        let set_by = BTreeMap::new();
        Self { name: name.to_owned(), levels, set_by, thresholds, demands: Demands::new() }
    }

    /// Its name.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The numbers at which rules begin to speak, where an organisation does not state its own.
    #[must_use]
    pub fn thresholds(&self) -> &Thresholds {
        &self.thresholds
    }

    /// What it asks for beyond levels and thresholds.
    #[must_use]
    pub fn demands(&self) -> &Demands {
        &self.demands
    }

    /// The same profile with other demands.
    #[must_use]
    pub fn with_demands(mut self, demands: Demands) -> Self {
        self.demands = demands;
        self
    }

    /// The level of a rule; `None` where it does not run.
    #[must_use]
    pub fn level(&self, code: RuleCode) -> Option<Level> {
        let rule = catalog().find(|rule| rule.code() == code);
        rule.map_or_else(|| self.levels.get(&code).copied(), |rule| self.level_of(rule))
    }

    /// The level of a rule of the catalogue.
    pub(crate) fn level_of(&self, rule: &Rule) -> Option<Level> {
        if rule.is_hard() { Some(rule.level()) } else { self.levels.get(&rule.code()).copied() }
    }

    /// The pack that set the level of a rule.
    pub(crate) fn set_by(&self, code: RuleCode) -> Option<&Arc<SetBy>> {
        self.set_by.get(&code)
    }

    /// The same profile with another level for a rule; `None` switches it off, unless it is hard.
    #[must_use]
    pub fn with_level(mut self, code: RuleCode, level: Option<Level>) -> Self {
        self.set_by.remove(&code);
        match level {
            Some(level) => self.levels.insert(code, level),
            None => self.levels.remove(&code),
        };
        self
    }
}

impl PackLevel {
    /// The level; `None` where the rule does not run.
    pub(crate) fn level(self) -> Option<Level> {
        match self {
            Self::Off => None,
            Self::Note => Some(Level::Note),
            Self::Warning => Some(Level::Warning),
            Self::Error => Some(Level::Error),
        }
    }
}

#[cfg(feature = "json")]
fn pack(name: &str) -> Option<&'static Pack> {
    Pack::named(name)
}

/// Packs are read from JSON.
#[cfg(not(feature = "json"))]
fn pack(_: &str) -> Option<&'static Pack> {
    None
}

fn set_thresholds(to: &mut Thresholds, from: &Thresholds) {
    fn set<T: Clone>(to: &mut Option<T>, from: Option<&T>) {
        if let Some(from) = from {
            *to = Some(from.clone());
        }
    }
    let Thresholds { span, stand_ins, vacancy_days, interim_days, four_eyes } = from;
    set(&mut to.span, span.as_ref());
    set(&mut to.stand_ins, stand_ins.as_ref());
    set(&mut to.vacancy_days, vacancy_days.as_ref());
    set(&mut to.interim_days, interim_days.as_ref());
    set(&mut to.four_eyes, four_eyes.as_ref());
}

fn add_demands(to: &mut Demands, from: &Demands) {
    fn add<T: Clone + PartialEq>(to: &mut Vec<T>, from: &[T]) {
        for more in from {
            if !to.contains(more) {
                to.push(more.clone());
            }
        }
    }
    let Demands { functions, direct_access, independent, exclusive, separate, audits, sections } = from;
    add(&mut to.functions, functions);
    add(&mut to.direct_access, direct_access);
    add(&mut to.independent, independent);
    add(&mut to.exclusive, exclusive);
    add(&mut to.separate, separate);
    add(&mut to.audits, audits);
    add(&mut to.sections, sections);
}
