//! From a path in the model to its place in the text.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::ops::Range;
use std::sync::OnceLock;

use super::Format;
use super::explain::{Explained, explain};
use super::outline::{Content, Member, Outline, Piece, document};
use super::shape::{Form, Shape};
use super::tree::{Tree, Value};
use crate::diagnostic::{Locate, Path, Place, Step};

/// Finds the places of paths in a text, without reading it all again: the elements of its lists are known, and only the one to which
/// a path leads is looked into.
pub struct Locator<'t> {
    format: Format,
    text: &'t str,
    /// Made when the first place is asked for: where nothing was found, nobody asks.
    outline: OnceLock<Outline<'t>>,
    kept_before: BTreeMap<String, Vec<usize>>,
}

impl<'t> Locator<'t> {
    /// Of that text, however broken.
    pub(super) fn new(format: Format, text: &'t str, kept_before: BTreeMap<String, Vec<usize>>) -> Self {
        Self { format, text, outline: OnceLock::new(), kept_before }
    }

    pub(super) fn format(&self) -> Format {
        self.format
    }

    pub(super) fn text(&self) -> &'t str {
        self.text
    }

    fn outline(&self) -> &Outline<'t> {
        self.outline.get_or_init(|| Outline::read(self.format, self.text, document()))
    }

    /// The index that an element of the model has in the text, where elements were left out.
    fn index_in_text(&self, list: &str, index: usize) -> usize {
        index + self.kept_before.get(list).map_or(0, |kept| kept.partition_point(|kept| *kept <= index))
    }

    fn top_level(&self, name: &str) -> Option<&Member<'t>> {
        self.outline().members.iter().find(|member| member.name.as_deref().is_ok_and(|own| own == name))
    }

    /// Looks at what a path leads to within a top-level part of the text; nothing where it leads into none.
    fn look<R>(&self, path: &Path, see: impl FnOnce(Found<'_, 't>) -> Option<R>) -> Option<R> {
        let (first, rest) = path.steps().split_first()?;
        let Step::Member(name) = first else { return None };
        let member = self.top_level(name)?;
        let shape = document().member(name)?;
        let mut pointer = format!("/{}", escaped(name));
        let (piece, shape, steps): (Piece<'t>, Shape, &[Step]) =
            match (&member.content, shape.form(), rest.split_first()) {
                (Content::List(elements), Form::List(inner), Some((Step::Element { index, .. }, rest))) => {
                    let index = self.index_in_text(name, *index);
                    let _ = write!(pointer, "/{index}");
                    (*elements.get(index)?, inner, rest)
                }
                (Content::Whole(piece), _, _) => (*piece, shape, rest),
                _ => return None,
            };
        self.outline().pieces.look(piece, |tree, top| {
            let kept = Kept::new(tree, top, shape);
            let (node, taken) = kept.follow(top, steps, &mut pointer);
            see(Found { kept, node, is_part: node != top && taken == steps.len(), pointer })
        })
    }

    /// The bytes of what a path leads to, with its name where it is a member; nothing where the text does not hold it, and for what is
    /// no part of an element.
    pub(super) fn item(&self, path: &Path) -> Option<Item> {
        self.look(path, |Found { kept, node, is_part, .. }| {
            let value = kept.tree.get(node).filter(|_| is_part)?.span.clone();
            let start = kept.tree.name_span(node).map_or(value.start, |name| name.start);
            Some(Item { whole: start..value.end, value })
        })
    }
}

/// Where a path leads within a top-level part of the text.
struct Found<'p, 't> {
    kept: Kept<'p, 't>,
    node: usize,
    /// Whether all steps could be taken, and lead further than to the part itself.
    is_part: bool,
    pointer: String,
}

/// A part of a text.
pub(super) struct Item {
    /// With its name.
    pub(super) whole: Range<usize>,
    pub(super) value: Range<usize>,
}

/// A tree, and what the reader left out of it, so that indices count what is in the model.
pub(super) struct Kept<'p, 't> {
    tree: &'p Tree<'t>,
    explained: Explained,
}

impl<'p, 't> Kept<'p, 't> {
    pub(super) fn new(tree: &'p Tree<'t>, node: usize, shape: Shape) -> Self {
        Self { tree, explained: explain(tree, node, shape, &Path::root()) }
    }

    /// Follows steps as far as they lead: whither, and how many of them.
    fn follow(&self, mut at: usize, steps: &[Step], pointer: &mut String) -> (usize, usize) {
        for (nth, step) in steps.iter().enumerate() {
            let next = match (self.tree.get(at).map(|node| &node.value), step) {
                (Some(Value::Map(members)), Step::Member(name)) => {
                    members.iter().find(|member| member.is(name)).map(|member| (member.node, escaped(name)))
                }
                (Some(Value::List(elements)), Step::Element { index, .. }) => elements
                    .iter()
                    .enumerate()
                    .filter(|(_, element)| self.explained.keeps(**element))
                    .nth(*index)
                    .map(|(raw, element)| (*element, raw.to_string())),
                _ => None,
            };
            let Some((node, token)) = next else { return (at, nth) };
            at = node;
            pointer.push('/');
            pointer.push_str(&token);
        }
        (at, steps.len())
    }

    /// The place to which steps lead from a node; `pointer` leads to the node.
    pub(super) fn place(&self, node: usize, steps: &[Step], mut pointer: String) -> Option<Place> {
        let (at, _) = self.follow(node, steps, &mut pointer);
        self.span(at).map(|span| Place::new(span, pointer))
    }

    /// The place for people: of a record that has an id, the id.
    fn span(&self, at: usize) -> Option<Range<usize>> {
        let node = self.tree.get(self.tree.id_node(at).unwrap_or(at))?;
        Some(node.span.clone())
    }
}

impl Locate for Locator<'_> {
    fn locate(&self, path: &Path) -> Option<Place> {
        let found = self.look(path, |Found { kept, node, pointer, .. }| {
            kept.span(node).map(|span| Place::new(span, pointer))
        });
        found.or_else(|| {
            let Some(Step::Member(name)) = path.steps().first() else { return None };
            let member = self.top_level(name)?;
            document().member(name)?;
            Some(Place::new(member.name_span.clone(), format!("/{}", escaped(name))))
        })
    }

    fn near(&self, path: &Path) -> Option<usize> {
        let (Step::Member(name), rest) = path.steps().split_first()? else { return None };
        let member = self.top_level(name)?;
        let element = match (&member.content, rest.first()) {
            (Content::List(elements), Some(Step::Element { index, .. })) => {
                elements.get(self.index_in_text(name, *index))
            }
            _ => None,
        };
        Some(element.map_or(member.name_span.start, |element| self.outline().pieces.start(*element)))
    }
}

fn escaped(name: &str) -> String {
    name.replace('~', "~0").replace('/', "~1")
}
