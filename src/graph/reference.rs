//! Every reference that an organisation makes, with its place.
//!
//! Each record is taken apart without `..`, so that a new field does not compile until somebody has said here whether it refers to
//! anything.

use super::position_references::PositionReferences;
use crate::diagnostic::Path;
use crate::model::{
    Accountability, Activity, ActivityId, Conflict, ConflictSet, Delegation, Description, DescriptionId,
    DocumentType, DutyGroupId, DutyId, Organization, Position, PositionId, ReportingLine, Responsibility,
    RightId, Substitute, Substitution, SubstitutionScope, Template, TemplateId, Unit, UnitId, Waiver,
};

/// What a reference names.
#[derive(Clone, Copy)]
pub(crate) enum Target<'o> {
    Position(&'o PositionId),
    Unit(&'o UnitId),
    Description(&'o DescriptionId),
    Template(&'o TemplateId),
    Activity(&'o ActivityId),
    /// In the description that surrounds it, or in the one that is named; `None` where a position has no description.
    Duty(Option<Owner<'o>>, &'o DutyId),
    Right(Option<Owner<'o>>, &'o RightId),
    Group(&'o Description, &'o DutyGroupId),
}

/// The description to which a duty or a right belongs.
#[derive(Clone, Copy)]
pub(crate) enum Owner<'o> {
    This(&'o Description),
    Named(&'o DescriptionId),
}

/// The way to the place that is being visited; a path is only made of it when there is something to report.
#[derive(Default)]
pub(crate) struct Trail<'o>(Vec<Crumb<'o>>);

enum Crumb<'o> {
    Member(&'static str),
    Element(usize, Option<&'o str>),
}

impl Trail<'_> {
    pub(crate) fn path(&self) -> Path {
        self.0.iter().fold(Path::root(), |path, crumb| match crumb {
            Crumb::Member(name) => path.member(name),
            Crumb::Element(index, Some(id)) => path.element(*index, id),
            Crumb::Element(index, None) => path.index(*index),
        })
    }
}

/// Calls `seen` for every reference of the organisation; of its descriptions and positions, for those of the given rows.
pub(crate) fn references<'o>(
    organization: &'o Organization,
    descriptions: &[usize],
    positions: &[u32],
    seen: &mut impl FnMut(&Trail<'o>, Target<'o>),
) {
    let walk = Walk::<_, true> { trail: Trail::default(), seen };
    walk.organization(organization, descriptions, positions);
}

/// Whether a description refers to anything but groups and duties of its own, among the first of which they are.
pub(crate) fn refers_beyond(description: &Description) -> bool {
    const FIRST: usize = 16;
    let is_own = |target: Target<'_>| match target {
        Target::Group(own, id) => own.duty_groups.iter().take(FIRST).any(|group| group.id == *id),
        Target::Duty(Some(Owner::This(own)), id) => own.duties.iter().take(FIRST).any(|duty| duty.id == *id),
        _ => false,
    };
    let mut beyond = false;
    let seen = &mut |_: &Trail<'_>, target: Target<'_>| beyond |= !is_own(target);
    Walk::<_, false> { trail: Trail::default(), seen }.description(description);
    beyond
}

/// Goes through everything that may refer to something; where nobody asks for places, without a trail.
pub(super) struct Walk<'o, 's, F, const TRAIL: bool> {
    trail: Trail<'o>,
    seen: &'s mut F,
}

impl<'o, F: FnMut(&Trail<'o>, Target<'o>), const TRAIL: bool> Walk<'o, '_, F, TRAIL> {
    pub(super) fn at(&mut self, member: &'static str, target: Target<'o>) {
        self.within(member, |walk| walk.see(target));
    }

    pub(super) fn see(&mut self, target: Target<'o>) {
        (self.seen)(&self.trail, target);
    }

    fn enter(&mut self, crumb: Crumb<'o>) {
        if TRAIL {
            self.trail.0.push(crumb);
        }
    }

    fn leave(&mut self) {
        self.trail.0.pop();
    }

    pub(super) fn within(&mut self, member: &'static str, visit: impl FnOnce(&mut Self)) {
        self.enter(Crumb::Member(member));
        visit(self);
        self.leave();
    }

    pub(super) fn each<T>(
        &mut self,
        member: &'static str,
        list: &'o [T],
        id: impl Fn(&'o T) -> Option<&'o str>,
        mut visit: impl FnMut(&mut Self, &'o T),
    ) {
        if list.is_empty() {
            return;
        }
        self.enter(Crumb::Member(member));
        for (index, element) in list.iter().enumerate() {
            self.enter(Crumb::Element(index, id(element)));
            visit(self, element);
            self.leave();
        }
        self.leave();
    }

    fn organization(mut self, organization: &'o Organization, description_rows: &[usize], rows: &[u32]) {
        let Organization {
            schema: _,
            format_version: _,
            name: _,
            language: _,
            required_languages: _,
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
        self.each("units", units, |unit| Some(unit.id.as_str()), Self::unit);
        self.within("descriptions", |walk| {
            for row in description_rows {
                if let Some(description) = descriptions.get(*row) {
                    walk.enter(Crumb::Element(*row, Some(description.id.as_str())));
                    walk.description(description);
                    walk.leave();
                }
            }
        });
        self.within("positions", |walk| {
            for row in rows.iter().map(|row| *row as usize) {
                if let Some(position) = positions.get(row) {
                    walk.enter(Crumb::Element(row, Some(position.id.as_str())));
                    walk.position(position);
                    walk.leave();
                }
            }
        });
        self.each(
            "templates",
            templates,
            |template| Some(template.id.as_str()),
            |walk, template| {
                let Template { id: _, description, superiors: _, blanks: _ } = template;
                walk.within("description", |walk| walk.description(description));
            },
        );
        self.each("activities", activities, |it| Some(it.id.as_str()), |_, Activity { id: _, title: _ }| {});
        self.each("responsibilities", responsibilities, |it| Some(it.id.as_str()), Self::responsibility);
        self.each(
            "conflicts",
            conflicts,
            |_| None,
            |walk, Conflict { first, second, reason: _ }| {
                walk.at("first", Target::Activity(first));
                walk.at("second", Target::Activity(second));
            },
        );
        self.each(
            "conflictSets",
            conflict_sets,
            |_| None,
            |walk, ConflictSet { activities, most: _, reason: _ }| {
                walk.each(
                    "activities",
                    activities,
                    |_| None,
                    |walk, activity| walk.see(Target::Activity(activity)),
                );
            },
        );
        self.each(
            "documents",
            documents,
            |_| None,
            |_, DocumentType { name: _, class: _, signature_required: _ }| {},
        );
        self.each("waivers", waivers, |_| None, Self::waiver);
    }

    fn responsibility(&mut self, responsibility: &'o Responsibility) {
        let Responsibility { id: _, title: _, function: _, scopes: _, accountable, arrangement: _ } =
            responsibility;
        self.each(
            "accountable",
            accountable,
            |_| None,
            |walk, Accountability { position, scope: _, by_default: _ }| {
                walk.at("position", Target::Position(position));
            },
        );
    }

    fn waiver(&mut self, waiver: &'o Waiver) {
        let Waiver { code: _, subject: _, reason: _, approved_by, created: _, expires: _, mitigation: _ } =
            waiver;
        self.some("approvedBy", approved_by.as_ref().map(Target::Position));
    }

    pub(super) fn some(&mut self, member: &'static str, target: Option<Target<'o>>) {
        if let Some(target) = target {
            self.at(member, target);
        }
    }

    fn unit(&mut self, unit: &'o Unit) {
        let Unit { id: _, title: _, parent, lead, codes: _ } = unit;
        self.some("parent", parent.as_ref().map(Target::Unit));
        self.some("lead", lead.as_ref().map(Target::Position));
    }

    fn position(&mut self, position: &'o Position) {
        let PositionReferences { lines, substitutions, unit, description, delegations } =
            PositionReferences::of(position);
        let own = description.map(Owner::Named);
        self.some("unit", unit.map(Target::Unit));
        self.some("description", description.map(Target::Description));
        self.each(
            "reporting",
            lines,
            |_| None,
            |walk, ReportingLine { kind: _, superior, period: _ }| {
                walk.at("superior", Target::Position(superior));
            },
        );
        self.each("substitution", substitutions, |_| None, |walk, it| walk.substitution(it, own));
        self.each(
            "delegations",
            delegations,
            |_| None,
            |walk, delegation| {
                let Delegation { duty, to, description, recorded: _, period: _, oversight, rights } =
                    delegation;
                let holder = description.as_ref().map(Owner::Named).or(own);
                walk.some("description", description.as_ref().map(Target::Description));
                walk.at("duty", Target::Duty(holder, duty));
                walk.at("to", Target::Position(to));
                walk.some("oversight", oversight.as_ref().map(|duty| Target::Duty(own, duty)));
                walk.rights("rights", rights);
            },
        );
    }

    fn substitution(&mut self, substitution: &'o Substitution, own: Option<Owner<'o>>) {
        let Substitution {
            kind: _,
            substitute,
            rank: _,
            scope,
            triggers: _,
            period: _,
            maximum: _,
            consent: _,
            grants,
        } = substitution;
        self.within("substitute", |walk| match substitute {
            Substitute::Position { position } => walk.at("position", Target::Position(position)),
            Substitute::Pool { positions } => {
                walk.each(
                    "positions",
                    positions,
                    |_| None,
                    |walk, position| walk.see(Target::Position(position)),
                );
            }
            Substitute::ByOrder { instrument: _ } => {}
        });
        self.within("scope", |walk| {
            let (duty_list, duties, right_list, rights) = match scope {
                Some(SubstitutionScope::All { except_duties, except_rights }) => {
                    ("exceptDuties", except_duties, "exceptRights", except_rights)
                }
                Some(SubstitutionScope::Named { duties, rights }) => ("duties", duties, "rights", rights),
                None => return,
            };
            walk.each(duty_list, duties, |_| None, |walk, duty| walk.see(Target::Duty(own, duty)));
            walk.each(right_list, rights, |_| None, |walk, right| walk.see(Target::Right(own, right)));
        });
        self.rights("grants", grants);
    }
}
