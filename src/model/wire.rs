//! How records, keywords and leaves are put into words: one encoding for serde and for the schema.
//!
//! The schema says `object`, so a record must refuse the array form that serde would accept; it says nothing of `null`, so an
//! absent member is absent. Everything here exists to make both verdicts the same for every document.

use serde::de::{Deserialize, Deserializer, Visitor};

/// A deserializer through which records can only be read from maps.
///
/// serde reads structs from sequences as well, and an internally tagged enum from `["tag", ..]`; JSON Schema does not.
pub(crate) struct MapOnly<D>(pub(crate) D);

macro_rules! forward {
    ($($method:ident)*) => {$(
        fn $method<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, D::Error> {
            self.0.$method(visitor)
        }
    )*};
}

impl<'de, D: Deserializer<'de>> Deserializer<'de> for MapOnly<D> {
    type Error = D::Error;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, D::Error> {
        self.0.deserialize_map(visitor)
    }

    fn deserialize_struct<V: Visitor<'de>>(
        self,
        _name: &'static str,
        _fields: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, D::Error> {
        self.0.deserialize_map(visitor)
    }

    forward! {
        deserialize_bool deserialize_i8 deserialize_i16 deserialize_i32 deserialize_i64 deserialize_i128
        deserialize_u8 deserialize_u16 deserialize_u32 deserialize_u64 deserialize_u128 deserialize_f32 deserialize_f64
        deserialize_char deserialize_str deserialize_string deserialize_bytes deserialize_byte_buf deserialize_option
        deserialize_unit deserialize_seq deserialize_map deserialize_identifier deserialize_ignored_any
    }

    fn deserialize_unit_struct<V: Visitor<'de>>(
        self,
        name: &'static str,
        visitor: V,
    ) -> Result<V::Value, D::Error> {
        self.0.deserialize_unit_struct(name, visitor)
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(
        self,
        name: &'static str,
        visitor: V,
    ) -> Result<V::Value, D::Error> {
        self.0.deserialize_newtype_struct(name, visitor)
    }

    fn deserialize_tuple<V: Visitor<'de>>(self, len: usize, visitor: V) -> Result<V::Value, D::Error> {
        self.0.deserialize_tuple(len, visitor)
    }

    fn deserialize_tuple_struct<V: Visitor<'de>>(
        self,
        name: &'static str,
        len: usize,
        visitor: V,
    ) -> Result<V::Value, D::Error> {
        self.0.deserialize_tuple_struct(name, len, visitor)
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        name: &'static str,
        variants: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, D::Error> {
        self.0.deserialize_enum(name, variants, visitor)
    }

    fn is_human_readable(&self) -> bool {
        self.0.is_human_readable()
    }
}

/// Reads a member that may be absent but must not be `null`.
pub(crate) fn present<'de, T: Deserialize<'de>, D: Deserializer<'de>>(
    from: D,
) -> Result<Option<T>, D::Error> {
    T::deserialize(from).map(Some)
}

/// A `bool` member that is not written when it says nothing.
#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde passes a reference")]
pub(crate) fn is_false(value: &bool) -> bool {
    !*value
}

/// Implements serde for a type whose derives are `remote = "Self"`, so that only maps are read.
macro_rules! strict {
    ($name:ident) => {
        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
                $name::serialize(self, to)
            }
        }
        impl<'de> serde::Deserialize<'de> for $name {
            fn deserialize<D: serde::Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
                $name::deserialize(crate::model::wire::MapOnly(from))
            }
        }
    };
}

/// A record: a struct in plain Rust notation, of which the macro makes the wire form and the builder.
///
/// `Option<T>` is a member that may be absent, `Vec<T>` a list that may be, `bool` a flag that is absent when false; every
/// other type is required: by the reader, by the schema and by `new`. Each member that is not required gets a fluent setter of its
/// name; on a list it appends.
macro_rules! record {
    ($(#[$meta:meta])* pub struct $name:ident { $($body:tt)* }) => {
        record!(@munch [$(#[$meta])*] $name [] [] [] [] $($body)*);
    };
    (@munch $meta:tt $name:ident [$($f:tt)*] $params:tt [$($i:tt)*] [$($s:tt)*]
        $(#[$a:meta])* pub $field:ident: Option<$t:ty>, $($rest:tt)*) => {
        record!(@munch $meta $name
            [$($f)* $(#[$a])* #[serde(default, skip_serializing_if = "Option::is_none", deserialize_with = "crate::model::wire::present")]
                pub $field: Option<$t>,]
            $params
            [$($i)* $field: None,]
            [$($s)*
                #[doc = concat!("Sets [`", stringify!($field), "`](Self#structfield.", stringify!($field), ").")]
                #[must_use]
                pub fn $field(mut self, $field: $t) -> Self {
                    self.$field = Some($field);
                    self
                }]
            $($rest)*);
    };
    (@munch $meta:tt $name:ident [$($f:tt)*] $params:tt [$($i:tt)*] [$($s:tt)*]
        $(#[$a:meta])* pub $field:ident: Vec<$t:ty>, $($rest:tt)*) => {
        record!(@munch $meta $name
            [$($f)* $(#[$a])* #[serde(default, skip_serializing_if = "Vec::is_empty")]
                pub $field: Vec<$t>,]
            $params
            [$($i)* $field: Vec::new(),]
            [$($s)*
                #[doc = concat!("Appends to [`", stringify!($field), "`](Self#structfield.", stringify!($field), ").")]
                #[must_use]
                pub fn $field(mut self, more: impl IntoIterator<Item = $t>) -> Self {
                    self.$field.extend(more);
                    self
                }]
            $($rest)*);
    };
    (@munch $meta:tt $name:ident [$($f:tt)*] $params:tt [$($i:tt)*] [$($s:tt)*]
        $(#[$a:meta])* pub $field:ident: bool, $($rest:tt)*) => {
        record!(@munch $meta $name
            [$($f)* $(#[$a])* #[serde(default, skip_serializing_if = "crate::model::wire::is_false")]
                pub $field: bool,]
            $params
            [$($i)* $field: false,]
            [$($s)*
                #[doc = concat!("Sets [`", stringify!($field), "`](Self#structfield.", stringify!($field), ").")]
                #[must_use]
                pub fn $field(mut self, $field: bool) -> Self {
                    self.$field = $field;
                    self
                }]
            $($rest)*);
    };
    (@munch $meta:tt $name:ident [$($f:tt)*] [$($p:tt)*] [$($i:tt)*] $s:tt
        $(#[$a:meta])* pub $field:ident: $t:ty, $($rest:tt)*) => {
        record!(@munch $meta $name
            [$($f)* $(#[$a])* pub $field: $t,]
            [$($p)* $field: $t,]
            [$($i)* $field,]
            $s
            $($rest)*);
    };
    (@munch [$($meta:tt)*] $name:ident [$($f:tt)*] [$($p:tt)*] [$($i:tt)*] [$($s:tt)*]) => {
        $($meta)*
        #[derive(Debug, Clone, PartialEq, Eq, Hash, serde::Serialize, serde::Deserialize)]
        #[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
        #[serde(remote = "Self", rename_all = "camelCase", deny_unknown_fields)]
        #[non_exhaustive]
        pub struct $name { $($f)* }

        strict!($name);

        impl $name {
            #[doc = concat!("A `", stringify!($name), "` of what is required; the rest is added with the methods below.")]
            #[must_use]
            pub fn new($($p)*) -> Self {
                Self { $($i)* }
            }
            $($s)*
        }

        record!(@default $name [$($p)*]);
    };
    (@default $name:ident []) => {
        impl Default for $name {
            fn default() -> Self {
                Self::new()
            }
        }
    };
    (@default $name:ident [$($p:tt)+]) => {};
}

/// A sum of records told apart by the member `kind`: a plain enum whose variants all have braces.
macro_rules! choice {
    ($(#[$meta:meta])* pub enum $name:ident { $($body:tt)* }) => {
        $(#[$meta])*
        #[derive(Debug, Clone, PartialEq, Eq, Hash, serde::Serialize, serde::Deserialize)]
        #[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
        #[serde(
            remote = "Self",
            tag = "kind",
            rename_all = "kebab-case",
            rename_all_fields = "camelCase",
            deny_unknown_fields
        )]
        #[non_exhaustive]
        pub enum $name { $($body)* }

        strict!($name);
    };
}

/// A keyword: an enum of names, written in kebab-case. strum is the one source of the names.
macro_rules! keyword {
    ($(#[$meta:meta])* pub enum $name:ident { $($body:tt)* }) => {
        $(#[$meta])*
        #[derive(
            Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord,
            strum::EnumString, strum::IntoStaticStr, strum::VariantNames, strum::EnumIter, strum::Display,
        )]
        #[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename_all = "kebab-case"))]
        #[strum(serialize_all = "kebab-case")]
        #[non_exhaustive]
        pub enum $name { $($body)* }

        impl $name {
            /// The keyword as it is written in a document.
            #[must_use]
            pub fn as_str(self) -> &'static str {
                self.into()
            }

            /// All keywords, in the order of their declaration.
            pub fn all() -> impl Iterator<Item = Self> {
                <Self as strum::IntoEnumIterator>::iter()
            }
        }

        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
                to.serialize_str(self.as_str())
            }
        }

        impl<'de> serde::Deserialize<'de> for $name {
            fn deserialize<D: serde::Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
                from.deserialize_str(crate::model::wire::Word::new(|text| {
                    text.parse().map_err(|_| crate::model::wire::Refusal::Unknown(<Self as strum::VariantNames>::VARIANTS))
                }))
            }
        }
    };
}

/// A text that only its own parser can make: ids, dates, amounts.
///
/// `$check` is the parser's verdict; `$pattern` says the same to the schema, and a test compares the two.
macro_rules! text_leaf {
    ($(#[$meta:meta])* pub struct $name:ident; error $error:ty; check $check:expr; pattern $pattern:expr; example $example:literal;) => {
        $(#[$meta])*
        #[derive(Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
        #[cfg_attr(
            feature = "schema",
            derive(schemars::JsonSchema),
            schemars(extend("pattern" = $pattern, "examples" = [$example]))
        )]
        pub struct $name(Box<str>);

        impl $name {
            /// The text as written.
            #[must_use]
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl TryFrom<&str> for $name {
            type Error = $error;
            fn try_from(text: &str) -> Result<Self, Self::Error> {
                $check(text).map(|()| Self(text.into()))
            }
        }

        impl TryFrom<String> for $name {
            type Error = $error;
            fn try_from(text: String) -> Result<Self, Self::Error> {
                $check(&text).map(|()| Self(text.into()))
            }
        }

        text_form!($name, $error);
    };
}

/// What every leaf that is written as a text shares: parsing, printing and serde by way of `TryFrom<&str>` and `as_str`.
macro_rules! text_form {
    ($name:ident, $error:ty) => {
        impl std::str::FromStr for $name {
            type Err = $error;
            fn from_str(text: &str) -> Result<Self, Self::Err> {
                Self::try_from(text)
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.pad(self.as_str().as_ref())
            }
        }

        impl std::fmt::Debug for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                write!(f, "{:?}", self.as_str())
            }
        }

        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
                to.serialize_str(self.as_str().as_ref())
            }
        }

        impl<'de> serde::Deserialize<'de> for $name {
            fn deserialize<D: serde::Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
                from.deserialize_str(crate::model::wire::Word::new(|text| {
                    Self::try_from(text).map_err(|error| crate::model::wire::Refusal::Bad(error.to_string()))
                }))
            }
        }
    };
}
/// An integer within fixed bounds.
macro_rules! number_leaf {
    ($(#[$meta:meta])* pub struct $name:ident($int:ty) in $min:literal..=$max:literal;) => {
        $(#[$meta])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
        #[cfg_attr(
            feature = "schema",
            derive(schemars::JsonSchema),
            schemars(extend("minimum" = $min, "maximum" = $max))
        )]
        pub struct $name($int);

        impl $name {
            /// The smallest value.
            pub const MIN: Self = Self($min);
            /// The largest value.
            pub const MAX: Self = Self($max);

            /// The value.
            #[must_use]
            pub const fn get(self) -> $int {
                self.0
            }
        }

        impl TryFrom<i64> for $name {
            type Error = crate::model::NumberError;
            fn try_from(value: i64) -> Result<Self, Self::Error> {
                <$int>::try_from(value)
                    .ok()
                    .filter(|number| ($min..=$max).contains(number))
                    .map(Self)
                    .ok_or(crate::model::NumberError { min: $min, max: $max })
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                std::fmt::Display::fmt(&self.0, f)
            }
        }

        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
                serde::Serialize::serialize(&self.0, to)
            }
        }

        impl<'de> serde::Deserialize<'de> for $name {
            fn deserialize<D: serde::Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
                let human = from.is_human_readable();
                let visitor = crate::model::wire::Whole::new(|number| Self::try_from(number).map_err(|error| error.to_string()));
                // text formats write 5.0 for 5, and JSON Schema calls that an integer
                if human { from.deserialize_f64(visitor) } else { from.deserialize_i64(visitor) }
            }
        }
    };
}

/// Why a word was refused.
pub(crate) enum Refusal {
    /// None of the keywords.
    Unknown(&'static [&'static str]),
    /// The leaf's own parser says no.
    Bad(String),
}

/// Visits a string and nothing else.
pub(crate) struct Word<F>(F);

impl<T, F: FnOnce(&str) -> Result<T, Refusal>> Word<F> {
    pub(crate) fn new(parse: F) -> Self {
        Self(parse)
    }
}

impl<T, F: FnOnce(&str) -> Result<T, Refusal>> Visitor<'_> for Word<F> {
    type Value = T;

    fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("a text")
    }

    fn visit_str<E: serde::de::Error>(self, text: &str) -> Result<T, E> {
        (self.0)(text).map_err(|refusal| match refusal {
            Refusal::Unknown(known) => E::unknown_variant(text, known),
            Refusal::Bad(why) => E::custom(why),
        })
    }
}

/// Visits a whole number, however it is written.
pub(crate) struct Whole<F>(F);

impl<T, F: FnOnce(i64) -> Result<T, String>> Whole<F> {
    pub(crate) fn new(check: F) -> Self {
        Self(check)
    }
}

impl<T, F: FnOnce(i64) -> Result<T, String>> Visitor<'_> for Whole<F> {
    type Value = T;

    fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("a whole number")
    }

    fn visit_i64<E: serde::de::Error>(self, number: i64) -> Result<T, E> {
        (self.0)(number).map_err(E::custom)
    }

    fn visit_u64<E: serde::de::Error>(self, number: u64) -> Result<T, E> {
        // every bound is far below, so the largest value is refused as well
        self.visit_i64(i64::try_from(number).unwrap_or(i64::MAX))
    }

    fn visit_f64<E: serde::de::Error>(self, number: f64) -> Result<T, E> {
        const EXACT: f64 = 9_007_199_254_740_992.0;
        if number.fract() != 0.0 {
            return Err(E::invalid_value(serde::de::Unexpected::Float(number), &self));
        }
        #[expect(clippy::cast_possible_truncation, reason = "whole and within the exact range")]
        self.visit_i64(number.clamp(-EXACT, EXACT) as i64)
    }
}
