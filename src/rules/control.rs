//! What control records say: when descriptions are in force, and who signed.

use crate::model::{Date, Description, DocumentState, SignOff, StateChange};

/// Days on which a description is in force.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Span {
    /// The first of them; all that went before, where there is none.
    pub(crate) from: Option<Date>,
    /// The first day after them; there is no end, where there is none.
    pub(crate) until: Option<Date>,
}

/// When a description is in force, in the order of the days: always, where it records no state.
pub(crate) fn in_force(description: &Description) -> Vec<Span> {
    let states = description.control.as_ref().map(|control| control.states.as_slice()).unwrap_or_default();
    if states.is_empty() {
        return vec![Span { from: None, until: None }];
    }
    let mut changes: Vec<&StateChange> = states.iter().collect();
    // of several changes on one day the one listed last counts, so the order of the list is kept
    changes.sort_by_key(|change| change.on);
    let mut spans = Vec::new();
    let mut since = None;
    for change in changes {
        match (since, matches!(change.state, DocumentState::InForce | DocumentState::Amended)) {
            (None, true) => since = Some(change.on),
            (Some(from), false) => {
                if from < change.on {
                    spans.push(Span { from: Some(from), until: Some(change.on) });
                }
                since = None;
            }
            _ => {}
        }
    }
    spans.extend(since.map(|from| Span { from: Some(from), until: None }));
    spans
}

/// The day on which the version in force on the day `on` came into force, where that is recorded.
pub(crate) fn in_force_since(description: &Description, on: Date) -> Option<Date> {
    let mut spans = in_force(description).into_iter();
    let holds =
        |span: &Span| span.from.is_none_or(|from| from <= on) && span.until.is_none_or(|until| on < until);
    spans.find(holds)?.from
}

/// Whether somebody is named, in whatever way.
pub(crate) fn names_somebody(sign_off: &SignOff) -> bool {
    let SignOff { position, person, name, capacity, on: _ } = sign_off;
    position.is_some() || person.is_some() || name.is_some() || capacity.is_some()
}
