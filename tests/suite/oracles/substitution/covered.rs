//! S004, S005, S012, S013, S018: what is taken over, and by whom.

use std::collections::BTreeSet;

use officium::rules::Demands;
use officium::{Right, SubstitutionKind, SubstitutionScope};

use super::organizations::organizations;
use super::{acting, has_reason, is_in_scope, open_ids, pair_and_count, paper, taken_over};
use crate::oracles::{agree, people, texts};
use crate::support::naive::Model;

fn without_right(model: &Model<'_>) -> BTreeSet<(String, String, usize)> {
    let mut found = BTreeSet::new();
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
            found.insert((absent.to_owned(), acting.to_owned(), count));
        }
    }
    found
}

#[test]
fn rights_pass_or_are_granted_or_own() {
    agree("S004", Demands::new(), (organizations(), 10), pair_and_count, without_right);
}

fn uncovered(model: &Model<'_>) -> BTreeSet<[String; 2]> {
    let mut found = BTreeSet::new();
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
            found.insert([id.to_owned(), count.to_string()]);
        }
    }
    found
}

#[test]
fn every_duty_is_in_some_scope() {
    agree("S005", Demands::new(), (organizations(), 15), texts(["id", "duties"]), uncovered);
}

fn activities<'o>(model: &Model<'o>, id: &str) -> BTreeSet<&'o str> {
    let duties = paper(model, id).into_iter().flat_map(|paper| &paper.duties);
    duties.flat_map(|duty| &duty.activities).map(|activity| activity.as_str()).collect()
}

fn in_one_hand(model: &Model<'_>) -> BTreeSet<[String; 4]> {
    let mut found = BTreeSet::new();
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
            .map(|activity| activity.as_str())
            .collect();
        for pair in &model.organization.conflicts {
            let (first, second) = (pair.first.as_str(), pair.second.as_str());
            for (new, old) in [(first, second), (second, first)] {
                let alone = own.contains(new) || activities(model, absent).contains(old);
                if first != second && taken.contains(new) && own.contains(old) && !alone {
                    found.insert([absent, acting, new, old].map(str::to_owned));
                }
            }
        }
    }
    found
}

#[test]
fn a_pair_is_in_one_hand_by_standing_in() {
    let names = ["id", "substitute", "taken", "own"];
    agree("S012", Demands::new(), (organizations(), 15), texts(names), in_one_hand);
}

fn reserved(model: &Model<'_>) -> BTreeSet<[String; 2]> {
    let mut found = BTreeSet::new();
    for id in open_ids(model) {
        let reserved =
            paper(model, id).into_iter().flat_map(|paper| &paper.duties).filter(|duty| duty.non_delegable);
        for duty in reserved {
            let names = |scope: &SubstitutionScope| matches!(scope, SubstitutionScope::Named { duties, .. } if duties.contains(&duty.id));
            if model.substitutions(id).iter().any(|it| it.scope.as_ref().is_some_and(names)) {
                found.insert([id.to_owned(), duty.id.to_string()]);
            }
        }
    }
    found
}

#[test]
fn a_reserved_duty_is_named() {
    agree("S013", Demands::new(), (organizations(), 10), texts(["id", "duty"]), reserved);
}

fn unlisted(model: &Model<'_>) -> BTreeSet<(String, String, usize)> {
    let mut found = BTreeSet::new();
    for (absent, substitution, acting) in acting(model) {
        let (Some(theirs), Some(own)) = (paper(model, absent), paper(model, acting)) else { continue };
        let mut taken = taken_over(substitution, theirs);
        taken.retain(|duty| !own.duties.iter().any(|it| it.id == duty.id || it.text == duty.text));
        if substitution.kind == SubstitutionKind::Permanent && !taken.is_empty() {
            found.insert((absent.to_owned(), acting.to_owned(), taken.len()));
        }
    }
    found
}

#[test]
fn a_deputy_has_the_duties_in_its_own_description() {
    agree("S018", Demands::new(), (organizations(), 10), pair_and_count, unlisted);
}
