//! Hash tables. What is printed never depends on their order.

/// Seeded anew in every run, and fast.
#[cfg(not(officium_fixed_seed))]
pub(crate) type Hasher = hashbrown::DefaultHashBuilder;
/// The same with one seed, so that instructions can be counted (`benches/instructions.sh`).
#[cfg(officium_fixed_seed)]
pub(crate) type Hasher = foldhash::fast::FixedState;

pub(crate) type HashMap<K, V> = hashbrown::HashMap<K, V, Hasher>;
pub(crate) type HashSet<T> = hashbrown::HashSet<T, Hasher>;
