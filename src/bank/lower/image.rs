//! The images of a bank: every text in it that ends like an image's file is looked for.

use std::collections::BTreeSet;
use std::sync::Arc;

use crate::bank::image::{Image, ImageKind, Images, MOST_IMAGES};
use crate::bank::lower::files::{Files, Reach, resolve};
use crate::bank::lower::table::Table;
use crate::bank::yaml::{Node, NodeKind};
use crate::value::Value;

/// Reads the images that the bank may show; nothing if it has no `image`.
pub(super) fn images(tree: &Node, tables: &[Table], files: &mut Files<'_>) -> Images {
    let mut images = Images::default();
    let mut names = BTreeSet::new();
    if !gather(tree, &mut names) {
        return images;
    }
    tables
        .iter()
        .for_each(|table| cells(&table.value, &mut names));
    for name in names {
        let path = match resolve("", &name, Reach::Inside) {
            Ok(path) => path,
            Err(why) => {
                images.0.insert(name, Err(why.to_owned()));
                continue;
            }
        };
        let found = if images.0.len() < MOST_IMAGES {
            let image = files.look(&path);
            image.and_then(|bytes| Image::read(&path, &bytes).map(Arc::new))
        } else {
            Err(format!("a bank names at most {MOST_IMAGES} images"))
        };
        images.0.insert(name, found);
    }
    images
}

/// Gathers the names of a tree's texts. Tells whether there is an `image` in it.
fn gather(node: &Node, names: &mut BTreeSet<String>) -> bool {
    match &node.kind {
        NodeKind::Scalar(scalar) => {
            named(scalar.text(), names);
            false
        }
        NodeKind::Sequence(nodes) => nodes
            .iter()
            .fold(false, |found, node| gather(node, names) | found),
        NodeKind::Mapping(entries) => entries.iter().fold(false, |found, (key, node)| {
            gather(node, names) | (key.text() == "image") | found
        }),
    }
}

fn cells(value: &Value, names: &mut BTreeSet<String>) {
    match value {
        Value::Text(text) => named(text, names),
        Value::List(values) => values.iter().for_each(|value| cells(value, names)),
        Value::Row(row) => row.iter().for_each(|(_, value)| cells(value, names)),
        _ => {}
    }
}

/// The names in a text: the whole of it, and what stands between quotes.
fn named(text: &str, names: &mut BTreeSet<String>) {
    let whole = std::iter::once(text.trim());
    for name in whole.chain(text.split(['"', '\''])) {
        let is_path = !name.contains(['"', '\'', '\n', '[', '{', ',']);
        if is_path && ImageKind::of(name).is_some() {
            names.insert(name.to_owned());
        }
    }
}
