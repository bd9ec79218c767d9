//! What is found in texts written by hand, and where: most of it can be said wrongly in one format only.

use officium::diagnostic::Finding;
use officium::read::{self, Format, Reading};

use super::proper;

/// Of each finding the code, path, line, column (from 1, in characters) and what stands there.
type Told = (&'static str, &'static str, usize, usize, &'static str);

/// A document, its findings, and how many positions are read.
type Document = (&'static str, &'static [Told], usize);

#[rustfmt::skip]
const YAML: &[Document] = &[
    ("positions:\n- id: a\n  titel: b # c\n", &[("E002", "positions[a].titel", 3, 3, "titel")], 1),
    ("positions:\n- id: a\n- # none\n  title: b\n  grade: c\n\n", &[("E003", "positions[1]", 4, 3, "title: b\n  grade: c")], 1),
    ("positions: [{id: a, title: 1.10}, {id: b, title: yes}]\n", &[("E004", "positions[a].title", 1, 28, "1.10")], 2),
    ("positions:\n- id: a\n  critical: yes\n- id: b\n  critical: True\n", &[("E004", "positions[a].critical", 3, 13, "yes")], 2),
    ("formatVersion: 1\n", &[("E004", "formatVersion", 1, 16, "1")], 0),
    ("name: æøå\npositions: [{id: ø}]\n", &[("E005", "positions[ø].id", 2, 18, "ø")], 0),
    ("\u{feff}name: ''\r\npositions:\r\n- id: a\r\n  opened: 2026-02-29\r\n  closed: 2026-03-31\r\n",
        &[("E005", "name", 1, 7, "''"), ("E005", "positions[a].opened", 4, 11, "2026-02-29")], 1),
    // the name stands for a value that is not written, and a dash for an element
    ("units:\nname: ~\npositions:\n- id: a\n  title:\n-\n",
        &[("E004", "units", 1, 1, "units"), ("E004", "name", 2, 7, "~"), ("E004", "positions[a].title", 5, 3, "title"),
          ("E004", "positions[1]", 6, 1, "-")], 1),
    // members twice
    ("name: a\n\"name\": b\npositions:\n- id: a\n  id: b\npositions: []\n",
        &[("E006", "name", 2, 1, "\"name\""), ("E006", "positions[a].id", 5, 3, "id"), ("E006", "positions", 6, 1, "positions")], 1),
    // aliases, whether or not they lead anywhere; an anchor alone does no harm
    ("positions: &all\n- &a\n  id: a\n  title: &t Post\n- id: b\n  title: *t\n- *a\n- *nowhere\nunits: *all\n",
        &[("E005", "positions[b].title", 6, 10, "*t"), ("E005", "positions[2]", 7, 3, "*a"), ("E005", "positions[3]", 8, 3, "*nowhere"),
          ("E005", "units", 9, 1, "units")], 2),
    ("positions:\n- id: a\n  <<: {title: b}\n- id: b\n  \"<<\": c\n",
        &[("E005", "positions[a]", 3, 3, "<<"), ("E002", "positions[b].<<", 5, 3, "\"<<\"")], 2),
    ("positions:\n- id: a\n  title: !!str 5\n- !seat {id: b, title: [x]}\n- id: c\n  reporting: !!seq [x]\n- !x\n  id: d\n",
        &[("E005", "positions[a].title", 3, 16, "5"), ("E005", "positions[1]", 4, 9, "{id: b, title: [x]}"),
          ("E005", "positions[c].reporting", 6, 20, "[x]"), ("E005", "positions[3]", 8, 3, "id: d")], 2),
    ("positions:\n- *a\n- id: b\n  reporting: [*a]\n", &[("E005", "positions[0]", 2, 3, "*a"), ("E005", "positions[b].reporting[0]", 4, 15, "*a")], 1),
    // names that are no texts
    ("1: x\npositions:\n- id: a\n  true: y\n  ~: z\n  ? [b, {c: d}]\n  : w\n  {k: v}: w\n  *t : v\n  !!str k: v\n  title: t\n",
        &[("E004", "", 1, 1, "1"), ("E004", "positions[a]", 4, 3, "true"), ("E004", "positions[a]", 5, 3, "~"),
          ("E004", "positions[a]", 6, 5, "[b, {c: d}]"), ("E004", "positions[a]", 8, 3, "{k: v}"), ("E005", "positions[a]", 9, 3, "*t"),
          ("E005", "positions[a]", 10, 9, "k")], 1),
    // numbers that JSON does not have; a text that looks like one in other programs
    ("thresholds: {span: 0x1F, standIns: 007, vacancyDays: .inf, interimDays: 1_000}\nname: 0o17\n",
        &[("E005", "thresholds.span", 1, 20, "0x1F"), ("E005", "thresholds.standIns", 1, 36, "007"),
          ("E005", "thresholds.vacancyDays", 1, 54, ".inf"), ("E004", "thresholds.interimDays", 1, 73, "1_000"), ("E005", "name", 2, 7, "0o17")], 0),
    // more than one document
    ("name: a\n--- # b\nname: b\n", &[("E001", "", 2, 1, "--- # b")], 0),
    // no document
    ("# nothing\n", &[("E004", "", 1, 1, "# nothing\n")], 0),
    ("- a\n- \"b\n", &[("E001", "", 2, 3, "\"")], 0),
    ("- a\n", &[("E004", "", 1, 1, "- a\n")], 0),
    ("!org\nname: a\n", &[("E005", "", 1, 1, "!org\nname: a\n")], 0),
    // the first syntax error, and what was complete before it
    ("positions:\n- id: a\n- id: b\n  title: \"c\nname: x\n", &[("E001", "positions[1]", 4, 10, "\"")], 1),
    ("positions: [{id: a}, {id: b}\nname: x\n", &[("E001", "positions[1]", 2, 5, ":")], 1),
    ("positions:\n  - id: a\n - id: b\n", &[("E001", "", 3, 2, "-")], 1),
    ("name: a\nthresholds: {span: 5\n", &[("E001", "thresholds", 2, 13, "{")], 0),
    ("name: a\n@b: c\n", &[("E001", "", 2, 1, "@")], 0),
];

#[rustfmt::skip]
const TOML: &[Document] = &[
    ("[[positions]]\nid = \"a\"\ntitel = \"b\"\n", &[("E002", "positions[a].titel", 3, 1, "titel")], 1),
    ("[[positions]]\nid = 'a'\n[[positions]]\ntitle = \"b\"\n", &[("E003", "positions[1]", 3, 1, "[[positions]]")], 1),
    ("positions = [{id = \"a\", title = 1.10}]\n", &[("E004", "positions[a].title", 1, 33, "1.10")], 1),
    ("\u{feff}name = \"æøå\"\npositions = [{id = \"ø\"}]\n", &[("E005", "positions[ø].id", 2, 20, "\"ø\"")], 0),
    ("[units]\nid = \"u\"\n", &[("E004", "units", 1, 2, "units")], 0),
    ("name.first = 2\n", &[("E004", "name", 1, 1, "name")], 0),
    // a day without quotes is the text that it looks like; the other times are not read
    ("[[positions]]\nid = \"a\"\nopened = 2026-03-31\nclosed = 2026-02-29\ntitle = 2026-03-31\n",
        &[("E005", "positions[a].closed", 4, 10, "2026-02-29")], 1),
    ("[[positions]]\nid = \"a\"\nopened = 2026-03-31T08:00:00Z\nclosed = 08:00:00\ntitle = 2026-03-31 08:00:00\n",
        &[("E005", "positions[a].opened", 3, 10, "2026-03-31T08:00:00Z"), ("E005", "positions[a].closed", 4, 10, "08:00:00"),
          ("E005", "positions[a].title", 5, 9, "2026-03-31 08:00:00")], 1),
    ("[thresholds]\nspan = 0x1F\nstandIns = inf\nvacancyDays = 1_0\ninterimDays = +3\n",
        &[("E005", "thresholds.span", 2, 8, "0x1F"), ("E005", "thresholds.standIns", 3, 12, "inf")], 0),
    // members twice, and tables
    ("name = \"a\"\nname = \"b\"\n[[positions]]\nid = \"a\"\nid = \"b\"\n[positions.occupancy]\nkind = \"held\"\nkind = \"vacant\"\nholders = []\n",
        &[("E006", "name", 2, 1, "name"), ("E006", "positions[a].id", 5, 1, "id"),
          ("E006", "positions[a].occupancy.kind", 8, 1, "kind")], 1),
    ("positions = [{id = \"a\", title = \"x\", title = \"y\"}, {id = \"b\", id = \"c\"}]\n",
        &[("E006", "positions[a].title", 1, 38, "title"), ("E006", "positions[b].id", 1, 63, "id")], 2),
    ("[thresholds]\nspan = 1\n[thresholds]\nspan = 2\n",
        &[("E006", "thresholds", 3, 2, "thresholds"), ("E006", "thresholds.span", 4, 1, "span")], 0),
    ("[[positions]]\nid = \"a\"\n[positions]\nid = \"b\"\n",
        &[("E006", "positions", 3, 2, "positions"), ("E004", "positions", 3, 2, "positions")], 0),
    // every syntax error; what is broken is not read as something else
    ("[[positions]]\nid = \"a\"\ntitle =\ngrade = bare\nopened = 2026-03-31T25:00:00\n[[positions]]\nid = \"b\"\ntitle = \"\\q\"\nunit = 'u\n[[positions]]\nid = \"c\"\n",
        &[("E001", "positions[a]", 3, 8, ""), ("E001", "positions[a]", 4, 9, "bare"), ("E001", "positions[a]", 5, 10, "2026-03-31T25:00:00"),
          ("E001", "positions[b]", 8, 11, ""), ("E001", "positions[b]", 9, 10, "")], 3),
    ("[thresholds]\nspan = 007\n", &[("E001", "thresholds", 2, 8, "0")], 0),
    ("name: a\n", &[("E001", "", 1, 5, ":"), ("E001", "", 1, 7, "")], 0),
];

fn line_and_column(text: &str, at: usize) -> (usize, usize) {
    let before = text[..at].trim_start_matches('\u{feff}');
    let line = before.rsplit('\n').next().unwrap_or_default();
    (before.matches('\n').count() + 1, line.chars().count() + 1)
}

fn check(format: Format, documents: &[Document]) {
    for (text, expected, positions) in documents {
        let reading = read::text(format, text);
        proper(format, &reading, text);
        let shown: Vec<_> = reading
            .findings
            .iter()
            .map(|finding| {
                let span = finding.span.clone().expect("the reader knows the place");
                let (line, column) = line_and_column(text, span.start);
                (finding.code().to_string(), finding.path.to_string(), line, column, &text[span])
            })
            .collect();
        let expected: Vec<_> = expected
            .iter()
            .map(|(code, path, line, column, there)| {
                ((*code).to_owned(), (*path).to_owned(), *line, *column, *there)
            })
            .collect();
        assert_eq!(shown, expected, "{format}\n{text}");
        assert_eq!(reading.organization.positions.len(), *positions, "{format}\n{text}");
    }
}

#[test]
fn known_places_in_yaml() {
    check(Format::Yaml, YAML);
}

#[test]
fn known_places_in_toml() {
    check(Format::Toml, TOML);
}

fn first(format: Format, text: &str) -> Finding {
    let reading: Reading = read::text(format, text);
    reading.findings.into_iter().next().unwrap_or_else(|| panic!("nothing was found in {text}"))
}

/// What is to be done is said in the words of the format.
#[test]
fn help_fits_the_slip() {
    for (text, help) in [
        ("name: 1.10", "put it in quotes"),
        ("positions: [{id: a, critical: on}]", "write one of the two, without quotes"),
        ("thresholds: {span: \"5\"}", "write it in decimal digits, without quotes"),
        ("name: a: b", "put a text that holds a colon in quotes"),
        ("name: @a", "put a text that begins with a sign in quotes"),
        ("name: a\n\tlanguage: b", "indent with spaces, not with tabs"),
        ("units:", "leave the member out where there is nothing to say"),
    ] {
        let found = first(Format::Yaml, text);
        assert_eq!(found.help.first().map(String::as_str), Some(help), "{text}: {found:#?}");
    }
    assert_eq!(first(Format::Json, r#"{"name": 5}"#).help, ["put it in quotes"]);
    for format in [Format::Json, Format::Yaml, Format::Toml] {
        let empty = first(format, " \n");
        assert_eq!(empty.message, "the document is empty");
        assert!(empty.help[0].contains("positions"), "{empty:#?}");
    }
}

/// A text may be written in many ways, and white space and comments do not matter.
#[test]
fn texts_of_every_kind() {
    let organization = read::json(
        r#"{"name": "it's a\nlong name", "language": "nb", "units": [{"id": "u", "title": "C: \\d #5 æ"}],
            "positions": [{"id": "NO", "title": "a b c", "grade": "1.10", "unitSince": "2026-03-31"}]}"#,
    );
    assert!(organization.is_complete());
    for (format, text) in [
        (
            Format::Yaml,
            "%YAML 1.2\n---\nname: |-\n  it's a\n  long name\nlanguage: >-\n  nb\n\n# units\nunits:\n- {id: u, title: \"C: \\\\d #5 \\u00e6\"} # one\npositions:\n  -\n    id: NO\n    title: >-\n      a\n      b\n      c\n    # one seat\n    grade: \"1.10\"\n    unitSince: '2026-03-31'\n...\n",
        ),
        (
            Format::Yaml,
            "name: \"it's a\\nlong name\"\n? language\n: 'nb'\nunits: [\n  {id: u, title: 'C: \\d #5 æ'}]\npositions:\n- id:    NO\n  title: a\n    b\n    c\n  grade: '1.10'\n  unitSince: 2026-03-31\n",
        ),
        (
            Format::Toml,
            "name = \"\"\"\nit's a\nlong name\"\"\"\n\"language\" = 'nb'\nunits = [ # one\n  {id = \"u\", title = 'C: \\d #5 æ'},\n]\n[[positions]]\nid = \"NO\"\ntitle = \"a \\u0062 c\"\ngrade = '1.10'\nunitSince = 2026-03-31\n",
        ),
        (
            Format::Toml,
            "language = \"nb\"\nname = \"it's a\\nlong name\"\npositions = [{id = \"NO\", title = \"a b c\", grade = \"1.10\", unitSince = \"2026-03-31\"}]\n[[units]]\n'id' = \"u\"\ntitle = \"C: \\\\d #5 æ\"\n",
        ),
    ] {
        let reading = read::text(format, text);
        assert!(reading.is_complete(), "{:#?}\n{text}", reading.findings);
        assert_eq!(reading.organization, organization.organization, "{text}");
    }
}

#[test]
fn a_format_is_known_by_the_ending_of_a_name() {
    for (name, format) in [
        ("a.json", Some(Format::Json)),
        ("b/a.YML", Some(Format::Yaml)),
        ("a.b.yaml", Some(Format::Yaml)),
        ("a.toml", Some(Format::Toml)),
        ("toml", None),
        ("a.yaml.txt", None),
        ("", None),
    ] {
        assert_eq!(Format::of_name(name), format, "{name}");
    }
}
