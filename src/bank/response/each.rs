//! `for: p in planets`: what is repeated for the elements of a list.

use std::sync::Arc;

use crate::bank::lower::Names;
use crate::bank::yaml::Node;
use crate::bank::yaml::decode;
use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::expression::Program;
use crate::expression::ast::Expression;
use crate::expression::parser::{Parser, Written};
use crate::expression::types::Type;
use crate::source::Spanned;

/// A name that stands for one element of a list after the other.
#[derive(Debug, Clone)]
pub struct Each {
    /// The name's place in the frame.
    pub slot: usize,
    /// The list.
    pub list: Program,
}

/// As written.
pub(super) struct Repeat {
    /// The name.
    pub name: Spanned<Arc<str>>,
    /// The list.
    pub list: Expression,
}

impl Repeat {
    /// Reads `p in planets`.
    pub fn read(node: &Node, diagnostics: &mut Diagnostics) -> Option<Self> {
        let text = decode::text(node, "for", diagnostics)?;
        let read = || {
            let mut parser = Parser::new(Written::whole(text))?;
            let name = parser.name()?;
            parser.require("in", "a repetition is written `for: p in planets`")?;
            let list = parser.expression()?;
            parser.end()?;
            Ok(Self { name, list })
        };
        read().map_err(|error| diagnostics.push(error)).ok()
    }

    /// Resolves the list, and gives what its elements are.
    pub fn check(&self, names: &mut Names, found: &mut Diagnostics) -> Option<(Program, Type)> {
        let list = names.check(&self.list, found)?;
        let Some(element) = list.gives.element() else {
            let message = format!("expected a list to walk, found {}", list.gives);
            found.push(Diagnostic::error(
                Code::TypeMismatch,
                self.list.span,
                message,
            ));
            return None;
        };
        Some((list, element))
    }
}
