//! Tables of a pool: whole for the teacher, without people for others.

use std::collections::HashMap;

use isoform::bank::csv;
use isoform::diagnostic::Diagnostics;
use isoform::pool::entry::{Answered, Event, Gave, Marks, Request};
use isoform::pool::export::{Reader, Sheet, sheets};
use isoform::pool::history::History;
use isoform::pool::marks::{Leave, Plans, read};
use isoform::pool::points::Points;
use isoform::pool::policy::Policy;
use isoform::source::Sources;

use crate::class::{Book, begun, forms};

fn class() -> (isoform::form::FormSet, Book) {
    let set = forms();
    let mut book = begun(&set);
    let student = "s1".to_owned();
    book.add(
        "2026-09-03",
        Event::Requested {
            requests: vec![Request {
                student: student.clone(),
                standard: set.standards[0].id.clone(),
                evidence: "practised with Grace Hopper".to_owned(),
                day: "2026-09-03".parse().unwrap(),
            }],
        },
    );
    let items = (1..=set.slots.len()).map(|item| Answered {
        item: item as u32,
        gave: Gave::Wrong,
        points: Points::NONE,
        slip: None,
        met: None,
    });
    let marks = vec![Marks {
        form: set.forms[0].id,
        student,
        items: items.collect(),
        totals: Vec::new(),
    }];
    book.add("2026-09-04", Event::MarksEntered { marks });
    (set, book)
}

fn names() -> Reader {
    let names = [("s1", "=Ada \"the first\", Countess"), ("s2", "Bo")];
    Reader::Teacher(
        names
            .map(|(id, name)| (id.to_owned(), name.to_owned()))
            .into(),
    )
}

fn text(sheets: &[Sheet]) -> String {
    sheets
        .iter()
        .map(|sheet| sheet.csv() + &sheet.json().to_string())
        .collect()
}

#[test]
fn every_table_is_read_back_as_it_was() {
    let (_, book) = class();
    let history = book.history();
    for sheet in sheets(&history, &Policy::default(), &names()) {
        let (written, mut sources, mut diagnostics) =
            (sheet.csv(), Sources::new(), Diagnostics::new());
        let file = sources.add(sheet.name, written.clone());
        let table = csv::read(file, &written, &mut diagnostics).expect(sheet.name);
        assert_eq!(table.rows.len(), sheet.rows.len(), "{}", sheet.name);
        for (read, row) in table.rows.iter().zip(&sheet.rows) {
            let read = read
                .iter()
                .map(|cell| cell.text.trim_start_matches('\'').to_owned());
            assert_eq!(&read.collect::<Vec<_>>(), row);
        }
    }
    let students = sheets(&history, &Policy::default(), &names())[0].csv();
    // No spreadsheet takes a name for a formula.
    assert!(
        students.contains("\"'=Ada \"\"the first\"\", Countess\""),
        "{students}"
    );
}

#[test]
fn exported_marks_can_be_imported_and_say_nothing_new() {
    let (set, book) = class();
    let history: History = book.history();
    let marks = &sheets(&history, &Policy::default(), &names())[3];
    assert_eq!((marks.name, marks.rows.len()), ("marks", set.slots.len()));
    let (written, mut sources, mut diagnostics) = (marks.csv(), Sources::new(), Diagnostics::new());
    let file = sources.add("marks.csv", written.clone());
    let table = csv::read(file, &written, &mut diagnostics).unwrap();
    let plans = Plans::from([(0, set.clone())]);
    let entered = read(&table, &history, &plans, Leave::default(), &mut diagnostics).unwrap();
    assert_eq!((entered.new, entered.known), (0, set.slots.len()));
}

#[test]
fn others_learn_nothing_of_anybody() {
    let (_, book) = class();
    let history = book.history();
    let told = text(&sheets(
        &history,
        &Policy::default(),
        &Reader::Others("salt".to_owned()),
    ));
    for secret in ["Ada", "Bo", "Grace", "\"s1\"", "s2,", "s3,", "practised"] {
        assert!(!told.contains(secret), "{secret}\n{told}");
    }
    // Who is who stays the same from table to table and from export to export.
    let again = text(&sheets(
        &history,
        &Policy::default(),
        &Reader::Others("salt".to_owned()),
    ));
    assert_eq!(told, again);
    let numbers: HashMap<&str, usize> = ["student-1", "student-2", "student-3"]
        .map(|name| (name, told.matches(name).count()))
        .into();
    assert!(numbers.values().all(|count| *count >= 2), "{numbers:?}");
}
