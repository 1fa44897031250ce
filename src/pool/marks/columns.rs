//! The columns of a table of marks.

use crate::bank::csv::{Cell, Table};
use crate::diagnostic::{Code, Diagnostic, Diagnostics, suggest};

/// Where a table has what.
pub struct Columns {
    pub form: usize,
    pub student: Option<usize>,
    pub item: Option<usize>,
    pub result: Option<usize>,
    pub total: Option<usize>,
    pub standard: Option<usize>,
    /// Columns named for items, with their numbers.
    pub items: Vec<(usize, u32)>,
}

const NAMES: [&str; 6] = ["form", "student", "item", "result", "total", "standard"];
/// Columns that are read by people only.
const PASSED: [&str; 8] = [
    "name",
    "section",
    "date",
    "day",
    "comment",
    "model",
    "points",
    "misconception",
];

impl Columns {
    pub fn of(table: &Table, diagnostics: &mut Diagnostics) -> Option<Self> {
        let find = |name: &str| {
            let is_meant = |cell: &Cell| cell.text.eq_ignore_ascii_case(name);
            table.columns.iter().position(is_meant)
        };
        let mut items = Vec::new();
        let mut sound = true;
        for (at, column) in table.columns.iter().enumerate() {
            let text = column.text.to_ascii_lowercase();
            if let Ok(item) = text.trim_start_matches("item").trim().parse::<u32>() {
                items.push((at, item));
            } else if !NAMES.contains(&&*text) && !PASSED.contains(&&*text) {
                let message = format!("a table of marks has no column `{}`", column.text);
                let error = Diagnostic::error(Code::BadRow, column.span, message);
                diagnostics.push(error.help(suggest::help(&text, NAMES)));
                sound = false;
            }
        }
        let mut lacks = |help: &str, what: &str| {
            let span = table.columns.first().map(|cell| cell.span);
            let message = format!("this table has no {what}");
            diagnostics.push(Diagnostic::error(Code::BadRow, span, message).help(help));
            sound = false;
        };
        let found = Self {
            form: find("form").unwrap_or(0),
            student: find("student"),
            item: find("item"),
            result: find("result"),
            total: find("total"),
            standard: find("standard"),
            items,
        };
        if find("form").is_none() {
            lacks(
                "name a column `form`; it holds the IDs printed on the papers",
                "column of form IDs",
            );
        }
        if found.item.is_some() != found.result.is_some() {
            lacks(
                "`item` and `result` go together: `form,student,item,result`",
                match found.item {
                    Some(_) => "column of results",
                    None => "column of items",
                },
            );
        } else if found.item.is_none() && found.items.is_empty() && found.total.is_none() {
            lacks(
                "write one row an item, `form,student,item,result`, or one row a form, `form,student,1,2,3`",
                "column of results",
            );
        }
        sound.then_some(found)
    }
}
