//! Job descriptions and duties as typed data: an organisation that can be checked like code.
//!
//! An organisation is a graph of positions whose edges are reporting lines, substitutions, document flows and hand-overs. This crate
//! reads it from text, checks it like a compiler, and gives a proof that it is sound.
//!
//! ```text
//! text ──read──► Organization ──OrganizationGraph::new(as_of)──► OrganizationGraph ──check──► Report
//!         └─ findings (syntax, shape)                                  │ no hard finding
//!                                                                      ▼
//!                                                        Valid<OrganizationGraph>
//! ```
//!
//! - [`model`] holds the records: [`Position`] (a seat), [`Description`] (the paper), [`Duty`], [`Right`], [`Liability`],
//!   [`ReportingLine`], [`Substitution`] and the rest, all re-exported here.
//! - [`read`] makes them of JSON, and findings of what cannot be read.
//! - [`graph`] answers questions about any organisation, however dirty; [`Valid`] is the proof that one is sound.
//! - [`rules`] and [`mod@check`] find what is wrong; [`diagnostic`] holds findings and prints them.
//! - [`Pack`] puts what a regulation asks on top of a profile, a [`Waiver`] is an exception on record, and a [`Baseline`] tells what is
//!   new from what is known.
//! - [`mod@fix`] mends what is certain, and leaves the rest of the text as it is written.
//! - `translation` keeps the texts in further languages.
//! - [`analysis`] counts; [`export`] gives the JSON Schemas to programs in other languages; `import` takes other formats.
//! - `strategies` makes organisations for the tests of programs that use this crate, in order or with one fault.
//!
//! # Building, checking, printing
//!
//! Every record is its own builder: `new` takes what is required, and each other member has a method of its name.
//!
//! ```
//! use officium::{Organization, OrganizationGraph, Position, Substitution, check, rules::Profile};
//!
//! let organization = Organization::new().positions([
//!     Position::new("manager".parse()?).title("Manager".parse()?).head()
//!         .substitution([Substitution::absence("sales".parse()?)]),
//!     Position::new("sales".parse()?).title("Sales".parse()?).reports_to("manager".parse()?),
//! ]);
//! let graph = OrganizationGraph::new(organization, "2026-11-24".parse()?);
//! let report = check::check(&graph, &Profile::baseline());
//! assert_eq!(report.findings()[0].message, "position `sales` has no substitute");
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! # Reading
//!
//! Reading never gives up early: a bad part is reported and left out, and everything else is kept.
//!
//! ```
//! let reading = officium::read::json(r#"{"positions": [{"id": "manager", "clossed": "2026-02-30"}]}"#);
//! assert_eq!(reading.organization.positions.len(), 1);
//! assert_eq!(reading.findings[0].candidates, ["closed"]);
//! ```
//!
//! # Proof
//!
//! ```
//! # let organization = officium::Organization::new();
//! let valid = officium::check::validate(organization, "2026-11-24".parse()?)?;
//! assert!(valid.reporting_rings().is_empty());
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! # Features
//!
//! | feature | gives | default |
//! |---|---|---|
//! | `json` | reading JSON with recovery; reports as JSON, SARIF, Markdown and annotations; fixes | yes |
//! | `schema` | `JsonSchema` on every type, the published schema | yes |
//! | `terminal` | reports for people, with the source lines underlined | no |
//! | `import` | organograms and plain tables (CSV) | no |
//! | `strategies` | proptest strategies of every type, of whole organisations, and of faults in them | no |
//!
//! # What it does not do
//!
//! It reads no clock, no locale, no environment and no file: the day is an argument, and the same input gives the same bytes. No rule reads free
//! text. It never says that an organisation complies with a law: it says what it checked.

// first, for its macros: every record of the crate is made by them
#[macro_use]
pub mod model;

pub mod analysis;
pub mod check;
pub mod diagnostic;
pub mod export;
#[cfg(feature = "json")]
pub mod fix;
pub mod graph;
#[cfg(feature = "import")]
pub mod import;
pub mod read;
pub mod rules;
#[cfg(feature = "strategies")]
pub mod strategies;
#[cfg(feature = "json")]
pub mod translation;

pub use graph::{OrganizationGraph, Valid};
pub use model::*;

#[cfg(all(doctest, feature = "json"))]
#[doc = include_str!("../README.md")]
struct Readme;
