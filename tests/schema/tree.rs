//! A bank as JSON, with the types that an editor's YAML reader gives it.

use serde_json::{Map, Value};

use isoform::bank::yaml::{self, Node, NodeKind};
use isoform::diagnostic::Diagnostics;
use isoform::source::Sources;

/// `None` when the file is not YAML.
pub fn tree(bytes: &[u8]) -> Option<Value> {
    let mut found = Diagnostics::new();
    let node = yaml::load("bank.yaml", bytes, &mut Sources::new(), &mut found)?;
    (!found.has_errors()).then(|| json(&node))
}

fn json(node: &Node) -> Value {
    match &node.kind {
        NodeKind::Sequence(entries) => entries.iter().map(json).collect(),
        NodeKind::Mapping(entries) => {
            let entries = entries
                .iter()
                .map(|(name, node)| (name.text().to_owned(), json(node)));
            Value::Object(entries.collect::<Map<_, _>>())
        }
        NodeKind::Scalar(scalar) if scalar.is_null() => Value::Null,
        NodeKind::Scalar(scalar) => match scalar.as_bool() {
            Some(truth) => truth.into(),
            None if scalar.is_number() => scalar
                .text()
                .parse::<i64>()
                .map(Value::from)
                .or_else(|_| scalar.text().parse::<f64>().map(Value::from))
                .unwrap_or_else(|_| scalar.text().into()),
            None => scalar.text().into(),
        },
    }
}
