//! JSON: its top level in slices, which serde reads.

mod tree;

use serde::de::{DeserializeSeed, Deserializer, IgnoredAny, MapAccess, SeqAccess, Visitor};
use serde_json::value::RawValue;

pub(super) use self::tree::{tree, written};
use super::findings::{self, finding};
use super::outline::{self, Content, Fault, Member, Other, Outline, Piece};
use super::shape::Record;
use super::without_mark;

/// Reads as far as the text is JSON.
pub(super) fn outline(text: &str, document: Record) -> Outline<'_> {
    let mut outline = Outline::empty(text);
    let mut from = serde_json::Deserializer::from_str(without_mark(text));
    let read = from.deserialize_any(TopLevel { outline: &mut outline, document });
    if let Err(error) = read.and_then(|()| from.end()) {
        let fault = syntax(&error, &outline);
        outline.faults.push(fault);
    }
    outline
}

fn syntax(error: &serde_json::Error, outline: &Outline<'_>) -> Fault {
    let text = outline.pieces.text;
    let read = without_mark(text);
    let at = outline::offset(text, read) + offset_of(read, error.line(), error.column());
    let message = if error.is_eof() {
        findings::ENDS_EARLY.to_owned()
    } else {
        let what = error.to_string();
        format!("not JSON from here on: {}", what.split(" at line ").next().unwrap_or_default())
    };
    let end = text.get(at..).and_then(|rest| rest.chars().next()).map_or(at, |c| at + c.len_utf8());
    let finding = finding(&findings::SYNTAX, outline.path_of_end(), at..end, message);
    Fault { finding, kept: Some(findings::KEPT), is_end: true, at_end: error.is_eof() }
}

/// The byte to which a line and a column (in bytes, both from 1) lead, on a character boundary.
fn offset_of(text: &str, line: usize, column: usize) -> usize {
    let start = line.checked_sub(2).map_or(Some(0), |nth| {
        text.bytes().enumerate().filter(|&(_, byte)| byte == b'\n').nth(nth).map(|(at, _)| at + 1)
    });
    let at = start.unwrap_or(text.len()).saturating_add(column.saturating_sub(1)).min(text.len());
    (0..=at).rev().find(|&at| text.is_char_boundary(at)).unwrap_or(0)
}

/// Visits the document. What was complete before a syntax error stays in the outline.
struct TopLevel<'o, 't> {
    outline: &'o mut Outline<'t>,
    document: Record,
}

impl TopLevel<'_, '_> {
    fn other(self, what: &'static str) {
        self.outline.other = Some(Other::Value(what));
    }
}

/// The visits of everything that a list or an object is not.
macro_rules! scalars {
    ($other:ident) => {
        fn visit_bool<E>(self, _: bool) -> Result<(), E> {
            self.$other("a truth value");
            Ok(())
        }
        fn visit_i64<E>(self, _: i64) -> Result<(), E> {
            self.$other("a number");
            Ok(())
        }
        fn visit_u64<E>(self, _: u64) -> Result<(), E> {
            self.$other("a number");
            Ok(())
        }
        fn visit_f64<E>(self, _: f64) -> Result<(), E> {
            self.$other("a number");
            Ok(())
        }
        fn visit_str<E>(self, _: &str) -> Result<(), E> {
            self.$other("a text");
            Ok(())
        }
        fn visit_unit<E>(self) -> Result<(), E> {
            self.$other("`null`");
            Ok(())
        }
    };
}

impl<'t> Visitor<'t> for TopLevel<'_, 't> {
    type Value = ();

    fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("a document")
    }

    scalars!(other);

    fn visit_seq<A: SeqAccess<'t>>(self, mut list: A) -> Result<(), A::Error> {
        while list.next_element::<IgnoredAny>()?.is_some() {}
        self.other("a list");
        Ok(())
    }

    fn visit_map<A: MapAccess<'t>>(self, mut object: A) -> Result<(), A::Error> {
        while let Some(name) = object.next_key::<&'t RawValue>()? {
            let raw = name.get();
            let at = outline::offset(self.outline.pieces.text, raw);
            let name = tree::name(raw);
            let is_list = name.as_ref().is_ok_and(|name| outline::is_list(self.document, name));
            let content = if is_list { Content::List(Vec::new()) } else { Content::Broken };
            self.outline.members.push(Member { name, name_span: at..at + raw.len(), content });
            self.outline.is_open = true;
            let Some(member) = self.outline.members.last_mut() else {
                return Ok(());
            };
            if is_list {
                object.next_value_seed(Elements(&mut member.content))?;
            } else {
                member.content = Content::Whole(Piece::Json(object.next_value::<&'t RawValue>()?.get(), 1));
            }
            self.outline.is_open = false;
        }
        Ok(())
    }
}

/// Collects the slices of a list's elements.
struct Elements<'o, 't>(&'o mut Content<'t>);

impl Elements<'_, '_> {
    fn other(self, what: &'static str) {
        *self.0 = Content::NotAList(Other::Value(what));
    }
}

impl<'t> DeserializeSeed<'t> for Elements<'_, 't> {
    type Value = ();

    fn deserialize<D: Deserializer<'t>>(self, from: D) -> Result<(), D::Error> {
        from.deserialize_any(self)
    }
}

impl<'t> Visitor<'t> for Elements<'_, 't> {
    type Value = ();

    fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("a list")
    }

    scalars!(other);

    fn visit_seq<A: SeqAccess<'t>>(self, mut list: A) -> Result<(), A::Error> {
        if let Content::List(elements) = self.0 {
            while let Some(element) = list.next_element::<&'t RawValue>()? {
                elements.push(Piece::Json(element.get(), 2));
            }
        }
        Ok(())
    }

    fn visit_map<A: MapAccess<'t>>(self, mut object: A) -> Result<(), A::Error> {
        while object.next_entry::<IgnoredAny, IgnoredAny>()?.is_some() {}
        self.other("an object");
        Ok(())
    }
}
