//! What every rule can look at, on top of a full description: qualifications, document control, delegations, flows, declared conflicts.

use std::io::Write;

use officium::{
    Accountability, Acknowledgement, Activity, Conflict, Count, Delegation, Description, DocumentControl,
    DocumentState, DocumentType, Duty, Exercise, Flow, FlowDirection, HandOver, HeldQualification, Holder,
    Input, Limit, Money, Necessity, Output, Party, Period, Position, Qualification, RequiredRight,
    Requirement, Responsibility, ResponsibilityScope, Right, RightKind, SignOff, StateChange,
    SubstitutionScope, Text, Thresholds,
};

use super::{Generator, Made, education, first_subordinate, list, position_id, superior, unit_id};

/// The head and those below it do neither; whole branches below them do the one or the other.
const ACTIVITIES: [&str; 2] = ["order-goods", "release-payments"];
const FIRST_OF_BRANCHES: u64 = 5;
const REPORT: &str = "Monthly report";
const CLAIMS: &str = "Open claims";
const PRICES: &str = "Price list";

/// Activities, conflicts, documents and thresholds.
pub(super) fn declare(out: &mut impl Write) -> Made<()> {
    write!(out, ",\n\"activities\":[")?;
    list(out, ACTIVITIES.into_iter().map(|id| Ok(Activity::new(id.parse()?))))?;
    let [one, other] = ACTIVITIES;
    let apart = Conflict::new(one.parse()?, other.parse()?).reason("who orders does not pay".parse()?);
    write!(out, "],\n\"conflicts\":[")?;
    list(out, std::iter::once(Ok(apart)))?;
    let signed = DocumentType::new(PRICES.parse()?).signature_required(true);
    write!(out, "],\n\"documents\":[")?;
    list(out, [Ok(DocumentType::new(REPORT.parse()?)), Ok(signed)].into_iter())?;
    write!(out, "],\n\"thresholds\":")?;
    serde_json::to_writer(out, &Thresholds::new().four_eyes(euro("50000")?))?;
    Ok(())
}

impl Generator {
    /// Safety in a unit with two sites.
    pub(super) fn safety(&self, lead: u64) -> Made<Responsibility> {
        let sites = [format!("office {lead}"), format!("works {lead}")];
        let scope = |sites: &[String]| -> Made<ResponsibilityScope> {
            let sites = sites.iter().map(|site| Ok(site.parse()?)).collect::<Made<Vec<_>>>()?;
            Ok(ResponsibilityScope::new().sites(sites))
        };
        let answers = [lead, first_subordinate(lead)]
            .into_iter()
            .zip(sites.chunks(1))
            .map(|(number, sites)| Ok(Accountability::new(position_id(number)?).scope(scope(sites)?)));
        Ok(Responsibility::new(format!("safety-{lead}").parse()?)
            .title(self.titled("Safety at work", lead).parse()?)
            .scopes([scope(&sites)?])
            .accountable(answers.collect::<Made<Vec<_>>>()?))
    }

    pub(super) fn regulated_description(&self, number: u64, mut paper: Description) -> Made<Description> {
        for (nth, duty) in paper.duties.iter_mut().enumerate() {
            self.complete_duty(number, nth, duty)?;
        }
        let limit = Limit::new().amount(euro(if self.leads(number) { "20000" } else { "5000" })?);
        for right in paper.rights.iter_mut().filter(|right| right.kind == RightKind::Spend) {
            right.limit = Some(limit.clone());
            right.exercise = Some(Exercise::Sole {});
        }
        let jointly = Exercise::Joint { signatures: Count::try_from(2)?, with: Vec::new() };
        let (own_unit, report) = (self.unit_of(number), REPORT.parse()?);
        let mut flows = Vec::new();
        if self.size > 1 && self.leads(number) {
            flows.push(Flow::new(FlowDirection::Receives, report).party(unit(number)?));
            flows.extend(superior(number).map(sends).transpose()?);
        } else if self.size > 1 {
            flows.push(sends(own_unit)?);
        }
        if number == 0 {
            flows.push(Flow::new(FlowDirection::Signs, PRICES.parse()?));
        }
        let more = qualifications()?.into_iter().skip(1).map(|it| Requirement::new(Necessity::Mandatory, it));
        let contracts = Right::new("right-7".parse()?, RightKind::ConcludeContracts);
        Ok(paper
            .rights([
                Right::new("right-6".parse()?, RightKind::ParticipateInDecision),
                if self.size > 1 { contracts.exercise(jointly) } else { contracts },
            ])
            .requirements(more)
            .flows(flows)
            .control(self.control(number)?))
    }

    /// What a duty needs, gives and may, by its place in the description.
    fn complete_duty(&self, number: u64, nth: usize, duty: &mut Duty) -> Made<()> {
        match nth {
            2 => duty.required_qualifications = qualifications()?.into_iter().skip(2).collect(),
            3 => {
                let limit = Limit::new().amount(euro("5000")?);
                duty.required_rights = vec![RequiredRight::new(RightKind::Spend).limit(limit)];
            }
            5 => {
                duty.decision = true;
                duty.required_rights = [RightKind::ParticipateInDecision, RightKind::ConcludeContracts]
                    .map(RequiredRight::new)
                    .into();
            }
            6 => duty.activities = activity(number).map(str::parse).transpose()?.into_iter().collect(),
            7 => match superior(number) {
                Some(above) => {
                    let to = Party::Position { position: position_id(above)? };
                    duty.hand_overs = vec![HandOver::new(CLAIMS.parse()?, to)];
                    duty.outputs = vec![Output::new(REPORT.parse()?).recipient(unit(self.unit_of(number))?)];
                }
                None => duty.outputs = vec![Output::new(PRICES.parse()?)],
            },
            8 if self.has_subordinates(number) => {
                duty.inputs =
                    vec![Input::new(CLAIMS.parse()?), Input::new(REPORT.parse()?).from(unit(number)?)];
            }
            11 => {
                duty.deferrable = true;
                duty.non_delegable = self.keeps_last_duty(number);
            }
            _ => {}
        }
        Ok(())
    }

    /// Approved by the superior, and acknowledged by whoever holds it.
    fn control(&self, number: u64) -> Made<DocumentControl> {
        let approval = match superior(number) {
            Some(above) => SignOff::new().position(position_id(above)?),
            None => SignOff::new().capacity("the owners".parse()?),
        };
        let readers = (number..self.size.min(number + 2)).filter(|it| self.description_of(*it) == number);
        let read = |reader| {
            let person = format!("person-{reader}").parse()?;
            Ok(Acknowledgement::new().person(person).on("2025-02-20".parse()?).version("1".parse()?))
        };
        Ok(DocumentControl::new()
            .number(format!("JD-{number}").parse()?)
            .version("1".parse()?)
            .states([
                StateChange::new(DocumentState::Approved, "2025-02-15".parse()?),
                StateChange::new(DocumentState::InForce, "2025-03-01".parse()?),
            ])
            .approved_by([approval.on("2025-02-15".parse()?)])
            .acknowledgement_required(true)
            .acknowledgements(readers.map(read).collect::<Made<Vec<_>>>()?)
            .review_due("2099-03-01".parse()?))
    }

    pub(super) fn regulated_position(&self, number: u64, mut seat: Position) -> Made<Position> {
        if self.keeps_last_duty(self.description_of(number)) {
            for substitution in &mut seat.substitution {
                let except_duties = vec!["duty-12".parse()?];
                substitution.scope =
                    Some(SubstitutionScope::All { except_duties, except_rights: Vec::new() });
            }
        }
        if self.has_subordinates(number) {
            let since = Period::new().from("2025-03-01".parse()?);
            seat = seat.delegations([Delegation::new(
                "duty-11".parse()?,
                position_id(first_subordinate(number))?,
            )
            .recorded("2025-02-25".parse()?)
            .period(since)
            .oversight("duty-10".parse()?)]);
        }
        Ok(seat.critical(self.is_critical(number)))
    }

    /// Every ninth of those with two substitutes and a description of their own.
    fn is_critical(&self, number: u64) -> bool {
        number.is_multiple_of(9)
            && self.second_substitute(number).is_some()
            && self.description_of(number) == number
    }

    /// Nobody takes over the last duty, but that of a critical position.
    fn keeps_last_duty(&self, number: u64) -> bool {
        !self.is_critical(number)
    }
}

pub(super) fn qualified(number: u64, holder: Holder) -> Made<Holder> {
    let evidence: Text = format!("personal file {number}").parse()?;
    let valid = Period::new().from("2024-05-01".parse()?).until("2099-04-30".parse()?);
    let held = qualifications()?
        .map(|it| HeldQualification::new(it).evidence(evidence.clone()).validity(valid.clone()));
    Ok(holder.qualifications(held))
}

fn qualifications() -> Made<[Qualification; 3]> {
    Ok([
        education(),
        Qualification::Certificate { name: "First aid".parse()?, issuer: None },
        Qualification::Training { subject: "Data protection".parse()?, length: None, repeat_after: None },
    ])
}

fn sends(to: u64) -> Made<Flow> {
    Ok(Flow::new(FlowDirection::Issues, REPORT.parse()?).party(unit(to)?))
}

fn unit(lead: u64) -> Made<Party> {
    Ok(Party::Unit { unit: unit_id(lead)? })
}

fn euro(amount: &str) -> Made<Money> {
    Ok(Money::new(amount.parse()?, "EUR".parse()?))
}

/// None where the description may be shared across branches.
fn activity(number: u64) -> Option<&'static str> {
    let mut branch = number;
    while let Some(above) = superior(branch).filter(|_| branch >= FIRST_OF_BRANCHES) {
        branch = above;
    }
    let own = number >= FIRST_OF_BRANCHES && number % 8 != 6;
    ACTIVITIES.get(usize::try_from(branch % 2).unwrap_or_default()).copied().filter(|_| own)
}
