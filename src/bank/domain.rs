//! Domains: what a parameter is drawn from.

mod pick;
mod read;

use std::sync::Arc;

use crate::bank::lower::answer::whole;
use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::expression::ast::{Comprehension, Expression, ExpressionKind};
use crate::expression::types::{RowType, Type};
use crate::expression::{Program, Scope};
use crate::source::Spanned;

pub use pick::{Pick, Truth};
pub use read::read;

/// What a parameter is drawn from; `E` is an expression as parsed or as checked.
#[derive(Debug, Clone)]
pub enum Domain<E = Program> {
    /// Numbers from one to another.
    Range(Box<Range<E>>),
    /// One element of a list.
    OneOf(E),
    /// One row of a table, of those that meet a condition on the columns. A checked domain has
    /// this as `OneOf`.
    Rows(E, Option<E>),
    /// One of several values, some more often than others.
    Weighted(Vec<(E, u64)>),
    /// So many different values, in the order drawn.
    Several(E, Box<Domain<E>>),
    /// So many values, the same one perhaps again.
    Draws(E, Box<Domain<E>>),
    /// A list in another order.
    Shuffle(E),
    /// Statements of a list of true and false ones.
    Pick(Pick<E>),
}

/// Numbers from `low` to `high`, both included.
#[derive(Debug, Clone)]
pub struct Range<E = Program> {
    /// The smallest number.
    pub low: E,
    /// The largest number.
    pub high: E,
    /// The denominators of reduced fractions; whole numbers or steps without.
    pub over: Option<E>,
    /// The distance from one number to the next; 1 without.
    pub step: Option<E>,
    /// A number or a list of numbers left out.
    pub except: Option<E>,
}

impl Domain<Expression> {
    /// Every expression of the domain.
    pub fn for_each(&self, visit: &mut dyn FnMut(&Expression)) {
        match self {
            Self::Range(range) => {
                let optional = [&range.over, &range.step, &range.except];
                [&range.low, &range.high].into_iter().for_each(&mut *visit);
                optional.into_iter().flatten().for_each(visit);
            }
            Self::OneOf(list) | Self::Shuffle(list) => visit(list),
            Self::Rows(table, condition) => {
                visit(table);
                condition.iter().for_each(visit);
            }
            Self::Weighted(values) => values.iter().for_each(|(value, _)| visit(value)),
            Self::Several(count, source) | Self::Draws(count, source) => {
                visit(count);
                source.for_each(visit);
            }
            Self::Pick(pick) => pick.statements.iter().for_each(|truth| visit(&truth.holds)),
        }
    }

    /// Resolves the expressions. The second result is the type of what is drawn.
    pub fn check(&self, scope: &Scope, diagnostics: &mut Diagnostics) -> Option<(Domain, Type)> {
        match self {
            Self::Range(range) => {
                let mut number =
                    |part: &Expression| scope.check_as(part, &Type::Number, diagnostics);
                let (low, high) = (number(&range.low), number(&range.high));
                let step = range.step.as_ref().map(&mut number);
                let mut any = |part: &Expression| scope.check(part, diagnostics);
                let over = range.over.as_ref().map(&mut any);
                let except = range.except.as_ref().map(&mut any);
                let checked = Range {
                    low: low?,
                    high: high?,
                    over: whole(over)?,
                    step: whole(step)?,
                    except: whole(except)?,
                };
                Some((Domain::Range(Box::new(checked)), Type::Number))
            }
            Self::OneOf(list) => {
                let (program, element) = list_program(list, scope, diagnostics)?;
                Some((Domain::OneOf(program), element))
            }
            Self::Rows(table, None) => {
                let (program, element) = list_program(table, scope, diagnostics)?;
                Some((Domain::OneOf(program), element))
            }
            Self::Rows(table, Some(condition)) => {
                let (_, element) = list_program(table, scope, diagnostics)?;
                let columns = match &element {
                    Type::Row(row) => row.clone(),
                    _ => Arc::new(RowType::default()),
                };
                let walk = filtered(table, condition, &columns);
                let (program, element) = list_program(&walk, scope, diagnostics)?;
                Some((Domain::OneOf(program), element))
            }
            Self::Weighted(values) => {
                let checked: Vec<Option<(Program, u64)>> = values
                    .iter()
                    .map(|(value, weight)| Some((scope.check(value, diagnostics)?, *weight)))
                    .collect();
                let checked: Vec<(Program, u64)> = checked.into_iter().collect::<Option<_>>()?;
                let holds =
                    Type::join_all(checked.iter().map(|(program, _)| program.gives.clone()));
                Some((Domain::Weighted(checked), holds))
            }
            Self::Several(count, source) => {
                let count = scope.check_as(count, &Type::Number, diagnostics);
                let (source, element) = source.check(scope, diagnostics)?;
                Some((
                    Domain::Several(count?, Box::new(source)),
                    Type::list_of(element),
                ))
            }
            Self::Draws(count, source) => {
                let count = scope.check_as(count, &Type::Number, diagnostics);
                let (source, element) = source.check(scope, diagnostics)?;
                Some((
                    Domain::Draws(count?, Box::new(source)),
                    Type::list_of(element),
                ))
            }
            Self::Shuffle(list) => {
                let (program, element) = list_program(list, scope, diagnostics)?;
                Some((Domain::Shuffle(program), Type::list_of(element)))
            }
            Self::Pick(pick) => {
                let places = Type::list_of(Type::list_of(Type::Number));
                Some((Domain::Pick(pick.check(scope)?), places))
            }
        }
    }
}

fn list_program(
    tree: &Expression,
    scope: &Scope,
    diagnostics: &mut Diagnostics,
) -> Option<(Program, Type)> {
    let program = scope.check(tree, diagnostics)?;
    if let Some(element) = program.gives.element() {
        return Some((program, element));
    }
    let message = format!("nothing can be drawn from {}", program.gives);
    let help = match program.gives {
        Type::Number => "write a range `2..9`; a fixed number goes under `let`",
        Type::Row(_) => {
            "write `values(…)` or `keys(…)` of the map, or make the table a list of rows"
        }
        _ => "write a range `2..9`, a list `[red, blue]`, or `row of` a table",
    };
    diagnostics.push(Diagnostic::error(Code::TypeMismatch, tree.span, message).help(help));
    None
}

/// `[row for row in table if condition]`, where the condition may call columns by their names.
fn filtered(table: &Expression, condition: &Expression, columns: &RowType) -> Expression {
    let name: Arc<str> = "row".into();
    let span = condition.span;
    let row = Expression {
        kind: ExpressionKind::Name(name.clone()),
        span,
    };
    let mut condition = condition.clone();
    condition.replace_names(&|column, span| {
        columns.field(column).map(|_| {
            let field = Spanned {
                value: column.clone(),
                span,
            };
            ExpressionKind::Field(Box::new(row.clone()), field)
        })
    });
    let walk = Comprehension {
        body: row.clone(),
        name: Spanned { value: name, span },
        source: table.clone(),
        condition: Some(condition),
        spliced: false,
    };
    Expression {
        kind: ExpressionKind::Comprehension(Box::new(walk)),
        span: table.span.to(span),
    }
}
