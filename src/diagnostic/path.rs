//! The place of a finding in the model, independent of any text.

use std::fmt;

/// One step of a path.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Step {
    /// Into a member of a record, by its name in the document.
    Member(Box<str>),
    /// Into an element of a list.
    Element {
        /// Its index, counted from 0.
        index: usize,
        /// Its id, where it has one.
        id: Option<Box<str>>,
    },
}

/// Where in an organisation something is, for instance `positions[wholesale-manager].substitution[0].substitute`.
///
/// Elements are named by their id, or by their index where they have none. [`Path::pointer`] is the same place as a JSON Pointer
/// (RFC 6901), for programs.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Path(Vec<Step>);

impl Path {
    /// The organisation itself.
    #[must_use]
    pub fn root() -> Self {
        Self::default()
    }

    /// The place to which these steps lead.
    pub(crate) fn from_steps(steps: &[Step]) -> Self {
        Self(steps.to_vec())
    }

    /// The member of that name of what this path leads to.
    #[must_use]
    pub fn member(mut self, name: &str) -> Self {
        self.0.push(Step::Member(name.into()));
        self
    }

    /// The element at `index` of the list to which this path leads.
    #[must_use]
    pub fn index(mut self, index: usize) -> Self {
        self.0.push(Step::Element { index, id: None });
        self
    }

    /// The element at `index`, whose id is `id`, of the list to which this path leads.
    #[must_use]
    pub fn element(mut self, index: usize, id: &str) -> Self {
        self.0.push(Step::Element { index, id: Some(id.into()) });
        self
    }

    /// Where the last step starts from; the organisation itself is in nothing.
    #[must_use]
    pub fn parent(mut self) -> Option<Self> {
        self.0.pop().map(|_| self)
    }

    /// The steps, from the organisation on.
    #[must_use]
    pub fn steps(&self) -> &[Step] {
        &self.0
    }

    /// The place in words: the path, or `the whole document`. Waivers and baseline files name it so.
    #[must_use]
    pub fn subject(&self) -> String {
        if self.0.is_empty() { "the whole document".to_owned() } else { self.to_string() }
    }

    /// The place in words, whatever the order of elements without id: `positions[sales].reporting[].superior`.
    pub(crate) fn without_indices(&self) -> String {
        let nameless = |step: &Step| match step {
            Step::Element { id: None, .. } => Step::Element { index: 0, id: Some("".into()) },
            step => step.clone(),
        };
        Self(self.0.iter().map(nameless).collect()).subject()
    }

    /// This place and all in which it lies, in words.
    pub(super) fn and_above(&self) -> impl Iterator<Item = String> {
        (1..=self.0.len()).filter_map(|length| Some(Self(self.0.get(..length)?.to_vec()).to_string()))
    }

    /// The place as a JSON Pointer (RFC 6901), for instance `/positions/3/substitution/0/substitute`; empty for the whole document.
    ///
    /// Indices count the elements of the model: where the reader had to drop an element, the text has more of them.
    #[must_use]
    pub fn pointer(&self) -> String {
        self.0.iter().fold(String::new(), |mut pointer, step| {
            pointer.push('/');
            match step {
                Step::Member(name) => pointer.push_str(&name.replace('~', "~0").replace('/', "~1")),
                Step::Element { index, .. } => pointer.push_str(&index.to_string()),
            }
            pointer
        })
    }
}

impl fmt::Display for Path {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (nth, step) in self.0.iter().enumerate() {
            match step {
                Step::Member(name) if nth == 0 => f.write_str(name)?,
                Step::Member(name) => write!(f, ".{name}")?,
                Step::Element { id: Some(id), .. } => write!(f, "[{id}]")?,
                Step::Element { index, id: None } => write!(f, "[{index}]")?,
            }
        }
        Ok(())
    }
}
