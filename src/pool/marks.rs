//! Reading marks: which student did what on which form, checked against the forms.
//!
//! Two shapes of table are read. One row an item: `form,student,item,result`. One row a form:
//! `form,student,1,2,3` with a column for each item; an empty cell says nothing. Either may have a
//! column `total`, with a column `standard` where a form has several.

mod columns;
mod result;
mod row;

use std::collections::{BTreeMap, BTreeSet, HashMap};

use crate::bank::csv::Table;
use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::form::set::FormSet;
use crate::pool::entry::{Answered, Marks, Total};
use crate::pool::history::History;
use crate::pool::points::Points;
use crate::source::Span;

use columns::Columns;
pub use result::{ResultError, result, written};
use row::{Sheet, form_of};

/// The plans of sets, by their places in the history.
pub type Plans = HashMap<usize, FormSet>;

/// What a table of marks comes to.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Entered {
    /// What is new, form by form.
    pub marks: Vec<Marks>,
    /// How many items and totals have a mark for the first time.
    pub new: usize,
    /// How many marks replace another one.
    pub corrected: usize,
    /// How many say what is known already.
    pub known: usize,
}

/// What may be done with a table of marks.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Leave {
    /// Marks that differ from known ones replace them.
    pub correct: bool,
}

/// The sets of the forms that a table names.
pub fn sets(table: &Table, history: &History) -> BTreeSet<usize> {
    let mut silent = Diagnostics::new();
    let Some(columns) = Columns::of(table, &mut silent) else {
        return BTreeSet::new();
    };
    let forms = table.rows.iter().filter_map(|row| {
        let form = form_of(&row[columns.form], history).ok()?;
        Some(history.forms[form].set)
    });
    forms.collect()
}

/// Reads a table of marks. `None` when a mistake is reported; then nothing of the table counts.
pub fn read(
    table: &Table,
    history: &History,
    plans: &Plans,
    leave: Leave,
    diagnostics: &mut Diagnostics,
) -> Option<Entered> {
    let columns = Columns::of(table, diagnostics)?;
    // By attempt: the marks of a table need not stand together.
    let mut found: BTreeMap<usize, Sheet> = BTreeMap::new();
    let mut failed = false;
    for row in &table.rows {
        let taken = row::attempt(row, &columns, history).and_then(|attempt| {
            let sheet = found.entry(attempt).or_default();
            row::take(row, &columns, history, plans, attempt, sheet)
        });
        if let Err(error) = taken {
            diagnostics.push(*error);
            failed = true;
        }
    }
    let mut entered = Entered::default();
    for (attempt, sheet) in found {
        match settle(attempt, sheet, history, leave, &mut entered) {
            Ok(Some(marks)) => entered.marks.push(marks),
            Ok(None) => {}
            Err(errors) => {
                diagnostics.extend(errors);
                failed = true;
            }
        }
    }
    if !failed && entered.new + entered.corrected + entered.known == 0 {
        let message = "this table has no marks";
        let help = "give each item a row with a result, or each item a column named for its number";
        let span = table.columns.first().map(|cell| cell.span);
        diagnostics.push(Diagnostic::error(Code::BadRow, span, message).help(help));
        return None;
    }
    (!failed).then_some(entered)
}

/// What of a sheet is new, after a look at what is known.
fn settle(
    at: usize,
    sheet: Sheet,
    history: &History,
    leave: Leave,
    entered: &mut Entered,
) -> Result<Option<Marks>, Vec<Diagnostic>> {
    let attempt = &history.attempts[at];
    let mut errors = Vec::new();
    let mut refuse = |span: Span, what: String| {
        let message = format!("{what}; this row says otherwise");
        let help = "to replace a mark, import with --correct; the old one stays in the ledger";
        errors.push(Diagnostic::error(Code::NotNow, span, message).help(help));
    };
    for (item, (_, span)) in &sheet.items {
        let standard = history.set_of(attempt.form).slots[*item as usize - 1].1;
        if let Some((_, total)) = sheet.totals.get(&standard) {
            let message = "a total stands beside some of the items";
            return Err(vec![
                Diagnostic::error(Code::BadRow, *total, message)
                    .label(*span, "an item of the same standard")
                    .help("give a result to every item before the total, or to none of them"),
            ]);
        }
    }
    let mut items: Vec<Answered> = Vec::new();
    let mut totals: Vec<Total> = Vec::new();
    for (item, (answered, span)) in sheet.items {
        let standard = history.set_of(attempt.form).slots[item as usize - 1].1;
        match (attempt.items.get(item), attempt.totals.get(standard)) {
            (Some(old), _) if *old == answered => {
                entered.known += 1;
                continue;
            }
            (None, None) => entered.new += 1,
            _ if leave.correct => entered.corrected += 1,
            (Some(old), _) => refuse(
                span,
                format!("item {item} has {} already", points(old.points)),
            ),
            (None, Some(total)) => refuse(
                span,
                format!("the standard of item {item} has a total of {total} already"),
            ),
        }
        items.push(answered);
    }
    for (standard, (total, span)) in sheet.totals {
        let set = history.set_of(attempt.form);
        let own = |item: u32| set.slots[item as usize - 1].1 == standard;
        let has_items = attempt.items.iter().any(|(item, _)| own(*item));
        match attempt.totals.get(standard) {
            Some(old) if *old == total => {
                entered.known += 1;
                continue;
            }
            None if !has_items => entered.new += 1,
            _ if leave.correct => entered.corrected += 1,
            Some(old) => refuse(span, format!("the total is {old} already")),
            None => refuse(span, "its items have marks already".to_owned()),
        }
        totals.push(Total {
            standard,
            points: total,
        });
    }
    if !errors.is_empty() {
        return Err(errors);
    }
    let is_new = !items.is_empty() || !totals.is_empty();
    Ok(is_new.then(|| Marks {
        form: history.forms[attempt.form].id,
        student: history.students[attempt.student].id.clone(),
        items,
        totals,
    }))
}

/// `1 point`
fn points(points: Points) -> String {
    match points == Points::whole(1) {
        true => format!("{points} point"),
        false => format!("{points} points"),
    }
}
