//! Leaves: the texts and numbers that mean something.

/// A text that only its own parser can make: ids, dates, amounts.
///
/// `$check` is the parser's verdict; `$pattern` says the same to the schema, and a test compares the two. `$like` are patterns of
/// texts for tests, the usual ones first.
macro_rules! text_leaf {
    ($(#[$meta:meta])* pub struct $name:ident; error $error:ty; check $check:expr; pattern $pattern:expr; example $example:literal; like $like:expr;) => {
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

        text_form!($name, $error, $like);
    };
}

/// What every leaf that is written as a text shares: parsing, printing and serde by way of `TryFrom<&str>` and `as_str`.
macro_rules! text_form {
    ($name:ident, $error:ty, $like:expr) => {
        #[cfg(feature = "strategies")]
        arbitrary!($name, crate::model::wire::arbitrary::texts(&$like));

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

        #[cfg(feature = "strategies")]
        arbitrary!($name, crate::model::wire::arbitrary::numbers($min, $max));

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
