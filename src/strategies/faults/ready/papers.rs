//! Seats with descriptions, and what these say.

use super::{A_WEEK_AGO, LATER, LONG_AGO, SOME_TIME_AGO, below, fresh, helped, helper, leaning_on, plain};
use crate::model::{
    Acknowledgement, Amendment, Delegation, Description, DocumentControl, DocumentState, DocumentType, Duty,
    Flow, FlowDirection, Ground, HeldQualification, Input, Liability, Limit, Money, Necessity, Occupancy,
    Organization, Output, Party, Period, Position, PositionId, Qualification, RequiredRight, Requirement,
    Right, RightKind, SignOff, StateChange, Substitution, Text,
};
use crate::strategies::word;

fn paper(organization: &Organization) -> Option<Description> {
    let id = fresh("paper", organization.descriptions.iter().map(|paper| &paper.id));
    Some(Description::new(word(&id)?).title(word("Helper")?))
}

/// A seat with that description, changed.
pub(super) fn described(
    organization: &mut Organization,
    description: Description,
    change: impl FnOnce(Position) -> Position,
) -> Option<PositionId> {
    let id = description.id.clone();
    organization.descriptions.push(description);
    helped(organization, |seat| change(seat.description(id)))
}

fn duty(id: &str, text: &str) -> Option<Duty> {
    Some(Duty::new(word(id)?, word(text)?))
}

/// A description of one duty.
pub(super) fn doing(organization: &Organization, duty: Duty) -> Option<Description> {
    Some(paper(organization)?.duties([duty]))
}

/// A description of a duty, with the right that it needs, up to an amount.
fn shopping(organization: &Organization) -> Option<Description> {
    let limit = Limit::new().amount(Money::new(word("1000")?, word("EUR")?));
    let needed = RequiredRight::new(RightKind::Spend).limit(limit.clone());
    let duty = duty("shopping", "Buys what the kitchen needs")?.required_rights([needed]);
    Some(doing(organization, duty)?.rights([Right::new(word("spend")?, RightKind::Spend).limit(limit)]))
}

/// A seat with a description: a duty, and the right that it needs, up to an amount.
pub(crate) fn description(organization: &mut Organization) -> Option<()> {
    let description = shopping(organization)?;
    described(organization, description, |seat| seat).map(drop)
}

/// Two seats, each with a description.
pub(crate) fn two_descriptions(organization: &mut Organization) -> Option<()> {
    description(organization)?;
    description(organization)
}

/// Two seats with the same right up to the same amount, one below the other.
pub(crate) fn limits(organization: &mut Organization) -> Option<()> {
    let above = shopping(organization)?;
    let superior = described(organization, above, |seat| seat)?;
    let own = shopping(organization)?;
    described(organization, own, |seat| below(seat, superior)).map(drop)
}

/// A seat that hands on one of its two duties, with the right that it needs, and answers for both.
pub(crate) fn delegation(organization: &mut Organization) -> Option<()> {
    let to = plain(organization)?;
    let checking = duty("checking", "Checks what was bought")?;
    let mut delegation = handed_to(to)?.oversight(checking.id.clone());
    let description =
        shopping(organization)?.duties([checking]).liabilities([Liability::new(Ground::NonPerformance)]);
    delegation.rights.clone_from(&description.rights);
    described(organization, description, |seat| seat.delegations([delegation])).map(drop)
}

fn handed_to(to: PositionId) -> Option<Delegation> {
    let delegation = Delegation::new(word("shopping")?, to).recorded(SOME_TIME_AGO);
    Some(delegation.period(Period::new().from(A_WEEK_AGO)))
}

/// A seat that hands on a duty to somebody who is recorded to have what the duty asks for.
pub(crate) fn qualified_delegation(organization: &mut Organization) -> Option<()> {
    let record = record()?;
    let delegation = handed_to(helped(organization, |seat| recorded(seat, &record))?)?;
    let description = licensed(organization)?;
    described(organization, description, |seat| seat.delegations([delegation])).map(drop)
}

/// A seat whose holder is recorded to have what its description asks for.
pub(crate) fn qualified(organization: &mut Organization) -> Option<()> {
    let (description, record) = (licensed(organization)?, record()?);
    described(organization, description, |seat| recorded(seat, &record)).map(drop)
}

fn licence() -> Option<Qualification> {
    Some(Qualification::Certificate { name: word("Driving licence")?, issuer: None })
}

/// A description that asks for a licence, and a duty that cannot be done without.
fn licensed(organization: &Organization) -> Option<Description> {
    let duty = duty("shopping", "Drives to the market")?.required_qualifications([licence()?]);
    Some(doing(organization, duty)?.requirements([Requirement::new(Necessity::Mandatory, licence()?)]))
}

fn record() -> Option<HeldQualification> {
    Some(HeldQualification::new(licence()?).evidence(word("seen")?))
}

fn recorded(mut seat: Position, record: &HeldQualification) -> Position {
    if let Some(Occupancy::Held { holders }) = &mut seat.occupancy {
        for holder in holders {
            holder.qualifications.push(record.clone());
        }
    }
    seat
}

/// A seat with a duty that it cannot hand on and another that it can, and a substitute of whom other things are asked.
pub(crate) fn deputy(organization: &mut Organization) -> Option<()> {
    let other = licensed(organization)?;
    let substitute = described(organization, other, |seat| seat)?;
    let oath = duty("oath", "Takes oaths")?.non_delegable(true);
    let own = shopping(organization)?.duties([oath]);
    described(organization, own, |seat| leaning_on(seat, [Substitution::absence(substitute)])).map(drop)
}

/// A description that is still empty, as drafts may be.
pub(crate) fn draft(organization: &mut Organization) -> Option<()> {
    let control = DocumentControl::new().states([StateChange::new(DocumentState::Draft, SOME_TIME_AGO)]);
    let draft = paper(organization)?.control(control);
    organization.descriptions.push(draft);
    Some(())
}

/// A seat with a description that is kept as a document: approved, amended, read.
pub(crate) fn controlled(organization: &mut Organization) -> Option<()> {
    let reader = helper(organization)?.holders(A_WEEK_AGO).next()?.person.clone()?;
    let owners = SignOff::new().capacity(word("the owners")?);
    let amendment = Amendment::new()
        .clause(word("shopping")?)
        .wording(word("Buys what the kitchen needs")?)
        .on(SOME_TIME_AGO)
        .approved_by(owners.clone().on(SOME_TIME_AGO));
    let states = [DocumentState::Draft, DocumentState::Approved, DocumentState::InForce];
    let control = DocumentControl::new()
        .states(states.map(|state| StateChange::new(state, LONG_AGO)))
        .approved_by([owners.on(LONG_AGO)])
        .amendments([amendment])
        .acknowledgement_required(true)
        .acknowledgements([Acknowledgement::new().person(reader).on(A_WEEK_AGO)])
        .review_due(LATER);
    let description = shopping(organization)?.control(control);
    described(organization, description, |seat| seat).map(drop)
}

/// A document that goes from one seat to another, said at both ends.
pub(crate) fn flow(organization: &mut Organization) -> Option<()> {
    let what: Text = word("Shopping list")?;
    let making = duty("listing", "Lists what the kitchen needs")?;
    let taking = duty("buying", "Buys what is on the list")?;
    let giver = doing(organization, making.outputs([Output::new(what.clone())]))?;
    let from = Party::Holders { description: giver.id.clone() };
    described(organization, giver, |seat| seat)?;
    let taking = taking.inputs([Input::new(what.clone()).from(from.clone())]);
    let taker =
        doing(organization, taking)?.flows([Flow::new(FlowDirection::Receives, what.clone()).party(from)]);
    let issued = Flow::new(FlowDirection::Issues, what.clone())
        .party(Party::Holders { description: taker.id.clone() });
    organization.descriptions.last_mut()?.flows.push(issued);
    described(organization, taker, |seat| seat)?;
    organization.documents.push(DocumentType::new(what));
    Some(())
}
