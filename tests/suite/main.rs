//! What the crate promises, in one binary.
#![expect(
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::string_slice,
    clippy::print_stderr,
    reason = "a test that cannot go on says so and stops; the numbers of a run are worth seeing"
)]

mod agreement;
mod arbitrary;
mod architecture;
mod baseline;
mod consumers;
mod corpus;
mod documents;
mod evolution;
mod fixes;
mod formats;
mod generated;
mod graph;
mod leaves;
mod oracles;
mod packs;
mod pages;
mod places;
mod promises;
mod qualifications;
mod reader;
mod scale;
mod schema;
mod sections;
mod snapshots;
mod strategies;
mod stream;
mod support;
mod translation;
mod waivers;
mod yaml_and_toml;
