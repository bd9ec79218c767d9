//! What the two programs that import share: printing the result.

use std::collections::HashMap;
use std::fmt::Display;
use std::io::{self, BufWriter, ErrorKind, Write};
use std::process::ExitCode;

use officium::import::{Imported, Remark};

/// More lines of remarks than these nobody reads.
const REMARKS_SHOWN: usize = 10;

/// Prints the organisation on standard output and the remarks on standard error.
pub(crate) fn print(imported: &Imported) -> Result<(), String> {
    for line in summary(&imported.remarks) {
        complain(line);
    }
    let mut out = BufWriter::new(io::stdout().lock());
    let written = serde_json::to_writer_pretty(&mut out, &imported.organization).map_err(io::Error::from);
    match written.and_then(|()| writeln!(out)).and_then(|()| out.flush()) {
        // whoever reads has seen enough
        Err(why) if why.kind() == ErrorKind::BrokenPipe => Ok(()),
        written => written.map_err(|why| format!("cannot write the organisation: {why}")),
    }
}

/// The code with which the program ends, after a message if something went wrong.
pub(crate) fn exit_code(outcome: Result<(), String>) -> ExitCode {
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(message) => {
            complain(format_args!("error: {message}"));
            ExitCode::from(2)
        }
    }
}

/// One line for all remarks that differ in their place only.
fn summary(remarks: &[Remark]) -> Vec<String> {
    let mut places = HashMap::new();
    let mut groups: Vec<(&Remark, usize)> = Vec::new();
    for remark in remarks {
        let place = *places.entry((remark.file, &remark.kind)).or_insert(groups.len());
        match groups.get_mut(place) {
            Some((_, more)) => *more += 1,
            None => groups.push((remark, 0)),
        }
    }
    let line = |&(first, more): &(&Remark, usize)| match more {
        0 => first.to_string(),
        _ => format!("{first} (and {more} more like this)"),
    };
    let mut lines: Vec<String> = groups.iter().take(REMARKS_SHOWN).map(line).collect();
    let hidden: usize = groups.iter().skip(REMARKS_SHOWN).map(|(_, more)| more + 1).sum();
    if hidden > 0 {
        lines.push(format!("and {hidden} more remarks"));
    }
    lines
}

#[expect(clippy::print_stderr, reason = "messages for people belong there")]
fn complain(line: impl Display) {
    eprintln!("{line}");
}
