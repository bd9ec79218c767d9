//! Values on which parsers and schemas have been seen to disagree.

use serde_json::{Value, json};

/// Texts at the edges of leaves: blanks, line breaks, foreign digits, days that do not exist.
pub(crate) const TEXTS: &[&str] = &[
    "",
    " ",
    "\u{a0}",
    "\u{85}",
    "\u{200b}",
    "\u{feff}",
    "\u{2028}",
    "\u{3000}\t",
    "a",
    "A",
    "0",
    "1",
    "00",
    "01",
    "0.0",
    "1.",
    ".5",
    "-1",
    "+1",
    "1e2",
    "0.75",
    "99999.9999",
    "100000",
    "1000",
    "999.99",
    "999.999",
    "999999999999999999",
    "1000000000000000000",
    "0.1234567",
    "1,5",
    "æøå",
    "å-1",
    "a b",
    " a ",
    "a\n",
    "\na",
    "a\r",
    "a\r\n",
    "a\u{0}",
    "٣٤",
    "２０２６-03-31",
    "2026-03-31",
    "2026-03-31\n",
    " 2026-03-31",
    "2026-3-31",
    "20260331",
    "2026-02-29",
    "2024-02-29",
    "1900-02-29",
    "2000-02-29",
    "2026-04-31",
    "2026-00-10",
    "2026-13-01",
    "2026-01-00",
    "2026-01-32",
    "0000-01-01",
    "0001-01-01",
    "9999-12-31",
    "10000-01-01",
    "-0001-01-01",
    "+2026-03-31",
    "2026-03-31T00:00",
    "2026-W14-2",
    "2026-090",
    "P0D",
    "P1D",
    "P999Y",
    "P1000D",
    "P01D",
    "P3M",
    "P3M\n",
    "p3m",
    "P1Y2M",
    "PT1H",
    "NOK",
    "nok",
    "NOKK",
    "NO",
    "ÆØÅ",
    "NOK\n",
    "nb",
    "NB",
    "nb-NO",
    "nb-no",
    "nb_NO",
    "sr-Latn-RS",
    "sr-latn-RS",
    "en-150",
    "en-15",
    "e",
    "engl",
    "nb\n",
    "nb-",
    "sl-nedis",
    "S001",
    "S01",
    "S0001",
    "s001",
    "S00١",
    "S001\n",
    "-a",
    "_a",
    "a:b/c.d_e-f",
    "a\u{301}",
    "ａ",
    "ſ",
    "K",
    "null",
    "true",
    "1 000",
    "𝟙",
    "😀",
    "kind",
    "head",
];

/// Whole numbers on both sides of bounds.
pub(crate) const NUMBERS: &[i64] =
    &[-1, 0, 1, 99, 100, 101, 999, 1000, 999_999, 1_000_000, 1_000_001, 255, 256, 65_536, 4_294_967_297];

/// A value that `serde_json::Value` cannot hold, or would write in another way, stands in a document under one of these names.
const RAW: &[(&str, &str)] = &[
    ("<<1e2>>", "1e2"),
    ("<<1E+2>>", "1E+2"),
    ("<<10e-1>>", "10e-1"),
    ("<<-0>>", "-0"),
    ("<<-0e0>>", "-0e0"),
    ("<<1e-400>>", "1e-400"),
    ("<<1e400>>", "1e400"),
    ("<<100.00000000000000001>>", "100.00000000000000001"),
    ("<<99.999999999999999999>>", "99.999999999999999999"),
    ("<<2^64>>", "18446744073709551616"),
    ("<<-2^63-1>>", "-9223372036854775809"),
    ("<<5.0 in many digits>>", "5.0000000000000000000000000000000000000000000000000000"),
    ("<<half of a pair>>", r#""\ud800""#),
    ("<<other half>>", r#""a\udc00""#),
    ("<<a pair>>", r#""\ud83d\ude00""#),
    ("<<escaped a>>", r#""\u0061""#),
    ("<<escaped line break>>", r#""a\n""#),
    ("<<nul>>", r#""\u0000""#),
];

/// How deep the deepest odd value is; beyond what serde follows.
const DEEP: usize = 140;

/// Names that no record has, or that look like those of one.
pub(crate) const NAMES: &[&str] =
    &["", "x", "$comment", "@type", "Kind", "kind ", "ID", "id\n", "ｉｄ", "æ", "<<half of a pair>>"];

/// All odd values.
pub(crate) fn values() -> Vec<Value> {
    let mut values = vec![
        Value::Null,
        json!(true),
        json!(false),
        json!(0),
        json!(-0.0),
        json!(1),
        json!(-1),
        json!(1.5),
        json!(0.5),
        json!(5.0),
        json!(100.0),
        json!(101.0),
        json!(1e6),
        json!(4_294_967_296_u64),
        json!(9_007_199_254_740_992_u64),
        json!(9_007_199_254_740_993_u64),
        json!(9_007_199_254_740_992.0),
        json!(u64::MAX),
        json!(i64::MIN),
        json!(1e300),
        json!(-1e300),
        json!([]),
        json!({}),
        json!([[]]),
        json!([null]),
        json!([{}]),
        json!({"kind": null}),
        json!({"kind": []}),
        json!({"kind": "position"}),
        json!({"kind": {"position": null}}),
        json!(["position", "a"]),
        json!({"id": "a"}),
        json!({"position": "a"}),
        json!({"": ""}),
        (0..DEEP).fold(json!(0), |inner, _| json!([inner])),
        (0..DEEP).fold(json!(0), |inner, _| json!({ "a": inner })),
    ];
    values.extend(TEXTS.iter().map(|text| json!(text)));
    values.extend(RAW.iter().map(|(name, _)| json!(name)));
    for length in [127, 128, 129] {
        values.push("a".repeat(length).into());
        values.push("å".repeat(length).into());
    }
    values.push((" ".repeat(500) + "a").into());
    values
}

/// The document as text, with what stands for raw values replaced by them.
pub(crate) fn text(document: &Value) -> String {
    let mut text = document.to_string();
    if text.contains("\"<<") {
        for (name, raw) in RAW {
            text = text.replace(&format!("\"{name}\""), raw);
        }
    }
    text
}
