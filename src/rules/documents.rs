//! The declared kinds of documents, and the rights to sign them.

use super::Context;
use crate::graph::HashMap;
use crate::model::{DocumentType, Right, RightKind};

/// The declared kinds of documents by name, each with its row; of several of one name, the first.
pub(crate) fn by_name<'g>(cx: &Context<'g>) -> HashMap<&'g str, (usize, &'g DocumentType)> {
    let mut by_name = HashMap::default();
    for (row, document) in cx.organization().documents.iter().enumerate() {
        by_name.entry(document.name.as_str()).or_insert((row, document));
    }
    by_name
}

/// Whether a right is one to sign documents of that kind: any documents, those of its name, or those of its class.
pub(crate) fn admits(right: &Right, document: &DocumentType) -> bool {
    let class = right.limit.as_ref().and_then(|limit| limit.document_class.as_ref());
    let object_fits = right
        .object
        .as_ref()
        .is_none_or(|object| *object == document.name || Some(object) == document.class.as_ref());
    right.kind == RightKind::Sign && object_fits && (class.is_none() || class == document.class.as_ref())
}
