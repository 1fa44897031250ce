//! Standards and their mastery rules.

use crate::bank::cut_score::CutScore;
use crate::bank::keys;
use crate::bank::lower::{each, name, text, texts, weight};
use crate::bank::standard::{Corrective, Mastery, Standard};
use crate::bank::yaml::Node;
use crate::bank::yaml::decode::{self, Map};
use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::source::Spanned;

pub(super) fn standard(node: &Node, diagnostics: &mut Diagnostics) -> Option<Standard> {
    let map = Map::read(node, "standard", keys::STANDARD, diagnostics)?;
    let id = map
        .required("id")
        .and_then(|node| name(node, "id", diagnostics));
    let framework = text(map.optional("framework"), "framework", diagnostics);
    let statement = text(map.required("statement"), "statement", diagnostics);
    let mastery = match map.optional("mastery") {
        Some(node) => mastery(node, diagnostics),
        None => Some(Mastery::Cut(CutScore::USUAL)),
    };
    let correctives = each(
        map.optional("corrective"),
        "corrective",
        diagnostics,
        corrective,
    );
    let weights = weight::difficulty(map.optional("difficulty"), diagnostics);
    let extensions = texts(map.optional("extension"), "extension", diagnostics);
    map.finish(diagnostics);
    Some(Standard {
        id: id?,
        framework,
        statement: statement?,
        mastery: mastery?,
        weights,
        correctives,
        extensions,
    })
}

fn corrective(node: &Node, diagnostics: &mut Diagnostics) -> Option<Corrective> {
    let map = Map::read(node, "corrective", keys::CORRECTIVE, diagnostics)?;
    let approach = text(map.required("approach"), "approach", diagnostics);
    let named = map
        .optional("for")
        .map(decode::one_or_many)
        .unwrap_or_default();
    let answers = named
        .iter()
        .filter_map(|node| {
            let slip = text(Some(node), "for", diagnostics)?;
            Some(Spanned::new(slip, node.span))
        })
        .collect();
    let text = text(map.required("text"), "text", diagnostics);
    map.finish(diagnostics);
    Some(Corrective {
        approach: approach?,
        answers,
        text: text?,
    })
}

/// `9 of 10`, `80 %`, or a rule over a rubric in words.
fn mastery(node: &Node, diagnostics: &mut Diagnostics) -> Option<Mastery> {
    let written = text(Some(node), "mastery", diagnostics)?;
    let words = !written.contains(|c: char| c.is_ascii_digit()) || written.contains("criteri");
    let share = CutScore::written(&written);
    if share.is_none() && words {
        return Some(Mastery::Rubric(written));
    }
    let help =
        "write `9 of 10`, `80 %`, or a rule over a rubric such as `every criterion at 3 or above`";
    let refuse =
        |message: String| Diagnostic::error(Code::WrongShape, node.span, message).help(help);
    match share {
        Some(Ok(cut)) => Some(Mastery::Cut(cut)),
        Some(Err(error)) => {
            diagnostics.push(refuse(error.to_string()));
            None
        }
        None => {
            diagnostics.push(refuse(format!("`{written}` is not a mastery rule")));
            None
        }
    }
}
