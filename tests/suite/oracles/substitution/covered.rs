//! S004, S005, S012, S013, S018: what is taken over, and by whom.

use std::collections::BTreeSet;

use officium::{ActivityId, Right, SubstitutionKind, SubstitutionScope};

use super::{acting, has_reason, is_in_scope, open_ids, paper, taken_over};
use crate::oracles::{Subjects, about, people};
use crate::support::naive::Model;

pub(super) fn without_right(model: &Model<'_>) -> Subjects {
    let mut found = Subjects::new();
    for (absent, substitution, acting) in acting(model) {
        let (Some(theirs), Some(own)) = (paper(model, absent), paper(model, acting)) else { continue };
        let passes = |right: &&Right| match &substitution.scope {
            _ if right.stays_with_holder => false,
            Some(SubstitutionScope::All { except_rights, .. }) => !except_rights.contains(&right.id),
            Some(SubstitutionScope::Named { rights, .. }) => rights.contains(&right.id),
            _ => true,
        };
        let mut at_hand: Vec<&Right> = theirs.rights.iter().filter(passes).collect();
        at_hand.extend(&substitution.grants);
        at_hand.extend(&own.rights);
        let needed = taken_over(substitution, theirs).into_iter().flat_map(|duty| &duty.required_rights);
        let lacking = needed.filter(|needed| {
            theirs.rights.iter().any(|right| needed.is_met_by(right))
                && !at_hand.iter().any(|right| needed.is_met_by(right))
        });
        let count = lacking.count();
        if count > 0 {
            found.insert(about([&absent, &acting, &count]));
        }
    }
    found
}

pub(super) fn uncovered(model: &Model<'_>) -> Subjects {
    let mut found = Subjects::new();
    for id in open_ids(model) {
        let Some(paper) = paper(model, id) else { continue };
        let mut stated = model.substitutions(id);
        stated.retain(|it| it.substitute.names_somebody());
        let knows = |duty: &officium::DutyId| paper.duties.iter().any(|it| it.id == *duty);
        let sound = stated.iter().all(|it| match &it.scope {
            Some(SubstitutionScope::All { except_duties, .. }) => except_duties.iter().all(knows),
            Some(SubstitutionScope::Named { duties, .. }) => duties.iter().all(knows),
            _ => true,
        });
        if stated.is_empty() || !sound || has_reason(model, id) || model.seats_filled(id) > 1 {
            continue;
        }
        let needs_cover = paper.duties.iter().filter(|duty| !duty.deferrable && !duty.non_delegable);
        let count = needs_cover.filter(|duty| !stated.iter().any(|it| is_in_scope(it, duty))).count();
        if count > 0 {
            found.insert(about([&id, &count]));
        }
    }
    found
}

fn activities<'o>(model: &Model<'o>, id: &str) -> BTreeSet<&'o str> {
    let duties = paper(model, id).into_iter().flat_map(|paper| &paper.duties);
    duties.flat_map(|duty| &duty.activities).map(ActivityId::as_str).collect()
}

pub(super) fn in_one_hand(model: &Model<'_>) -> Subjects {
    let mut found = Subjects::new();
    for (absent, substitution, acting) in acting(model) {
        let Some(theirs) = paper(model, absent) else { continue };
        let person = model.sole_person(acting);
        let is_own = |seat: &&str| {
            *seat == acting || person.is_some_and(|person| people(model, seat).contains(person))
        };
        let own: BTreeSet<&str> =
            open_ids(model).into_iter().filter(is_own).flat_map(|seat| activities(model, seat)).collect();
        let taken: BTreeSet<&str> = taken_over(substitution, theirs)
            .into_iter()
            .flat_map(|duty| &duty.activities)
            .map(ActivityId::as_str)
            .collect();
        for pair in &model.organization.conflicts {
            let (first, second) = (pair.first.as_str(), pair.second.as_str());
            for (new, old) in [(first, second), (second, first)] {
                let alone = own.contains(new) || activities(model, absent).contains(old);
                if first != second && taken.contains(new) && own.contains(old) && !alone {
                    found.insert(about([&absent, &acting, &new, &old]));
                }
            }
        }
    }
    found
}

pub(super) fn reserved(model: &Model<'_>) -> Subjects {
    let mut found = Subjects::new();
    for id in open_ids(model) {
        let reserved =
            paper(model, id).into_iter().flat_map(|paper| &paper.duties).filter(|duty| duty.non_delegable);
        for duty in reserved {
            let names = |scope: &SubstitutionScope| matches!(scope, SubstitutionScope::Named { duties, .. } if duties.contains(&duty.id));
            if model.substitutions(id).iter().any(|it| it.scope.as_ref().is_some_and(names)) {
                found.insert(about([&id, &duty.id]));
            }
        }
    }
    found
}

pub(super) fn unlisted(model: &Model<'_>) -> Subjects {
    let mut found = Subjects::new();
    for (absent, substitution, acting) in acting(model) {
        let (Some(theirs), Some(own)) = (paper(model, absent), paper(model, acting)) else { continue };
        let mut taken = taken_over(substitution, theirs);
        taken.retain(|duty| !own.duties.iter().any(|it| it.id == duty.id || it.text == duty.text));
        if substitution.kind == SubstitutionKind::Permanent && !taken.is_empty() {
            found.insert(about([&absent, &acting, &taken.len()]));
        }
    }
    found
}
