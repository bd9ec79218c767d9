//! How grave a finding is.

/// How grave a finding is; a later level is graver.
#[derive(
    Debug,
    Clone,
    Copy,
    PartialEq,
    Eq,
    Hash,
    PartialOrd,
    Ord,
    strum::Display,
    strum::EnumString,
    strum::IntoStaticStr,
)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename_all = "kebab-case"))]
#[strum(serialize_all = "kebab-case")]
pub enum Level {
    /// Worth knowing.
    Note,
    /// Likely to be a mistake.
    Warning,
    /// Wrong: a program that checks should fail.
    Error,
}

impl serde::Serialize for Level {
    fn serialize<S: serde::Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.serialize_str(self.into())
    }
}
