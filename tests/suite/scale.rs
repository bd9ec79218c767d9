//! Large organisations and deep texts, on a small stack: nothing recurses over input.
//!
//! Each test makes its text in memory, reads it, indexes it and checks it. There are a million positions, which a build without
//! optimisation takes half a minute and 2 GB for; `OFFICIUM_SCALE=100000` makes it fewer.

use std::fmt::Write as _;

use officium::diagnostic::{Counts, Finding, Human, Report, SourceText, human, json};
use officium::read::{self, Reading};
use officium::rules::Profile;
use officium::{Baseline, OrganizationGraph, check};

use crate::support::dirty::today;
use crate::support::setting;

/// A quarter of what a thread gets otherwise: a call for each position would need many times as much.
const STACK: usize = 512 * 1024;
/// What a person may be asked to scroll through.
const READABLE: usize = 10_000;

fn scale() -> usize {
    setting("OFFICIUM_SCALE").map_or(1_000_000, |scale| scale.parse().expect("a number of positions"))
}

fn on_a_small_stack(test: impl FnOnce() + Send + 'static) {
    let thread = std::thread::Builder::new().stack_size(STACK).spawn(test).expect("a thread");
    if let Err(panic) = thread.join() {
        std::panic::resume_unwind(panic);
    }
}

/// As little as can be said of a position without raising a finding by that alone.
fn position(text: &mut String, number: usize, more: &str) {
    let separator = if number == 0 { "" } else { "," };
    let written =
        write!(text, r#"{separator}{{"id":"p{number}","title":"T","noSubstituteBecause":"N",{more}}}"#);
    written.expect("text can be written");
}

const HEAD: &str = r#""standing":{"kind":"head"}"#;

fn reports_to(superior: usize) -> String {
    format!(r#""reporting":[{{"kind":"solid","superior":"p{superior}"}}]"#)
}

/// `count` positions, each with what `more` says of its number.
fn document(count: usize, more: impl Fn(usize) -> String) -> String {
    let mut text = String::from(r#"{"positions":["#);
    for number in 0..count {
        position(&mut text, number, &more(number));
    }
    text.push_str("]}");
    text
}

fn read(text: &str) -> (Reading, OrganizationGraph) {
    let mut reading = read::json(text);
    assert!(reading.is_complete(), "{:?}", reading.findings.first());
    let organization = std::mem::take(&mut reading.organization);
    (reading, OrganizationGraph::new(organization, today()))
}

fn codes(report: &Report) -> Vec<&str> {
    report.findings().iter().map(|finding| finding.about.code.as_str()).collect()
}

fn items(finding: &Finding) -> &[String] {
    finding.list.as_ref().map_or(&[], |list| &list.items)
}

/// Checks under both profiles, which must say the same, and prints for people and for programs.
fn checked(text: &str, reading: &Reading, graph: &OrganizationGraph) -> (Report, serde_json::Value) {
    let report = check::check(graph, &Profile::baseline());
    assert_eq!(check::check(graph, &Profile::structure()), report);
    let places = reading.locator(text);
    let source = SourceText { name: "large.json", text, places: &places };
    let printed = human(&report, Some(source), Human::default());
    assert!(printed.len() < READABLE, "{} bytes", printed.len());
    assert!(codes(&report).iter().all(|code| printed.contains(code)));
    let for_programs = serde_json::from_str(&json(&report, Some(source))).expect("it is JSON");
    (report, for_programs)
}

#[test]
fn a_chain_is_sound() {
    on_a_small_stack(|| {
        let count = scale();
        let text = document(count, |number| number.checked_sub(1).map_or(HEAD.to_owned(), reports_to));
        let (reading, graph) = read(&text);
        let (report, _) = checked(&text, &reading, &graph);
        assert!(report.is_empty(), "{:?}", report.findings().first());
        let last = graph.positions().last().expect("there are some");
        assert_eq!(last.depth(), count - 1);
        let first = graph.positions().next().expect("there are some");
        assert_eq!(first.all_subordinates().len(), count - 1);
        assert_eq!(officium::analysis::Statistics::of(&graph).longest_chain, count - 1);
        assert!(check::validate(graph.into_organization(), today()).is_ok());
    });
}

#[test]
fn a_star_has_a_wide_span() {
    on_a_small_stack(|| {
        let count = scale();
        let text = document(count, |number| if number == 0 { HEAD.to_owned() } else { reports_to(0) });
        let (reading, graph) = read(&text);
        let (report, for_programs) = checked(&text, &reading, &graph);
        assert_eq!(codes(&report), ["R011"]);
        assert_eq!(items(&report.findings()[0]).len(), count - 1);
        let listed = for_programs["findings"][0]["list"]["items"].as_array().expect("a list");
        assert_eq!(listed.len(), count - 1);
        assert!(check::validate(graph.into_organization(), today()).is_ok());
    });
}

#[test]
fn a_ring_is_one_finding() {
    on_a_small_stack(|| {
        let count = scale();
        let text = document(count, |number| reports_to((number + 1) % count));
        let (reading, graph) = read(&text);
        let (report, for_programs) = checked(&text, &reading, &graph);
        let mut found = codes(&report);
        found.sort_unstable();
        assert_eq!(found, ["R001", "R004"]);
        let is_ring = |finding: &&Finding| finding.about.code.as_str() == "R001";
        let ring = items(report.findings().iter().find(is_ring).expect("the ring"));
        assert_eq!(
            (ring.len(), ring[0].as_str(), ring[count - 1].as_str()),
            (count, "p0", &*format!("p{}", count - 1))
        );
        let findings = for_programs["findings"].as_array().expect("a list");
        let listed = findings.iter().filter_map(|finding| finding["list"]["items"].as_array());
        assert_eq!(listed.map(Vec::len).collect::<Vec<_>>(), [count]);
        let any = graph.positions().nth(count / 2).expect("the middle");
        assert_eq!((any.depth(), any.all_subordinates().len()), (count - 1, count - 1));
        let invalid = check::validate(graph.into_organization(), today()).expect_err("it is a ring");
        assert_eq!(codes(&invalid.report), ["R001"]);
    });
}

#[test]
fn rings_of_units_are_one_finding() {
    on_a_small_stack(|| {
        let count = scale();
        let mut text = format!(
            r#"{{"positions":[{{"id":"p0","title":"T","noSubstituteBecause":"N","unit":"u0",{HEAD}}}],"units":["#
        );
        for number in 0..count {
            let (separator, parent) = (if number == 0 { "" } else { "," }, (number + 1) % count);
            // a lead everywhere, so that the tree of units is walked as well
            let unit =
                format!(r#"{separator}{{"id":"u{number}","title":"T","parent":"u{parent}","lead":"p0"}}"#);
            text.push_str(&unit);
        }
        text.push_str("]}");
        let (reading, graph) = read(&text);
        let (report, _) = checked(&text, &reading, &graph);
        assert_eq!(codes(&report), ["X008"]);
        assert_eq!(items(&report.findings()[0]).len(), count);
    });
}

/// A finding for each position: people get some of them and a count, programs all.
#[test]
fn as_many_findings_as_positions_are_still_readable() {
    on_a_small_stack(|| {
        let count = scale() / 10;
        let text =
            document(count, |number| if number == 0 { HEAD.to_owned() } else { r#""fte":"1""#.to_owned() });
        let (reading, graph) = read(&text);
        let report = check::check(&graph, &Profile::structure());
        assert!(codes(&report).iter().all(|code| *code == "R003"));
        let Counts { errors, warnings, notes, .. } = report.counts();
        assert_eq!((errors, warnings, notes), (count - 1, 0, 0));
        let places = reading.locator(&text);
        let printed = human(
            &report,
            Some(SourceText { name: "large.json", text: &text, places: &places }),
            Human::default(),
        );
        assert!(printed.len() < READABLE, "{} bytes", printed.len());
        assert!(printed.ends_with(&format!("large.json: {} errors\n", count - 1)));
        let all: serde_json::Value = serde_json::from_str(&json(&report, None)).expect("it is JSON");
        assert_eq!(all["findings"].as_array().map(Vec::len), Some(count - 1));
    });
}

/// A waiver for each position, as many for one and as many for none; and a baseline file that knows what is left.
#[test]
fn as_many_waivers_as_positions() {
    on_a_small_stack(|| {
        let count = scale() / 10;
        let mut text =
            document(count, |number| if number == 0 { HEAD.to_owned() } else { r#""fte":"1""#.to_owned() });
        text.pop();
        text.push_str(r#","waivers":["#);
        for number in 1..count {
            for subject in [format!("p{number}"), "p1".to_owned(), format!("nobody-{number}")] {
                let separator = if text.ends_with('[') { "" } else { "," };
                let waiver = format!(
                    r#"{separator}{{"code":"R003","subject":"positions[{subject}]","reason":"N","approvedBy":"p2","expires":"2099-01-01"}}"#
                );
                text.push_str(&waiver);
            }
        }
        text.push_str("]}");
        let (_, graph) = read(&text);
        let report = check::check(&graph, &Profile::baseline());
        let waived = report.findings().iter().filter(|finding| finding.waived.is_some()).count();
        assert_eq!(waived, count - 1);
        let of = |code: &str| codes(&report).iter().filter(|found| **found == code).count();
        // `p2` approved one for itself
        assert_eq!((of("W004"), of("W005"), report.findings().len()), (count - 1, 1, 2 * (count - 1) + 1));

        let bare = OrganizationGraph::new(graph.into_organization(), "2100-01-01".parse().expect("a date"));
        let report = check::check(&bare, &Profile::baseline());
        let known = Baseline::of(&report);
        assert_eq!(known.findings.len(), count - 1);
        assert_eq!(known.compare(report).report.counts().known, count - 1);
    });
}

#[test]
fn deep_nesting_is_a_finding() {
    on_a_small_stack(|| {
        const DEPTH: usize = 100_000;
        for (open, close) in [("[", "]"), (r#"{"a":"#, "}")] {
            let deep = format!("{}0{}", open.repeat(DEPTH), close.repeat(DEPTH));
            for text in [
                deep.clone(),
                open.repeat(DEPTH),
                format!(r#"{{"positions":{deep}}}"#),
                format!(r#"{{"positions":[{{"id":"a","title":{deep}}}]}}"#),
                format!(r#"{{"units":[{{"id":"u"}}],"positions":[{deep}]}}"#),
                format!(r#"{{"unknown":{deep}}}"#),
            ] {
                let reading = read::json(&text);
                assert!(!reading.is_complete(), "{}", &text[..60]);
                let report = Report::new(reading.findings.clone());
                let places = reading.locator(&text);
                let source = SourceText { name: "deep.json", text: &text, places: &places };
                assert!(human(&report, Some(source), Human::default()).len() < READABLE);
                assert!(json(&report, Some(source)).contains("\"E0"));
            }
        }
    });
}

#[test]
fn what_is_no_document_is_a_finding() {
    on_a_small_stack(|| {
        for bytes in [&b""[..], b" \n", b"\xef\xbb\xbf", b"\xff\xfe{}", b"{", b"[]", b"null", b"{} {}", b"\0"]
        {
            let reading = read::bytes(read::Format::Json, bytes);
            assert!(!reading.is_complete(), "{bytes:?}");
            assert!(reading.findings.iter().all(|finding| finding.code().family() == 'E'));
        }
        let empty = read::json("{}");
        assert!(empty.is_complete());
        let graph = OrganizationGraph::new(empty.organization, today());
        assert_eq!(codes(&check::check(&graph, &Profile::structure())), ["R004"]);
    });
}
