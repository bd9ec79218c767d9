//! Translations: every text is found, replaced, and missed when it is not there.

use std::collections::BTreeSet;

use officium::translation::{GapKind, template, texts};
use officium::{Language, Organization, Overlay, Text, read};
use proptest::prelude::{ProptestConfig, any, prop_assert, prop_assert_eq, proptest};

fn norwegian() -> Language {
    "nb".parse().expect("a language")
}

/// An overlay with a translation of everything.
fn complete(organization: &Organization, translate: impl Fn(&str) -> String) -> Overlay {
    let mut overlay = template(organization, norwegian(), None);
    for it in &mut overlay.translations {
        let original = it.original.as_ref().expect("the template shows it");
        it.text = Some(Text::try_from(translate(original.as_str())).expect("not blank"));
    }
    overlay
}

fn kinds(gaps: &[officium::translation::Gap]) -> Vec<(GapKind, &str)> {
    gaps.iter().map(|gap| (gap.kind, gap.path.as_str())).collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(100))]

    /// Translations that say the same change nothing but the language.
    #[test]
    fn the_same_words_change_nothing(mut organization in any::<Organization>()) {
        // ids that double may have two texts under one path
        let paths: Vec<String> = texts(&organization).iter().map(|(path, _)| path.to_string()).collect();
        if paths.iter().collect::<BTreeSet<_>>().len() < paths.len() {
            return Ok(());
        }
        let translated = complete(&organization, str::to_owned).applied_to(&organization);
        prop_assert_eq!(kinds(&translated.gaps), []);
        organization.language = Some(norwegian());
        prop_assert_eq!(translated.organization, organization);
    }

    /// Every text is replaced, and an overlay without any text misses each of them.
    #[test]
    fn every_text_is_reached(organization in any::<Organization>()) {
        let translated = complete(&organization, |text| format!("{text}!")).applied_to(&organization);
        for ((path, original), (_, now)) in texts(&organization).iter().zip(texts(&translated.organization)) {
            let stale = translated.gaps.iter().any(|gap| gap.path == path.to_string());
            prop_assert!(stale || now.as_str() == format!("{original}!"), "{}", path);
        }
        let missing = template(&organization, norwegian(), None).applied_to(&organization);
        prop_assert_eq!(missing.gaps.len(), texts(&organization).len());
    }
}

fn company() -> Organization {
    let reading = read::json(include_str!("../../examples/data/trading-company.json"));
    assert!(reading.is_complete());
    reading.organization
}

#[test]
fn what_changed_is_stale_and_what_went_is_left_over() {
    let mut organization = company();
    let overlay = complete(&organization, |text| format!("{text}, på norsk"));
    assert!(overlay.translations.len() > 300, "{} texts", overlay.translations.len());

    let moved = organization.positions.pop().expect("a position");
    organization.positions.insert(0, moved);
    assert_eq!(kinds(&overlay.applied_to(&organization).gaps), [], "places do not depend on the order");

    organization.positions[1].title = Some("Something else".parse().expect("a text"));
    organization.positions[2].id = "another-id".parse().expect("an id");
    let translated = overlay.applied_to(&organization);
    let changed = format!("positions[{}].title", organization.positions[1].id);
    let found = kinds(&translated.gaps);
    assert!(found.contains(&(GapKind::Stale, changed.as_str())), "{found:?}");
    assert!(found.contains(&(GapKind::Missing, "positions[another-id].title")), "{found:?}");
    assert!(found.iter().any(|(kind, _)| *kind == GapKind::Unknown), "{found:?}");

    // what is still right is kept when the translator gets a new template
    let again = template(&organization, norwegian(), Some(&overlay));
    let open = again.translations.iter().filter(|it| it.text.is_none()).count();
    assert_eq!(open, found.iter().filter(|(kind, _)| *kind != GapKind::Unknown).count());
}

#[test]
fn names_of_persons_are_not_translated() {
    for (path, _) in texts(&company()) {
        let path = path.to_string();
        let lists = ["holders[", "acknowledgements[", "preparedBy[", "approvedBy[", "agreedBy["];
        assert!(!path.ends_with("].name") || lists.iter().all(|list| !path.contains(list)), "{path}");
    }
}
