//! From a path in the model to its place in the text.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::ops::Range;
use std::sync::OnceLock;

use super::explain::{Explained, explain};
use super::json::{document, without_mark};
use super::outline::{Content, Member, Outline};
use super::shape::{Form, Shape};
use super::tree::{Tree, Value, text};
use crate::diagnostic::{Locate, Path, Place, Step};

/// Finds the places of paths in a JSON text, without reading it all again: the elements of its lists are known, and only the one
/// to which a path leads is looked into.
pub struct Locator<'t> {
    text: &'t str,
    /// Made when the first place is asked for: where nothing was found, nobody asks.
    outline: OnceLock<Outline<'t>>,
    kept_before: BTreeMap<String, Vec<usize>>,
}

impl<'t> Locator<'t> {
    /// Of that text, however broken.
    pub(super) fn json(text: &'t str, kept_before: BTreeMap<String, Vec<usize>>) -> Self {
        Self { text, outline: OnceLock::new(), kept_before }
    }

    pub(super) fn text(&self) -> &'t str {
        self.text
    }

    fn offset(&self, slice: &str) -> usize {
        (slice.as_ptr() as usize).wrapping_sub(self.text.as_ptr() as usize)
    }

    fn span(&self, slice: &str) -> Range<usize> {
        let start = self.offset(slice);
        start..start + slice.len()
    }

    /// The index that an element of the model has in the text, where elements were left out.
    fn index_in_text(&self, list: &str, index: usize) -> usize {
        index + self.kept_before.get(list).map_or(0, |kept| kept.partition_point(|kept| *kept <= index))
    }

    fn top_level(&self, name: &str) -> Option<&Member<'t>> {
        let outline = self.outline.get_or_init(|| Outline::read(without_mark(self.text), document()).0);
        outline.members.iter().find(|member| text(member.raw_name).as_deref() == Some(name))
    }
}

/// A piece, and what the reader left out of it, so that indices count what is in the model.
pub(super) struct Piece<'t> {
    tree: Tree<'t>,
    explained: Explained,
}

impl<'t> Piece<'t> {
    pub(super) fn new(slice: &'t str, offset: usize, shape: Shape) -> Self {
        let tree = Tree::json(slice, offset);
        let explained = explain(&tree, shape, &Path::root());
        Self { tree, explained }
    }

    /// Follows steps as far as they lead: whither, and how many of them.
    fn follow(&self, steps: &[Step], pointer: &mut String) -> (usize, usize) {
        let mut at = 0;
        for (nth, step) in steps.iter().enumerate() {
            let next = match (self.tree.get(at).map(|node| &node.value), step) {
                (Some(Value::Map(members)), Step::Member(name)) => members
                    .iter()
                    .find(|member| member.name.as_deref() == Some(name))
                    .map(|member| (member.node, escaped(name))),
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

    /// The place to which steps lead.
    pub(super) fn place(&self, steps: &[Step]) -> Option<Place> {
        let mut pointer = String::new();
        let (at, _) = self.follow(steps, &mut pointer);
        self.span(at).map(|span| Place::new(span, pointer))
    }

    /// The place for people: of a record that has an id, the id.
    fn span(&self, at: usize) -> Option<Range<usize>> {
        let node = self.tree.get(self.tree.id_node(at).unwrap_or(at))?;
        Some(node.span.clone())
    }
}

/// Where a path leads within a top-level part of the text.
struct Found<'t> {
    piece: Piece<'t>,
    node: usize,
    /// Whether all steps could be taken.
    whole: bool,
    pointer: String,
}

impl<'t> Locator<'t> {
    fn find(&self, path: &Path) -> Option<Found<'t>> {
        let (first, rest) = path.steps().split_first()?;
        let Step::Member(name) = first else { return None };
        let member = self.top_level(name)?;
        let shape = document().member(name)?;
        let mut pointer = format!("/{}", escaped(name));
        let (piece, rest) = match (&member.content, shape.form(), rest.split_first()) {
            (Content::List(elements), Form::List(inner), Some((Step::Element { index, .. }, rest))) => {
                let index = self.index_in_text(name, *index);
                let slice = elements.get(index)?;
                let _ = write!(pointer, "/{index}");
                (Piece::new(slice, self.offset(slice), inner), rest)
            }
            (Content::Whole(slice), _, _) => (Piece::new(slice, self.offset(slice), shape), rest),
            _ => return None,
        };
        let (node, taken) = piece.follow(rest, &mut pointer);
        Some(Found { piece, node, whole: taken == rest.len(), pointer })
    }

    /// The bytes of what a path leads to, with its name where it is a member; nothing where the text does not hold it, and for what is
    /// no part of an element.
    pub(super) fn item(&self, path: &Path) -> Option<Item> {
        let Found { piece, node, whole, .. } = self.find(path)?;
        let value = piece.tree.get(node).filter(|_| whole && node != 0)?.span.clone();
        let start = piece.tree.name_span(node).map_or(value.start, |name| name.start);
        Some(Item { whole: start..value.end, value })
    }
}

/// A part of a text.
pub(super) struct Item {
    /// With its name.
    pub(super) whole: Range<usize>,
    pub(super) value: Range<usize>,
}

impl Locate for Locator<'_> {
    fn locate(&self, path: &Path) -> Option<Place> {
        if let Some(Found { piece, node, pointer, .. }) = self.find(path) {
            return piece.span(node).map(|span| Place::new(span, pointer));
        }
        let Some(Step::Member(name)) = path.steps().first() else { return None };
        let member = self.top_level(name)?;
        document().member(name)?;
        Some(Place::new(self.span(member.raw_name), format!("/{}", escaped(name))))
    }

    fn near(&self, path: &Path) -> Option<usize> {
        let (Step::Member(name), rest) = path.steps().split_first()? else { return None };
        let member = self.top_level(name)?;
        let element = match (&member.content, rest.first()) {
            (Content::List(elements), Some(Step::Element { index, .. })) => {
                elements.get(self.index_in_text(name, *index)).copied()
            }
            _ => None,
        };
        Some(self.offset(element.unwrap_or(member.raw_name)))
    }
}

fn escaped(name: &str) -> String {
    name.replace('~', "~0").replace('/', "~1")
}
