//! The top level of a document: which members it has, and the slice of each element of its lists.

use serde::de::{DeserializeSeed, Deserializer, IgnoredAny, MapAccess, SeqAccess, Visitor};
use serde_json::value::RawValue;

use super::shape::{Form, Record};

/// The slices of a document, as far as it is well-formed.
#[derive(Default)]
pub(super) struct Outline<'t> {
    pub(super) members: Vec<Member<'t>>,
    /// What the document is, if it is no object.
    pub(super) other: Option<&'static str>,
    /// Whether the text ends, or ceases to be JSON, within the value of the last member.
    pub(super) is_open: bool,
}

pub(super) struct Member<'t> {
    /// The name with its quotes.
    pub(super) raw_name: &'t str,
    pub(super) content: Content<'t>,
}

pub(super) enum Content<'t> {
    /// The elements of a list.
    List(Vec<&'t str>),
    /// Anything else, whole.
    Whole(&'t str),
    /// Not a list where there should be one; what it is.
    NotAList(&'static str),
    /// The text ends, or ceases to be JSON, before the value does.
    Broken,
}

impl<'t> Outline<'t> {
    /// Reads as far as the text is well-formed.
    pub(super) fn read(text: &'t str, document: Record) -> (Self, Result<(), serde_json::Error>) {
        let mut outline = Self::default();
        let mut from = serde_json::Deserializer::from_str(text);
        let read = from.deserialize_any(TopLevel { outline: &mut outline, document });
        let end = read.and_then(|()| from.end());
        (outline, end)
    }
}

/// Visits the document. What was complete before a syntax error stays in the outline.
struct TopLevel<'o, 't> {
    outline: &'o mut Outline<'t>,
    document: Record,
}

impl TopLevel<'_, '_> {
    fn other(self, what: &'static str) {
        self.outline.other = Some(what);
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
        f.write_str("an organisation")
    }

    scalars!(other);

    fn visit_seq<A: SeqAccess<'t>>(self, mut list: A) -> Result<(), A::Error> {
        while list.next_element::<IgnoredAny>()?.is_some() {}
        self.other("a list");
        Ok(())
    }

    fn visit_map<A: MapAccess<'t>>(self, mut object: A) -> Result<(), A::Error> {
        while let Some(name) = object.next_key::<&'t RawValue>()? {
            let raw_name = name.get();
            let is_list = super::tree::text(raw_name)
                .and_then(|name| self.document.member(&name))
                .is_some_and(|shape| matches!(shape.form(), Form::List(_)));
            let content = if is_list { Content::List(Vec::new()) } else { Content::Broken };
            self.outline.members.push(Member { raw_name, content });
            self.outline.is_open = true;
            let Some(member) = self.outline.members.last_mut() else {
                return Ok(());
            };
            if is_list {
                object.next_value_seed(Elements(&mut member.content))?;
            } else {
                member.content = Content::Whole(object.next_value::<&'t RawValue>()?.get());
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
        *self.0 = Content::NotAList(what);
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
                elements.push(element.get());
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
