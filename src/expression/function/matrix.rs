//! Matrices as lists of rows.

use crate::expression::failure::Failure;
use crate::expression::function::arguments::{Outcome, exactly, list, outside, polynomial};
use crate::expression::function::takes::joined;
use crate::expression::function::{Family, Function, Takes};
use crate::expression::types::Type;
use crate::value::{ArithmeticError, Value, arithmetic};

/// The family.
pub const FAMILY: Family = Family {
    title: "Matrices and vectors",
    functions: &FUNCTIONS,
};

/// The most rows or columns.
const SIZE: usize = 20;

const VECTOR: Takes = Takes::List(&Takes::Algebraic);

const FUNCTIONS: [Function; 4] = [
    Function {
        name: "det",
        signature: "det(m)",
        summary: "The determinant of a square matrix of at most 4 rows, given as a list of rows.",
        example: ("det([[1, 2], [3, 4]])", "-2"),
        takes: &[Takes::MATRIX],
        least: 1,
        most: 1,
        gives: |types| joined(&[joined(types)]),
        call: |arguments| {
            let [m] = exactly(arguments)?;
            let rows = matrix("det", m)?;
            if rows.len() > 4 || rows.iter().any(|row| row.len() != rows.len()) {
                return Err(outside("det", "a square matrix of at most 4 rows"));
            }
            let columns: Vec<usize> = (0..rows.len()).collect();
            Ok(determinant(&rows, &columns)?)
        },
    },
    Function {
        name: "matrix_product",
        signature: "matrix_product(a, b)",
        summary: "The product of two matrices, given as lists of rows.",
        example: (
            "matrix_product([[1, 2], [3, 4]], [[0, 1], [1, 0]])",
            "[[2, 1], [4, 3]]",
        ),
        takes: &[Takes::MATRIX],
        least: 2,
        most: 2,
        gives: matrices,
        call: |arguments| {
            let [a, b] = exactly(arguments)?;
            let (a, b) = (matrix("matrix_product", a)?, matrix("matrix_product", b)?);
            let columns = turned(&b);
            let row = |row: &&[Value]| {
                let cells = columns
                    .iter()
                    .map(|column| dot("matrix_product", row, column));
                Ok(Value::List(cells.collect::<Result<_, Failure>>()?))
            };
            Ok(Value::List(
                a.iter().map(row).collect::<Result<_, Failure>>()?,
            ))
        },
    },
    Function {
        name: "transpose",
        signature: "transpose(m)",
        summary: "The matrix with its rows as columns.",
        example: ("transpose([[1, 2], [3, 4]])", "[[1, 3], [2, 4]]"),
        takes: &[Takes::MATRIX],
        least: 1,
        most: 1,
        gives: matrices,
        call: |arguments| {
            let [m] = exactly(arguments)?;
            let columns = turned(&matrix("transpose", m)?);
            Ok(Value::list(columns.into_iter().map(Value::list)))
        },
    },
    Function {
        name: "dot",
        signature: "dot(u, v)",
        summary: "The scalar product of two vectors, given as lists.",
        example: ("dot([1, 2], [3, 4])", "11"),
        takes: &[VECTOR],
        least: 2,
        most: 2,
        gives: joined,
        call: |arguments| {
            let [u, v] = exactly(arguments)?;
            let (u, v) = (list(u)?, list(v)?);
            u.iter().chain(v).try_for_each(entry)?;
            if u.is_empty() {
                return Err(outside("dot", "vectors with at least one entry"));
            }
            dot("dot", u, v)
        },
    },
];

fn matrices(types: &[Type]) -> Type {
    let entry = joined(&[joined(types)]);
    Type::list_of(Type::list_of(entry))
}

/// The rows, all of one length, neither none nor too many.
fn matrix<'a>(function: &'static str, m: &'a Value) -> Result<Vec<&'a [Value]>, Failure> {
    let rows = list(m)?.iter().map(list).collect::<Result<Vec<_>, _>>()?;
    let width = rows.first().map_or(0, |row| row.len());
    let fits = |size: usize| (1..=SIZE).contains(&size);
    if !fits(rows.len()) || !fits(width) || rows.iter().any(|row| row.len() != width) {
        let needs = "rows of one length, from 1 to 20 of them and as many columns";
        return Err(outside(function, needs));
    }
    rows.iter().copied().flatten().try_for_each(entry)?;
    Ok(rows)
}

/// Whether a value can stand in a matrix.
fn entry(value: &Value) -> Result<(), Failure> {
    if !matches!(value, Value::Surd(_) | Value::PiMultiple(_)) {
        polynomial(value)?;
    }
    Ok(())
}

fn turned(rows: &[&[Value]]) -> Vec<Vec<Value>> {
    let width = rows.first().map_or(0, |row| row.len());
    let column = |at: usize| rows.iter().filter_map(|row| row.get(at).cloned()).collect();
    (0..width).map(column).collect()
}

fn dot(function: &'static str, u: &[Value], v: &[Value]) -> Outcome {
    if u.len() != v.len() {
        return Err(outside(
            function,
            "as many columns on the left as rows on the right",
        ));
    }
    let mut sum = Value::integer(0);
    for (x, y) in u.iter().zip(v) {
        sum = arithmetic::add(&sum, &arithmetic::multiply(x, y)?)?;
    }
    Ok(sum)
}

/// Expansion along the first row (Laplace): no division, so polynomials may stand inside.
fn determinant(rows: &[&[Value]], columns: &[usize]) -> Result<Value, ArithmeticError> {
    let Some((row, below)) = rows.split_first() else {
        return Ok(Value::integer(1));
    };
    let mut sum = Value::integer(0);
    for (place, column) in columns.iter().enumerate() {
        let others: Vec<usize> = columns.iter().filter(|c| *c != column).copied().collect();
        let Some(cell) = row.get(*column) else {
            continue;
        };
        let term = arithmetic::multiply(cell, &determinant(below, &others)?)?;
        sum = if place.is_multiple_of(2) {
            arithmetic::add(&sum, &term)?
        } else {
            arithmetic::subtract(&sum, &term)?
        };
    }
    Ok(sum)
}
