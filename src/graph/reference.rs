//! Every reference that an organisation makes, with its place.
//!
//! Each record is taken apart without `..`, so that a new field does not compile until somebody has said here whether it refers to
//! anything.

use super::position_references::PositionReferences;
use crate::diagnostic::Path;
use crate::model::{
    Accountability, Acknowledgement, Activity, ActivityId, Amendment, AmountBasis, Appointment, ClauseOrigin,
    Conflict, Delegation, Description, DescriptionId, DocumentControl, Duty, DutyGroupId, DutyId, Exercise,
    Flow, HandOver, Input, Liability, Organization, Output, Party, Position, PositionId, ReportingLine,
    Responsibility, Right, RightId, SignOff, Substitute, Substitution, SubstitutionScope, Template,
    TemplateId, Unit, UnitId, Waiver,
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

/// Calls `seen` for every reference of the organisation; of its positions, for those of the given rows.
pub(crate) fn references<'o>(
    organization: &'o Organization,
    rows: &[u32],
    seen: &mut impl FnMut(&Trail<'o>, Target<'o>),
) {
    Walk { trail: Trail::default(), seen }.organization(organization, rows);
}

struct Walk<'o, 's, F> {
    trail: Trail<'o>,
    seen: &'s mut F,
}

impl<'o, F: FnMut(&Trail<'o>, Target<'o>)> Walk<'o, '_, F> {
    fn at(&mut self, member: &'static str, target: Target<'o>) {
        self.within(member, |walk| walk.see(target));
    }

    fn see(&mut self, target: Target<'o>) {
        (self.seen)(&self.trail, target);
    }

    fn within(&mut self, member: &'static str, visit: impl FnOnce(&mut Self)) {
        self.trail.0.push(Crumb::Member(member));
        visit(self);
        self.trail.0.pop();
    }

    fn each<T>(
        &mut self,
        member: &'static str,
        list: &'o [T],
        id: impl Fn(&'o T) -> Option<&'o str>,
        mut visit: impl FnMut(&mut Self, &'o T),
    ) {
        if list.is_empty() {
            return;
        }
        self.trail.0.push(Crumb::Member(member));
        for (index, element) in list.iter().enumerate() {
            self.trail.0.push(Crumb::Element(index, id(element)));
            visit(self, element);
            self.trail.0.pop();
        }
        self.trail.0.pop();
    }

    fn organization(&mut self, organization: &'o Organization, rows: &[u32]) {
        let Organization {
            schema: _,
            format_version: _,
            name: _,
            language: _,
            units,
            descriptions,
            positions,
            templates,
            activities,
            responsibilities,
            conflicts,
            thresholds: _,
            waivers,
        } = organization;
        self.each("units", units, |unit| Some(unit.id.as_str()), Self::unit);
        self.each("descriptions", descriptions, |it| Some(it.id.as_str()), Self::description);
        self.within("positions", |walk| {
            for row in rows.iter().map(|row| *row as usize) {
                if let Some(position) = positions.get(row) {
                    walk.trail.0.push(Crumb::Element(row, Some(position.id.as_str())));
                    walk.position(position);
                    walk.trail.0.pop();
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
        self.each("waivers", waivers, |_| None, Self::waiver);
    }

    fn responsibility(&mut self, responsibility: &'o Responsibility) {
        let Responsibility { id: _, title: _, function: _, scopes: _, accountable, arrangement: _ } =
            responsibility;
        self.each(
            "accountable",
            accountable,
            |_| None,
            |walk, Accountability { position, scope: _ }| {
                walk.at("position", Target::Position(position));
            },
        );
    }

    fn waiver(&mut self, waiver: &'o Waiver) {
        let Waiver { code: _, subject: _, reason: _, approved_by, created: _, expires: _, mitigation: _ } =
            waiver;
        self.some("approvedBy", approved_by.as_ref().map(Target::Position));
    }

    fn some(&mut self, member: &'static str, target: Option<Target<'o>>) {
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

    fn description(&mut self, description: &'o Description) {
        let Description {
            id: _,
            title: _,
            template,
            category: _,
            purpose: _,
            appointment,
            release,
            requirements: _,
            knowledge: _,
            governed_by: _,
            duty_groups: _,
            duties,
            rights,
            liabilities,
            conditions: _,
            flows,
            control,
            codes: _,
        } = description;
        self.some("template", template.as_ref().map(Target::Template));
        for (member, act) in [("appointment", appointment), ("release", release)] {
            if let Some(Appointment { by, nominations, instrument: _ }) = act {
                self.within(member, |walk| {
                    walk.maybe_party("by", by.as_ref());
                    walk.each("nominations", nominations, |_| None, Self::party);
                });
            }
        }
        self.each("duties", duties, |duty| Some(duty.id.as_str()), |walk, duty| walk.duty(duty, description));
        self.rights("rights", rights);
        self.each(
            "liabilities",
            liabilities,
            |it| it.id.as_ref().map(crate::model::ClauseId::as_str),
            |walk, liability| {
                let Liability { ground: _, id: _, text: _, regimes: _, basis: _, amount, duties, origin } =
                    liability;
                match amount {
                    None
                    | Some(
                        AmountBasis::FullDamage {}
                        | AmountBasis::MonthsOfPay { months: _ }
                        | AmountBasis::UpTo { amount: _ }
                        | AmountBasis::AsStated { source: _ },
                    ) => {}
                }
                walk.each(
                    "duties",
                    duties,
                    |_| None,
                    |walk, duty| walk.see(Target::Duty(Some(Owner::This(description)), duty)),
                );
                walk.origin(origin.as_ref());
            },
        );
        self.each(
            "flows",
            flows,
            |_| None,
            |walk, Flow { direction: _, document: _, party, timing: _ }| {
                walk.maybe_party("party", party.as_ref());
            },
        );
        if let Some(control) = control {
            self.within("control", |walk| walk.control(control));
        }
    }

    fn duty(&mut self, duty: &'o Duty, description: &'o Description) {
        let Duty {
            id: _,
            text: _,
            group,
            activities,
            timing: _,
            inputs,
            outputs,
            hand_overs,
            together_with,
            time_share: _,
            weight: _,
            importance: _,
            standard: _,
            basis: _,
            required_rights: _,
            required_qualifications: _,
            critical: _,
            deferrable: _,
            non_delegable: _,
            origin,
        } = duty;
        self.some("group", group.as_ref().map(|group| Target::Group(description, group)));
        self.each("activities", activities, |_| None, |walk, activity| walk.see(Target::Activity(activity)));
        self.each(
            "inputs",
            inputs,
            |_| None,
            |walk, Input { what: _, from }| walk.maybe_party("from", from.as_ref()),
        );
        self.each(
            "outputs",
            outputs,
            |_| None,
            |walk, Output { what: _, recipient }| {
                walk.maybe_party("recipient", recipient.as_ref());
            },
        );
        self.each(
            "handOvers",
            hand_overs,
            |_| None,
            |walk, HandOver { what: _, to, condition: _ }| {
                walk.within("to", |walk| walk.party(to));
            },
        );
        self.each("togetherWith", together_with, |_| None, Self::party);
        self.origin(origin.as_ref());
    }

    fn rights(&mut self, member: &'static str, rights: &'o [Right]) {
        self.each(
            member,
            rights,
            |right| Some(right.id.as_str()),
            |walk, right| {
                let Right {
                    id: _,
                    kind: _,
                    text: _,
                    object: _,
                    limit: _,
                    exercise,
                    delegable: _,
                    stays_with_holder: _,
                    origin,
                } = right;
                match exercise {
                    Some(Exercise::Joint { signatures: _, with }) => {
                        walk.within("exercise", |walk| walk.each("with", with, |_| None, Self::party));
                    }
                    Some(Exercise::Sole {}) | None => {}
                }
                walk.origin(origin.as_ref());
            },
        );
    }

    fn origin(&mut self, origin: Option<&'o ClauseOrigin>) {
        if let Some(ClauseOrigin { template, clause: _, tailored: _ }) = origin {
            self.within("origin", |walk| walk.at("template", Target::Template(template)));
        }
    }

    fn control(&mut self, control: &'o DocumentControl) {
        let DocumentControl {
            number: _,
            version: _,
            states: _,
            prepared_by,
            approved_by,
            agreed_by,
            acknowledgement_required: _,
            acknowledgements,
            amendments,
            review_due: _,
        } = control;
        self.each("preparedBy", prepared_by, |_| None, Self::sign_off);
        self.each("approvedBy", approved_by, |_| None, Self::sign_off);
        self.each("agreedBy", agreed_by, |_| None, Self::sign_off);
        self.each("acknowledgements", acknowledgements, |_| None, Self::acknowledgement);
        self.each(
            "amendments",
            amendments,
            |_| None,
            |walk, amendment| {
                let Amendment { clause: _, wording: _, on: _, approved_by, acknowledgements } = amendment;
                if let Some(approval) = approved_by {
                    walk.within("approvedBy", |walk| walk.sign_off(approval));
                }
                walk.each("acknowledgements", acknowledgements, |_| None, Self::acknowledgement);
            },
        );
    }

    fn sign_off(&mut self, signed: &'o SignOff) {
        let SignOff { position, person: _, name: _, capacity: _, on: _ } = signed;
        self.some("position", position.as_ref().map(Target::Position));
    }

    #[expect(
        clippy::unused_self,
        reason = "a person is named by an opaque id, which is not declared anywhere"
    )]
    fn acknowledgement(
        &mut self,
        Acknowledgement { person: _, name: _, on: _, version: _ }: &'o Acknowledgement,
    ) {
    }

    fn maybe_party(&mut self, member: &'static str, party: Option<&'o Party>) {
        if let Some(party) = party {
            self.within(member, |walk| walk.party(party));
        }
    }

    fn party(&mut self, party: &'o Party) {
        match party {
            Party::Position { position } => self.at("position", Target::Position(position)),
            Party::Unit { unit } => self.at("unit", Target::Unit(unit)),
            Party::Holders { description } => self.at("description", Target::Description(description)),
            Party::Superior {} | Party::Outside { name: _ } => {}
        }
    }
}
