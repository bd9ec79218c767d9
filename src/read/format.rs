//! The formats, and reading any of them.

use super::findings::{self, finding};
use super::reader::read;
use super::reading::Reading;
use crate::diagnostic::Path;

/// A format that documents are written in; its name is that of the feature that reads it.
#[derive(
    Debug,
    Clone,
    Copy,
    Default,
    PartialEq,
    Eq,
    Hash,
    PartialOrd,
    Ord,
    strum::Display,
    strum::EnumString,
    strum::IntoStaticStr,
)]
#[strum(serialize_all = "kebab-case")]
#[non_exhaustive]
pub enum Format {
    /// JSON with the numbers and the nesting of I-JSON (RFC 7493): the format of record.
    #[default]
    Json,
    /// One document of YAML 1.2, as far as JSON can say the same.
    #[cfg(feature = "yaml")]
    Yaml,
    /// TOML 1.1, as far as JSON can say the same.
    #[cfg(feature = "toml")]
    Toml,
}

impl Format {
    /// The format of a file of that name, by its ending: `.json`, `.yaml` or `.yml`, `.toml`. None where the ending is another, or
    /// the feature is off.
    ///
    /// ```
    /// use officium::read::Format;
    /// assert_eq!(Format::of_name("shop.json"), Some(Format::Json));
    /// assert_eq!(Format::of_name("shop.txt"), None);
    /// ```
    #[must_use]
    pub fn of_name(name: &str) -> Option<Self> {
        let (_, ending) = name.rsplit_once('.')?;
        match ending.to_ascii_lowercase().as_str() {
            "yml" => "yaml".parse().ok(),
            ending => ending.parse().ok(),
        }
    }

    /// What a document looks like, for those who wrote something else.
    pub(super) fn an_organization(self) -> &'static str {
        match self {
            Self::Json => "an organisation is an object: `{\"name\": .., \"positions\": [..]}`",
            #[cfg(feature = "yaml")]
            Self::Yaml => "an organisation is an object: a line `name: ..`, a line `positions:`, and so on",
            #[cfg(feature = "toml")]
            Self::Toml => "an organisation is a table: a line `name = ..`, lines `[[positions]]`, and so on",
        }
    }
}

/// Reads an organisation from a text in that format. A byte order mark is passed over.
///
/// It never fails: what cannot be understood is left out and reported with a code of family E, its place and help.
///
/// ```
/// # #[cfg(feature = "yaml")] {
/// use officium::read::{self, Format};
///
/// let shop = "positions:\n- id: owner\n  title: Owner\n- id: till\n  titel: Cashier\n";
/// let reading = read::text(Format::Yaml, shop);
/// assert_eq!(reading.organization.positions.len(), 2);
/// assert_eq!(reading.findings[0].candidates, ["title"]);
/// # }
/// ```
#[must_use]
pub fn text(format: Format, text: &str) -> Reading {
    read(format, text, true)
}

/// Reads an organisation from JSON; see [`text()`].
///
/// ```
/// let reading = officium::read::json(r#"{"positions": [{"id": "head", "titel": "Manager"}, {"id": "?"}]}"#);
/// assert_eq!(reading.organization.positions.len(), 1);
/// let codes: Vec<_> = reading.findings.iter().map(|finding| finding.code().to_string()).collect();
/// assert_eq!(codes, ["E002", "E005"]);
/// ```
#[must_use]
pub fn json(text: &str) -> Reading {
    read(Format::Json, text, true)
}

/// Reads an organisation from the bytes of a file, which should be UTF-8; see [`text()`].
///
/// Bytes that are no UTF-8 are a finding (E001), and what stands before them is read. A syntax error before them is reported in their
/// place, for it hides them.
///
/// ```
/// use officium::read::{self, Format};
/// let reading = read::bytes(Format::Json, b"{\"positions\": [{\"id\": \"a\"}, {\"id\": \"\xff\"}]}");
/// assert_eq!(reading.organization.positions.len(), 1);
/// assert_eq!(reading.findings[0].message, "byte 36 is not UTF-8");
/// ```
#[must_use]
pub fn bytes(format: Format, bytes: &[u8]) -> Reading {
    let error = match std::str::from_utf8(bytes) {
        Ok(text) => return read(format, text, true),
        Err(error) => error,
    };
    let good = error.valid_up_to();
    let text = bytes.get(..good).and_then(|bytes| std::str::from_utf8(bytes).ok()).unwrap_or_default();
    // the end that the good part comes to is not the fault
    let mut reading = read(format, text, false);
    if reading.findings.iter().any(|finding| finding.about == &findings::SYNTAX) {
        return reading;
    }
    reading.is_cut_off = true;
    reading.findings.push(
        finding(&findings::SYNTAX, Path::root(), good..good, format!("byte {good} is not UTF-8"))
            .argument("byte", &good)
            .help("save the file as UTF-8; what stands before it was read"),
    );
    reading
}
