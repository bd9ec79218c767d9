//! S003: who is known to have what.

use std::collections::BTreeSet;

use officium::{HeldQualification, Necessity, Qualification, RequirementDue, SubstitutionScope};

use super::{acting, open_ids, paper, taken_over};
use crate::oracles::{Subjects, about, holders};
use crate::support::naive::Model;

/// What is recorded of those who hold a position, wherever it is recorded.
fn recorded<'o>(model: &Model<'o>, id: &str) -> Vec<&'o HeldQualification> {
    let everybody: Vec<_> = open_ids(model)
        .into_iter()
        .flat_map(|id| model.open_rows(id))
        .flat_map(|row| holders(model, row))
        .collect();
    let mut recorded = Vec::new();
    for holder in model.open_rows(id).into_iter().flat_map(|row| holders(model, row)) {
        let same = everybody.iter().filter(|it| it.person.is_some() && it.person == holder.person);
        recorded.extend(same.flat_map(|it| &it.qualifications));
        recorded.extend(holder.qualifications.iter().filter(|_| holder.person.is_none()));
    }
    recorded
}

pub(super) fn unqualified(model: &Model<'_>) -> Subjects {
    let mut found = Subjects::new();
    for (absent, substitution, acting) in acting(model) {
        let Some(theirs) = paper(model, absent) else { continue };
        let whole = !matches!(substitution.scope, Some(SubstitutionScope::Named { .. }));
        let mut asked: BTreeSet<String> = BTreeSet::new();
        let mut ask = |qualification: &Qualification| {
            asked.insert(serde_json::to_string(qualification).expect("it can be written"));
        };
        for requirement in theirs.requirements.iter().filter(|_| whole) {
            if requirement.necessity == Necessity::Mandatory && requirement.due != Some(RequirementDue::Later)
            {
                ask(&requirement.qualification);
            }
        }
        taken_over(substitution, theirs)
            .into_iter()
            .flat_map(|duty| &duty.required_qualifications)
            .for_each(ask);

        let mut known: Vec<&Qualification> = Vec::new();
        let mut silent = true;
        if let Some(own) = paper(model, acting) {
            let mandatory = own.requirements.iter().filter(|it| it.necessity == Necessity::Mandatory);
            known.extend(mandatory.map(|it| &it.qualification));
            known.extend(own.duties.iter().flat_map(|duty| &duty.required_qualifications));
            silent = own.requirements.is_empty() && known.is_empty();
        }
        let recorded = recorded(model, acting);
        silent &= recorded.is_empty();
        known.extend(
            recorded.iter().filter(|it| model.in_force(it.validity.as_ref())).map(|it| &it.qualification),
        );
        asked.retain(|asked| {
            let asked: Qualification = serde_json::from_str(asked).expect("it was written");
            !known.iter().any(|known| asked.is_met_by(known))
        });
        if !silent && !asked.is_empty() {
            found.insert(about([&absent, &acting, &asked.len()]));
        }
    }
    found
}
