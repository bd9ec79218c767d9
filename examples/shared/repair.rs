//! Mending a document.
#![expect(clippy::print_stderr, reason = "what was done is told beside the document")]

use std::io::Write as _;

use officium::diagnostic::{Human, Report, human};
use officium::rules::Profile;
use officium::{Date, fix};

/// Writes a copy of the document with its certain fixes to a new file, or to standard output, and tells on standard error what was
/// done. The document itself is never touched, and no file is ever overwritten.
pub(crate) fn repair(
    name: &str,
    bytes: &[u8],
    to: Option<&str>,
    profile: &Profile,
    as_of: Date,
) -> Result<(), String> {
    let text = std::str::from_utf8(bytes).map_err(|error| format!("`{name}` is not UTF-8: {error}"))?;
    let fixed = fix::certain(text, profile, as_of);
    if let Some(file) = to {
        std::fs::File::create_new(file)
            .and_then(|mut new| new.write_all(fixed.text.as_bytes()))
            .map_err(|error| format!("cannot write `{file}`: {error}"))?;
    } else {
        let mut out = std::io::stdout();
        // a reader that closed the pipe has seen enough
        let _ = out.write_all(fixed.text.as_bytes()).and_then(|()| out.flush());
    }
    let diff = similar::TextDiff::from_lines(text, &fixed.text);
    let diff = diff.unified_diff().context_radius(1).header(name, to.unwrap_or("mended")).to_string();
    // what the terminal would obey instead of showing it
    eprint!("{}", diff.replace(|c: char| c.is_control() && !matches!(c, '\n' | '\t'), "\u{fffd}"));
    let (mended, left) = (fixed.applied.len(), fixed.withheld.len());
    if left > 0 {
        eprintln!("\nleft alone, for mending them would bring other faults to light:\n");
        eprint!("{}", human(&Report::new(fixed.withheld), None, Human { colour: false, all: true }));
    }
    eprintln!("{mended} mended, {left} left alone");
    Ok(())
}
