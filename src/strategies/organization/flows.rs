//! Documents that go from one desk to another, said at both ends.

use super::descriptions::Work;
use super::plan::{Plan, chosen};
use crate::model::{
    Description, DocumentType, Flow, FlowDirection, HandOver, Input, Organization, Output, Party, Text,
};
use crate::strategies::word;

/// The names of the documents.
const DOCUMENTS: [&str; 2] = ["Monthly report", "Delivery note"];

/// Lets the documents flow that the plan asks for, between descriptions of work that is done.
pub(super) fn flowing(
    plan: &Plan,
    works: &[Work<'_>],
    mut organization: Organization,
) -> Option<Organization> {
    let done: Vec<usize> =
        works.iter().enumerate().filter(|(_, work)| work.is_done()).map(|(at, _)| at).collect();
    for ((from, to), name) in plan.extras.flows.iter().zip(DOCUMENTS) {
        let (Some(from), Some(to)) = (chosen(*from, &done), chosen(*to, &done)) else { continue };
        if from == to {
            continue;
        }
        let name: Text = word(name)?;
        let holders =
            |at: usize| Some(Party::Holders { description: organization.descriptions.get(at)?.id.clone() });
        let (sender, receiver) = (holders(from)?, holders(to)?);
        organization = organization.documents([DocumentType::new(name.clone())]);
        sends(organization.descriptions.get_mut(from)?, &name, receiver);
        receives(organization.descriptions.get_mut(to)?, &name, sender);
    }
    signing(plan, works, organization)
}

fn sends(description: &mut Description, name: &Text, to: Party) {
    description.flows.push(Flow::new(FlowDirection::Issues, name.clone()).party(to.clone()));
    if let Some(duty) = description.duties.first_mut() {
        duty.outputs.push(Output::new(name.clone()).recipient(to.clone()));
        duty.hand_overs.push(HandOver::new(name.clone(), to));
    }
}

fn receives(description: &mut Description, name: &Text, from: Party) {
    description.flows.push(Flow::new(FlowDirection::Receives, name.clone()).party(from.clone()));
    if let Some(duty) = description.duties.first_mut() {
        duty.inputs.push(Input::new(name.clone()).from(from));
    }
}

/// Where one person leads, and the work is described, that person signs.
fn signing(plan: &Plan, works: &[Work<'_>], mut organization: Organization) -> Option<Organization> {
    let alone = |work: &Work<'_>| plan.heads.len() == 1 && work.posts.iter().any(|(_, post)| post.is_head());
    let Some(at) = works.iter().position(alone).filter(|_| !plan.extras.flows.is_empty()) else {
        return Some(organization);
    };
    let name: Text = word("Order of the general manager")?;
    let order = DocumentType::new(name.clone()).class(word("orders")?).signature_required(true);
    organization.descriptions.get_mut(at)?.flows.push(Flow::new(FlowDirection::Signs, name));
    Some(organization.documents([order]))
}
