//! Working a program out. Total: no recursion in the language, and a budget of steps.

use std::cmp::Ordering;
use std::sync::Arc;

use crate::expression::ast::Comparison;
use crate::expression::failure::{EvaluationError, Failure};
use crate::expression::frame::Frame;
use crate::expression::function::Function;
use crate::expression::program::{Node, NodeKind, Walk};
use crate::expression::weight::weight;
use crate::value::{Formula, Operation, Relation, Row, Value, arithmetic};

/// The most elements that a list may have.
pub const LIST_LIMIT: usize = 100_000;

type Outcome<T> = Result<T, EvaluationError>;

impl Node {
    fn fail<T>(&self, failure: impl Into<Failure>) -> Outcome<T> {
        Err(EvaluationError {
            span: self.span,
            failure: failure.into(),
        })
    }

    /// The node's value. Does not reset the budget of steps.
    pub fn evaluate(&self, frame: &mut Frame) -> Outcome<Value> {
        match &self.kind {
            NodeKind::Constant(value) => Ok(value.clone()),
            NodeKind::Slot(slot) => Ok(frame.get(*slot).clone()),
            NodeKind::Binary(operator, operands) => {
                if let (Some(left), Some(right)) =
                    (operands.0.known(frame), operands.1.known(frame))
                {
                    let value = self.arithmetic(*operator, left, right)?;
                    return self.bounded(value, frame);
                }
                let left = operands.0.evaluate(frame)?;
                let right = operands.1.evaluate(frame)?;
                let value = self.arithmetic(*operator, &left, &right)?;
                self.bounded(value, frame)
            }
            NodeKind::Comparison(..) | NodeKind::And(_) | NodeKind::Or(_) | NodeKind::Not(_) => {
                self.truth(frame).map(Value::Boolean)
            }
            NodeKind::Negate(operand) => {
                let value = operand.evaluate(frame)?;
                arithmetic::negate(&value).or_else(|error| self.fail(error))
            }
            NodeKind::If(parts) => {
                let chosen = if parts.0.truth(frame)? {
                    &parts.1
                } else {
                    &parts.2
                };
                chosen.evaluate(frame)
            }
            NodeKind::Call(function, arguments) => {
                frame.spend(1, self.span)?;
                match &**arguments {
                    [a] => {
                        let arguments = [a.evaluate(frame)?];
                        self.call(function, &arguments, frame)
                    }
                    [a, b] => {
                        let arguments = [a.evaluate(frame)?, b.evaluate(frame)?];
                        self.call(function, &arguments, frame)
                    }
                    all => {
                        let arguments = evaluate_all(all, frame)?;
                        self.call(function, &arguments, frame)
                    }
                }
            }
            NodeKind::List(parts) => {
                let list = Value::List(evaluate_all(parts, frame)?.into());
                self.bounded(list, frame)
            }
            NodeKind::Map(names, parts) => {
                let values = evaluate_all(parts, frame)?;
                Ok(Value::row(Row::new(names.iter().cloned().zip(values))))
            }
            NodeKind::Comprehension(walk) => self.comprehension(walk, frame),
            NodeKind::Field(base, name) => {
                if let Some(Value::Row(row)) = base.known(frame) {
                    return self.field(row, name);
                }
                match base.evaluate(frame)? {
                    Value::Row(row) => self.field(&row, name),
                    other => self.fail(Failure::WrongKind {
                        wanted: "a row",
                        found: other.kind(),
                    }),
                }
            }
            NodeKind::Index(parts) => {
                if let (Some(base), Some(index)) = (parts.0.known(frame), parts.1.known(frame)) {
                    return self.index(base, index);
                }
                let base = parts.0.evaluate(frame)?;
                let index = parts.1.evaluate(frame)?;
                self.index(&base, &index)
            }
            NodeKind::Show(inner) => {
                let formula = Value::Formula(Arc::new(inner.formula(frame)?));
                self.bounded(formula, frame)
            }
        }
    }

    fn arithmetic(&self, operator: Operation, left: &Value, right: &Value) -> Outcome<Value> {
        let apply = match operator {
            Operation::Subtract => arithmetic::subtract,
            Operation::Multiply => arithmetic::multiply,
            Operation::Divide => arithmetic::divide,
            Operation::Power => arithmetic::power,
            Operation::Modulo => arithmetic::modulo,
            Operation::Quotient => arithmetic::quotient,
            // The parser makes no other operation of two operands.
            _ => arithmetic::add,
        };
        apply(left, right).or_else(|error| self.fail(error))
    }

    /// The node's truth, for conditions.
    pub fn truth(&self, frame: &mut Frame) -> Outcome<bool> {
        match &self.kind {
            NodeKind::And(parts) => Ok(parts.0.truth(frame)? && parts.1.truth(frame)?),
            NodeKind::Or(parts) => Ok(parts.0.truth(frame)? || parts.1.truth(frame)?),
            NodeKind::Not(operand) => Ok(!operand.truth(frame)?),
            NodeKind::Comparison(first, rest) => {
                if let [(sign, second)] = &**rest
                    && let Some(known) = Self::compare_known(first, *sign, second, frame)
                {
                    return known;
                }
                let mut left = first.evaluate(frame)?;
                for (sign, operand) in rest {
                    let right = operand.evaluate(frame)?;
                    if !operand.compare(*sign, &left, &right)? {
                        return Ok(false);
                    }
                    left = right;
                }
                Ok(true)
            }
            _ => match self.evaluate(frame)? {
                Value::Boolean(truth) => Ok(truth),
                other => self.fail(Failure::WrongKind {
                    wanted: "true or false",
                    found: other.kind(),
                }),
            },
        }
    }

    /// The value, where it is at hand and need not be worked out.
    fn known<'f>(&'f self, frame: &'f Frame) -> Option<&'f Value> {
        match &self.kind {
            NodeKind::Constant(value) => Some(value),
            NodeKind::Slot(slot) => Some(frame.get(*slot)),
            NodeKind::Field(base, name) => match base.known(frame)? {
                Value::Row(row) => row.get(name),
                _ => None,
            },
            _ => None,
        }
    }

    /// A comparison of two values that are at hand, without copies.
    fn compare_known(
        first: &Self,
        sign: Comparison,
        second: &Self,
        frame: &Frame,
    ) -> Option<Outcome<bool>> {
        Some(second.compare(sign, first.known(frame)?, second.known(frame)?))
    }

    fn compare(&self, sign: Comparison, left: &Value, right: &Value) -> Outcome<bool> {
        if matches!(left, Value::Real(_)) || matches!(right, Value::Real(_)) {
            return self.fail(Failure::Unrounded);
        }
        let order = |wanted: fn(Ordering) -> bool| match left.compare(right) {
            Some(order) => Ok(wanted(order)),
            None => self.fail(Failure::Unordered(left.kind(), right.kind())),
        };
        match sign {
            Comparison::Equal => Ok(left.same(right)),
            Comparison::Unequal => Ok(!left.same(right)),
            Comparison::Less => order(Ordering::is_lt),
            Comparison::AtMost => order(Ordering::is_le),
            Comparison::Greater => order(Ordering::is_gt),
            Comparison::AtLeast => order(Ordering::is_ge),
            Comparison::In => match (left, right) {
                (_, Value::List(elements)) => Ok(elements.iter().any(|element| element.same(left))),
                (Value::Text(part), Value::Text(whole)) => Ok(whole.contains(&**part)),
                (Value::Text(key), Value::Row(row)) => Ok(row.get(key).is_some()),
                _ => self.fail(Failure::WrongKind {
                    wanted: "a list",
                    found: right.kind(),
                }),
            },
        }
    }

    fn comprehension(&self, walk: &Walk, frame: &mut Frame) -> Outcome<Value> {
        let source = walk.source.evaluate(frame)?;
        let Value::List(elements) = &source else {
            return walk.source.fail(Failure::WrongKind {
                wanted: "a list",
                found: source.kind(),
            });
        };
        let mut results = Vec::with_capacity(elements.len().min(64));
        for element in elements.iter() {
            frame.spend(1, self.span)?;
            frame.set(walk.slot, element.clone());
            if let Some(condition) = &walk.condition
                && !condition.truth(frame)?
            {
                continue;
            }
            match walk.body.evaluate(frame)? {
                Value::List(inner) if walk.spliced => results.extend(inner.iter().cloned()),
                value => results.push(value),
            }
            if results.len() > LIST_LIMIT {
                return self.fail(Failure::TooLarge);
            }
        }
        self.bounded(Value::List(results.into()), frame)
    }

    fn field(&self, row: &Row, name: &str) -> Outcome<Value> {
        row.get(name).cloned().map_or_else(
            || {
                let known = row.iter().map(|(name, _)| name.clone()).collect();
                self.fail(Failure::NoField {
                    name: name.into(),
                    known,
                })
            },
            Ok,
        )
    }

    fn index(&self, base: &Value, index: &Value) -> Outcome<Value> {
        match (base, index) {
            (Value::List(elements), Value::Number(place)) => place
                .exact()
                .to_i64()
                .and_then(|place| usize::try_from(place).ok())
                .and_then(|place| place.checked_sub(1))
                .and_then(|place| elements.get(place))
                .cloned()
                .map_or_else(
                    || {
                        let place = place.exact().to_string().into();
                        self.fail(Failure::OutsideList {
                            place,
                            count: elements.len(),
                        })
                    },
                    Ok,
                ),
            (Value::Row(row), Value::Text(key)) => self.field(row, key),
            (Value::Row(row), Value::Number(key)) => self.field(row, &key.exact().to_string()),
            (Value::Row(_), other) => self.fail(Failure::WrongKind {
                wanted: "a key",
                found: other.kind(),
            }),
            (Value::List(_), other) => self.fail(Failure::WrongKind {
                wanted: "a place in the list",
                found: other.kind(),
            }),
            (other, _) => self.fail(Failure::WrongKind {
                wanted: "a list or a map",
                found: other.kind(),
            }),
        }
    }

    fn call(&self, function: &Function, arguments: &[Value], frame: &mut Frame) -> Outcome<Value> {
        // A function may look at every element of its arguments.
        for argument in arguments {
            self.charge(argument, frame)?;
        }
        let value = (function.call)(arguments).or_else(|failure| self.fail(failure))?;
        self.bounded(value, frame)
    }

    /// Refuses what is too large, and charges for the rest, so that nothing grows without end.
    fn bounded(&self, value: Value, frame: &mut Frame) -> Outcome<Value> {
        self.charge(&value, frame)?;
        Ok(value)
    }

    fn charge(&self, value: &Value, frame: &mut Frame) -> Outcome<()> {
        if matches!(value, Value::Number(_) | Value::Boolean(_)) {
            return Ok(());
        }
        match weight(value) {
            Some(weight) => frame.spend(weight / 8, self.span),
            None => self.fail(Failure::TooLarge),
        }
    }

    /// The node as it is shown, unevaluated: operators stay, everything else becomes its value.
    fn formula(&self, frame: &mut Frame) -> Outcome<Formula> {
        match &self.kind {
            NodeKind::Binary(operator, parts) => {
                let left = parts.0.formula(frame)?;
                Ok(Formula::operation(*operator, left, parts.1.formula(frame)?))
            }
            NodeKind::Negate(operand) => Ok(operand.formula(frame)?.negated()),
            NodeKind::Call(function, arguments) => match (function.name, &**arguments) {
                ("abs", [inner]) => Ok(Formula::Absolute(Box::new(inner.formula(frame)?))),
                ("sqrt", [inner]) => Ok(Formula::Root(Box::new(inner.formula(frame)?))),
                _ => self.evaluate(frame).map(Formula::from),
            },
            NodeKind::Comparison(first, rest) => match &**rest {
                [(sign, second)] => match relation(*sign) {
                    Some(sign) => Ok(Formula::relation(
                        sign,
                        first.formula(frame)?,
                        second.formula(frame)?,
                    )),
                    None => self.evaluate(frame).map(Formula::from),
                },
                _ => self.evaluate(frame).map(Formula::from),
            },
            _ => self.evaluate(frame).map(Formula::from),
        }
    }
}

fn relation(sign: Comparison) -> Option<Relation> {
    match sign {
        Comparison::Equal => Some(Relation::Equal),
        Comparison::Unequal => Some(Relation::Unequal),
        Comparison::Less => Some(Relation::Less),
        Comparison::AtMost => Some(Relation::AtMost),
        Comparison::Greater => Some(Relation::Greater),
        Comparison::AtLeast => Some(Relation::AtLeast),
        Comparison::In => None,
    }
}

fn evaluate_all(nodes: &[Node], frame: &mut Frame) -> Outcome<Vec<Value>> {
    // Room for all at once, which `collect` cannot know of.
    let mut values = Vec::with_capacity(nodes.len());
    for node in nodes {
        values.push(node.evaluate(frame)?);
    }
    Ok(values)
}
