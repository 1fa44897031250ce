//! What an argument must be, and common types of results.

use crate::expression::types::Type;

/// What an argument must be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Takes {
    /// An exact number.
    Number,
    /// A whole number.
    Whole,
    /// An exact or a real number, a surd, a multiple of π.
    Real,
    /// A text.
    Text,
    /// True or false.
    Boolean,
    /// A row or a map.
    Row,
    /// A number or a polynomial.
    Algebraic,
    /// A letter of `symbols`.
    Symbol,
    /// What can be added: any number, or a polynomial.
    Summand,
    /// An expression that is shown, or what it may be made of.
    Shown,
    /// Anything.
    Any,
    /// A list of such values.
    List(&'static Takes),
    /// One or the other.
    Either(&'static Takes, &'static Takes),
}

impl Takes {
    /// A list of anything.
    pub const LIST: Self = Self::List(&Self::Any);
    /// A list of exact numbers.
    pub const NUMBERS: Self = Self::List(&Self::Number);
    /// A list of lists of numbers or polynomials.
    pub const MATRIX: Self = Self::List(&Self::List(&Self::Algebraic));

    /// How a diagnostic names it.
    pub fn describe(self) -> String {
        match self {
            Self::List(Self::Any) => "a list".to_owned(),
            Self::List(element) => format!("a list of {}", element.plural()),
            Self::Either(one, other) => format!("{} or {}", one.describe(), other.describe()),
            Self::Number | Self::Real => "a number".to_owned(),
            Self::Whole => "a whole number".to_owned(),
            Self::Text => "a text".to_owned(),
            Self::Boolean => "true or false".to_owned(),
            Self::Row => "a row or a map".to_owned(),
            Self::Algebraic | Self::Summand => "a number or a polynomial".to_owned(),
            Self::Symbol => "one of the `symbols`".to_owned(),
            Self::Shown => "a polynomial or a shown expression".to_owned(),
            Self::Any => "a value".to_owned(),
        }
    }

    fn plural(self) -> String {
        match self {
            Self::List(Self::Any) => "lists".to_owned(),
            Self::List(element) => format!("lists of {}", element.plural()),
            Self::Number | Self::Real => "numbers".to_owned(),
            Self::Whole => "whole numbers".to_owned(),
            Self::Text => "texts".to_owned(),
            Self::Boolean => "conditions".to_owned(),
            Self::Row => "rows".to_owned(),
            Self::Algebraic | Self::Summand => "numbers or polynomials".to_owned(),
            Self::Either(one, other) => format!("{} or {}", one.plural(), other.plural()),
            Self::Symbol | Self::Shown | Self::Any => "values".to_owned(),
        }
    }

    /// Whether an argument of type `given` may turn out right.
    pub fn accepts(self, given: &Type) -> bool {
        let number = given.fits(&Type::Number);
        match self {
            Self::Any => true,
            Self::Number | Self::Whole => number,
            Self::Real => number || matches!(given, Type::Real | Type::Special),
            Self::Text => given.fits(&Type::Text),
            Self::Boolean => given.fits(&Type::Boolean),
            Self::Row => matches!(given, Type::Row(_) | Type::Any | Type::Nothing),
            Self::Algebraic => number || matches!(given, Type::Polynomial | Type::Special),
            Self::Symbol => matches!(given, Type::Polynomial | Type::Any | Type::Nothing),
            Self::Summand => {
                number || matches!(given, Type::Polynomial | Type::Special | Type::Real)
            }
            Self::Shown => {
                number || matches!(given, Type::Polynomial | Type::Special | Type::Formula)
            }
            Self::List(element) => given.element().is_some_and(|given| element.accepts(&given)),
            Self::Either(one, other) => one.accepts(given) || other.accepts(given),
        }
    }
}

/// The type of the first argument.
pub fn same(types: &[Type]) -> Type {
    types.first().cloned().unwrap_or(Type::Any)
}

/// The type of the elements of the first argument.
pub fn element(types: &[Type]) -> Type {
    types.first().and_then(Type::element).unwrap_or(Type::Any)
}

/// A list with elements as in the first argument.
pub fn same_list(types: &[Type]) -> Type {
    Type::list_of(element(types))
}

/// A list with elements as in any of the arguments, which are lists.
pub fn joined_list(types: &[Type]) -> Type {
    let elements = types.iter().filter_map(Type::element);
    Type::list_of(Type::join_all(elements))
}

/// The type that holds any argument, or any element of one that is a list.
pub fn joined(types: &[Type]) -> Type {
    let one = |given: &Type| match given {
        Type::List(element) => (**element).clone(),
        other => other.clone(),
    };
    Type::join_all(types.iter().map(one))
}

/// A list of numbers, whatever the arguments are.
pub fn numbers(_: &[Type]) -> Type {
    Type::list_of(Type::Number)
}

/// A list of texts, whatever the arguments are.
pub fn texts(_: &[Type]) -> Type {
    Type::list_of(Type::Text)
}
