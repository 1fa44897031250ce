//! `image: {file: map.png, width: 200}`

use crate::bank::figure::Picture;
use crate::bank::image::ImageKind;
use crate::bank::keys;
use crate::bank::lower::answer::whole;
use crate::bank::lower::files::{Reach, resolve};
use crate::bank::lower::model::Names;
use crate::bank::yaml::Node;
use crate::bank::yaml::decode::{self, Map};
use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::expression::Program;
use crate::expression::ast::{Expression, ExpressionKind};
use crate::expression::types::Type;
use crate::value::Value;

/// An image file as a figure.
pub(super) fn picture(
    node: &Node,
    names: &mut Names,
    diagnostics: &mut Diagnostics,
) -> Option<Picture> {
    let map = Map::read(node, "image", keys::IMAGE, diagnostics)?;
    let file = map
        .required("file")
        .and_then(|node| file(node, names, diagnostics));
    let width = map.optional("width").map(|node| {
        let program = names.program(node, "width", diagnostics)?;
        let is_number = names.require(&program, &Type::Number, diagnostics);
        is_number.then_some(program)
    });
    map.finish(diagnostics);
    Some(Picture {
        file: file?,
        width: whole(width)?,
        images: names.images().clone(),
    })
}

/// A path as written, or an expression that gives one.
fn file(node: &Node, names: &mut Names, diagnostics: &mut Diagnostics) -> Option<Program> {
    let text = decode::text(node, "file", diagnostics)?;
    let written = text.as_str().trim();
    let is_path = ImageKind::of(written).is_some() && !written.contains(['"', '\'', '+']);
    if !is_path {
        let program = names.program(node, "file", diagnostics)?;
        let is_text = names.require(&program, &Type::Text, diagnostics);
        return is_text.then_some(program);
    }
    let refuse = |why: String, diagnostics: &mut Diagnostics| {
        let help = "images are looked for beside the bank; capitals count";
        diagnostics.push(Diagnostic::error(Code::CannotRead, node.span, why).help(help));
    };
    if let Err(why) = resolve("", written, Reach::Inside) {
        refuse(format!("cannot read `{written}`: {why}"), diagnostics);
        return None;
    }
    if let Err(why) = names.images().get(written) {
        refuse(why, diagnostics);
        return None;
    }
    let tree = Expression {
        kind: ExpressionKind::Literal(Value::text(written)),
        span: node.span,
    };
    names.check(&tree, diagnostics)
}
