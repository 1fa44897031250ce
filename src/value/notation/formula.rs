//! Unevaluated expressions: brackets where they are needed, and no sign where
//! factors stand side by side.

use super::dispatch;
use super::language::Language;
use super::layout::{Layout, Sign};
use super::misfit::Misfit;
use crate::value::Value;
use crate::value::error::Operation;
use crate::value::formula::{Formula, Relation};
use crate::value::number::Number;

/// How tightly a piece holds together.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Strength {
    Relation,
    Sum,
    Product,
    Fraction,
    Power,
    Atom,
}

struct Piece {
    layout: Layout,
    strength: Strength,
}

impl Piece {
    /// In brackets if it holds less tightly than its place needs.
    fn at_least(self, strength: Strength) -> Layout {
        if self.strength < strength {
            self.layout.bracketed()
        } else {
            self.layout
        }
    }

    /// As an operand after a sign, where a minus needs brackets too.
    fn after_sign(self, strength: Strength) -> Layout {
        if self.layout.starts_with_minus() {
            self.layout.bracketed()
        } else {
            self.at_least(strength)
        }
    }
}

pub(super) fn layout(formula: &Formula, language: &Language) -> Result<Layout, Misfit> {
    Ok(piece(formula, language)?.layout)
}

fn piece(formula: &Formula, language: &Language) -> Result<Piece, Misfit> {
    let new = |layout, strength| Piece { layout, strength };
    Ok(match formula {
        Formula::Value(value) => leaf(dispatch::plain(value, language)?, value),
        Formula::Negated(inner) => {
            let inner = piece(inner, language)?.after_sign(Strength::Product);
            new(inner.signed(true), Strength::Product)
        }
        Formula::Operation(operation, left, right) => {
            let pieces = (piece(left, language)?, piece(right, language)?);
            match operation {
                Operation::Multiply => multiply(pieces.0, pieces.1, right),
                Operation::Power if is_one(right) => pieces.0,
                Operation::Add if has_letters(formula) => algebraic_sum(pieces.0, pieces.1, right),
                _ => operate(*operation, pieces.0, pieces.1),
            }
        }
        Formula::Root(inner) => {
            let inner = piece(inner, language)?.layout;
            new(Layout::Root(Box::new(inner)), Strength::Atom)
        }
        Formula::Absolute(inner) => {
            let inner = piece(inner, language)?.layout;
            new(Layout::Absolute(Box::new(inner)), Strength::Atom)
        }
        Formula::Relation(relation, left, right) => {
            let (left, right) = (piece(left, language)?, piece(right, language)?);
            let parts = vec![
                // A chain 1 < x < 5 is nested to the left.
                left.layout,
                Layout::Sign(relation_sign(*relation)),
                right.at_least(Strength::Sum),
            ];
            new(Layout::Sequence(parts), Strength::Relation)
        }
        Formula::Function(name, arguments) => {
            let arguments = arguments.iter().map(|x| layout(x, language));
            let arguments = arguments.collect::<Result<_, _>>()?;
            new(Layout::Function(name.clone(), arguments), Strength::Atom)
        }
    })
}

/// A value, with the strength of what it looks like.
fn leaf(layout: Layout, value: &Value) -> Piece {
    let inner = match &layout {
        Layout::Negative(inner) => inner,
        layout => layout,
    };
    let strength = match (inner, value) {
        // A list inside a formula reads as a pair or a set of arguments.
        (_, Value::List(_)) => Strength::Relation,
        (Layout::Sequence(_), _) => Strength::Sum,
        (Layout::Product(_), _) => Strength::Product,
        (Layout::Fraction(..) | Layout::Mixed(..), _) => Strength::Fraction,
        (Layout::Power(..), _) => Strength::Power,
        _ => Strength::Atom,
    };
    Piece { layout, strength }
}

fn operate(operation: Operation, left: Piece, right: Piece) -> Piece {
    match operation {
        Operation::Subtract => infix(left, Sign::Minus, right, Strength::Sum),
        Operation::Quotient => infix(left, Sign::Divided, right, Strength::Product),
        Operation::Modulo => infix(left, Sign::Modulo, right, Strength::Product),
        Operation::Divide => Piece {
            layout: Layout::fraction(left.layout, right.layout),
            strength: Strength::Fraction,
        },
        Operation::Power => Piece {
            layout: Layout::power(left.after_sign(Strength::Atom), right.layout),
            strength: Strength::Power,
        },
        // The language has no other operation between two formulas.
        _ => infix(left, Sign::Plus, right, Strength::Sum),
    }
}

/// `4x − 3`, not `4x + (−3)`: in a sum with letters a negative term is taken away. Between numbers
/// the brackets stay, for there they are what is asked about.
fn algebraic_sum(left: Piece, right: Piece, written: &Formula) -> Piece {
    let is_term = matches!(
        written,
        Formula::Value(_) | Formula::Negated(_) | Formula::Operation(Operation::Multiply, ..)
    );
    match right.layout {
        Layout::Negative(inner) if is_term => minus(left, *inner, right.strength),
        // x − 4/3, and not x + (−4)/3
        Layout::Fraction(above, below) if matches!(*above, Layout::Negative(_)) => {
            let above = match *above {
                Layout::Negative(inner) => *inner,
                above => above,
            };
            minus(left, Layout::fraction(above, *below), right.strength)
        }
        layout => infix(left, Sign::Plus, Piece { layout, ..right }, Strength::Sum),
    }
}

fn minus(left: Piece, layout: Layout, strength: Strength) -> Piece {
    infix(left, Sign::Minus, Piece { layout, strength }, Strength::Sum)
}

/// Whether a symbol stands anywhere in it.
fn has_letters(formula: &Formula) -> bool {
    match formula {
        Formula::Value(value) => {
            matches!(value, Value::Polynomial(_)) && value.as_number().is_none()
        }
        Formula::Negated(inner) | Formula::Root(inner) | Formula::Absolute(inner) => {
            has_letters(inner)
        }
        Formula::Operation(_, left, right) | Formula::Relation(_, left, right) => {
            has_letters(left) || has_letters(right)
        }
        Formula::Function(_, arguments) => arguments.iter().any(has_letters),
    }
}

/// A sign between two operands. What is no stronger than the sign was written
/// in brackets if it stands on the right, so they stay.
fn infix(left: Piece, sign: Sign, right: Piece, strength: Strength) -> Piece {
    let right_needs = match strength {
        Strength::Sum => Strength::Product,
        _ => Strength::Fraction,
    };
    let parts = vec![
        left.at_least(strength),
        Layout::Sign(sign),
        right.after_sign(right_needs),
    ];
    Piece {
        layout: Layout::Sequence(parts),
        strength,
    }
}

/// A product: side by side if the right factor starts with a letter or is a
/// bracket, else with the sign.
fn multiply(left: Piece, right: Piece, written: &Formula) -> Piece {
    let sum = right.strength == Strength::Sum;
    let power = matches!(&right.layout, Layout::Power(base, _)
        if matches!(&**base, Layout::Brackets(inner) if matches!(**inner, Layout::Sequence(_))));
    let side_by_side = (sum || power || right.layout.starts_with_letter())
        && !repeats(&left.layout, &right.layout)
        && right.strength >= Strength::Sum
        && (left.strength < Strength::Product || !ends_open(&left.layout));
    if side_by_side {
        match &left.layout {
            Layout::Numeral { digits, .. } if digits == "1" => return right,
            Layout::Negative(inner) if **inner == Layout::numeral("1") => {
                return Piece {
                    layout: right.at_least(Strength::Product).signed(true),
                    strength: Strength::Product,
                };
            }
            _ => {}
        }
        let factors = vec![
            left.at_least(Strength::Product),
            right.at_least(Strength::Product),
        ];
        return Piece {
            layout: flat_product(factors),
            strength: Strength::Product,
        };
    }
    // A product on the right was written in brackets, but a value such as 4x was not.
    let needs = match written {
        Formula::Operation(Operation::Multiply, ..) => Strength::Fraction,
        _ => Strength::Product,
    };
    let parts = vec![
        left.at_least(Strength::Product),
        Layout::Sign(Sign::Times),
        right.after_sign(needs),
    ];
    Piece {
        layout: Layout::Sequence(parts),
        strength: Strength::Product,
    }
}

/// Whether the same letter would stand twice side by side: x × x, not xx.
fn repeats(left: &Layout, right: &Layout) -> bool {
    fn letter(layout: &Layout) -> Option<&Layout> {
        match layout {
            Layout::Symbol(_) => Some(layout),
            Layout::Power(base, _) => letter(base),
            _ => None,
        }
    }
    let last = match left {
        Layout::Product(factors) => factors.last(),
        Layout::Negative(inner) => Some(&**inner),
        left => Some(left),
    };
    let last = last.and_then(letter);
    last.is_some() && last == letter(right)
}

/// Whether a letter after it would be read as part of its end (√2 x), or it
/// is a product that already has signs (2 × 3 × x).
fn ends_open(layout: &Layout) -> bool {
    match layout {
        Layout::Root(_) | Layout::Text(_) | Layout::Mixed(..) | Layout::Sequence(_) => true,
        Layout::Negative(inner) => ends_open(inner),
        Layout::Product(parts) => parts.last().is_some_and(ends_open),
        _ => false,
    }
}

/// One product of all factors, with the minus of the first one outside.
fn flat_product(factors: Vec<Layout>) -> Layout {
    let mut flat = Vec::new();
    let mut negative = false;
    for factor in factors {
        let factor = match factor {
            Layout::Negative(inner) if flat.is_empty() => {
                negative = true;
                *inner
            }
            factor => factor,
        };
        match factor {
            Layout::Product(inner) => flat.extend(inner),
            factor => flat.push(factor),
        }
    }
    Layout::product(flat).signed(negative)
}

fn is_one(formula: &Formula) -> bool {
    matches!(formula, Formula::Value(value) if value.as_number() == Some(Number::integer(1)))
}

const fn relation_sign(relation: Relation) -> Sign {
    match relation {
        Relation::Equal => Sign::Equal,
        Relation::Unequal => Sign::Unequal,
        Relation::Less => Sign::Less,
        Relation::AtMost => Sign::AtMost,
        Relation::Greater => Sign::Greater,
        Relation::AtLeast => Sign::AtLeast,
    }
}
