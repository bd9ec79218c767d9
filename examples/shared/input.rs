//! The format of a document.

use clap::Args;
use officium::read::Format;

#[derive(Args)]
pub(crate) struct Input {
    /// The format of what is read: `json`, `yaml` or `toml` [default: by the ending of the name, else `json`]
    #[arg(long, value_name = "FORMAT", value_parser = format)]
    input: Option<Format>,
}

impl Input {
    pub(crate) fn format_of(&self, file: &str) -> Format {
        self.input.or_else(|| Format::of_name(file)).unwrap_or_default()
    }
}

fn format(name: &str) -> Result<Format, String> {
    name.parse().map_err(|_| "the formats are `json`, `yaml` and `toml`".to_owned())
}
