//! The world of a random term: its standards, units, students and sets.

use isoform::form::id::FormId;
use isoform::form::label::FormLabel;
use isoform::instance::fingerprint::Fingerprint;
use isoform::pool::day::Day;
use isoform::pool::entry::{
    AddedForm, AddedItem, AddedSet, AddedStandard, Answered, Gave, Purpose,
};
use isoform::pool::points::Points;
use isoform::pool::policy::{Late, Policy, Unit};

pub const STUDENTS: usize = 6;
pub const STANDARDS: [&str; 3] = ["A", "B", "C"];
/// The items of a form, each worth a point; two thirds of the points are mastery.
pub const ITEMS: usize = 3;

/// For so many days an opening unit takes requests for the one before.
pub const CARRY: i64 = 10;
/// The units: standard, first day, last day, and the last day for requests where they are carried.
pub const UNITS: [(&str, i64, i64, i64); 3] =
    [("A", 0, 20, 39), ("B", 30, 60, 74), ("C", 65, 200, 200)];

pub fn day(number: i64) -> Day {
    let first: Day = "2026-09-01".parse().unwrap();
    first.plus(u16::try_from(number).unwrap())
}

pub fn student(at: usize) -> String {
    format!("s{}", at % STUDENTS)
}

pub fn policy(rule: usize, late: usize, [keys, contexts, evidence]: [bool; 3]) -> Policy {
    let units = UNITS.map(|(standard, from, until, _)| Unit {
        title: standard.to_owned(),
        standards: vec![standard.to_owned()],
        from: day(from),
        until: day(until),
    });
    let mut policy = Policy {
        marks: isoform::pool::mark::MarkRule::NAMES[rule].1,
        late: [Late::Carry, Late::Closed, Late::Open][late],
        carry: u16::try_from(CARRY).unwrap(),
        units: units.to_vec(),
        evidence,
        ..Policy::default()
    };
    policy.fresh.keys = keys;
    policy.fresh.contexts = contexts;
    policy
}

pub fn in_window(late: Late, standard: &str, asked: Day) -> bool {
    let (_, from, until, carried) = UNITS.into_iter().find(|unit| unit.0 == standard).unwrap();
    let last = match late {
        Late::Closed => day(until),
        Late::Carry => day(carried),
        Late::Open => Day::new(jiff::civil::Date::MAX),
    };
    (day(from)..=last).contains(&asked)
}

/// A set of five forms of one standard; instances repeat between sets, stories within them.
pub fn set(number: u16, standard: &str, purpose: Purpose) -> AddedSet {
    let forms = (0..5_u16).map(|place| {
        let items = (0..ITEMS as u16).map(|item| AddedItem {
            model: usize::from(item % 2),
            fingerprint: Fingerprint(u128::from(number % 4) * 100 + u128::from(place * 7 + item)),
            key: format!("{:016x}", (number + place * item) % 5),
            stories: vec![format!("{:016x}", (number * 3 + place) % 9)],
        });
        AddedForm {
            id: id(&format!("{number} {place} {standard}"), number * 5 + place),
            corrects: None,
            items: items.collect(),
        }
    });
    AddedSet {
        folder: format!("sets/{number:03}"),
        digest: String::new(),
        purpose,
        bank: "b".to_owned(),
        version: "1".to_owned(),
        bank_digest: String::new(),
        blueprint: "default".to_owned(),
        seed: "1".to_owned(),
        standards: vec![AddedStandard {
            id: standard.to_owned(),
            cut: Some([2, 3]),
        }],
        models: vec!["m".to_owned(), "n".to_owned()],
        slots: vec![(1, 0); ITEMS],
        forms: forms.collect(),
    }
}

pub fn id(content: &str, label: u16) -> FormId {
    FormId::new(content.as_bytes(), FormLabel::new(label.into()))
}

pub fn mark(item: u32, points: u32) -> Answered {
    Answered {
        item,
        gave: [Gave::Points, Gave::Option('B'), Gave::Wrote("7".into())][item as usize % 3].clone(),
        points: Points::whole(points),
        slip: (points == 0).then(|| format!("slip {item}").into()),
        met: None,
    }
}
