//! What a rule sees, and where it puts what it finds.

use std::cell::OnceCell;
use std::sync::Arc;

use crate::diagnostic::{About, Finding, Level, Path, SetBy};
use crate::graph::{Facts, OrganizationGraph, PositionRef};
use crate::model::{
    Count, Description, LineKind, Money, Organization, Position, ReportingLine, RuleCode, Thresholds,
};

#[cfg(feature = "json")]
use crate::model::Overlay;

use super::contents::{AllContents, Contents};
use super::delegations::{HandedOn, handed_on};
use super::ends::Ends;
use super::persons::{Marks, Persons};
use super::qualifications::Records;
use super::requirements::{Shortcoming, shortcomings};
use super::seats::Seats;
use super::{Demands, Profile};

/// What a rule sees.
pub(crate) struct Context<'g> {
    pub(crate) graph: &'g OrganizationGraph,
    profile: &'g Profile,
    #[cfg(feature = "json")]
    overlays: Option<&'g [Overlay]>,
    contents: OnceCell<AllContents>,
    marks: OnceCell<Marks>,
    persons: OnceCell<Persons<'g>>,
    seats: OnceCell<Seats<'g>>,
    records: OnceCell<Records<'g>>,
    shortcomings: OnceCell<Vec<Shortcoming<'g>>>,
    handed_on: OnceCell<Vec<HandedOn<'g>>>,
    ends: OnceCell<Ends<'g>>,
}

impl<'g> Context<'g> {
    pub(crate) fn new(graph: &'g OrganizationGraph, profile: &'g Profile) -> Self {
        Self {
            graph,
            profile,
            #[cfg(feature = "json")]
            overlays: None,
            contents: OnceCell::new(),
            marks: OnceCell::new(),
            persons: OnceCell::new(),
            seats: OnceCell::new(),
            records: OnceCell::new(),
            shortcomings: OnceCell::new(),
            handed_on: OnceCell::new(),
            ends: OnceCell::new(),
        }
    }

    /// The same together with translations.
    #[cfg(feature = "json")]
    pub(crate) fn with_overlays(self, overlays: &'g [Overlay]) -> Self {
        Self { overlays: Some(overlays), ..self }
    }

    /// The translations that are checked as well, if any are.
    #[cfg(feature = "json")]
    pub(crate) fn overlays(&self) -> Option<&'g [Overlay]> {
        self.overlays
    }

    pub(crate) fn organization(&self) -> &'g Organization {
        self.graph.organization()
    }

    /// A threshold: the organisation's own, else the profile's.
    pub(crate) fn threshold(&self, of: impl Fn(&Thresholds) -> Option<Count>) -> Option<usize> {
        let own = self.organization().thresholds.as_ref().and_then(&of);
        own.or_else(|| of(self.profile.thresholds())).and_then(|count| usize::try_from(count.get()).ok())
    }

    /// The amount above which nobody may act alone: the organisation's own, else the profile's.
    pub(crate) fn four_eyes(&self) -> Option<&'g Money> {
        let own =
            self.organization().thresholds.as_ref().and_then(|thresholds| thresholds.four_eyes.as_ref());
        own.or(self.profile.thresholds().four_eyes.as_ref())
    }

    /// What the profile asks for beyond levels and thresholds.
    pub(crate) fn demands(&self) -> &'g Demands {
        self.profile.demands()
    }

    /// Whether the profile runs the rule.
    pub(crate) fn runs(&self, code: RuleCode) -> bool {
        self.profile.level(code).is_some()
    }

    /// An empty sink for what a rule finds.
    pub(crate) fn sink(&self, about: &'static About, level: Level) -> Sink {
        Sink { about, level, set_by: self.profile.set_by(about.code).cloned(), findings: Vec::new() }
    }

    /// What the descriptions state; found out when it is first asked for.
    pub(super) fn contents(&self) -> &AllContents {
        let descriptions = &self.organization().descriptions;
        self.contents.get_or_init(|| AllContents::new(descriptions, self.graph.as_of()))
    }

    /// Who sits where, as numbers; found out when it is first asked for.
    pub(crate) fn marks(&self) -> &Marks {
        self.marks.get_or_init(|| Marks::new(self.graph))
    }

    /// Who sits where, by person; found out when it is first asked for, as are the next.
    pub(crate) fn persons(&self) -> &Persons<'g> {
        self.persons.get_or_init(|| Persons::new(self))
    }

    /// Which positions a description serves.
    pub(crate) fn seats(&self) -> &Seats<'g> {
        self.seats.get_or_init(|| Seats::new(self))
    }

    /// What persons are recorded to have.
    pub(crate) fn records(&self) -> &Records<'g> {
        self.records.get_or_init(|| Records::new(self))
    }

    /// Where holders do not plainly meet what their seats ask of them.
    pub(crate) fn shortcomings(&self) -> &[Shortcoming<'g>] {
        self.shortcomings.get_or_init(|| shortcomings(self))
    }

    /// The delegations in force, of duties and between positions that exist. What the rows of one position say alike, they say once.
    pub(crate) fn handed_on(&self) -> &[HandedOn<'g>] {
        self.handed_on.get_or_init(|| handed_on(self))
    }

    /// The other ends of flows, inputs and hand-overs.
    pub(crate) fn ends(&self) -> &Ends<'g> {
        self.ends.get_or_init(|| Ends::new(self))
    }

    /// The positions that exist on the day.
    pub(crate) fn open(&self) -> impl Iterator<Item = PositionRef<'g>> {
        self.open_where(|_| true)
    }

    /// Those of them of which such facts are true.
    pub(crate) fn open_where(&self, wanted: impl Fn(Facts) -> bool) -> impl Iterator<Item = PositionRef<'g>> {
        self.graph.positions_where(move |facts| facts.has(Facts::OPEN) && wanted(facts))
    }

    /// Those of them whose reporting lines need a look.
    pub(crate) fn oddly_led(&self) -> impl Iterator<Item = PositionRef<'g>> {
        self.open_where(|facts| !facts.has(Facts::PLAINLY_LED))
    }

    /// Those of them whose substitutions need a look: where some are not for everything and for always, and each of one position.
    pub(crate) fn oddly_covered(&self) -> impl Iterator<Item = PositionRef<'g>> {
        self.open_where(|facts| !facts.has(Facts::PLAINLY_COVERED))
    }

    /// The rows of a position that exist on the day, each with its place.
    pub(crate) fn open_rows(
        &self,
        position: PositionRef<'g>,
    ) -> impl Iterator<Item = (Place<'g>, &'g Position)> {
        let on = self.graph.as_of();
        let rows = self
            .graph
            .position_ids()
            .rows(position.node())
            .iter()
            .map(|row| *row as usize)
            .zip(position.rows());
        rows.filter(move |(_, record)| record.is_open(on))
            .map(|(row, record)| (Place { list: "positions", row, id: record.id.as_str() }, record))
    }

    /// The positions that exist on the day, state no solid line in force and are not marked as having nobody above them here.
    pub(crate) fn without_superior(&self) -> Vec<PositionRef<'g>> {
        let on = self.graph.as_of();
        let stated = |position: PositionRef<'_>| {
            let mut lines = position.open_rows().flat_map(|row| &row.reporting);
            lines.any(|line| line.kind == LineKind::Solid && line.in_force(on))
        };
        let on_top = |position: PositionRef<'_>| position.is_head() || position.has_external_superior();
        self.oddly_led().filter(|position| !on_top(*position) && !stated(*position)).collect()
    }

    /// The path of the solid line in force by which a position names that superior.
    pub(crate) fn line_path(&self, position: PositionRef<'g>, superior: &str) -> Option<Path> {
        let on = self.graph.as_of();
        self.open_rows(position).find_map(|(place, row)| {
            let is_it = |line: &ReportingLine| {
                line.kind == LineKind::Solid && line.in_force(on) && line.superior.as_str() == superior
            };
            Some(place.member("reporting").index(row.reporting.iter().position(is_it)?).member("superior"))
        })
    }

    /// The description of a position, if it is in force on the day, with its place.
    pub(crate) fn description_in_force(
        &self,
        position: PositionRef<'g>,
    ) -> Option<(Place<'g>, &'g Description)> {
        let row = position
            .description_row()
            .filter(|_| self.contents_in_force(position).has(Contents::IN_FORCE))?;
        let description = self.organization().descriptions.get(row)?;
        Some((Place { list: "descriptions", row, id: description.id.as_str() }, description))
    }

    /// The descriptions in force on the day, each with its place.
    pub(crate) fn descriptions_in_force(&self) -> impl Iterator<Item = (Place<'g>, &'g Description)> {
        self.in_force_where(|_| true)
    }

    /// Those of them that state any of these.
    pub(crate) fn in_force_with(&self, any: Contents) -> impl Iterator<Item = (Place<'g>, &'g Description)> {
        self.in_force_where(move |contents| contents.has(any))
    }

    /// Those of them that state none of these.
    pub(crate) fn in_force_without(
        &self,
        any: Contents,
    ) -> impl Iterator<Item = (Place<'g>, &'g Description)> {
        self.in_force_where(move |contents| !contents.has(any))
    }

    fn in_force_where(
        &self,
        wanted: impl Fn(Contents) -> bool,
    ) -> impl Iterator<Item = (Place<'g>, &'g Description)> {
        let descriptions = &self.organization().descriptions;
        self.rows_in_force(wanted).filter_map(|row| {
            let description = descriptions.get(row)?;
            Some((Place { list: "descriptions", row, id: description.id.as_str() }, description))
        })
    }
}

/// An element of one of the organisation's lists: a path of it is made only where there is something to report.
#[derive(Clone, Copy)]
pub(crate) struct Place<'g> {
    list: &'static str,
    row: usize,
    id: &'g str,
}

impl Place<'_> {
    /// Its index in the list.
    pub(crate) fn row(self) -> usize {
        self.row
    }

    pub(crate) fn path(self) -> Path {
        Path::root().member(self.list).element(self.row, self.id)
    }

    /// The path of a member of the element.
    pub(crate) fn member(self, name: &str) -> Path {
        self.path().member(name)
    }
}

/// The path of the description on that row.
pub(crate) fn description_at(row: usize, description: &Description) -> Path {
    Place { list: "descriptions", row, id: description.id.as_str() }.path()
}

/// The path of a position: that of its first row.
pub(crate) fn path_of(position: PositionRef<'_>) -> Path {
    Place { list: "positions", row: position.row(), id: position.id().as_str() }.path()
}

/// Collects what one rule finds.
pub(crate) struct Sink {
    about: &'static About,
    level: Level,
    set_by: Option<Arc<SetBy>>,
    findings: Vec<Finding>,
}

impl Sink {
    /// A finding of this rule, to be completed and pushed.
    pub(crate) fn at(&self, path: Path, message: impl Into<String>) -> Finding {
        Finding { set_by: self.set_by.clone(), ..Finding::new(self.about, self.level, path, message) }
    }

    pub(crate) fn push(&mut self, finding: Finding) {
        self.findings.push(finding);
    }

    pub(crate) fn into_findings(self) -> Vec<Finding> {
        self.findings
    }
}
