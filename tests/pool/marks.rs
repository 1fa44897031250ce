//! Tables of marks: what is taken, and what is refused by row.

use isoform::bank::csv;
use isoform::diagnostic::{Diagnostics, draw};
use isoform::form::FormSet;
use isoform::instance::response::ResponseRecord;
use isoform::pool::entry::{Event, Gave};
use isoform::pool::history::History;
use isoform::pool::marks::{Entered, Leave, Plans, read};
use isoform::pool::points::Points;
use isoform::source::Sources;

use crate::class::{begun, forms};

/// The table, or the messages as a teacher sees them.
fn import(text: &str, history: &History, set: &FormSet, correct: bool) -> Result<Entered, String> {
    let mut sources = Sources::new();
    let file = sources.add("marks.csv", text);
    let mut diagnostics = Diagnostics::new();
    let table = csv::read(file, text, &mut diagnostics).expect("a table");
    let plans = Plans::from([(0, set.clone())]);
    let entered = read(&table, history, &plans, Leave { correct }, &mut diagnostics);
    entered.ok_or_else(|| draw::all(&diagnostics, &sources, false))
}

#[test]
fn one_row_an_item_and_one_row_a_form_say_the_same() {
    let set = forms();
    let history = begun(&set).history();
    let id = set.forms[0].id;
    let long =
        format!("form,student,item,result\n{id},s1,1,right\n{id},s1,2,wrong\n{id},s3,1,blank\n");
    let wide = format!("form;student;1;2\n{id};s1;+;-\n{id};s3;blank;\n");
    let long = import(&long, &history, &set, false).unwrap();
    assert_eq!(long, import(&wide, &history, &set, false).unwrap());
    assert_eq!((long.new, long.corrected, long.known), (3, 0, 0));
    let students: Vec<&str> = long.marks.iter().map(|marks| &*marks.student).collect();
    assert_eq!(students, ["s1", "s3"]);
    let worth = set.models[set.forms[0].items[0].item.model].points;
    assert_eq!(long.marks[0].items[0].points, Points::whole(worth));
    assert_eq!(long.marks[0].items[1].points, Points::NONE);
    assert_eq!(long.marks[1].items[0].gave, Gave::Blank);
}

#[test]
fn an_option_chosen_names_its_misconception() {
    let set = forms();
    let history = begun(&set).history();
    let is_choice = |at: &usize| {
        let item = &set.forms[0].items[*at].item;
        matches!(
            set.models[item.model].response,
            ResponseRecord::Choice { .. }
        )
    };
    let at = (0..set.slots.len()).find(is_choice).expect("a choice");
    let item = &set.forms[0].items[at].item;
    let model = &set.models[item.model];
    let id = set.forms[0].id;
    for (place, option) in item.options.iter().enumerate() {
        let letter = ["A", "b", "C", "d", "E", "f"][place];
        let text = format!("form,student,item,result\n{id},s1,{},{letter}\n", at + 1);
        let entered = import(&text, &history, &set, false).unwrap();
        let answered = &entered.marks[0].items[0];
        assert_eq!(
            answered.points == Points::whole(model.points),
            option.is_key
        );
        let slip = option
            .misconception
            .map(|at| model.misconceptions[at].slip.as_str().into());
        assert_eq!(answered.slip, slip);
    }
    let text = format!("form,student,item,result\n{id},s1,{},Z\n", at + 1);
    let refused = import(&text, &history, &set, false).unwrap_err();
    assert!(
        refused.contains(&format!("only {} options", item.options.len())),
        "{refused}"
    );
}

#[test]
fn mistakes_are_reported_by_row_and_nothing_is_taken() {
    let set = forms();
    let history = begun(&set).history();
    let [a, b, c] = [0, 1, 2].map(|at| set.forms[at].id);
    let mistyped = a
        .to_string()
        .replacen(|c: char| c.is_ascii_alphanumeric(), "Z", 1);
    let cases = [
        (
            format!("form,student,1\n{a},s9,right\n"),
            "no student `s9`",
            "2:13",
        ),
        (
            format!("form,student,1\n{b},s1,right\n"),
            "was not given form",
            "2:13",
        ),
        (
            format!("form,student,1\n{c},,right\n"),
            "nobody was given this form",
            "2:1",
        ),
        (
            format!("form,student,1\n{a},,right\n"),
            "2 students were given",
            "2:1",
        ),
        (
            format!("form,student,1\n{mistyped},s1,right\n"),
            &*format!("did you mean `{a}`"),
            "2:1",
        ),
        (
            format!("form,student,99\n{a},s1,right\n"),
            "has no item 99",
            "2:16",
        ),
        (
            format!("form,student,item,result\n{a},s1,0,right\n"),
            "has no item 0",
            "2:16",
        ),
        (
            format!("form,student,item,result\n{a},s1,1,rihgt\n"),
            "no result of an item",
            "2:18",
        ),
        (
            format!("form,student,item,result\n{a},s1,1,99\n"),
            "is worth",
            "2:18",
        ),
        (
            format!("form,student,item,result\n{a},s1,1,right\n{a},s1,1,wrong\n"),
            "two results",
            "3:18",
        ),
        (
            format!("form,student,total\n{a},s1,999\n"),
            "points are possible",
            "2:16",
        ),
        (
            format!("form,student,total\n{a},s1,many\n"),
            "no total",
            "2:16",
        ),
        (
            format!("form,pupil,1\n{a},s1,right\n"),
            "no column `pupil`",
            "1:6",
        ),
        (
            "student,1\ns1,right\n".to_owned(),
            "no column of form IDs",
            "1:1",
        ),
        (
            format!("form,student,item\n{a},s1,1\n"),
            "no column of results",
            "1:1",
        ),
        (
            format!("form,student\n{a},s1\n"),
            "no column of results",
            "1:1",
        ),
        (format!("form,student,1\n{a},s1,\n"), "no marks", "1:1"),
        (
            format!("form,student,1,total\n{a},s1,right,1\n"),
            "beside some of the items",
            "2:22",
        ),
    ];
    for (text, message, place) in cases {
        let refused = import(&text, &history, &set, false).expect_err(&text);
        assert!(refused.contains(message), "{text}\n{refused}");
        assert!(
            refused.contains(&format!("marks.csv:{place}")),
            "{place}\n{text}\n{refused}"
        );
    }
}

#[test]
fn a_mark_is_replaced_only_on_purpose_and_by_a_new_entry() {
    let set = forms();
    let mut book = begun(&set);
    let id = set.forms[1].id;
    let first = format!("form,1,2\n{id},wrong,right\n");
    let entered = import(&first, &book.history(), &set, false).unwrap();
    book.add(
        "2026-09-03",
        Event::MarksEntered {
            marks: entered.marks,
        },
    );
    let again = import(&first, &book.history(), &set, false).unwrap();
    assert_eq!((again.marks.len(), again.known), (0, 2));
    let second = format!("form,1,2\n{id},right,right\n");
    let refused = import(&second, &book.history(), &set, false).unwrap_err();
    assert!(refused.contains("--correct"), "{refused}");
    let entered = import(&second, &book.history(), &set, true).unwrap();
    assert_eq!((entered.corrected, entered.known), (1, 1));
    let number = book.add(
        "2026-09-09",
        Event::MarksEntered {
            marks: entered.marks,
        },
    );
    let history = book.history();
    let form = history.form(id).unwrap();
    let student = history.student("s2").unwrap();
    let attempt = history.attempt(student, form).unwrap();
    assert_eq!(attempt.items.get(1).unwrap().gave, Gave::Right);
    // A correction moves no sitting to a later day.
    assert_eq!(attempt.sat_on.unwrap().to_string(), "2026-09-03");
    book.add("2026-09-09", Event::Undone { entry: number });
    let history = book.history();
    let attempt = history.attempt(student, form).unwrap();
    assert_eq!(attempt.items.get(1).unwrap().gave, Gave::Wrong);
}

#[test]
fn a_total_beside_all_items_checks_the_addition() {
    let set = forms();
    let history = begun(&set).history();
    let id = set.forms[0].id;
    let numbers: Vec<String> = (1..=set.slots.len()).map(|n| n.to_string()).collect();
    let rights = vec!["right"; set.slots.len()].join(",");
    let table = |total: u32| {
        format!(
            "form,student,{},total\n{id},s1,{rights},{total}\n",
            numbers.join(",")
        )
    };
    let all = set.points();
    assert_eq!(
        import(&table(all), &history, &set, false).unwrap().new,
        set.slots.len()
    );
    let refused = import(&table(all - 1), &history, &set, false).unwrap_err();
    assert!(refused.contains(&format!("add up to {all}")), "{refused}");
}
