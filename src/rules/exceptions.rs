//! Waivers: which of them hold, and what each of them meets.

use std::collections::{BTreeMap, BTreeSet};

use super::names::Names;
use super::{Context, Rule, catalog};
use crate::diagnostic::{Finding, Level, Path, Waived};
use crate::model::{Organization, RuleCode, Waiver};

/// Rules that keep apart what must not be in one hand: who waives one says what is done instead.
const SEPARATION: [RuleCode; 5] = [
    RuleCode::of(*b"S012"),
    RuleCode::of(*b"X001"),
    RuleCode::of(*b"X002"),
    RuleCode::of(*b"X003"),
    RuleCode::of(*b"X006"),
];

/// The waivers of an organisation, on the day.
pub(crate) struct Exceptions<'g> {
    all: Vec<Exception<'g>>,
    targets: Vec<Target>,
    by_target: BTreeMap<(RuleCode, &'g str), usize>,
}

/// A waiver.
pub(crate) struct Exception<'g> {
    pub(crate) waiver: &'g Waiver,
    pub(crate) state: State,
    row: usize,
    target: usize,
}

/// Whether a waiver holds, and why not.
pub(crate) enum State {
    /// It cannot hold for what it names.
    NoTarget(NoTarget),
    /// It lacks these parts.
    Incomplete(Vec<Part>),
    /// It holds from a later day on.
    Later,
    /// It held.
    Expired,
    /// It holds.
    Holds(Waived),
}

/// What a waiver must state.
#[derive(Clone, Copy)]
pub(crate) enum Part {
    Reason,
    Approver,
    Expiry,
    Mitigation,
}

/// Why nothing can be waived.
pub(crate) enum NoTarget {
    /// The catalogue has no such rule.
    UnknownRule,
    /// The finding is about reading.
    Reading,
    /// The finding is about waivers.
    Waivers,
    /// A proof depends on the rule.
    Hard,
    /// The subject leads to nothing in the organisation.
    UnknownSubject,
}

/// What one or several waivers are for: a rule and a subject.
#[derive(Default)]
struct Target {
    /// The waiver that holds.
    holds: Option<usize>,
    /// Whether there is a finding there.
    met: bool,
    /// Whether one of these findings is waived by nobody.
    stands: bool,
}

impl<'g> Exceptions<'g> {
    pub(crate) fn new(cx: &Context<'g>) -> Self {
        let waivers = &cx.organization().waivers;
        let mut exceptions = Self { all: Vec::new(), targets: Vec::new(), by_target: BTreeMap::new() };
        if waivers.is_empty() {
            return exceptions;
        }
        let rules: BTreeMap<RuleCode, &Rule> = catalog().map(|rule| (rule.code(), rule)).collect();
        let records = Records::new(cx.organization());
        for (row, waiver) in waivers.iter().enumerate() {
            let next = exceptions.targets.len();
            let target = *exceptions.by_target.entry((waiver.code, waiver.subject.as_str())).or_insert(next);
            if target == next {
                exceptions.targets.push(Target::default());
            }
            let state = match no_target(waiver, &rules, &records) {
                Some(why) => State::NoTarget(why),
                None => state(cx, waiver),
            };
            if let (State::Holds(_), Some(target)) = (&state, exceptions.targets.get_mut(target)) {
                target.holds.get_or_insert(row);
            }
            exceptions.all.push(Exception { waiver, state, row, target });
        }
        exceptions
    }

    /// Turns the findings that are waived into notes, and remembers what was met.
    pub(crate) fn apply(&mut self, findings: &mut [Finding]) {
        let codes: BTreeSet<RuleCode> = self.by_target.keys().map(|(code, _)| *code).collect();
        for finding in findings.iter_mut().filter(|finding| codes.contains(&finding.code())) {
            let named = |subject: String| self.by_target.get(&(finding.code(), subject.as_str())).copied();
            let met: Vec<usize> = subjects(&finding.path).filter_map(named).collect();
            let holding = met.iter().find_map(|target| self.targets.get(*target)?.holds);
            let waived = holding.and_then(|row| match &self.all.get(row)?.state {
                State::Holds(waived) => Some(Box::new(Waived { level: finding.level, ..waived.clone() })),
                _ => None,
            });
            for target in met {
                if let Some(target) = self.targets.get_mut(target) {
                    target.met = true;
                    target.stands |= waived.is_none();
                }
            }
            if waived.is_some() {
                finding.level = Level::Note;
                finding.waived = waived;
            }
        }
    }

    /// All waivers, in their order.
    pub(crate) fn all(&self) -> impl Iterator<Item = &Exception<'g>> {
        self.all.iter()
    }

    /// Whether there is a finding for which the waiver is.
    pub(crate) fn is_met(&self, exception: &Exception<'_>) -> bool {
        self.targets.get(exception.target).is_some_and(|target| target.met)
    }

    /// Whether there is a finding for which the waiver is, and which no waiver takes away.
    pub(crate) fn leaves_standing(&self, exception: &Exception<'_>) -> bool {
        self.targets.get(exception.target).is_some_and(|target| target.stands)
    }
}

impl<'g> Exception<'g> {
    pub(crate) fn path(&self) -> Path {
        Path::root().member("waivers").index(self.row)
    }

    /// The record in which its subject lies: the list, and the id.
    pub(crate) fn record(&self) -> Option<(&'g str, &'g str)> {
        let (list, element) = first_steps(self.waiver.subject.as_str());
        Some((list, element?))
    }
}

/// The subjects by which a finding can be waived: its own path, and that of everything around it up to the record of the document.
fn subjects(path: &Path) -> impl Iterator<Item = String> {
    let steps = path.steps();
    let around = (2..steps.len()).rev().filter_map(|count| steps.get(..count)).map(Path::from_steps);
    std::iter::once(path.subject()).chain(around.map(|path| path.subject()))
}

fn no_target(waiver: &Waiver, rules: &BTreeMap<RuleCode, &Rule>, records: &Records<'_>) -> Option<NoTarget> {
    match (waiver.code.family(), rules.get(&waiver.code)) {
        ('E', _) => Some(NoTarget::Reading),
        ('W', _) => Some(NoTarget::Waivers),
        (_, None) => Some(NoTarget::UnknownRule),
        (_, Some(rule)) if rule.is_hard() => Some(NoTarget::Hard),
        _ => (!records.holds(waiver.subject.as_str())).then_some(NoTarget::UnknownSubject),
    }
}

fn state(cx: &Context<'_>, waiver: &Waiver) -> State {
    let on = cx.graph.as_of();
    let unmitigated = waiver.mitigation.is_none() && SEPARATION.contains(&waiver.code);
    let parts = (&waiver.reason, &waiver.approved_by, waiver.expires);
    let (Some(reason), Some(approved_by), Some(expires), false) = (parts.0, parts.1, parts.2, unmitigated)
    else {
        let lacking = [
            (Part::Reason, parts.0.is_none()),
            (Part::Approver, parts.1.is_none()),
            (Part::Expiry, parts.2.is_none()),
            (Part::Mitigation, unmitigated),
        ];
        return State::Incomplete(lacking.into_iter().filter(|(_, is)| *is).map(|(part, _)| part).collect());
    };
    if expires < on {
        State::Expired
    } else if waiver.created.is_some_and(|created| on < created) {
        State::Later
    } else {
        let (reason, approved_by) = (reason.clone(), approved_by.clone());
        State::Holds(Waived { level: Level::Note, reason, approved_by, expires })
    }
}

/// What an organisation holds, by the first steps of paths.
struct Records<'g>(BTreeMap<&'static str, (Names<'g>, usize)>);

impl<'g> Records<'g> {
    fn new(organization: &'g Organization) -> Self {
        let Organization {
            schema: _,
            format_version: _,
            name: _,
            language: _,
            required_languages,
            units,
            descriptions,
            positions,
            templates,
            activities,
            responsibilities,
            conflicts,
            conflict_sets,
            documents,
            thresholds: _,
            waivers,
        } = organization;
        macro_rules! named {
            ($name:literal $list:ident) => {
                ($name, (Names::new($list.iter().map(|it| it.id.as_str())), 0))
            };
        }
        let nameless = |count: usize| (Names::new([]), count);
        let kinds = Names::new(documents.iter().map(|kind| kind.name.as_str()));
        Self(BTreeMap::from([
            named!("units" units),
            named!("descriptions" descriptions),
            named!("positions" positions),
            named!("templates" templates),
            named!("activities" activities),
            named!("responsibilities" responsibilities),
            ("requiredLanguages", nameless(required_languages.len())),
            ("conflicts", nameless(conflicts.len())),
            ("conflictSets", nameless(conflict_sets.len())),
            ("documents", (kinds, documents.len())),
            ("thresholds", nameless(0)),
            ("waivers", nameless(waivers.len())),
        ]))
    }

    /// Whether the first steps of a path lead to something; the rest is compared with findings.
    fn holds(&self, subject: &str) -> bool {
        if subject == Path::root().subject() {
            return true;
        }
        let (list, element) = first_steps(subject);
        self.0.get(list).is_some_and(|(names, nameless)| {
            element.is_none_or(|name| {
                names.contains(name) || name.parse::<usize>().is_ok_and(|at| at < *nameless)
            })
        })
    }
}

/// The member of the document with which a path begins, and the element of it.
fn first_steps(subject: &str) -> (&str, Option<&str>) {
    let end = subject.find(['[', '.']).unwrap_or(subject.len());
    let (member, rest) = subject.split_at_checked(end).unwrap_or((subject, ""));
    (member, rest.strip_prefix('[').and_then(|rest| rest.split_once(']')).map(|(element, _)| element))
}
