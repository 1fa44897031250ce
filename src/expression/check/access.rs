//! Columns of rows, keys of maps, places in lists.

use std::sync::Arc;

use crate::diagnostic::{Code, Diagnostic, suggest};
use crate::expression::ast::Expression;
use crate::expression::check::Checker;
use crate::expression::function::ROW_WITH;
use crate::expression::program::{Node, NodeKind};
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

    /// `verbs["tener"]`: the row with this text in its first column.
    fn row_of_key(
        &self,
        rows: Node,
        column: &Arc<str>,
        key: Node,
        element: &Type,
    ) -> (NodeKind, Type) {
        let column = Node {
            kind: NodeKind::Constant(Value::Text(column.clone())),
            span: key.span,
        };
        let arguments = [rows, column, key];
        (NodeKind::Call(&ROW_WITH, arguments.into()), element.clone())
    }

    pub(super) fn index(&mut self, base: &Expression, index: &Expression) -> (NodeKind, Type) {
        let (base_node, given) = self.check(base);
        let (index_node, index_type) = self.check(index);
        if let (Type::List(element), Type::Text) = (&given, &index_type)
            && let Type::Row(row) = &**element
            && let Some(first) = row.fields.first()
        {
            return self.row_of_key(base_node, &first.name, index_node, element);
        }
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
                let help = "only the rows of a table are looked up by a text";
                self.report(Diagnostic::error(Code::TypeMismatch, index.span, message).help(help));
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
