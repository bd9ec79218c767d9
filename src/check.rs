//! Runs the rules over an organisation.

use crate::diagnostic::{Finding, Report};
use crate::graph::{OrganizationGraph, Valid};
#[cfg(feature = "json")]
use crate::model::Overlay;
use crate::model::{Date, Organization};
use crate::rules::{Context, Exceptions, Profile, catalog};

/// What the rules of a profile find.
///
/// Findings that a waiver of the organisation takes away are notes that say so ([`Finding::waived`]). A waiver names the code and the
/// path of a finding as it is printed, or a part of it from the left that leads at least to a record: `positions[head]` waives what is
/// said of that position and of anything in it. It holds from the day on which it was created to that on which it expires, if it
/// states reason, approver and expiry (and mitigation, where duties are to be kept apart). Of several, the one with the longest
/// subject counts. Hard rules and rules about waivers cannot be waived.
///
/// ```
/// use officium::{Organization, OrganizationGraph, Position, rules::Profile};
/// let organization = Organization::new().positions([Position::new("head".parse()?).title("Manager".parse()?).head()]);
/// let graph = OrganizationGraph::new(organization, "2026-01-01".parse()?);
/// let report = officium::check::check(&graph, &Profile::baseline());
/// let codes: Vec<_> = report.findings().iter().map(|finding| finding.code().to_string()).collect();
/// assert_eq!(codes, ["S001"]);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[must_use]
pub fn check(graph: &OrganizationGraph, profile: &Profile) -> Report {
    checked(&Context::new(graph, profile), profile)
}

/// What the rules of a profile find in an organisation together with its translations: V008 has something to compare then.
///
/// ```
/// use officium::{Organization, OrganizationGraph, Position, check, rules::Profile, translation};
/// let organization = Organization::new().required_languages(["nb".parse()?]).positions([
///     Position::new("head".parse()?).title("Manager".parse()?).head().no_substitute_because("closed".parse()?),
/// ]);
/// let overlay = translation::template(&organization, "nb".parse()?, None);
/// let graph = OrganizationGraph::new(organization, "2026-01-01".parse()?);
/// let report = check::check_with_translations(&graph, &Profile::baseline(), &[overlay]);
/// assert!(report.findings().iter().all(|finding| finding.code().as_str() == "V008"));
/// assert_eq!(report.findings().len(), 2);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[cfg(feature = "json")]
#[must_use]
pub fn check_with_translations(graph: &OrganizationGraph, profile: &Profile, overlays: &[Overlay]) -> Report {
    checked(&Context::new(graph, profile).with_overlays(overlays), profile)
}

fn checked(context: &Context<'_>, profile: &Profile) -> Report {
    let rules = || catalog().filter_map(|rule| Some((rule, profile.level_of(rule)?)));
    let mut findings: Vec<Finding> = rules().flat_map(|(rule, level)| rule.run(context, level)).collect();
    let mut exceptions = Exceptions::new(context);
    exceptions.apply(&mut findings);
    findings.extend(rules().flat_map(|(rule, level)| rule.run_on_waivers(context, &exceptions, level)));
    Report::new(findings)
}

/// Why an organisation is not valid.
#[derive(Debug, thiserror::Error)]
#[error("{} hard findings stand against the organisation, the first: {}", report.findings().len(), first(report))]
#[non_exhaustive]
pub struct Invalid {
    /// The organisation with its index, to be looked at or taken apart.
    pub graph: Box<OrganizationGraph>,
    /// The hard findings.
    pub report: Report,
}

fn first(report: &Report) -> &str {
    report.findings().first().map_or("", |finding: &Finding| &finding.message)
}

/// Proves an organisation sound for one day.
///
/// What the reader could not read is not part of it: look at the findings of [`Reading`](crate::read::Reading) first.
///
/// # Errors
/// [`Invalid`] with the findings of the hard rules, and the organisation to go on with.
pub fn validate(organization: Organization, as_of: Date) -> Result<Valid<OrganizationGraph>, Invalid> {
    let graph = OrganizationGraph::new(organization, as_of);
    let baseline = Profile::baseline();
    let report = {
        let context = Context::new(&graph, &baseline);
        let hard = catalog().filter(|rule| rule.is_hard());
        Report::new(hard.flat_map(|rule| rule.run(&context, rule.level())).collect())
    };
    if report.is_empty() {
        Ok(Valid::certified(graph))
    } else {
        Err(Invalid { graph: Box::new(graph), report })
    }
}
