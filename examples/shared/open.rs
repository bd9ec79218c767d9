//! Opening a document.

use std::io::Read as _;

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
