//! What the pages of the rules ask for, as sets of subjects, without the graph.

use std::collections::BTreeSet;

use officium::{LineKind, Organization, Position, Standing, Substitute};

use super::rings::knots;
use crate::support::naive::{Model, named_by};

pub(super) type Subjects<T = String> = BTreeSet<T>;

fn open_ids(model: &Model<'_>, is_subject: impl Fn(&str) -> bool) -> Subjects {
    model.ids().iter().filter(|id| model.is_open(id) && is_subject(id)).map(|id| (*id).to_owned()).collect()
}

/// R001: the smallest id of each knot, the length of a shortest ring through it, and the size of the knot.
pub(super) fn reporting_cycle(model: &Model<'_>) -> Subjects<(String, usize, usize)> {
    knots(&model.lines()).into_iter().map(|(id, (knot, length))| (id.to_owned(), length, knot)).collect()
}

/// R002: a line of any kind to itself.
pub(super) fn self_superior(model: &Model<'_>) -> Subjects {
    open_ids(model, |id| {
        let mut lines = model.open_rows(id).into_iter().flat_map(|row| &row.reporting);
        lines.any(|line| line.superior.as_str() == id && model.in_force(line.period.as_ref()))
    })
}

/// R003: no solid line in force and no mark; but one alone in an organisation without head is the head that nobody marked.
pub(super) fn missing_superior(model: &Model<'_>) -> Subjects {
    let missing = open_ids(model, |id| {
        model.named_superiors(id).is_empty() && !model.is_head(id) && !model.is_led_from_outside(id)
    });
    if missing.len() == 1 && model.heads().is_empty() { Subjects::new() } else { missing }
}

/// R004: whether there is no head, and one is asked for.
pub(super) fn no_head(model: &Model<'_>) -> bool {
    let Organization { units, descriptions, positions, templates, .. } = model.organization;
    let nothing_else = units.is_empty() && descriptions.is_empty() && positions.is_empty();
    let is_library = nothing_else && !templates.is_empty();
    model.heads().is_empty() && !is_library
}

/// R006: the heads, unless there is one, or all of them are of one group of co-heads.
pub(super) fn multiple_heads(model: &Model<'_>) -> Subjects {
    let heads = model.heads();
    let marks = heads.iter().flat_map(|id| model.standings(id)).filter_map(|standing| match standing {
        Standing::Head { .. } => Some(None),
        Standing::CoHead { group, .. } => Some(Some(group.as_str())),
        _ => None,
    });
    let marks: BTreeSet<Option<&str>> = marks.collect();
    let one_group = marks.len() == 1 && !marks.contains(&None);
    if heads.len() < 2 || one_group {
        return Subjects::new();
    }
    heads.into_iter().map(str::to_owned).collect()
}

/// R007: one row that names several superiors at the same time. To itself is R002.
pub(super) fn multiple_line_superiors(model: &Model<'_>) -> Subjects {
    let several = |row: &Position| {
        let lines = row.reporting.iter().filter(|line| {
            line.kind == LineKind::Solid && model.in_force(line.period.as_ref()) && line.superior != row.id
        });
        lines.map(|line| &line.superior).collect::<BTreeSet<_>>().len() > 1
    };
    open_ids(model, |id| model.open_rows(id).into_iter().any(several))
}

/// Positions from which no chain comes to a head, nor to a seat that is led from outside.
pub(super) fn unreached<'o>(model: &Model<'o>) -> Vec<&'o str> {
    let is_top = |id: &&str| model.is_open(id) && (model.is_head(id) || model.is_led_from_outside(id));
    let open = model.ids().iter().copied().filter(|id| model.is_open(id));
    open.filter(|id| !model.at_or_above(id).iter().any(is_top)).collect()
}

/// R009: superiors that do not exist yet, each with the number of positions that hang below.
pub(super) fn unreachable_from_head(model: &Model<'_>) -> Subjects<(String, usize)> {
    if model.heads().is_empty() {
        return Subjects::new();
    }
    let unreached = unreached(model);
    let ends = model.ids().iter().copied().filter(|id| !model.is_open(id) && !model.is_closed(id));
    ends.map(|end| (end, unreached.iter().filter(|id| model.at_or_above(id).contains(end)).count()))
        .filter(|(_, below)| *below > 0)
        .map(|(end, below)| (end.to_owned(), below))
        .collect()
}

fn is_excused(model: &Model<'_>, id: &str) -> bool {
    model.rows(id).iter().any(|row| row.no_substitute_because.is_some())
}

/// S001: no cover of any kind, and no reason.
pub(super) fn missing_substitute(model: &Model<'_>) -> Subjects {
    let names_somebody = |substitute: &Substitute| match substitute {
        Substitute::ByOrder { instrument } => instrument.is_some(),
        Substitute::Pool { positions } => !positions.is_empty(),
        _ => true,
    };
    open_ids(model, |id| {
        let named = model.substitutions(id).iter().any(|it| names_somebody(&it.substitute));
        !named && model.seats_filled(id) < 2 && !is_excused(model, id)
    })
}

/// S002: a substitution that names nobody but the holder.
pub(super) fn self_substitute(model: &Model<'_>) -> Subjects {
    let is_same = |id: &str, other: &str| {
        if id == other {
            return model.seats_filled(id) < 2;
        }
        model.sole_person(id).is_some() && model.sole_person(id) == model.sole_person(other)
    };
    open_ids(model, |id| {
        model.substitutions(id).into_iter().any(|substitution| {
            let mut others = named_by(substitution).iter().map(officium::PositionId::as_str);
            let known: Vec<&str> = others.by_ref().filter(|other| model.has(other)).collect();
            !known.is_empty() && known.iter().all(|other| is_same(id, other))
        })
    })
}

/// S010: every substitute's seat is empty or gone, and not all of them are gone.
pub(super) fn vacant_substitute(model: &Model<'_>) -> Subjects {
    open_ids(model, |id| {
        let substitutes = model.substitutes(id);
        let nobody = substitutes.iter().all(|it| model.is_closed(it) || model.is_vacant(it));
        let some_left = substitutes.iter().any(|it| !model.is_closed(it));
        let by_order = model
            .substitutions(id)
            .iter()
            .any(|it| matches!(it.substitute, Substitute::ByOrder { instrument: Some(_) }));
        nobody && some_left && !by_order && model.seats_filled(id) < 2 && !is_excused(model, id)
    })
}

/// I002, as far as units and positions name positions, units and descriptions: list, owner, type, missing id.
pub(super) fn dangling(model: &Model<'_>) -> Subjects<[String; 4]> {
    let Organization { units, descriptions, positions, .. } = model.organization;
    let mut named: Vec<[&str; 4]> = Vec::new();
    for unit in units {
        let owner = unit.id.as_str();
        named.extend(unit.parent.iter().map(|id| ["units", owner, "unit", id.as_str()]));
        named.extend(unit.lead.iter().map(|id| ["units", owner, "position", id.as_str()]));
    }
    for row in positions {
        let owner = row.id.as_str();
        named.extend(row.unit.iter().map(|id| ["positions", owner, "unit", id.as_str()]));
        named.extend(row.description.iter().map(|id| ["positions", owner, "description", id.as_str()]));
        let superiors = row.reporting.iter().map(|line| &line.superior);
        let substitutes = row.substitution.iter().flat_map(named_by);
        let delegates = row.delegations.iter().map(|delegation| &delegation.to);
        let others = superiors.chain(substitutes).chain(delegates);
        named.extend(others.map(|id| ["positions", owner, "position", id.as_str()]));
    }
    named.retain(|[_, _, what, id]| match *what {
        "unit" => !units.iter().any(|unit| unit.id.as_str() == *id),
        "description" => !descriptions.iter().any(|description| description.id.as_str() == *id),
        _ => !model.has(id),
    });
    named.into_iter().map(|subject| subject.map(str::to_owned)).collect()
}

/// I005: owner, role, closed position.
pub(super) fn retired(model: &Model<'_>) -> Subjects<[String; 3]> {
    let mut named: Vec<[&str; 3]> = Vec::new();
    for id in model.ids() {
        for row in model.open_rows(id) {
            let lines = row.reporting.iter().filter(|it| model.in_force(it.period.as_ref()));
            named.extend(lines.map(|line| [id, "superior", line.superior.as_str()]));
            let covers = row.substitution.iter().filter(|it| model.in_force(it.period.as_ref()));
            named.extend(covers.flat_map(named_by).map(|other| [id, "substitute", other.as_str()]));
            let handed = row.delegations.iter().filter(|it| model.in_force(it.period.as_ref()));
            named.extend(handed.map(|it| [id, "delegate", it.to.as_str()]));
        }
    }
    named.retain(|[_, _, other]| model.has(other) && model.is_closed(other));
    named.into_iter().map(|subject| subject.map(str::to_owned)).collect()
}

/// X008: the smallest unit of each knot with the length of a shortest ring through it; units that are their own parent.
pub(super) fn unit_tree_cycle(model: &Model<'_>) -> Subjects<(String, usize)> {
    let parents = model.unit_parents();
    let rings = knots(&parents).into_iter().map(|(id, (_, length))| (id.to_owned(), length));
    let own = parents.node_indices().filter(|node| parents.contains_edge(*node, *node));
    rings.chain(own.map(|node| (parents[node].to_owned(), 1))).collect()
}
