//! The findings of family E.

use std::ops::Range;

use crate::diagnostic::{About, Applicability, Change, Finding, Fix, Level, Path, closest, keys};

macro_rules! reading {
    ($($name:ident $code:literal $slug:literal $why:literal;)*) => {
        $(pub(crate) static $name: About = About::new(*$code, $slug, $why, &[keys::DESIGN.whole()])
            .with_page(include_str!(concat!("pages/", $slug, ".md")));)*

        /// Everything that the reader finds, in the order of codes: always errors, in every profile.
        ///
        /// ```
        /// let codes: Vec<_> = officium::read::catalog().map(|about| about.code.to_string()).collect();
        /// assert_eq!(codes.last().map(String::as_str), Some("E009"));
        /// ```
        pub fn catalog() -> impl Iterator<Item = &'static About> {
            [$(&$name),*].into_iter()
        }
    };
}

reading! {
    SYNTAX b"E001" "syntax" "what follows a syntax error cannot be read; what was complete before it is kept";
    UNKNOWN_MEMBER b"E002" "unknown-member" "a member that the format does not have is not read, so what it says is lost";
    MISSING_MEMBER b"E003" "missing-member" "without what it requires, a record cannot be told from others or used";
    WRONG_TYPE b"E004" "wrong-type" "a value of another type cannot be understood";
    BAD_VALUE b"E005" "bad-value" "a value that means nothing would be passed on as if it meant something";
    DUPLICATE_MEMBER b"E006" "duplicate-member" "programs disagree on which of two equal members counts; here it is the first";
    UNKNOWN_VARIANT b"E007" "unknown-variant" "a word that is none of the listed ones has no meaning that could be checked";
    LIMIT b"E008" "limit" "a document beyond the limits would cost without bound";
    FORMAT_VERSION b"E009" "format-version" "a later version may mean other things by the same words";
}

/// A finding of the reader: always an error, always with its place in the text.
pub(super) fn finding(
    about: &'static About,
    path: Path,
    span: Range<usize>,
    message: impl Into<String>,
) -> Finding {
    Finding::new(about, Level::Error, path, message).span(span)
}

/// What a document looks like, for those who wrote something else.
pub(super) const AN_ORGANIZATION: &str =
    "an organisation is an object: `{\"name\": .., \"positions\": [..]}`";

/// `stands` says whether a member of a name stands beside it already.
pub(super) fn unknown_member<'n>(
    name: &str,
    path: Path,
    span: Range<usize>,
    known: impl Iterator<Item = &'n str>,
    stands: impl Fn(&str) -> bool,
) -> Finding {
    let known: Vec<&str> = known.collect();
    let candidates = closest(name, known.iter().copied());
    let shown = elided(name);
    let fix = match candidates.as_slice() {
        [only] if !stands(only) => {
            let same = only.to_lowercase() == name.to_lowercase();
            let renamed = path.clone().parent().unwrap_or_default().member(only);
            Some(Fix::new(
                format!("call it `{only}`"),
                if same { Applicability::Certain } else { Applicability::Likely },
                Change::Move { from: path.clone(), path: renamed },
            ))
        }
        _ => None,
    };
    let mut unknown = finding(&UNKNOWN_MEMBER, path, span, format!("there is no member `{shown}` here"))
        .argument("member", name);
    unknown.fixes.extend(fix);
    if candidates.is_empty() {
        unknown.help(format!("the members here are {}", listed(&known)))
    } else {
        unknown.candidates(candidates)
    }
}

pub(super) fn listed(words: &[&str]) -> String {
    words.iter().map(|word| format!("`{word}`")).collect::<Vec<_>>().join(", ")
}

/// A text short enough for a message.
pub(super) fn elided(text: &str) -> String {
    const SHOWN: usize = 60;
    if text.chars().count() <= SHOWN {
        text.to_owned()
    } else {
        text.chars().take(SHOWN).chain(['…']).collect()
    }
}
