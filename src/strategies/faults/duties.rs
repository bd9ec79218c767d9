//! Faults of family D: duties and responsibilities.

use super::site::Site;
use super::{Fault, ready};
use crate::model::Organization;
use crate::strategies::AS_OF;

pub(super) const FAULTS: &[Fault] =
    &[Fault::new(*b"D001", "an empty description that is no longer a draft", empty_in_force)
        .after(ready::draft)];

fn empty_in_force(site: &Site, spoiled: &mut Organization) -> Option<()> {
    let papers = spoiled.descriptions.iter_mut();
    site.one(papers.filter(|paper| paper.duties.is_empty() && !paper.is_in_force(AS_OF)))?.control = None;
    Some(())
}
