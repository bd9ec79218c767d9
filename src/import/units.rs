//! Units that are known by their name alone.

use std::collections::HashMap;

use super::unique::Unique;
use crate::{Text, Unit, UnitId};

/// How much of a name goes into the id; a number may follow.
const SLUG: usize = 100;

/// The units met so far.
#[derive(Debug, Default)]
pub(super) struct Units {
    ids: Unique,
    by_name: HashMap<Text, UnitId>,
    /// In the order in which they were met.
    pub(super) list: Vec<Unit>,
}

impl Units {
    /// The id of the unit with that name. Names that differ in anything are names of different units.
    pub(super) fn named(&mut self, name: Text) -> Option<UnitId> {
        if let Some(id) = self.by_name.get(&name) {
            return Some(id.clone());
        }
        let slug = slug(name.as_str());
        let id = if self.ids.claim(&slug) { slug } else { self.ids.numbered(&format!("{slug}-"), 2) };
        let id = UnitId::try_from(id).ok()?;
        self.list.push(Unit::new(id.clone()).title(name.clone()));
        self.by_name.insert(name, id.clone());
        Some(id)
    }
}

/// The ASCII letters and digits of a name in lower case, with a hyphen for whatever stands between them.
fn slug(name: &str) -> String {
    let mut slug = String::new();
    for character in name.chars() {
        if slug.len() >= SLUG {
            break;
        }
        if character.is_ascii_alphanumeric() {
            slug.push(character.to_ascii_lowercase());
        } else if !slug.is_empty() && !slug.ends_with('-') {
            slug.push('-');
        }
    }
    let slug = slug.trim_end_matches('-');
    if slug.is_empty() { "unit".to_owned() } else { slug.to_owned() }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn slugs_hold_letters_digits_and_single_hyphens() {
        assert_eq!(slug("Head Office - Legal & Co."), "head-office-legal-co");
        assert_eq!(slug(" Приёмная "), "unit");
        assert_eq!(slug(&"a-".repeat(90)).len(), 99);
    }

    proptest! {
        #[test]
        fn distinct_names_get_distinct_ids(names in prop::collection::vec("[ab2 -]{1,4}|\\PC{1,200}", 0..20)) {
            let names: Vec<Text> = names.iter().filter_map(|name| name.parse().ok()).collect();
            let mut units = Units::default();
            let ids: Vec<_> = names.iter().map(|name| units.named(name.clone()).map(|id| id.to_string())).collect();
            for (one, first) in names.iter().zip(&ids) {
                prop_assert!(first.is_some());
                for (other, second) in names.iter().zip(&ids) {
                    prop_assert_eq!(one == other, first == second);
                }
            }
        }
    }
}
