//! Findings: what is wrong, where, why it matters and what to do, as data.

#[cfg(feature = "json")]
mod emit;
mod finding;
mod fix;
mod level;
mod path;
mod report;
mod source;
mod suggest;

#[cfg(feature = "terminal")]
pub use emit::human::{Human, human};
#[cfg(feature = "schema")]
pub(crate) use emit::json::JsonReport;
#[cfg(feature = "json")]
pub use emit::{Locate, Place, SourceText};
#[cfg(feature = "json")]
pub use emit::{
    github::github,
    json::{json, json_line},
    markdown::{Markdown, Subject, markdown},
    sarif::sarif,
};
pub use finding::{About, Finding, Label, List, ListKind, SetBy, Waived};
pub use fix::{Applicability, Change, Fix};
pub use level::Level;
pub use path::{Path, Step};
pub use report::{Counts, Report};
pub(crate) use source::keys;
pub use source::{Citation, Source};
pub(crate) use suggest::closest;
