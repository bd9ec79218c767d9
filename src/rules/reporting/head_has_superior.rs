//! # R005 head-has-superior
//!
//! ## What it checks
//! No position marked as head or co-head has a solid line in force to another position of the organisation. Where the line closes a
//! ring, the ring is the finding (R001).
//!
//! ## Why it matters
//! One of the two is wrong: either it is not the head, or it takes orders from somebody below.
//!
//! ## Example
//! ```json
//! {"positions": [
//!   {"id": "board", "title": "Chair", "standing": {"kind": "co-head", "group": "board"}, "noSubstituteBecause": "meets again"},
//!   {"id": "head", "title": "Manager", "standing": {"kind": "co-head", "group": "board"}, "reporting": [{"kind": "solid", "superior": "board"}], "noSubstituteBecause": "meets again"}
//! ]}
//! ```
//!
//! ## Write instead
//! ```json
//! {"positions": [
//!   {"id": "board", "title": "Chair", "standing": {"kind": "head"}, "noSubstituteBecause": "meets again"},
//!   {"id": "head", "title": "Manager", "reporting": [{"kind": "solid", "superior": "board"}], "noSubstituteBecause": "meets again"}
//! ]}
//! ```
//!
//! ## Exceptions
//! Lines other than solid ones.

use crate::diagnostic::{About, Applicability, Change, Level, Path, keys};
use crate::rules::context::path_of;
use crate::rules::{Context, Rule, Sink};

static ABOUT: About = About::new(
    *b"R005",
    "head-has-superior",
    "one of the two is wrong: either it is not the head, or it takes orders from somebody below",
    &[keys::RTEAM.whole()],
);

pub(super) const RULE: Rule = Rule::new(&ABOUT, Level::Error, check);

fn check(cx: &Context<'_>, sink: &mut Sink) {
    let led = cx.graph.heads().filter(|head| head.superior().is_some());
    if led.is_empty() {
        return;
    }
    let knotted = cx.graph.in_knots();
    for head in led.iter() {
        let Some(superior) = head.superior().filter(|_| knotted.get(head.node() as usize) != Some(&true))
        else {
            continue;
        };
        let superior_path = cx.line_path(head, superior.id().as_str());
        let path = superior_path.clone().unwrap_or_else(|| path_of(head));
        let mut finding = sink
            .at(path, format!("`{}` is marked as head and reports to `{}`", head.id(), superior.id()))
            .argument("id", head.id())
            .argument("superior", superior.id())
            .label(path_of(head).member("standing"), "marked as head here");
        if let Some(line) = superior_path.and_then(Path::parent) {
            finding = finding.fix("remove the line", Applicability::Likely, Change::Remove { path: line });
        }
        let mark = Change::Remove { path: path_of(head).member("standing") };
        let finding = finding.fix("remove the mark", Applicability::Likely, mark);
        sink.push(finding.help("remove the line, or the mark"));
    }
}
