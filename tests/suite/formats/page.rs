//! The report in Markdown, read by somebody else's reader.

use pulldown_cmark::{Event, HeadingLevel, Options, Parser, Tag, TagEnd};

use super::{codes, hostile, parsed, reports, sample};
use crate::support::checked::Checked;

/// A page as a reader sees it: the texts of its headings, by level, and all text.
struct Page {
    headings: Vec<(HeadingLevel, String)>,
    text: String,
}

fn read(markdown: &str) -> Page {
    let options = Options::ENABLE_TABLES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_TASKLISTS
        | Options::ENABLE_GFM
        | Options::ENABLE_MATH;
    let mut page = Page { headings: Vec::new(), text: String::new() };
    let mut heading: Option<(HeadingLevel, String)> = None;
    for event in Parser::new_ext(markdown, options) {
        match event {
            Event::Text(text) | Event::Code(text) => {
                page.text.push_str(&text);
                if let Some((_, words)) = &mut heading {
                    words.push_str(&text);
                }
            }
            Event::Start(Tag::Heading { level, .. }) => heading = Some((level, String::new())),
            Event::End(TagEnd::Heading(_)) => page.headings.extend(heading.take()),
            Event::End(_) => page.text.push('\n'),
            Event::SoftBreak => panic!("no paragraph has two lines: {markdown}"),
            Event::Start(
                Tag::Paragraph
                | Tag::List(None)
                | Tag::Item
                | Tag::Strong
                | Tag::Emphasis
                | Tag::Table(_)
                | Tag::TableHead
                | Tag::TableRow
                | Tag::TableCell,
            ) => {}
            other => panic!("{other:?} is not of the report's making: {markdown}"),
        }
    }
    page
}

/// What is seen of a text: control characters as symbols, code without its marks. Where lines may break is no matter.
fn seen(text: &str) -> String {
    let symbol = |c: char| match c {
        '\0'..='\u{1f}' => char::from_u32(u32::from(c) + 0x2400).expect("a symbol"),
        '\u{7f}' => '␡',
        '\u{80}'..='\u{9f}' | '\u{2028}' | '\u{2029}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' => {
            '\u{fffd}'
        }
        _ => c,
    };
    text.chars()
        .map(symbol)
        .filter(|c| !c.is_whitespace() && *c != '`')
        .flat_map(char::to_lowercase)
        .collect()
}

/// Nothing but the report's own markup; every finding has its heading, every unit and title its words.
pub(super) fn holds(checked: &Checked, title: &str) {
    let page = read(&checked.markdown(title));
    let of_level =
        |level| page.headings.iter().filter(move |(at, _)| *at == level).map(|(_, text)| seen(text));
    assert_eq!(of_level(HeadingLevel::H1).collect::<Vec<_>>(), [seen(title)]);
    let mut expected: Vec<String> = parsed(checked)["findings"]
        .as_array()
        .into_iter()
        .flatten()
        // exceptions stand in a section of their own
        .filter(|finding| finding.get("waived").is_none() && finding.get("known").is_none())
        .map(|finding| seen(finding["message"].as_str().expect("a message").trim_end_matches('.')))
        .collect();
    expected.sort();
    let mut found: Vec<String> = of_level(HeadingLevel::H3)
        .enumerate()
        .map(|(nth, text)| {
            let number = format!("{}.", nth + 1);
            text.strip_prefix(&number).unwrap_or_else(|| panic!("{text} is not number {number}")).to_owned()
        })
        .collect();
    found.sort();
    assert_eq!(found, expected);
    for code in codes(&checked.report) {
        assert!(page.text.contains(code.as_str()), "{code}");
    }
}

#[test]
fn every_finding_has_its_heading_and_no_text_is_markup() {
    for checked in reports() {
        holds(&checked, &checked.name);
    }
}

#[test]
fn findings_stand_under_their_units() {
    let page = read(&sample("trading-company-faulty.json").markdown("Nordlys"));
    let units: Vec<&str> = page
        .headings
        .iter()
        .filter(|(level, _)| *level == HeadingLevel::H2)
        .map(|(_, text)| text.as_str())
        .collect();
    assert_eq!(
        units,
        [
            "Finance",
            "Logistics",
            "Machinery line",
            "Nordlys Trading",
            "Sales",
            "Shops",
            "Wholesale department",
            "The organisation as a whole",
            "What stands behind the rules"
        ]
    );
    let under = |unit: &str| {
        let rest = page.headings.iter().skip_while(move |(_, text)| text != unit).skip(1);
        rest.take_while(|(level, _)| *level == HeadingLevel::H3)
            .map(|(_, text)| text.as_str())
            .collect::<Vec<_>>()
    };
    // a description belongs to the unit of its seats
    assert!(
        under("Shops").contains(&"14. Description shop-assistant lists no duties"),
        "{:?}",
        under("Shops")
    );
    assert_eq!(under("The organisation as a whole"), ["18. There is no unit finnance"]);
}

#[test]
fn titles_of_units_are_told_apart_and_escaped() {
    let page = read(&hostile("<b>").markdown("t"));
    assert!(page.headings.iter().any(|(level, text)| *level == HeadingLevel::H2 && text == "U <b>"));
}
