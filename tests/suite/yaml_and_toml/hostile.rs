//! Texts that were made to do harm: no bytes make the readers panic, and none take more than their length is worth.

use std::fmt::Write as _;
use std::time::{Duration, Instant};

use officium::diagnostic::{Human, Locate as _, Report, SourceText, human, json};
use officium::read::{self, Format, Reading};
use proptest::prelude::{ProptestConfig, any, prop, proptest};

use super::{OTHERS, proper};
use crate::support::emit::{dates, emit};
use crate::support::generate::Generator;
use crate::support::random::Random;
use crate::support::schema;
use crate::support::spoil::Spoiler;

fn read_bytes(format: Format, bytes: &[u8]) -> Reading {
    let reading = read::bytes(format, bytes);
    let good = bytes.utf8_chunks().next().map_or("", |chunk| chunk.valid());
    proper(format, &reading, good);
    assert!(good.len() == bytes.len() || (!reading.is_complete() && reading.is_cut_off()));
    reading
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 1500, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_bytes_are_read(bytes in prop::collection::vec(any::<u8>(), 0..60)) {
        for format in OTHERS {
            read_bytes(format, &bytes);
        }
    }

    #[test]
    fn any_text_is_read(text in any::<String>()) {
        for format in OTHERS {
            proper(format, &read::text(format, &text), &text);
        }
    }

    /// Nearly YAML and TOML: their signs in any order.
    #[test]
    fn any_signs_are_read(signs in prop::collection::vec(prop::sample::select(SIGNS), 0..40)) {
        let text = signs.concat();
        for format in OTHERS {
            proper(format, &read::text(format, &text), &text);
        }
    }
}

pub(super) const SIGNS: &[&str] = &[
    "\n",
    "\n",
    "\n  ",
    "\n- ",
    "\n\t",
    "\r\n",
    "\r",
    " ",
    "  ",
    ": ",
    ":",
    "- ",
    "-",
    "? ",
    ", ",
    "[",
    "]",
    "{",
    "}",
    "[[",
    "]]",
    "\n[[positions]]\n",
    "\n[positions]\n",
    "\n[positions.occupancy]\n",
    "\npositions:\n",
    "\nunits: ",
    "thresholds",
    "id: a",
    "id = \"a\"",
    "title = ",
    "kind",
    ".",
    "=",
    " = ",
    "'",
    "\"",
    "'''",
    "\"\"\"",
    "\\",
    "\\u00",
    "|",
    ">",
    "|+2",
    "#",
    " # ",
    "&a ",
    "*a",
    "*b ",
    "!!str ",
    "!",
    "<<: ",
    "%YAML 1.2",
    "---",
    "\n---\n",
    "\n...\n",
    "\u{feff}",
    "\u{85}",
    "\u{0}",
    "æ",
    "~",
    "null",
    "yes",
    "1",
    "0x1F",
    "007",
    "1e400",
    ".inf",
    "inf",
    "nan",
    "2026-03-31",
    "2026-02-31",
    "08:00:00",
    "2026-03-31T08:00:00Z",
    "1_000",
    "+",
    "@",
    "`",
];

#[test]
fn spoiled_texts_are_read() {
    let schema = schema();
    let (generator, dates) = (Generator::new(&schema), dates(&schema));
    let spoiler = Spoiler::new(&generator);
    for nth in 0..3000 {
        let mut random = Random::of(22, nth);
        let document = spoiler.document(&mut random);
        for format in OTHERS {
            let Some(emitted) = emit(format, &document, &dates, &mut random) else { continue };
            let mut bytes = emitted.text.into_bytes();
            for _ in 0..=random.below(2) {
                let at = random.below(bytes.len());
                match random.below(4) {
                    0 => bytes.truncate(at),
                    1 => drop(bytes.splice(at..at, random.pick(SIGNS).bytes())),
                    2 => drop(bytes.drain(at..(at + random.below(20)).min(bytes.len()))),
                    _ => bytes[at] = *random.pick(b"\n\t :-[]{}'\"#&*!|=.\xff\xc3"),
                }
                if bytes.is_empty() {
                    break;
                }
            }
            read_bytes(format, &bytes);
        }
    }
}

/// Whatever stands after a syntax error, the positions before it are kept.
#[test]
fn what_is_complete_before_the_end_is_kept() {
    let position = |nth: usize| {
        format!("- id: p{nth}\n  title: \"Post {nth}\"\n  reporting: [{{kind: solid, superior: p0}}]\n")
    };
    let text = "positions:\n".to_owned() + &(0..5).map(position).collect::<String>();
    let starts: Vec<usize> = text.match_indices("- id").map(|(at, _)| at).collect();
    for cut in 0..text.len() {
        let broken = format!("{}\n@", &text[..cut]);
        let reading = read::text(Format::Yaml, &broken);
        proper(Format::Yaml, &reading, &broken);
        assert!(reading.is_cut_off(), "{broken}");
        // the one that is being read is lost, and no other
        let begun = starts.iter().filter(|start| **start + 4 < cut).count();
        let kept = reading.organization.positions.len();
        assert!(kept + 1 >= begun, "{kept} of {begun}: {broken}");
    }
}

/// Prints as well, for that is what a program does next.
fn read_and_print(format: Format, text: &str) -> Reading {
    let reading = read::text(format, text);
    let places = reading.locator(text);
    let source = SourceText { name: "hostile", text, places: &places };
    let report = Report::new(reading.findings.clone());
    assert!(human(&report, Some(source), Human::default()).len() < 100_000);
    assert!(json(&report, Some(source)).len() > 10);
    reading
}

#[test]
fn depth_is_no_danger() {
    const DEPTH: usize = 100_000;
    let on_a_small_stack = || {
        for (format, deep) in [
            (Format::Yaml, "[".repeat(DEPTH)),
            (Format::Yaml, "[".repeat(DEPTH) + &"]".repeat(DEPTH)),
            (Format::Yaml, "{a: ".repeat(DEPTH)),
            (Format::Yaml, "- ".repeat(DEPTH)),
            (Format::Yaml, "? ".repeat(DEPTH)),
            (Format::Yaml, "[{a: [".repeat(60)),
            (Format::Toml, "[".repeat(DEPTH)),
            (Format::Toml, "[".repeat(DEPTH) + &"]".repeat(DEPTH)),
            (Format::Toml, "{a=".repeat(DEPTH)),
            (Format::Toml, "[{a=".repeat(DEPTH)),
        ] {
            for around in [
                "DEEP",
                "name: DEEP\n",
                "positions:\n- id: a\n- DEEP\n",
                "units:\n- id: u\npositions:\n- {id: a, x: DEEP}\n",
            ] {
                let text = around
                    .replace("DEEP", &deep)
                    .replace(": ", if format == Format::Toml { " = " } else { ": " });
                let reading = read_and_print(format, &text);
                assert!(!reading.is_complete(), "{format}: {around}");
                assert!(reading.findings.iter().all(|finding| finding.message.len() < 500));
            }
        }
        for names in ["a.".repeat(DEPTH) + "a = 1", format!("[{}a]\nb = 1", "a.".repeat(DEPTH))] {
            assert!(!read_and_print(Format::Toml, &names).is_complete());
        }
        // within the parser's limit, a header may lead deeper still
        let header =
            format!("[{}a]\n{}a = {}1{}\n", "a.".repeat(78), "b.".repeat(78), "[".repeat(78), "]".repeat(78));
        assert!(!read_and_print(Format::Toml, &header).is_complete());
    };
    let thread =
        std::thread::Builder::new().stack_size(512 * 1024).spawn(on_a_small_stack).expect("a thread");
    thread.join().expect("it comes to its end");
}

/// What lies beside something deep is read, as long as it is not beyond all measure.
#[test]
fn what_is_beside_something_deep_is_read() {
    let deep = "[".repeat(150) + &"]".repeat(150);
    let yaml = format!("positions:\n- id: a\n  title: {deep}\n- id: b\n");
    let toml = format!("[[positions]]\nid = \"a\"\ntitle = {deep}\n[[positions]]\nid = \"b\"\n");
    for (format, text) in [(Format::Yaml, yaml), (Format::Toml, toml)] {
        let reading = read_and_print(format, &text);
        let codes: Vec<_> = reading.findings.iter().map(|finding| finding.code().to_string()).collect();
        // what the parser of TOML leaves of it is a list
        let expected: &[&str] = if format == Format::Toml { &["E004", "E008"] } else { &["E008"] };
        assert_eq!(codes, expected, "{format}");
        assert!(!reading.is_cut_off());
        assert_eq!(reading.organization.positions.len(), 2, "{format}");
    }
}

#[test]
fn aliases_are_no_bomb() {
    let mut bomb = String::from("a0: &a0 [x, x, x, x, x, x, x, x, x]\n");
    for nth in 1..60 {
        let alias = format!("*a{}", nth - 1);
        writeln!(bomb, "a{nth}: &a{nth} [{}]", [alias.as_str(); 9].join(", ")).expect("text can be written");
    }
    bomb.push_str("positions:\n- &me {id: a, reporting: [*me, *a59]}\n- *a59\n");
    let reading = read_and_print(Format::Yaml, &bomb);
    assert_eq!(reading.organization.positions.len(), 1);
    let refused =
        reading.findings.iter().filter(|finding| finding.message.contains("repeats what stands elsewhere"));
    assert_eq!(refused.count(), 3);
}

/// Long texts of every kind take seconds, without optimisation: so nothing is quadratic.
#[test]
fn long_texts_take_their_length() {
    const LINES: usize = 200_000;
    let lines = |line: &str| line.repeat(LINES);
    let numbered =
        |line: &str| (0..LINES / 4).map(|nth| line.replace('N', &nth.to_string())).collect::<String>();
    for (format, text) in [
        (
            Format::Yaml,
            format!(
                "positions:\n{}",
                numbered(
                    "- id: pN\n  title: \"Post N\"\n  opened: 2026-01-01\n  reporting: [{kind: solid, superior: p0}]\n"
                )
            ),
        ),
        (Format::Yaml, format!("positions:\n{}", lines("- 5\n"))),
        (Format::Yaml, format!("positions:\n{}", lines("- *a\n"))),
        (Format::Yaml, format!("positions:\n- id: a\n{}", numbered("  xN: &aN !t {N: *aN}\n"))),
        (Format::Yaml, format!("name: |\n{}", lines(" x\n"))),
        (Format::Yaml, format!("name: \"{}", lines("x\n"))),
        (Format::Yaml, lines("# x\n")),
        (Format::Yaml, lines("---\n")),
        (Format::Yaml, format!("units: [{}", lines("a, "))),
        (Format::Yaml, format!("{}: x\n", "k".repeat(1_000_000))),
        (Format::Yaml, format!("? {}\n: x\n", "k".repeat(1_000_000))),
        (Format::Yaml, format!("positions:\n- id: {}\n", "k".repeat(1_000_000))),
        (
            Format::Toml,
            numbered(
                "[[positions]]\nid = \"pN\"\ntitle = \"Post N\"\nreporting = [{kind = \"solid\", superior = \"p0\"}]\n",
            ),
        ),
        (Format::Toml, lines("name = 1\n")),
        (Format::Toml, lines("[thresholds]\n")),
        (Format::Toml, lines("x y\n")),
        (Format::Toml, lines("x y\n") + &" ".repeat(1_000_000)),
        (Format::Toml, lines("[[positions]]\ntitle = \"\n")),
        (Format::Toml, format!("positions = [{}]\n", lines("{id = \"a\", id = 5},"))),
        (Format::Toml, format!("[x]\n{}", numbered("aN = { b = [1, {c.d.e = 1, c.d.e = 2}]}\n"))),
        (Format::Toml, format!("{} = 1\n", "k".repeat(1_000_000))),
        (Format::Toml, format!("name = \"{}", lines("\\q"))),
    ] {
        let start = Instant::now();
        let reading = read::text(format, &text);
        let places = reading.locator(&text);
        assert!(
            reading.findings.is_empty()
                || places.locate(&reading.findings[0].path).is_none_or(|place| place.span.end <= text.len())
        );
        let (took, head) = (start.elapsed(), text.chars().take(50).collect::<String>());
        eprintln!("{format} in {took:?}: {head:?}");
        assert!(took < Duration::from_secs(60), "{format} took {took:?}: {head:?}");
    }
}
