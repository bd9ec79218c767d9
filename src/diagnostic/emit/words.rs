//! A finding in words for people.

use std::borrow::Cow;

use super::super::{Finding, List, ListKind, keys};

/// Items of a list that are shown, unless all are wanted.
const ITEMS_SHOWN: usize = 8;

/// What to do: the names that may have been meant, then the advice.
pub(super) fn advice(finding: &Finding) -> Vec<String> {
    let meant = (!finding.candidates.is_empty())
        .then(|| format!("did you mean {}?", quoted(&finding.candidates).join(" or ")));
    meant.into_iter().chain(finding.help.iter().cloned()).collect()
}

/// Why the finding has the level that it has, where something other than its rule says so.
pub(super) fn notes(finding: &Finding) -> Vec<String> {
    let set_by = finding.set_by.as_ref().map(|set| {
        let note = set.note.as_ref().map(|note| format!(": {note}")).unwrap_or_default();
        format!("as pack `{}` asks, {}{note}", set.pack, set.clause)
    });
    let waived = finding.waived.as_ref().map(|waived| {
        let (level, reason, approver) = (waived.level, &waived.reason, &waived.approved_by);
        format!("waived until {}, else of level {level}: {reason} (approved by `{approver}`)", waived.expires)
    });
    let known = finding.known.then(|| "known: it stands in the baseline file".to_owned());
    [set_by, waived, known].into_iter().flatten().collect()
}

/// The sources that are cited; that a rule is this crate's own idea is no news to the reader.
pub(super) fn cited(finding: &Finding) -> Vec<String> {
    let cited = finding.about.sources.iter().filter(|citation| citation.source != keys::DESIGN);
    cited.map(ToString::to_string).collect()
}

/// A list in one line, without its middle where it is long and not all is wanted.
pub(super) fn listed(list: &List, all: bool) -> String {
    let count = list.items.len();
    let mut items;
    if !all && count > ITEMS_SHOWN {
        items = quoted(list.items.get(..ITEMS_SHOWN / 2).unwrap_or_default());
        items.push(format!("… {} more …", count - ITEMS_SHOWN));
        items.extend(quoted(list.items.get(count - ITEMS_SHOWN / 2..).unwrap_or_default()));
    } else {
        items = quoted(&list.items);
    }
    match list.kind {
        ListKind::Ring => {
            items.extend(quoted(list.items.get(..1).unwrap_or_default()));
            format!("{} of {count}: {}", list.name, items.join(" → "))
        }
        ListKind::Plain => format!("{} ({count}): {}", list.name, items.join(", ")),
    }
}

fn quoted(items: &[String]) -> Vec<String> {
    items.iter().map(|item| format!("`{item}`")).collect()
}

/// A message as a sentence of running text: with a capital letter and a full stop.
pub(super) fn sentence(message: &str) -> String {
    let mut letters = message.chars();
    let mut sentence: String =
        letters.next().into_iter().flat_map(char::to_uppercase).chain(letters).collect();
    if !sentence.ends_with(['.', '?', '!', '…']) {
        sentence.push('.');
    }
    sentence
}

/// A text of which a terminal shows every character and obeys none: control characters stand as their symbols, and those that
/// turn the direction of writing as the mark of what cannot be shown.
pub(super) fn visible(text: &str) -> Cow<'_, str> {
    if !text.contains(commands) {
        return Cow::Borrowed(text);
    }
    let symbol = |character: char| match character {
        '\u{7f}' => '␡',
        '\0'..='\u{1f}' => char::from_u32(0x2400 + u32::from(character)).unwrap_or('\u{fffd}'),
        _ if commands(character) => '\u{fffd}',
        _ => character,
    };
    Cow::Owned(text.chars().map(symbol).collect())
}

/// Whether a terminal acts on the character instead of showing it.
pub(super) fn commands(character: char) -> bool {
    character.is_control()
        || matches!(character, '\u{2028}' | '\u{2029}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}
