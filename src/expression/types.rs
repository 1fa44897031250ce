//! What kind of value an expression gives, known before any draw.

use std::fmt::{Display, Formatter};
use std::sync::Arc;

use crate::value::Value;

/// The type of an expression.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Type {
    /// An exact number.
    Number,
    /// A surd or a multiple of π.
    Special,
    /// The result of a function such as `sin`, which must be rounded before it is used.
    Real,
    /// A text.
    Text,
    /// True or false.
    Boolean,
    /// A polynomial in the item model's symbols.
    Polynomial,
    /// An expression that is shown and not worked out.
    Formula,
    /// A list, and what its elements are.
    List(Arc<Type>),
    /// A row of a table, or a map.
    Row(Arc<RowType>),
    /// Known only when it is drawn.
    Any,
    /// The elements of an empty list.
    Nothing,
}

/// The columns of a row, or the keys of a map.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct RowType {
    /// The columns in the order in which they were first met.
    pub fields: Vec<Field>,
}

/// One column.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Field {
    /// The column's name.
    pub name: Arc<str>,
    /// What stands in it.
    pub holds: Type,
    /// Whether some rows lack it.
    pub optional: bool,
}

impl RowType {
    /// The column called `name`.
    pub fn field(&self, name: &str) -> Option<&Field> {
        self.fields.iter().find(|field| &*field.name == name)
    }
}

impl Type {
    /// A list of `element`.
    pub fn list_of(element: Type) -> Type {
        Type::List(Arc::new(element))
    }

    /// The type of a value that is there already.
    pub fn of(value: &Value) -> Type {
        match value {
            Value::Number(_) => Type::Number,
            Value::Text(_) => Type::Text,
            Value::Boolean(_) => Type::Boolean,
            Value::List(elements) => Type::list_of(Type::join_all(elements.iter().map(Type::of))),
            Value::Row(row) => {
                let field = |(name, value): (&Arc<str>, &Value)| Field {
                    name: name.clone(),
                    holds: Type::of(value),
                    optional: false,
                };
                Type::Row(Arc::new(RowType {
                    fields: row.iter().map(field).collect(),
                }))
            }
            Value::Polynomial(_) => Type::Polynomial,
            Value::Surd(_) | Value::PiMultiple(_) => Type::Special,
            Value::Real(_) => Type::Real,
            Value::Formula(_) => Type::Formula,
        }
    }

    /// The narrowest type that holds values of all `types`.
    pub fn join_all(types: impl Iterator<Item = Type>) -> Type {
        types.fold(Type::Nothing, |joined, next| joined.join(&next))
    }

    /// The narrowest type that holds values of both.
    pub fn join(&self, other: &Type) -> Type {
        match (self, other) {
            (Type::Nothing, known) | (known, Type::Nothing) => known.clone(),
            (a, b) if a == b => a.clone(),
            (Type::Number, Type::Polynomial) | (Type::Polynomial, Type::Number) => Type::Polynomial,
            (Type::Number, Type::Special) | (Type::Special, Type::Number) => Type::Special,
            (Type::List(a), Type::List(b)) => Type::list_of(a.join(b)),
            (Type::Row(a), Type::Row(b)) => Type::Row(Arc::new(a.join(b))),
            _ => Type::Any,
        }
    }

    /// Whether a value of this type may turn out to be of type `wanted`.
    pub fn fits(&self, wanted: &Type) -> bool {
        match (self, wanted) {
            (Type::Any | Type::Nothing, _) | (_, Type::Any | Type::Nothing) => true,
            // A polynomial may be constant, and a surd may come out rational.
            (Type::Polynomial | Type::Special, Type::Number) => true,
            (Type::Number, Type::Polynomial | Type::Special | Type::Real) => true,
            (Type::List(a), Type::List(b)) => a.fits(b),
            (Type::Row(_), Type::Row(_)) => true,
            (a, b) => a == b,
        }
    }

    /// What the elements of a list are; `None` for what is no list.
    pub fn element(&self) -> Option<Type> {
        match self {
            Type::List(element) => Some((**element).clone()),
            Type::Any | Type::Nothing => Some(Type::Any),
            _ => None,
        }
    }
}

impl RowType {
    fn join(&self, other: &RowType) -> RowType {
        let mut fields: Vec<Field> = self
            .fields
            .iter()
            .map(|field| match other.field(&field.name) {
                Some(twin) => Field {
                    holds: field.holds.join(&twin.holds),
                    optional: field.optional || twin.optional,
                    ..field.clone()
                },
                None => Field {
                    optional: true,
                    ..field.clone()
                },
            })
            .collect();
        let added = other
            .fields
            .iter()
            .filter(|field| self.field(&field.name).is_none());
        fields.extend(added.map(|field| Field {
            optional: true,
            ..field.clone()
        }));
        RowType { fields }
    }
}

impl Display for Type {
    fn fmt(&self, f: &mut Formatter<'_>) -> std::fmt::Result {
        f.write_str(match self {
            Type::Number => "a number",
            Type::Special => "a surd or a multiple of π",
            Type::Real => "an unrounded number",
            Type::Text => "a text",
            Type::Boolean => "true or false",
            Type::Polynomial => "a polynomial",
            Type::Formula => "a shown expression",
            Type::List(element) => match **element {
                Type::Number => "a list of numbers",
                Type::Text => "a list of texts",
                Type::Row(_) => "a list of rows",
                _ => "a list",
            },
            Type::Row(_) => "a row",
            Type::Any | Type::Nothing => "any value",
        })
    }
}
