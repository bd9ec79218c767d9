//! Records, sums of records, keywords.

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
/// `Option<T>` is a member that may be absent, `Option<Box<T>>` one that is large and mostly absent, `Vec<T>` a list that may be, `bool`
/// a flag that is absent when false; every other type is required: by the reader, by the schema and by `new`. Each member that is
/// not required gets a fluent setter of its name; on a list it appends.
macro_rules! record {
    ($(#[$meta:meta])* pub struct $name:ident { $($body:tt)* }) => {
        record!(@munch [$(#[$meta])*] $name [] [] [] [] $($body)*);
        record!(@arbitrary $name $($body)*);
    };
    (@arbitrary $name:ident $($(#[$a:meta])* pub $field:ident: $t:ty,)*) => {
        #[cfg(feature = "strategies")]
        arbitrary!($name, members!($name { $($field),* }; [$($field: $t,)*]; (); proptest::strategy::Just(())));
    };
    (@munch $meta:tt $name:ident [$($f:tt)*] $params:tt [$($i:tt)*] [$($s:tt)*]
        $(#[$a:meta])* pub $field:ident: Option<Box<$t:ty>>, $($rest:tt)*) => {
        record!(@munch $meta $name
            [$($f)* $(#[$a])* #[serde(default, skip_serializing_if = "Option::is_none", deserialize_with = "crate::model::wire::present")]
                pub $field: Option<Box<$t>>,]
            $params
            [$($i)* $field: None,]
            [$($s)*
                #[doc = concat!("Sets [`", stringify!($field), "`](Self#structfield.", stringify!($field), ").")]
                #[must_use]
                pub fn $field(mut self, $field: $t) -> Self {
                    self.$field = Some(Box::new($field));
                    self
                }]
            $($rest)*);
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
            [$($f)* $(#[$a])* #[serde(default, skip_serializing_if = "Vec::is_empty", deserialize_with = "crate::model::wire::list")]
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
    ($(#[$meta:meta])* pub enum $name:ident {
        $($(#[$v:meta])* $variant:ident { $($(#[$a:meta])* $field:ident: $t:ty,)* },)*
    }) => {
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
        pub enum $name {
            $($(#[$v])* $variant { $($(#[$a])* $field: $t,)* },)*
        }

        strict!($name);

        #[cfg(feature = "strategies")]
        arbitrary!($name, crate::model::wire::arbitrary::one_of(vec![$(
            members!(Self::$variant { $($field),* }; [$($field: $t,)*]; (); proptest::strategy::Just(())),
        )*]));
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

        #[cfg(feature = "strategies")]
        arbitrary!($name, proptest::strategy::Strategy::boxed(proptest::sample::select(Self::all().collect::<Vec<_>>())));

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
