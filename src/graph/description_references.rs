//! What a description refers to, part by part.

use super::reference::{Owner, Target, Trail, Walk};
use crate::model::{
    Acknowledgement, Amendment, AmountBasis, Appointment, ClauseOrigin, Description, DocumentControl, Duty,
    Exercise, Flow, HandOver, Input, Liability, Output, Party, Right, SignOff,
};

impl<'o, F: FnMut(&Trail<'o>, Target<'o>), const TRAIL: bool> Walk<'o, '_, F, TRAIL> {
    pub(super) fn description(&mut self, description: &'o Description) {
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
                walk.origin(origin.as_deref());
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
            decision: _,
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
        self.origin(origin.as_deref());
    }

    pub(super) fn rights(&mut self, member: &'static str, rights: &'o [Right]) {
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
                walk.origin(origin.as_deref());
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
            replaces,
            states: _,
            prepared_by,
            approved_by,
            agreed_by,
            acknowledgement_required: _,
            acknowledgements,
            amendments,
            review_due: _,
        } = control;
        self.some("replaces", replaces.as_ref().map(Target::Description));
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
