//! The organisation as a graph, and the proof that it is sound.

mod adjacency;
mod components;
mod description_references;
mod facts;
mod hash;
mod ids;
mod layers;
mod organization_graph;
mod position_ref;
mod position_references;
mod reference;
mod set;
mod unit_tree;
mod valid;

pub(crate) use adjacency::Adjacency;
pub use components::Ring;
pub(crate) use facts::Facts;
pub(crate) use hash::{HashMap, HashSet, Hasher};
pub use organization_graph::OrganizationGraph;
pub(crate) use organization_graph::rings;
pub use position_ref::{ChainOfCommand, PositionRef};
pub(crate) use reference::{Owner, Target, references, refers_beyond};
pub use set::PositionSet;
pub(crate) use unit_tree::UnitTree;
pub use valid::Valid;
