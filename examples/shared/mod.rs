//! What the example programs have in common: reading a file and the clock.

use std::io::Read as _;

use officium::Date;

/// The whole content of a file, or of standard input for `-`.
pub(crate) fn bytes_of(file: &str) -> Result<Vec<u8>, String> {
    let mut bytes = Vec::new();
    if file == "-" {
        std::io::stdin()
            .read_to_end(&mut bytes)
            .map_err(|error| format!("cannot read standard input: {error}"))?;
        return Ok(bytes);
    }
    std::fs::read(file).map_err(|error| format!("cannot open `{file}`: {error}"))
}

/// Today, by the clock and the time zone of this machine.
pub(crate) fn today() -> Date {
    let day = jiff::ZonedDateTime::now().date();
    day.to_string().parse().unwrap_or_else(|error| unreachable!("`{day}` is not written as a date: {error}"))
}
