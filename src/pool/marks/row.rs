//! A row of a table of marks.

use std::collections::BTreeMap;

use crate::bank::csv::Cell;
use crate::diagnostic::{Code, Diagnostic, suggest};
use crate::form::id::{self, FormId};
use crate::pool::entry::Answered;
use crate::pool::history::History;
use crate::pool::marks::Plans;
use crate::pool::marks::columns::Columns;
use crate::pool::marks::result::result;
use crate::pool::points::Points;
use crate::source::Span;

/// The marks of one attempt as a table has them, each with its place.
#[derive(Debug, Default)]
pub struct Sheet {
    pub items: BTreeMap<u32, (Answered, Span)>,
    pub totals: BTreeMap<usize, (Points, Span)>,
}

/// A message is large, and most rows have none.
type Taken<T> = Result<T, Box<Diagnostic>>;

fn fail<T>(cell: &Cell, message: impl Into<String>, help: impl Into<String>) -> Taken<T> {
    let error = Diagnostic::error(Code::BadRow, cell.span, message);
    Err(Box::new(error.help(help)))
}

/// The form that a cell names.
pub fn form_of(cell: &Cell, history: &History) -> Taken<usize> {
    let near = || {
        let known: Vec<FormId> = history.forms.iter().map(|form| form.id).collect();
        let meant = id::suggest(&cell.text, &known);
        meant.map_or_else(String::new, |meant| format!("did you mean `{meant}`?"))
    };
    let form: FormId = match cell.text.parse() {
        Ok(form) => form,
        Err(error) => return fail(cell, error.to_string(), near()),
    };
    match history.form(form) {
        Some(at) => Ok(at),
        None => fail(cell, format!("the pool has no form `{form}`"), near()),
    }
}

/// The attempt that a row is about.
pub fn attempt(row: &[Cell], columns: &Columns, history: &History) -> Taken<usize> {
    let form_cell = &row[columns.form];
    let form = form_of(form_cell, history)?;
    let holders = &history.forms[form].attempts;
    let cell = columns.student.map(|at| &row[at]);
    let Some(cell) = cell.filter(|cell| !cell.text.is_empty()) else {
        return match holders.as_slice() {
            [only] => Ok(*only),
            [] => fail(form_cell, "nobody was given this form", HAND_OUT),
            more => {
                let message = format!("{} students were given this form", more.len());
                fail(form_cell, message, "name the student in a column `student`")
            }
        };
    };
    let Some(student) = history.student(&cell.text) else {
        let ids = history.students.iter().map(|student| &*student.id);
        let help = suggest::did_you_mean(&cell.text, ids)
            .map(|meant| format!("did you mean `{meant}`?"))
            .unwrap_or_else(|| "students are named by the ids of the roster".to_owned());
        return fail(
            cell,
            format!("the pool has no student `{}`", cell.text),
            help,
        );
    };
    let held = |at: &&usize| history.attempts[**at].student == student;
    match holders.iter().find(held) {
        Some(at) => Ok(*at),
        None => {
            let id = history.forms[form].id;
            let message = format!("student `{}` was not given form {id}", cell.text);
            let help = match holders.as_slice() {
                [only] => {
                    let holder = history.attempts[*only].student;
                    format!("student `{}` was", history.students[holder].id)
                }
                _ => HAND_OUT.to_owned(),
            };
            fail(cell, message, help)
        }
    }
}

const HAND_OUT: &str = "enter who had which form first, by `isoform pool assign`";

/// Takes in what a row says.
pub fn take(
    row: &[Cell],
    columns: &Columns,
    history: &History,
    plans: &Plans,
    attempt: usize,
    sheet: &mut Sheet,
) -> Taken<()> {
    let form = history.attempts[attempt].form;
    if let (Some(item), Some(result)) = (columns.item, columns.result)
        && !(row[item].text.is_empty() && row[result].text.is_empty())
    {
        let number = item_number(&row[item], history, form)?;
        mark(&row[result], number, history, plans, form, sheet)?;
    }
    for (at, number) in &columns.items {
        let cell = &row[*at];
        if cell.text.is_empty() {
            continue;
        }
        known_item(cell, *number, history, form)?;
        mark(cell, *number, history, plans, form, sheet)?;
    }
    match columns.total.map(|at| &row[at]) {
        Some(cell) if !cell.text.is_empty() => total(cell, row, columns, history, form, sheet),
        _ => Ok(()),
    }
}

fn item_number(cell: &Cell, history: &History, form: usize) -> Taken<u32> {
    match cell.text.parse() {
        Ok(number) => known_item(cell, number, history, form).map(|()| number),
        Err(_) => fail(cell, "this is no number of an item", items(history, form)),
    }
}

fn known_item(cell: &Cell, number: u32, history: &History, form: usize) -> Taken<()> {
    let count = history.set_of(form).slots.len();
    if number == 0 || number as usize > count {
        let id = history.forms[form].id;
        let message = format!("form {id} has no item {number}");
        return fail(cell, message, items(history, form));
    }
    Ok(())
}

fn items(history: &History, form: usize) -> String {
    format!("its items are 1 to {}", history.set_of(form).slots.len())
}

fn mark(
    cell: &Cell,
    number: u32,
    history: &History,
    plans: &Plans,
    form: usize,
    sheet: &mut Sheet,
) -> Taken<()> {
    let own = &history.forms[form];
    let plan = plans.get(&own.set);
    let found = plan.and_then(|plan| {
        let form = plan.forms.iter().find(|form| form.id == own.id)?;
        Some((plan, &form.items.get(number as usize - 1)?.item))
    });
    let Some((plan, item)) = found else {
        return fail(
            cell,
            "the set of this form cannot be read",
            "run `isoform pool verify`",
        );
    };
    let answered = match result(&cell.text, plan, item, number) {
        Ok(answered) => answered,
        Err(error) => return fail(cell, error.to_string(), error.help()),
    };
    match sheet.items.insert(number, (answered, cell.span)) {
        None => Ok(()),
        Some((_, first)) => Err(twice(cell, first, format!("item {number}"))),
    }
}

fn twice(cell: &Cell, first: Span, what: String) -> Box<Diagnostic> {
    let message = format!("{what} of this student has two results in this table");
    let error = Diagnostic::error(Code::BadRow, cell.span, message);
    Box::new(
        error
            .label(first, "the first one stands here")
            .help("remove one of them"),
    )
}

fn total(
    cell: &Cell,
    row: &[Cell],
    columns: &Columns,
    history: &History,
    form: usize,
    sheet: &mut Sheet,
) -> Taken<()> {
    let set = history.set_of(form);
    let named = columns
        .standard
        .map(|at| &row[at])
        .filter(|cell| !cell.text.is_empty());
    let standards: Vec<&str> = set.standards.iter().map(|standard| &*standard.id).collect();
    let standard = match (named, standards.as_slice()) {
        (Some(named), _) => match standards.iter().position(|id| *id == named.text) {
            Some(at) => Some(at),
            None => {
                let message = format!("this form does not test `{}`", named.text);
                return fail(named, message, suggest::help(&named.text, standards));
            }
        },
        (None, [_]) => Some(0),
        _ => None,
    };
    let points: Points = match cell.text.parse() {
        Ok(points) => points,
        Err(error) => return fail(cell, "this is no total", format!("{error}")),
    };
    let numbered = || (1_u32..).zip(&set.slots);
    let is_own = |of: usize| standard.is_none_or(|standard| standard == of);
    let own = || numbered().filter(|(_, slot)| is_own(slot.1));
    let possible = own().fold(0_u32, |sum, (_, slot)| sum.saturating_add(slot.0));
    if points > Points::whole(possible) {
        return fail(
            cell,
            format!("{possible} points are possible here"),
            "check the total",
        );
    }
    // Beside all the items a total is a check of the addition.
    let marked: Vec<Points> = own()
        .filter_map(|(item, _)| sheet.items.get(&item).map(|(answered, _)| answered.points))
        .collect();
    if marked.len() == own().count() {
        let sum = Points::sum(marked);
        return match sum == Some(points) {
            true => Ok(()),
            false => {
                let sum = sum.map_or_else(|| "another number".to_owned(), |sum| sum.to_string());
                fail(
                    cell,
                    format!("its items add up to {sum}"),
                    "check the total and the items",
                )
            }
        };
    }
    if !marked.is_empty() {
        let message = "a total stands beside some of the items";
        return fail(
            cell,
            message,
            "give a result to every item, or to none of them",
        );
    }
    let Some(standard) = standard else {
        let message = "this form tests several standards";
        let help = format!(
            "name one in a column `standard`, or mark item by item: {}",
            suggest::listed(&standards)
        );
        return fail(cell, message, help);
    };
    match sheet.totals.insert(standard, (points, cell.span)) {
        None => Ok(()),
        Some((_, first)) => Err(twice(cell, first, "this standard".to_owned())),
    }
}
