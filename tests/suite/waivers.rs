//! Waivers, against a slow and plain model of what their documentation says.

use std::collections::BTreeSet;

use officium::diagnostic::{Finding, Level, Report};
use officium::rules::{Profile, Rule, catalog};
use officium::{Date, Organization, RuleCode, Text, Waiver, check};
use proptest::collection::vec;
use proptest::option::weighted;
use proptest::prelude::{Strategy, prop_assert, prop_assert_eq, proptest};
use proptest::sample::select;

use crate::graph::{argument, cases, report};
use crate::support::dirty::{named, organizations, today};

fn baseline(organization: &Organization) -> Report {
    report(organization, &Profile::baseline())
}

fn is_hard(code: RuleCode) -> bool {
    catalog().any(|rule| rule.code() == code && rule.is_hard())
}

fn of<'r>(report: &'r Report, code: &'static str) -> impl Iterator<Item = &'r Finding> {
    report.findings().iter().filter(move |finding| finding.code().as_str() == code)
}

/// What tells findings apart here: code, place and message.
fn identity(finding: &Finding) -> (RuleCode, String, String) {
    (finding.code(), finding.path.to_string(), finding.message.clone())
}

fn waiver(code: RuleCode, subject: &str, approver: &str) -> Waiver {
    Waiver::new(code, named(subject))
        .reason(named("agreed"))
        .approved_by(named(approver))
        .expires(named("2027-01-01"))
        .mitigation(named("somebody looks again"))
}

/// Waivers of all kinds: of what is found often and of what cannot be waived, in force and not, complete and not.
fn waivers() -> impl Strategy<Value = Vec<Waiver>> {
    let codes =
        ["S001", "S001", "R003", "R008", "I006", "D001", "S002", "X001", "R001", "E002", "W002", "Z999"];
    let subjects = [
        "positions[a]",
        "positions[b]",
        "positions[c]",
        "positions[a].reporting[0]",
        "positions[a].substitution[0].substitute",
        "positions",
        "units[u]",
        "units[9]",
        "descriptions[d]",
        "positions[ghost]",
        "the whole document",
        "nothing of the kind",
    ];
    let day = || weighted(0.9, select(vec!["2025-12-31", "2026-01-01", "2026-01-02", "2030-01-01"]));
    let parts = (weighted(0.9, select(vec!["why"])), weighted(0.9, select(vec!["a", "b", "c"])));
    let one = (select(codes.to_vec()), select(subjects.to_vec()), parts, day(), weighted(0.3, day()));
    let one = one.prop_map(|(code, subject, (reason, approver), expires, created)| {
        let mut waiver = Waiver::new(named(code), named(subject));
        waiver.reason = reason.map(named);
        waiver.approved_by = approver.map(named);
        waiver.expires = expires.map(named);
        waiver.created = created.flatten().map(named);
        waiver
    });
    vec(one, 0..6)
}

/// What a waiver is worth, from the page of each rule.
#[derive(Debug, PartialEq, Eq)]
enum Worth {
    NoTarget,
    Incomplete,
    Later,
    Expired,
    Holds,
}

fn worth(waiver: &Waiver, organization: &Organization, today: Date) -> Worth {
    let code = waiver.code.to_string();
    let exists = match waiver.subject.as_str() {
        "positions" | "the whole document" => true,
        subject => {
            let (list, id) =
                subject.split_once(']').and_then(|(head, _)| head.split_once('[')).unwrap_or_default();
            match list {
                "positions" => organization.positions.iter().any(|it| it.id.as_str() == id),
                "units" => organization.units.iter().any(|it| it.id.as_str() == id),
                "descriptions" => organization.descriptions.iter().any(|it| it.id.as_str() == id),
                _ => false,
            }
        }
    };
    let is_rule = catalog().any(|rule| rule.code() == waiver.code);
    if !is_rule || is_hard(waiver.code) || code.starts_with('W') || !exists {
        Worth::NoTarget
    } else if waiver.reason.is_none()
        || waiver.approved_by.is_none()
        || waiver.expires.is_none()
        || (code == "X001" && waiver.mitigation.is_none())
    {
        Worth::Incomplete
    } else if waiver.expires.is_some_and(|expires| expires < today) {
        Worth::Expired
    } else if waiver.created.is_some_and(|created| created > today) {
        Worth::Later
    } else {
        Worth::Holds
    }
}

/// Whether the finding is what the waiver names, or part of the record that it names.
fn meets(waiver: &Waiver, finding: &Finding) -> bool {
    let (subject, path) = (waiver.subject.as_str(), finding.path.subject());
    let within =
        subject.contains('[') && path.strip_prefix(subject).is_some_and(|rest| rest.starts_with(['.', '[']));
    waiver.code == finding.code() && (subject == path || within)
}

proptest! {
    #![proptest_config(cases(2500))]

    #[test]
    fn do_what_their_pages_say(organization in organizations(), waivers in waivers()) {
        // the waivers may name approvers that do not exist: that is a finding, but not of these rules
        let before = baseline(&organization.clone().waivers(waivers.iter().cloned().map(|mut waiver| {
            waiver.subject = named("nothing of the kind");
            waiver
        })));
        let before: Vec<&Finding> = before.findings().iter().filter(|it| it.code().family() != 'W').collect();
        let organization = organization.waivers(waivers);
        let after = baseline(&organization);
        let worth = |waiver: &Waiver| worth(waiver, &organization, today());
        let holding: Vec<&Waiver> = organization.waivers.iter().filter(|it| worth(it) == Worth::Holds).collect();
        let is_waived = |finding: &Finding| holding.iter().any(|waiver| meets(waiver, finding));

        let expected: BTreeSet<_> = before.iter().map(|finding| {
            let level = if is_waived(finding) { Level::Note } else { finding.level };
            (identity(finding), level, is_waived(finding))
        }).collect();
        let found: BTreeSet<_> = after.findings().iter().filter(|it| it.code().family() != 'W')
            .map(|finding| (identity(finding), finding.level, finding.waived.is_some())).collect();
        prop_assert_eq!(found, expected);

        let rows = |code: &'static str| -> BTreeSet<String> {
            of(&after, code).map(|finding| finding.path.to_string().split('.').next().unwrap_or_default().to_owned()).collect()
        };
        let wanted = |is_it: &dyn Fn(&Waiver) -> bool| -> BTreeSet<String> {
            let all = organization.waivers.iter().enumerate().filter(|(_, waiver)| is_it(waiver));
            all.map(|(row, _)| format!("waivers[{row}]")).collect()
        };
        let met = |waiver: &Waiver| before.iter().any(|finding| meets(waiver, finding));
        let stands = |waiver: &Waiver| before.iter().any(|finding| meets(waiver, finding) && !is_waived(finding));
        prop_assert_eq!(rows("W001"), wanted(&|it| worth(it) == Worth::Expired && stands(it)));
        prop_assert_eq!(rows("W002"), wanted(&|it| matches!(worth(it), Worth::Expired | Worth::Holds) && !met(it)));
        prop_assert_eq!(rows("W003"), wanted(&|it| worth(it) == Worth::Incomplete));
        prop_assert_eq!(rows("W004"), wanted(&|it| worth(it) == Worth::NoTarget));
    }

    /// Whatever is waived: what a proof rests on stays, and the proof does not look at waivers.
    #[test]
    fn of_everything_leave_no_error_but_hard_ones(organization in organizations()) {
        let Some(approver) = organization.positions.first().map(|position| position.id.clone()) else {
            return Ok(());
        };
        let before = baseline(&organization);
        let targets: BTreeSet<(RuleCode, String)> = before.findings().iter()
            .filter(|finding| !is_hard(finding.code()))
            .map(|finding| (finding.code(), finding.path.subject())).collect();
        let all = targets.iter().map(|(code, subject)| waiver(*code, subject, approver.as_str()));
        let waived = organization.clone().waivers(all);
        let after = baseline(&waived);
        for finding in after.findings() {
            prop_assert!(is_hard(finding.code()) || finding.code().as_str() == "W005" || finding.waived.is_some(), "{finding:#?}");
            prop_assert!(finding.waived.is_none() || finding.level == Level::Note);
        }
        let levels = |report: &Report| -> BTreeSet<_> {
            let soft = report.findings().iter().filter(|finding| finding.code().family() != 'W');
            soft.map(|finding| (identity(finding), finding.waived.as_ref().map_or(finding.level, |it| it.level))).collect()
        };
        prop_assert_eq!(levels(&after), levels(&before), "a waived finding remembers its level");
        prop_assert_eq!(check::validate(waived, today()).is_ok(), check::validate(organization, today()).is_ok());
    }
}

#[test]
fn a_rule_that_does_not_run_is_not_asked_for_its_waivers() {
    let text = r#"{"positions": [{"id": "head", "title": "Head", "standing": {"kind": "head"}, "noSubstituteBecause": "closed"}],
        "waivers": [{"code": "S001", "subject": "positions[head]", "reason": "agreed", "approvedBy": "head", "expires": "2027-01-01"}]}"#;
    let organization = officium::read::json(text).organization;
    assert_eq!(of(&baseline(&organization), "W002").count(), 1);
    let s001: RuleCode = named("S001");
    assert!(report(&organization, &Profile::baseline().with_level(s001, None)).is_empty());
}

/// Who approves a waiver, who it is for, and whether that is one and the same.
#[test]
fn nobody_waives_for_oneself() {
    let text = r#"{"positions": [
        {"id": "head", "title": "Head", "standing": {"kind": "head"}, "occupancy": {"kind": "held", "holders": [{"person": "p1"}]}},
        {"id": "a", "title": "A", "reporting": [{"kind": "solid", "superior": "head"}], "description": "paper", "occupancy": {"kind": "held", "holders": [{"person": "p2"}]}},
        {"id": "b", "title": "B", "reporting": [{"kind": "solid", "superior": "head"}], "occupancy": {"kind": "held", "holders": [{"person": "p2"}]}},
        {"id": "c", "title": "C", "reporting": [{"kind": "solid", "superior": "head"}]}],
        "descriptions": [{"id": "paper"}]}"#;
    let organization = officium::read::json(text).organization;
    let cases = [
        ("S001", "positions[head]", "head", false),
        ("S001", "positions[a]", "head", false),
        ("S001", "positions[a]", "a", true),
        ("S001", "positions[a]", "b", true),
        ("S001", "positions[a]", "c", false),
        ("S001", "positions[b]", "a", true),
        ("S001", "positions[c]", "c", true),
        ("D001", "descriptions[paper]", "a", true),
        ("D001", "descriptions[paper]", "b", true),
        ("D001", "descriptions[paper]", "c", false),
    ];
    for (code, subject, approver, is_own) in cases {
        let waived = organization.clone().waivers([waiver(named(code), subject, approver)]);
        let report = baseline(&waived);
        assert_eq!(of(&report, "W005").count(), usize::from(is_own), "{subject} by {approver}");
        assert!(of(&report, "W002").next().is_none(), "{subject} meets nothing");
    }
}

#[test]
fn the_longest_subject_counts() {
    let text = r#"{"positions": [
        {"id": "head", "title": "Head", "standing": {"kind": "head"}, "noSubstituteBecause": "closed"},
        {"id": "a", "title": "A", "reporting": [{"kind": "solid", "superior": "head"}], "closed": "2020-01-01"},
        {"id": "b", "title": "B", "noSubstituteBecause": "closed", "reporting": [{"kind": "solid", "superior": "a"}]}]}"#;
    let organization = officium::read::json(text).organization;
    let reason = |text: &str| -> Text { named(text) };
    let i005: RuleCode = named("I005");
    let waived = organization.waivers([
        waiver(i005, "positions[b]", "head").reason(reason("wide")),
        waiver(i005, "positions[b].reporting[0].superior", "head").reason(reason("narrow")),
        waiver(i005, "positions[b].reporting", "head").reason(reason("middle")),
    ]);
    let report = baseline(&waived);
    let finding = of(&report, "I005").next().expect("it is still there");
    assert_eq!(finding.waived.as_ref().map(|waived| waived.reason.as_str()), Some("narrow"));
    assert!(of(&report, "W002").next().is_none(), "all three meet it");
    assert!(argument(finding, "id").is_some());
}

#[test]
fn rules_about_waivers_are_no_hard_rules() {
    assert_eq!(
        catalog().filter(|rule| rule.code().family() == 'W').filter(|rule| Rule::is_hard(rule)).count(),
        0
    );
}
