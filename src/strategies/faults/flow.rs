//! Faults of family F: flows of documents and hand-overs.

use super::site::{NOBODY, Site, in_force};
use super::{Fault, ready};
use crate::model::{
    Description, DescriptionId, Flow, FlowDirection, HandOver, Input, Organization, Party, RightKind, Text,
};
use crate::strategies::word;

pub(super) const FAULTS: &[Fault] = &[
    Fault::new(*b"F001", "a document that comes under another name", another_name).after(ready::flow),
    Fault::new(*b"F002", "a document that must be signed and that nobody signs", signed_by_nobody)
        .after(ready::flow),
    Fault::new(*b"F003", "a signature without the right to sign", signed_without_right).after(ready::flow),
    Fault::new(*b"F004", "work handed over to somebody who does not take it", handed_over_in_vain)
        .after(ready::flow),
    Fault::new(*b"F005", "work that waits for what nobody makes", waiting_in_vain).after(ready::flow),
];

/// The end that gets it still says what it gets, so that what is missing means something.
fn another_name(site: &Site, spoiled: &mut Organization) -> Option<()> {
    let flows = in_force(spoiled).flat_map(|paper| &mut paper.flows);
    let received = flows.filter(|it| {
        it.direction == FlowDirection::Receives && matches!(it.party, Some(Party::Holders { .. }))
    });
    site.one(received)?.document = word(NOBODY)?;
    Some(())
}

fn signed_by_nobody(site: &Site, spoiled: &mut Organization) -> Option<()> {
    let flows = spoiled.descriptions.iter().flat_map(|paper| &paper.flows);
    let signed: Vec<&Text> =
        flows.filter(|it| it.direction == FlowDirection::Signs).map(|it| &it.document).collect();
    let unsigned = spoiled.documents.iter_mut().filter(|it| !signed.contains(&&it.name));
    site.one(unsigned)?.signature_required = true;
    Some(())
}

fn signed_without_right(site: &Site, spoiled: &mut Organization) -> Option<()> {
    let document = site.one(&spoiled.documents)?.name.clone();
    let signs = |paper: &Description| paper.rights.iter().any(|right| right.kind == RightKind::Sign);
    let paper = site.one(in_force(spoiled).filter(|paper| !signs(paper)))?;
    paper.flows.push(Flow::new(FlowDirection::Signs, document));
    Some(())
}

fn handed_over_in_vain(site: &Site, spoiled: &mut Organization) -> Option<()> {
    let takes = |paper: &Description| paper.duties.iter().any(|duty| !duty.inputs.is_empty());
    let description = end(site, spoiled, takes)?;
    let duty = site.one(in_force(spoiled).flat_map(|paper| &mut paper.duties))?;
    duty.hand_overs.push(HandOver::new(word(NOBODY)?, Party::Holders { description }));
    Some(())
}

/// Whoever waits lists what else comes.
fn waiting_in_vain(site: &Site, spoiled: &mut Organization) -> Option<()> {
    let makes = |paper: &Description| paper.duties.iter().any(|duty| !duty.outputs.is_empty());
    let description = end(site, spoiled, makes)?;
    let duties = in_force(spoiled).flat_map(|paper| &mut paper.duties);
    let duty = site.one(duties.filter(|duty| !duty.inputs.is_empty()))?;
    duty.inputs.push(Input::new(word(NOBODY)?).from(Party::Holders { description }));
    Some(())
}

/// The other end, which says what it takes or makes.
fn end(
    site: &Site,
    spoiled: &mut Organization,
    speaks: impl Fn(&Description) -> bool,
) -> Option<DescriptionId> {
    site.one(in_force(spoiled).filter(|paper| speaks(paper))).map(|paper| paper.id.clone())
}
