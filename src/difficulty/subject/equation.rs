//! Equations in the letters of a model, as they stand in a stem.

use crate::bank::prose::{Piece, Prose};
use crate::value::{Formula, Operation, Polynomial, Relation, Value};

/// The holes on the two sides of an equals sign.
#[derive(Debug, Default)]
pub struct Sides {
    left: Vec<usize>,
    right: Vec<usize>,
}

/// What an equation of an item looks like.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Equation {
    /// A letter stands on its left side.
    left: bool,
    /// A letter stands on its right side.
    right: bool,
    /// A letter stands in a bracket that is multiplied.
    pub distribution: bool,
    /// A letter has a coefficient that is not whole.
    pub fractional: bool,
}

impl Equation {
    /// Whether a letter stands on both sides.
    pub fn both_sides(self) -> bool {
        self.left && self.right
    }
}

/// The places of a wording where an equation may stand: a line, or a stretch of mathematics, with
/// one equals sign and a number or value on either side. `f(x) = {{…}}` is none.
pub fn places(prose: &Prose) -> Vec<Sides> {
    let mut found = Vec::new();
    let mut line = Line::default();
    let mut hole = 0;
    for piece in &prose.pieces {
        match piece {
            Piece::Hole(_) => {
                line.side().push(hole);
                line.filled[usize::from(line.signs > 0)] = true;
                hole += 1;
            }
            Piece::Blank(_) => found.extend(std::mem::take(&mut line).end()),
            Piece::Literal(text, _) => {
                for (at, part) in text.split(['\n', '$']).enumerate() {
                    if at > 0 {
                        found.extend(std::mem::take(&mut line).end());
                    }
                    line.text(part);
                }
            }
        }
    }
    found.extend(line.end());
    found
}

/// A line that may become an equation.
#[derive(Debug, Default)]
struct Line {
    sides: Sides,
    /// Whether a number or value stands on the left and on the right side.
    filled: [bool; 2],
    signs: usize,
}

impl Line {
    fn side(&mut self) -> &mut Vec<usize> {
        match self.signs {
            0 => &mut self.sides.left,
            _ => &mut self.sides.right,
        }
    }

    fn text(&mut self, text: &str) {
        for c in text.chars() {
            match c {
                '=' => self.signs += 1,
                // An inequality is no equation.
                '<' | '>' => self.signs += 2,
                '0'..='9' => self.filled[usize::from(self.signs > 0)] = true,
                _ => {}
            }
        }
    }

    fn end(self) -> Option<Sides> {
        (self.signs == 1 && self.filled == [true, true]).then_some(self.sides)
    }
}

impl Sides {
    /// The equation, if a letter stands in it.
    pub fn equation(&self, values: &[Value]) -> Option<Equation> {
        let mut equation = Equation::default();
        for at in &self.left {
            equation.left |= values
                .get(*at)
                .is_some_and(|value| equation.letters_of(value));
        }
        for at in &self.right {
            equation.right |= values
                .get(*at)
                .is_some_and(|value| equation.letters_of(value));
        }
        (equation.left || equation.right).then_some(equation)
    }
}

/// The equation that a single value is: `show(3*(x + 2) == 15)`.
pub fn shown(value: &Value) -> Option<Equation> {
    let Value::Formula(formula) = value else {
        return None;
    };
    let Formula::Relation(Relation::Equal, left, right) = &**formula else {
        return None;
    };
    let mut equation = Equation::default();
    equation.left = equation.letters(left);
    equation.right = equation.letters(right);
    (equation.left || equation.right).then_some(equation)
}

impl Equation {
    /// Whether a value holds a letter; notes what its coefficients are.
    fn letters_of(&mut self, value: &Value) -> bool {
        match value {
            Value::Polynomial(polynomial) => self.polynomial(polynomial),
            Value::Formula(formula) => self.letters(formula),
            _ => false,
        }
    }

    fn polynomial(&mut self, polynomial: &Polynomial) -> bool {
        let mut terms = polynomial.terms().filter(|(m, _)| m.degree() > 0);
        self.fractional |= terms.any(|(_, coefficient)| !coefficient.exact().is_integer());
        polynomial.degree() > 0
    }

    fn letters(&mut self, formula: &Formula) -> bool {
        match formula {
            Formula::Value(value) => self.letters_of(value),
            Formula::Negated(inner) | Formula::Root(inner) | Formula::Absolute(inner) => {
                self.letters(inner)
            }
            Formula::Operation(operation, a, b) => {
                let (left, right) = (self.letters(a), self.letters(b));
                match operation {
                    Operation::Divide => self.fractional |= left && !right,
                    Operation::Multiply if left != right => {
                        let (factor, with_letter) = if left { (b, a) } else { (a, b) };
                        self.fractional |= is_fraction(factor);
                        self.distribution |= is_sum(with_letter);
                    }
                    _ => {}
                }
                left || right
            }
            Formula::Relation(_, a, b) => {
                let left = self.letters(a);
                self.letters(b) || left
            }
            Formula::Function(_, arguments) => {
                let letters: Vec<bool> = arguments.iter().map(|a| self.letters(a)).collect();
                letters.contains(&true)
            }
        }
    }
}

fn is_fraction(formula: &Formula) -> bool {
    match formula {
        Formula::Value(value) => value
            .as_number()
            .is_some_and(|number| !number.exact().is_integer()),
        Formula::Negated(inner) => is_fraction(inner),
        Formula::Operation(Operation::Divide, ..) => true,
        _ => false,
    }
}

fn is_sum(formula: &Formula) -> bool {
    match formula {
        Formula::Operation(Operation::Add | Operation::Subtract, ..) => true,
        Formula::Value(Value::Polynomial(polynomial)) => polynomial.terms().len() > 1,
        _ => false,
    }
}
