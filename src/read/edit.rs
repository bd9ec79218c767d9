//! Changes of a text that leave the rest of it as it is written.

use std::ops::Range;

use super::locate::{Item, Locator};
use crate::diagnostic::{Change, Finding, Step};

/// A piece of a text, and what is to stand in its place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Edit {
    pub(crate) span: Range<usize>,
    pub(crate) text: String,
}

impl Locator<'_> {
    /// The change as an edit of the text; nothing where the text does not hold what is to be changed.
    pub(crate) fn edit(&self, finding: &Finding, change: &Change) -> Option<Edit> {
        match change {
            Change::Replace { path, value } => {
                let Item { value: span, .. } = self.item(path)?;
                Some(Edit { span, text: quoted(value) })
            }
            Change::Remove { path } => {
                Some(Edit { span: self.with_comma(self.item(path)?.whole), text: String::new() })
            }
            // the name was found by the reader, who knows where it stands
            Change::Move { path, .. } => {
                let Some(Step::Member(name)) = path.steps().last() else { return None };
                Some(Edit { span: finding.span.clone()?, text: quoted(name) })
            }
        }
    }

    /// A member or an element with the comma that parts it from the next, or, where it is the last, from the one before.
    fn with_comma(&self, item: Range<usize>) -> Range<usize> {
        let before = self.text().get(..item.start).unwrap_or_default();
        let after = self.text().get(item.end..).unwrap_or_default();
        if let Some(rest) = after.trim_start().strip_prefix(',') {
            return item.start..self.text().len() - rest.trim_start().len();
        }
        match before.trim_end().strip_suffix(',') {
            Some(rest) => rest.len()..item.end,
            None => item,
        }
    }
}

fn quoted(text: &str) -> String {
    serde_json::Value::from(text).to_string()
}

/// The text after the edits, which must not overlap.
pub(crate) fn edited<'e>(text: &str, edits: impl IntoIterator<Item = &'e Edit>) -> String {
    let mut edits: Vec<&Edit> = edits.into_iter().collect();
    edits.sort_by_key(|edit| edit.span.start);
    let mut edited = String::with_capacity(text.len());
    let mut done = 0;
    for Edit { span, text: new } in edits {
        edited.push_str(text.get(done..span.start).unwrap_or_default());
        edited.push_str(new);
        done = span.end;
    }
    edited.push_str(text.get(done..).unwrap_or_default());
    edited
}
