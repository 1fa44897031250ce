//! The row of a table that a key names.

use crate::diagnostic::suggest;
use crate::expression::failure::Failure;
use crate::expression::function::arguments::{Outcome, exactly, list, row, text};
use crate::expression::function::takes::element;
use crate::expression::function::{Function, Takes};
use crate::value::Value;
use crate::value::notation::describe;

/// The row of the table; `rows["key"]` is this function with the name of the first column.
pub const ROW_WITH: Function = Function {
    name: "row_with",
    signature: "row_with(rows, column, value)",
    summary: "The row that has this value in this column. In the first column, a text is looked up \
              with `rows[\"text\"]`. It is an error if no row has it, or if two different ones do.",
    example: ("row_with(tally([5, 3, 5]), \"value\", 5).count", "2"),
    takes: &[Takes::List(&Takes::Row), Takes::Text, Takes::Any],
    least: 3,
    most: 3,
    gives: element,
    call,
};

fn call(arguments: &[Value]) -> Outcome {
    let [rows, column, wanted] = exactly(arguments)?;
    let (rows, column) = (list(rows)?, text(column)?);
    let mut found: Option<&Value> = None;
    for element in rows {
        let is_wanted = row(element)?
            .get(column)
            .is_some_and(|cell| cell.same(wanted));
        match found {
            Some(before) if is_wanted && !before.same(element) => {
                return Err(Failure::SeveralRows {
                    column: column.into(),
                    value: describe(wanted).into(),
                });
            }
            _ if is_wanted => found = Some(element),
            _ => {}
        }
    }
    match found {
        Some(row) => Ok(row.clone()),
        None => Err(missing(rows, column, wanted)),
    }
}

/// Why no row is found: the column does not exist, or the value does not stand in it.
fn missing(rows: &[Value], column: &str, wanted: &Value) -> Failure {
    let rows = || rows.iter().filter_map(|element| row(element).ok());
    let cells = || rows().filter_map(|row| row.get(column));
    if let (Some(first), None) = (rows().next(), cells().next()) {
        return Failure::NoField {
            name: column.into(),
            known: first.names().cloned().collect(),
        };
    }
    let texts = cells().filter_map(|cell| text(cell).ok());
    let meant = text(wanted)
        .ok()
        .and_then(|wanted| suggest::did_you_mean(wanted, texts));
    Failure::NoRow {
        column: column.into(),
        value: describe(wanted).into(),
        meant: meant.map(Into::into),
    }
}
