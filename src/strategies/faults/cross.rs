//! Faults of family X: across the organisation.

use super::site::{NOBODY, Site};
use super::{Fault, ready};
use crate::model::{Duty, Organization};
use crate::strategies::{AS_OF, word};

pub(super) const FAULTS: &[Fault] = &[
    Fault::new(*b"X001", "a description with both halves of a conflict", conflict).after(ready::conflict),
    Fault::new(*b"X008", "a unit that is part of itself", own_parent).after(ready::units),
    Fault::new(*b"X008", "a unit that is part of one of its parts", part_of_a_part).after(ready::units),
];

fn conflict(site: &Site, spoiled: &mut Organization) -> Option<()> {
    let conflicts = &spoiled.conflicts;
    let sides =
        || conflicts.iter().flat_map(|pair| [(&pair.first, &pair.second), (&pair.second, &pair.first)]);
    let papers = spoiled.descriptions.iter_mut().filter(|paper| paper.is_in_force(AS_OF));
    let halves = papers.filter_map(|paper| {
        let does = |activity| paper.duties.iter().any(|duty| duty.activities.contains(activity));
        let missing = sides().find(|(one, _)| does(one))?.1.clone();
        Some((paper, missing))
    });
    let (paper, missing) = site.one(halves)?;
    paper.duties.push(Duty::new(word(NOBODY)?, word("Does the other half as well")?).activities([missing]));
    Some(())
}

fn own_parent(site: &Site, spoiled: &mut Organization) -> Option<()> {
    let unit = site.one(&mut spoiled.units)?;
    unit.parent = Some(unit.id.clone());
    Some(())
}

fn part_of_a_part(site: &Site, spoiled: &mut Organization) -> Option<()> {
    let parts = spoiled.units.iter().filter_map(|unit| Some((unit.id.clone(), unit.parent.clone()?)));
    let (part, whole) = site.one(parts)?;
    spoiled.units.iter_mut().find(|unit| unit.id == whole)?.parent = Some(part);
    Some(())
}
