//! # V008 translations-diverge
//!
//! ## What it checks
//! Where translations are checked together with the organisation: every text has a translation into each of its `requiredLanguages`,
//! and no translation, into whatever language, is older than the text that it translates. It is silent where an organisation is
//! checked alone.
//!
//! ## Why it matters
//! People sign and follow different things, each in good faith.
//!
//! ## Example
//! ```json
//! {"language": "en", "requiredLanguages": ["nb"], "positions": [
//!   {"id": "head", "title": "Managing director", "standing": {"kind": "head"}, "noSubstituteBecause": "closed when away"}
//! ]}
//! ```
//!
//! ## Write instead
//! ```json
//! {"language": "en", "requiredLanguages": ["nb"], "positions": [
//!   {"id": "head", "title": "Manager", "standing": {"kind": "head"}, "noSubstituteBecause": "closed when away"}
//! ]}
//! ```
//!
//! ## Translations
//! ```json
//! {"language": "nb", "translations": [
//!   {"path": "positions[head].title", "source": "3ac25e004d6b8e6c", "original": "Manager", "text": "Leder"},
//!   {"path": "positions[head].noSubstituteBecause", "source": "6a542b4a5099fa77", "original": "closed when away", "text": "stengt ved fravær"}
//! ]}
//! ```
//!
//! ## Exceptions
//! Names of persons, numbers and codes, which are the same in every language. A translation of a text that is no longer there.

use crate::diagnostic::{About, Level, keys};
use crate::rules::{Context, Rule, Sink};

static ABOUT: About = About::new(
    *b"V008",
    "translations-diverge",
    "people sign and follow different things, each in good faith",
    &[keys::DESIGN.whole()],
);

pub(super) const RULE: Rule = Rule::new(&ABOUT, Level::Warning, check);

#[cfg(feature = "json")]
fn check(cx: &Context<'_>, sink: &mut Sink) {
    use crate::diagnostic::Path;
    use crate::translation::GapKind;

    let Some(overlays) = cx.overlays() else { return };
    let required = &cx.organization().required_languages;
    for (index, language) in required.iter().enumerate() {
        if !overlays.iter().any(|overlay| overlay.language == *language) {
            let path = Path::root().member("requiredLanguages").index(index);
            let message = format!("there are no translations into `{language}`, which is required");
            let finding = sink.at(path, message).argument("language", language);
            sink.push(finding.help("let somebody translate: a template holds all texts"));
        }
    }
    for overlay in overlays {
        let language = &overlay.language;
        for gap in overlay.applied_to(cx.organization()).gaps {
            let Some(place) = gap.place else { continue };
            let (message, help) = match gap.kind {
                GapKind::Missing if !required.contains(language) => continue,
                GapKind::Missing => (
                    format!("the text is not translated into `{language}`, which is required"),
                    "translate it, or take the language off the required ones",
                ),
                GapKind::Stale => (
                    format!("the text has changed since it was translated into `{language}`"),
                    "translate it anew; a new template keeps what is still right",
                ),
                GapKind::Unknown => continue,
            };
            let finding = sink.at(place, message).argument("language", language);
            sink.push(finding.argument("gap", &gap.kind).help(help));
        }
    }
}

/// Texts are found by way of JSON.
#[cfg(not(feature = "json"))]
fn check(_: &Context<'_>, _: &mut Sink) {}
