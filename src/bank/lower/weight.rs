//! What a bank, a standard or an item says about the weights of difficulty features.

use crate::bank::lower::cell::cell;
use crate::bank::model::FeatureWeight;
use crate::bank::yaml::Node;
use crate::bank::yaml::decode::{self, Map};
use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::source::Spanned;
use crate::value::Value;

/// The largest weight, in logits a unit; 10 logits are all the difference there can be.
const MOST: f64 = 10.0;

/// `difficulty: {weights: {unlike denominators: 1.0}}` of a bank or a standard.
pub(super) fn difficulty(node: Option<&Node>, diagnostics: &mut Diagnostics) -> Vec<FeatureWeight> {
    let map = node.and_then(|node| Map::read(node, "difficulty", &["weights"], diagnostics));
    let Some(map) = map else { return Vec::new() };
    let read = map
        .required("weights")
        .map(|node| weights(node, diagnostics));
    map.finish(diagnostics);
    read.unwrap_or_default()
}

/// Features by name, and their weights in logits.
pub(super) fn weights(node: &Node, diagnostics: &mut Diagnostics) -> Vec<FeatureWeight> {
    let entries = decode::entries(node, "weights", diagnostics).unwrap_or_default();
    entries
        .iter()
        .filter_map(|(name, node)| {
            let logits = match cell(node) {
                Value::Number(number) => Some(number.exact().to_f64()),
                _ => None,
            };
            let logits = logits.filter(|logits| libm::fabs(*logits) <= MOST);
            if logits.is_none() {
                let message = format!(
                    "expected a weight in logits from -10 to 10, found {}",
                    node.description()
                );
                diagnostics.push(
                    Diagnostic::error(Code::WrongShape, node.span, message)
                        .help("1 logit takes a student from 50 % to 27 % right answers"),
                );
            }
            Some(FeatureWeight {
                feature: Spanned::new(name.text().to_owned(), name.span()),
                logits: logits?,
            })
        })
        .collect()
}
