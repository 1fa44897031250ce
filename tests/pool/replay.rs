//! What entries come to.

use isoform::pool::entry::{Answered, Event, Gave, Marks, Place, Recall, Remedy, Total};
use isoform::pool::history::History;
use isoform::pool::points::Points;
use isoform::render::compose::Composer;

use crate::class::{Book, begun, enrolled, forms, handed};

fn right(item: u32, points: u32) -> Answered {
    Answered {
        item,
        gave: Gave::Right,
        points: Points::whole(points),
        slip: None,
        met: None,
    }
}

#[test]
fn who_is_not_on_a_roster_is_inactive_and_keeps_everything() {
    let set = forms();
    let mut book = begun(&set);
    book.add("2026-09-05", enrolled(&["s2", "s4"]));
    let history = book.history();
    let active = |id: &str| history.students[history.student(id).unwrap()].active;
    assert_eq!(
        ["s1", "s2", "s3", "s4"].map(active),
        [false, true, false, true]
    );
    assert_eq!(
        history.attempts_of(history.student("s1").unwrap()).count(),
        1
    );
}

#[test]
fn an_undone_history_is_the_history_before() {
    let set = forms();
    let mut book = begun(&set);
    let before = book.history();
    let number = book.add("2026-09-05", enrolled(&["s9"]));
    assert_ne!(book.history().students, before.students);
    assert_eq!(book.history().undoable().unwrap().number, number);
    book.add("2026-09-05", Event::Undone { entry: number });
    let after = book.history();
    assert_eq!(after.students, before.students);
    assert_eq!(after.attempts, before.attempts);
    // The next step back is the sitting.
    assert_eq!(after.undoable().unwrap().number, 4);
}

#[test]
fn what_cannot_have_happened_is_no_history() {
    let set = forms();
    let id = set.forms[0].id;
    let broken = |event: Event| {
        let mut book = begun(&set);
        book.add("2026-09-05", event);
        History::replay(&book.entries).unwrap_err().to_string()
    };
    assert!(broken(handed(&[(id, "s1")])).contains("had form"));
    assert!(broken(handed(&[(id, "s7")])).contains("no student s7"));
    assert!(broken(Event::Undone { entry: 99 }).contains("cancels entry 99"));
    let marks = |item: u32, student: &str| Event::MarksEntered {
        marks: vec![Marks {
            form: id,
            student: student.to_owned(),
            items: vec![right(item, 1)],
            totals: Vec::new(),
        }],
    };
    assert!(broken(marks(1, "s2")).contains("did not have form"));
    assert!(broken(marks(0, "s1")).contains("has no item 0"));
    assert!(broken(marks(400, "s1")).contains("has no item 400"));
    assert!(broken(crate::class::added(&set)).contains("comes twice"));
    let mut book = begun(&set);
    book.entries.remove(1);
    assert!(History::replay(&book.entries).is_err());
}

/// A class in which s1 has every item of the first form right.
fn marked() -> (isoform::form::FormSet, Book) {
    let set = forms();
    let mut book = begun(&set);
    let worth = |at: usize| set.models[set.slots[at].model].points;
    let items = (0..set.slots.len()).map(|at| right(at as u32 + 1, worth(at)));
    let marks = vec![Marks {
        form: set.forms[0].id,
        student: "s1".to_owned(),
        items: items.collect(),
        totals: Vec::new(),
    }];
    book.add("2026-09-03", Event::MarksEntered { marks });
    (set, book)
}

#[test]
fn outcomes_count_the_points_of_each_standard() {
    let (set, book) = marked();
    let history = book.history();
    let attempt = history.attempt(0, 0).unwrap();
    for (place, _) in set.standards.iter().enumerate() {
        let outcome = history.outcome(attempt, place).unwrap();
        let slots = set.slots.iter().filter(|slot| slot.standard == place);
        let points: u32 = slots.map(|slot| set.models[slot.model].points).sum();
        assert_eq!(
            (outcome.earned, outcome.possible),
            (Points::whole(points), points)
        );
        assert_eq!(outcome.is_mastered(), Some(true));
    }
    // Printed is not attempted.
    let other = history.attempt(1, 1).unwrap();
    assert!(!other.is_marked());
    assert_eq!(history.outcome(other, 0).unwrap().is_mastered(), None);
}

#[test]
fn a_recalled_item_counts_for_nothing_or_for_everybody() {
    let (set, mut book) = marked();
    let form = set.forms[0].id;
    let slot = set.slots[0].clone();
    let worth = set.models[slot.model].points;
    let recall = |remedy: Remedy| {
        Event::Recalled(Recall {
            model: set.models[slot.model].id.clone(),
            when: None,
            reason: String::new(),
            places: vec![Place { form, item: 1 }],
            remedy,
            rescored: Vec::new(),
            editions: Vec::new(),
        })
    };
    let possible = |book: &Book, student: usize| {
        let history = book.history();
        let outcome = history.outcome(history.attempt(student, 0).unwrap(), slot.standard);
        let outcome = outcome.unwrap();
        (outcome.earned, outcome.possible)
    };
    let (earned, all) = possible(&book, 0);
    let number = book.add("2026-09-06", recall(Remedy::Drop));
    assert!(!book.history().is_sound(0));
    assert_eq!(
        possible(&book, 0),
        (Points::whole(all - worth), all - worth)
    );
    book.add("2026-09-06", Event::Undone { entry: number });
    assert_eq!(possible(&book, 0), (earned, all));
    assert!(book.history().is_sound(0));
    book.add("2026-09-06", recall(Remedy::Credit));
    // s3 left everything out.
    assert_eq!(possible(&book, 2), (Points::whole(worth), all));
}

#[test]
fn a_total_takes_the_place_of_items_and_items_that_of_a_total() {
    let (set, mut book) = marked();
    let standard = set.slots[0].standard;
    let marks = |items: Vec<Answered>, totals: Vec<Total>| Event::MarksEntered {
        marks: vec![Marks {
            form: set.forms[0].id,
            student: "s1".to_owned(),
            items,
            totals,
        }],
    };
    let points = Points::NONE;
    book.add(
        "2026-09-04",
        marks(Vec::new(), vec![Total { standard, points }]),
    );
    let outcome = |book: &Book| {
        let history = book.history();
        history
            .outcome(history.attempt(0, 0).unwrap(), standard)
            .unwrap()
    };
    assert_eq!(
        (outcome(&book).earned, outcome(&book).unmarked),
        (Points::NONE, 0)
    );
    assert_eq!(outcome(&book).is_mastered(), Some(false));
    book.add("2026-09-04", marks(vec![right(1, 1)], Vec::new()));
    assert_eq!(outcome(&book).earned, Points::whole(1));
    assert!(outcome(&book).unmarked > 0);
}

/// What the head of a page says of each standard is what the board goes by.
#[test]
fn a_page_says_what_each_standard_takes() {
    let (set, book) = marked();
    let history = book.history();
    let attempt = history.attempt(0, 0).unwrap();
    let page = Composer::new(&set).unwrap().form(&set.forms[0]);
    assert!(set.standards.len() > 1);
    assert_eq!(page.mastery, "80% on each standard");
    for at in 0..set.standards.len() {
        let own = set.slots.iter().filter(|slot| slot.standard == at);
        let worth: u32 = own.map(|slot| set.models[slot.model].points).sum();
        let outcome = history.outcome(attempt, at).unwrap();
        assert_eq!(outcome.possible, worth);
        let cut = format!("{} of {worth}", outcome.needed);
        assert_eq!(page.standards[at].mastery, cut);
    }
}
