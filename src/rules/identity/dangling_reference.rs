//! # I002 dangling-reference
//!
//! ## What it checks
//! Every reference leads to something: superior, substitute, delegate, unit, parent and lead of a unit, description, duty, group,
//! right, activity, template, the parties and signatories that descriptions name. References of closed positions and of periods
//! that are over count as well. What several rows of one position say is one finding.
//!
//! ## Why it matters
//! Orders, cover and documents go where nobody is.
//!
//! ## Example
//! ```json
//! {"positions": [
//!   {"id": "head", "title": "Manager", "standing": {"kind": "head"}, "noSubstituteBecause": "closed when away"},
//!   {"id": "shop", "title": "Shop assistant", "reporting": [{"kind": "solid", "superior": "Head"}], "noSubstituteBecause": "closed when away"}
//! ]}
//! ```
//!
//! ## Write instead
//! ```json
//! {"positions": [
//!   {"id": "head", "title": "Manager", "standing": {"kind": "head"}, "noSubstituteBecause": "closed when away"},
//!   {"id": "shop", "title": "Shop assistant", "reporting": [{"kind": "solid", "superior": "head"}], "noSubstituteBecause": "closed when away"}
//! ]}
//! ```
//!
//! ## Exceptions
//! None. Somebody outside the organisation is named in words: as an external superior, or as a party of kind `outside`.

use std::collections::BTreeSet;

use crate::diagnostic::{About, Applicability, Change, Finding, Level, closest, keys};
use crate::graph::{Owner, Target, references};
use crate::model::{Description, Organization};
use crate::rules::names::Names;
use crate::rules::{Contents, Context, Rule, Sink};

static ABOUT: About = About::new(
    *b"I002",
    "dangling-reference",
    "orders, cover and documents go where nobody is",
    &[keys::UKORG.whole(), keys::RTEAM.whole(), keys::NAK.whole()],
);

pub(super) const RULE: Rule = Rule::new(&ABOUT, Level::Error, check).hard();

fn check(cx: &Context<'_>, sink: &mut Sink) {
    let mut resolver = Resolver::new(cx);
    let mut reported = BTreeSet::new();
    let descriptions: Vec<usize> = cx.rows_with(Contents::REFERENCES).collect();
    references(cx.organization(), &descriptions, cx.graph.suspects(), &mut |trail, target| {
        let Some(missing) = resolver.missing(target) else {
            return;
        };
        let path = trail.path();
        // rows of one position say the same thing once
        if reported.insert((path.to_string(), missing.id.to_owned())) {
            let finding = sink.at(path, missing.message());
            sink.push(resolver.advise(finding, &missing));
        }
    });
}

/// A reference that leads nowhere.
struct Missing<'o> {
    what: &'static str,
    id: &'o str,
    /// The description in which it should be, or that there is none to look into.
    within: Within<'o>,
}

enum Within<'o> {
    Organization(fn(&'o Organization) -> Vec<&'o str>),
    Description(&'o Description, fn(&'o Description) -> Vec<&'o str>),
    NoDescription,
}

impl Missing<'_> {
    fn message(&self) -> String {
        let Self { what, id, within } = self;
        match within {
            Within::Organization(_) => format!("there is no {what} `{id}`"),
            Within::Description(description, _) => {
                format!("description `{}` has no {what} `{id}`", description.id)
            }
            Within::NoDescription => {
                format!("there is no {what} `{id}`, for the position has no description")
            }
        }
    }
}

/// Comparisons of names that are spent on suggestions, whatever the size of the organisation.
const SUGGESTION_BUDGET: usize = 20_000_000;

struct Resolver<'c, 'o> {
    cx: &'c Context<'o>,
    /// By row of a description, its duties and rights, once somebody asked.
    duties: Vec<Option<Names<'o>>>,
    rights: Vec<Option<Names<'o>>>,
    activities: Names<'o>,
    templates: Names<'o>,
    budget: usize,
}

impl<'c, 'o> Resolver<'c, 'o> {
    fn new(cx: &'c Context<'o>) -> Self {
        let organization = cx.organization();
        let none = || std::iter::repeat_with(|| None).take(organization.descriptions.len()).collect();
        Self {
            cx,
            duties: none(),
            rights: none(),
            activities: Names::new(organization.activities.iter().map(|it| it.id.as_str())),
            templates: Names::new(organization.templates.iter().map(|it| it.id.as_str())),
            budget: SUGGESTION_BUDGET,
        }
    }

    fn missing(&mut self, target: Target<'o>) -> Option<Missing<'o>> {
        let graph = self.cx.graph;
        let somewhere = |what, id, all| Some(Missing { what, id, within: Within::Organization(all) });
        match target {
            Target::Position(id) if graph.node(id).is_none() => {
                somewhere("position", id.as_str(), position_ids)
            }
            Target::Unit(id) if graph.unit_row(id).is_none() => {
                somewhere("unit", id.as_str(), |all| all.units.iter().map(|it| it.id.as_str()).collect())
            }
            Target::Description(id) if graph.description_row(id).is_none() => {
                somewhere("description", id.as_str(), |all| {
                    all.descriptions.iter().map(|it| it.id.as_str()).collect()
                })
            }
            Target::Template(id) if !self.templates.contains(id.as_str()) => {
                somewhere("template", id.as_str(), |all| {
                    all.templates.iter().map(|it| it.id.as_str()).collect()
                })
            }
            Target::Activity(id) if !self.activities.contains(id.as_str()) => {
                somewhere("activity", id.as_str(), |all| {
                    all.activities.iter().map(|it| it.id.as_str()).collect()
                })
            }
            Target::Group(description, id)
                if !description.duty_groups.iter().any(|group| group.id == *id) =>
            {
                let all =
                    |it: &'o Description| it.duty_groups.iter().map(|group| group.id.as_str()).collect();
                Some(Missing {
                    what: "group",
                    id: id.as_str(),
                    within: Within::Description(description, all),
                })
            }
            Target::Duty(owner, id) => {
                self.clause(owner, "duty", id.as_str(), |resolver| &mut resolver.duties, duty_ids)
            }
            Target::Right(owner, id) => {
                self.clause(owner, "right", id.as_str(), |resolver| &mut resolver.rights, right_ids)
            }
            _ => None,
        }
    }

    fn clause(
        &mut self,
        owner: Option<Owner<'o>>,
        what: &'static str,
        id: &'o str,
        known: impl Fn(&mut Self) -> &mut Vec<Option<Names<'o>>>,
        all: fn(&'o Description) -> Vec<&'o str>,
    ) -> Option<Missing<'o>> {
        let (row, description) = match owner {
            None => {
                return Some(Missing { what, id, within: Within::NoDescription });
            }
            Some(Owner::This(description)) => {
                let found = all(description).contains(&id);
                return (!found).then_some(Missing {
                    what,
                    id,
                    within: Within::Description(description, all),
                });
            }
            Some(Owner::Named(named)) => {
                // a description that does not exist is a finding of its own
                let row = self.cx.graph.description_row(named)?;
                (row, self.cx.organization().descriptions.get(row)?)
            }
        };
        let names = known(self).get_mut(row)?.get_or_insert_with(|| Names::new(all(description)));
        (!names.contains(id)).then_some(Missing { what, id, within: Within::Description(description, all) })
    }

    fn advise(&mut self, finding: Finding, missing: &Missing<'o>) -> Finding {
        let names = match missing.within {
            Within::Organization(all) => all(self.cx.organization()),
            Within::Description(description, all) => all(description),
            Within::NoDescription => Vec::new(),
        };
        let spent = self.budget.checked_sub(names.len());
        let candidates = if spent.is_some() { closest(missing.id, names) } else { Vec::new() };
        self.budget = spent.unwrap_or_default();
        let finding = finding.argument("id", missing.id).argument("type", missing.what);
        match (&missing.within, candidates.is_empty()) {
            (Within::NoDescription, _) => {
                finding.help("give the position its `description`, or leave the reference out")
            }
            (_, true) => finding.help(format!("add the {}, or correct the reference", missing.what)),
            (_, false) => corrected(finding, missing.id, &candidates).candidates(candidates),
        }
    }
}

/// With the fix, where there is but one id that can have been meant.
fn corrected(finding: Finding, id: &str, candidates: &[String]) -> Finding {
    let [only] = candidates else { return finding };
    let same = only.to_lowercase() == id.to_lowercase();
    let applicability = if same { Applicability::Certain } else { Applicability::Likely };
    let change = Change::Replace { path: finding.path.clone(), value: only.clone() };
    finding.fix(format!("write `{only}`"), applicability, change)
}

fn position_ids(organization: &Organization) -> Vec<&str> {
    organization.positions.iter().map(|position| position.id.as_str()).collect()
}

fn duty_ids(description: &Description) -> Vec<&str> {
    description.duties.iter().map(|duty| duty.id.as_str()).collect()
}

fn right_ids(description: &Description) -> Vec<&str> {
    description.rights.iter().map(|right| right.id.as_str()).collect()
}
