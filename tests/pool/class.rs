//! A small class for tests: entries, and the forms they are about.

use isoform::form::FormSet;
use isoform::form::id::FormId;
use isoform::pool::entry::{AddedSet, Enrolled, Entry, Event, Handout, Purpose};
use isoform::pool::history::History;

use crate::set::{BANK, assembled};

/// Entries that follow each other.
#[derive(Default)]
pub struct Book {
    pub entries: Vec<Entry>,
}

impl Book {
    pub fn add(&mut self, day: &str, event: Event) -> u64 {
        let number = self.entries.len() as u64 + 1;
        self.entries.push(Entry {
            number,
            at: "2026-09-01T08:00:00Z".parse().unwrap(),
            day: day.parse().unwrap(),
            actor: "teacher".to_owned(),
            event,
        });
        number
    }

    pub fn history(&self) -> History {
        History::replay(&self.entries).unwrap()
    }
}

/// A set of four forms of the bundled bank.
pub fn forms() -> FormSet {
    assembled(BANK, 7, 4)
}

pub fn added(set: &FormSet) -> Event {
    let folder = "sets/001".to_owned();
    Event::SetAdded(AddedSet::of(set, folder, String::new(), Purpose::Secure))
}

pub fn enrolled(ids: &[&str]) -> Event {
    let student = |id: &&str| Enrolled {
        id: (*id).to_owned(),
        section: None,
    };
    Event::RosterImported {
        students: ids.iter().map(student).collect(),
    }
}

pub fn handed(pairs: &[(FormId, &str)]) -> Event {
    let handout = |(form, student): &(FormId, &str)| Handout {
        form: *form,
        student: (*student).to_owned(),
    };
    Event::HandedOut {
        sitting: "first".to_owned(),
        handouts: pairs.iter().map(handout).collect(),
    }
}

/// Three students of whom two have the first form and one the second.
pub fn begun(set: &FormSet) -> Book {
    let mut book = Book::default();
    let title = "Class".to_owned();
    book.add("2026-09-01", Event::Created { title });
    book.add("2026-09-01", enrolled(&["s1", "s2", "s3"]));
    book.add("2026-09-01", added(set));
    let [a, b] = [set.forms[0].id, set.forms[1].id];
    book.add("2026-09-02", handed(&[(a, "s1"), (b, "s2"), (a, "s3")]));
    book
}
