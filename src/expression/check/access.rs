//! Columns of rows, keys of maps, places in lists.

use std::sync::Arc;

use crate::diagnostic::{Code, Diagnostic, suggest};
use crate::expression::ast::Expression;
use crate::expression::check::Checker;
use crate::expression::program::NodeKind;
use crate::expression::types::Type;
use crate::source::{Span, Spanned};
use crate::value::Value;

impl Checker<'_> {
    pub(super) fn field(
        &mut self,
        base: &Expression,
        name: &Spanned<Arc<str>>,
    ) -> (NodeKind, Type) {
        let (node, given) = self.check(base);
        let gives = match &given {
            Type::Row(row) => match row.field(&name.value) {
                Some(field) => field.holds.clone(),
                None => {
                    self.unknown_field(&name.value, name.span, row.fields.iter().map(|f| &*f.name));
                    Type::Any
                }
            },
            Type::Any | Type::Nothing => Type::Any,
            other => {
                let message = format!("`.{}` needs a row, found {other}", name.value);
                let help = match other {
                    Type::List(_) => "pick one row first: `list[1].column`",
                    _ => "only a row of a table or a map has columns",
                };
                self.report(Diagnostic::error(Code::TypeMismatch, name.span, message).help(help));
                Type::Any
            }
        };
        (NodeKind::Field(Box::new(node), name.value.clone()), gives)
    }

    fn unknown_field<'n>(
        &mut self,
        name: &str,
        span: Span,
        known: impl Iterator<Item = &'n str> + Clone,
    ) {
        let message = format!("no column `{name}`");
        let help = suggest::help(name, known);
        self.report(Diagnostic::error(Code::UnknownField, span, message).help(help));
    }

    pub(super) fn index(&mut self, base: &Expression, index: &Expression) -> (NodeKind, Type) {
        let (base_node, given) = self.check(base);
        let (index_node, index_type) = self.check(index);
        let gives = match &given {
            Type::List(element) if index_type.fits(&Type::Number) => (**element).clone(),
            Type::Row(row) => match &index_node.kind {
                NodeKind::Constant(Value::Text(key)) => match row.field(key) {
                    Some(field) => field.holds.clone(),
                    None => {
                        let keys = row.fields.iter().map(|f| &*f.name);
                        self.unknown_field(key, index.span, keys);
                        Type::Any
                    }
                },
                _ => Type::join_all(row.fields.iter().map(|field| field.holds.clone())),
            },
            Type::Any | Type::Nothing => Type::Any,
            Type::List(_) => {
                let message = format!("a place in a list is a number, found {index_type}");
                self.report(Diagnostic::error(Code::TypeMismatch, index.span, message));
                Type::Any
            }
            other => {
                let message = format!("`[ ]` needs a list or a map, found {other}");
                self.report(Diagnostic::error(Code::TypeMismatch, base.span, message));
                Type::Any
            }
        };
        (NodeKind::Index(Box::new((base_node, index_node))), gives)
    }
}
