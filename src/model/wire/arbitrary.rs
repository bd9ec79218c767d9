//! Values for tests: each record, sum, keyword and leaf has a proptest strategy of any well-formed value, made from its declaration.
//!
//! What values mean together (whether a reference leads anywhere) is left to chance; whole organisations that are in order come
//! from the room `strategies`.

use proptest::arbitrary::any;
use proptest::collection::vec;
use proptest::option;
use proptest::strategy::{BoxedStrategy, Strategy, Union};
use proptest::string::string_regex;

/// Lists longer than this make documents large and say nothing new.
const LONGEST_LIST: usize = 2;

/// How a member is made. Lists are short, unlike those of `any::<Vec<_>>()`.
pub(crate) trait Member: Sized {
    fn made() -> BoxedStrategy<Self>;
}

impl<T: Member + Clone + std::fmt::Debug + 'static> Member for Vec<T> {
    fn made() -> BoxedStrategy<Self> {
        vec(T::made(), 0..=LONGEST_LIST).boxed()
    }
}

impl<T: Member + Clone + std::fmt::Debug + 'static> Member for Option<T> {
    fn made() -> BoxedStrategy<Self> {
        option::of(T::made()).boxed()
    }
}

impl<T: Member + Clone + std::fmt::Debug + 'static> Member for Box<T> {
    fn made() -> BoxedStrategy<Self> {
        T::made().prop_map(Box::new).boxed()
    }
}

impl Member for bool {
    fn made() -> BoxedStrategy<Self> {
        any::<bool>().boxed()
    }
}

/// Texts of these patterns, the first four times as often as each of the others.
pub(crate) fn texts<T>(patterns: &'static [&'static str]) -> BoxedStrategy<T>
where
    T: for<'t> TryFrom<&'t str> + std::fmt::Debug + 'static,
{
    let weighted = patterns.iter().enumerate().filter_map(|(nth, pattern)| {
        let weight = if nth == 0 { 4 } else { 1 };
        string_regex(pattern).ok().map(|strategy| (weight, strategy))
    });
    Union::new_weighted(weighted.collect())
        .prop_filter_map("the parser refuses it", |text| T::try_from(&text).ok())
        .boxed()
}

/// Small numbers mostly, and any.
pub(crate) fn numbers<T>(min: i64, max: i64) -> BoxedStrategy<T>
where
    T: TryFrom<i64> + std::fmt::Debug + 'static,
{
    let numbers = Union::new_weighted(vec![(4, min..=max.min(min + 5)), (1, min..=max)]);
    numbers.prop_filter_map("out of bounds", |number| T::try_from(number).ok()).boxed()
}

/// One of several, the first when shrunk.
pub(crate) fn one_of<T: std::fmt::Debug + 'static>(ways: Vec<BoxedStrategy<T>>) -> BoxedStrategy<T> {
    Union::new(ways).boxed()
}

/// Makes a type arbitrary, by the strategy that the expression gives.
macro_rules! arbitrary {
    ($name:ident, $strategy:expr) => {
        impl proptest::arbitrary::Arbitrary for $name {
            type Parameters = ();
            type Strategy = proptest::strategy::BoxedStrategy<Self>;
            fn arbitrary_with((): ()) -> Self::Strategy {
                $strategy
            }
        }

        impl crate::model::wire::arbitrary::Member for $name {
            fn made() -> proptest::strategy::BoxedStrategy<Self> {
                <Self as proptest::arbitrary::Arbitrary>::arbitrary()
            }
        }
    };
}

/// A strategy of all members in a row: pairs within pairs, because tuples of proptest end at twelve.
macro_rules! members {
    ($made:expr; []; $pattern:tt; $strategy:expr) => {
        proptest::strategy::Strategy::boxed(proptest::strategy::Strategy::prop_map($strategy, |$pattern| $made))
    };
    ($made:expr; [$field:ident: $t:ty, $($rest:tt)*]; $pattern:tt; $strategy:expr) => {
        members!($made; [$($rest)*]; ($pattern, $field);
            ($strategy, <$t as crate::model::wire::arbitrary::Member>::made()))
    };
}
