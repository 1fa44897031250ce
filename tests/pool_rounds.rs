//! Random terms: nobody has an instance twice, nothing ineligible is issued, and the board is
//! what a second, naive walk over the entries finds.

use std::collections::{BTreeMap, HashSet};

use isoform::form::id::FormId;
use isoform::form::label::FormLabel;
use isoform::instance::fingerprint::Fingerprint;
use isoform::pool::board::{Board, Status, View};
use isoform::pool::day::{Day, Moment};
use isoform::pool::entry::{
    AddedForm, AddedItem, AddedSet, AddedStandard, Answered, Enrolled, Entry, Event, Gave, Handout,
    Marks, Purpose, Request,
};
use isoform::pool::history::History;
use isoform::pool::issue::{carried, issue};
use isoform::pool::mark::MarkRule;
use isoform::pool::points::Points;
use isoform::pool::policy::{Policy, Unit};
use isoform::pool::requests::review;
use isoform::seed::Seed;
use proptest::prelude::{ProptestConfig, any, prop, proptest};

const STUDENTS: usize = 5;
const STANDARDS: [&str; 3] = ["A", "B", "C"];
/// The cut of every standard: 2 of 3 points.
const ITEMS: usize = 3;

fn day(number: i64) -> Day {
    let first: Day = "2026-09-01".parse().unwrap();
    first.plus(u16::try_from(number).unwrap())
}

fn student(at: usize) -> String {
    format!("s{}", at % STUDENTS)
}

/// A set of five forms of one standard; instances repeat between sets, stories within them.
fn set(number: u16, standard: &str, purpose: Purpose) -> AddedSet {
    let forms = (0..5_u16).map(|place| {
        let items = (0..ITEMS as u16).map(|item| AddedItem {
            model: 0,
            fingerprint: Fingerprint(u128::from(number % 4) * 100 + u128::from(place * 7 + item)),
            key: format!("{:016x}", (number + place * item) % 5),
            stories: vec![format!("{:016x}", (number * 3 + place) % 9)],
        });
        let items: Vec<AddedItem> = items.collect();
        let content = format!("{number} {place} {standard}");
        AddedForm {
            id: FormId::new(
                content.as_bytes(),
                FormLabel::new(u32::from(number * 5 + place)),
            ),
            corrects: None,
            items,
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
        models: vec!["m".to_owned()],
        slots: vec![(1, 0); ITEMS],
        forms: forms.collect(),
    }
}

struct Term {
    history: History,
    entries: Vec<Entry>,
    today: i64,
}

impl Term {
    fn add(&mut self, event: Event) {
        let entry = Entry {
            number: self.history.last + 1,
            at: "2026-09-01T08:00:00Z".parse::<Moment>().unwrap(),
            day: day(self.today),
            actor: "t".to_owned(),
            event,
        };
        let mut next = self.history.clone();
        // What does not fit (a form that the student had before) is not done.
        if next.take(&entry, None).is_ok() {
            self.history = next;
            self.entries.push(entry);
        }
    }

    fn board(&self, policy: &Policy) -> Board {
        Board::of(&self.history, policy, &View::default())
    }

    fn step(&mut self, policy: &Policy, (what, a, b): (u8, u16, u16)) {
        let (who, other) = (usize::from(a), usize::from(b));
        let forms = self.history.forms.len();
        match what % 10 {
            0 => self.today += i64::from(a % 5),
            1 if a % 3 == 0 => {
                let purpose = if b % 4 == 0 {
                    Purpose::Practice
                } else {
                    Purpose::Secure
                };
                let number = u16::try_from(self.history.sets.len()).unwrap();
                self.add(Event::SetAdded(set(number, STANDARDS[other % 3], purpose)));
            }
            2 if forms > 0 => {
                // As `assign` does: nobody is handed what they have seen.
                let seen = isoform::pool::fresh::Seen::by(&self.history, who % STUDENTS);
                let form = other % forms;
                if seen.stale(&self.history, form, policy.fresh).is_none() {
                    let form = self.history.forms[form].id;
                    let handouts = vec![Handout {
                        form,
                        student: student(who),
                    }];
                    self.add(Event::HandedOut {
                        sitting: "x".to_owned(),
                        handouts,
                    });
                }
            }
            3 | 4 if !self.history.attempts.is_empty() => {
                let attempt = &self.history.attempts[who % self.history.attempts.len()];
                let right = other % 4;
                let items = (1..=3_u32).map(|item| Answered {
                    item,
                    gave: Gave::Points,
                    points: Points::whole(u32::from((item as usize) <= right)),
                    slip: None,
                    met: None,
                });
                let marks = Marks {
                    form: self.history.forms[attempt.form].id,
                    student: self.history.students[attempt.student].id.clone(),
                    items: items.take(if b % 7 == 0 { 2 } else { 3 }).collect(),
                    totals: Vec::new(),
                };
                self.add(Event::MarksEntered { marks: vec![marks] });
            }
            5 | 6 => {
                let request = Request {
                    student: student(who),
                    standard: STANDARDS[other % 3].to_owned(),
                    evidence: if b % 5 == 0 {
                        String::new()
                    } else {
                        "worked".to_owned()
                    },
                    day: day(self.today),
                };
                self.add(Event::Requested {
                    requests: vec![request],
                });
            }
            7 => {
                let found = review(&self.history, policy, &self.board(policy), day(self.today));
                let decisions = found.iter().map(|one| one.decision()).collect();
                self.add(Event::Reviewed { decisions });
            }
            8 => {
                let (board, seed, today) =
                    (self.board(policy), Seed::new(a.into()), day(self.today));
                let found = if b % 5 == 0 {
                    carried(&self.history, policy, &board, seed, today).unwrap_or_default()
                } else {
                    issue(&self.history, policy, &board, seed, today)
                };
                self.eligible(policy, &found, b % 5 == 0);
                let packets = found.packets.iter().map(|one| one.packet(&self.history));
                let packets: Vec<_> = packets.collect();
                let before = self.entries.len();
                self.add(Event::Issued {
                    folder: format!("packets/{before}"),
                    packets,
                });
                assert_eq!(
                    self.entries.len(),
                    before + 1,
                    "packets that the ledger refuses"
                );
            }
            9 if forms > 0 && b % 6 == 0 => {
                let form = self.history.forms[who % forms].id;
                self.add(Event::Exposed {
                    form,
                    reason: String::new(),
                });
            }
            _ => {}
        }
    }

    /// The rules once more, from the entries alone.
    fn eligible(&self, policy: &Policy, found: &isoform::pool::issue::Issue, carried: bool) {
        for packet in &found.packets {
            assert!(packet.forms.len() <= usize::from(policy.packet));
            for (form, _) in &packet.forms {
                let standard = &self.history.set_of(*form).standards[0].id;
                let id = &self.history.students[packet.student].id;
                let naive = naive(&self.entries, policy, id, standard);
                assert_eq!(naive.status, Status::NotYet, "{id} {standard}");
                let (tries, last) = (naive.tries, naive.last.unwrap());
                assert!(tries < policy.attempts.unwrap());
                assert!(day(self.today).days_since(last) >= i32::from(policy.wait));
                let asked = self.entries.iter().any(|entry| {
                    matches!(&entry.event, Event::Requested { requests } if requests.iter().any(|one| {
                        one.student == *id && one.standard == *standard && !one.evidence.is_empty()
                    }))
                });
                assert!(asked || carried);
            }
        }
    }
}

struct Naive {
    status: Status,
    tries: u32,
    last: Option<Day>,
}

/// One cell of the board by brute force: what was handed out, what came back, what left the pool.
fn naive(entries: &[Entry], policy: &Policy, id: &str, standard: &str) -> Naive {
    let mut forms: BTreeMap<FormId, &AddedForm> = BTreeMap::new();
    let mut secure: Vec<FormId> = Vec::new();
    let mut burnt: HashSet<Fingerprint> = HashSet::new();
    let mut had: Vec<FormId> = Vec::new();
    let mut marks: BTreeMap<FormId, (Day, BTreeMap<u32, Points>)> = BTreeMap::new();
    for entry in entries {
        match &entry.event {
            Event::SetAdded(set) => {
                forms.extend(set.forms.iter().map(|form| (form.id, form)));
                if set.purpose == Purpose::Secure && set.standards[0].id == standard {
                    secure.extend(set.forms.iter().map(|form| form.id));
                }
            }
            Event::Exposed { form, .. } => {
                burnt.extend(forms[form].items.iter().map(|item| item.fingerprint));
            }
            Event::HandedOut { handouts, .. } => {
                had.extend(
                    handouts
                        .iter()
                        .filter(|one| one.student == id)
                        .map(|one| one.form),
                );
            }
            Event::Issued { packets, .. } => {
                let own = packets.iter().filter(|one| one.student == id);
                had.extend(own.flat_map(|one| one.forms.iter().map(|form| form.0)));
            }
            Event::MarksEntered { marks: entered } => {
                for one in entered.iter().filter(|one| one.student == id) {
                    let kept = marks
                        .entry(one.form)
                        .or_insert_with(|| (entry.day, BTreeMap::new()));
                    kept.1
                        .extend(one.items.iter().map(|item| (item.item, item.points)));
                }
            }
            _ => {}
        }
    }
    let own: Vec<FormId> = had
        .into_iter()
        .filter(|form| secure.contains(form))
        .collect();
    let mut tries: Vec<(Day, usize, FormId)> = own
        .iter()
        .enumerate()
        .filter_map(|(at, form)| Some((marks.get(form)?.0, at, *form)))
        .collect();
    tries.sort();
    let whole = |form: &FormId| marks[form].1.len() == ITEMS;
    let right = |form: &FormId| {
        marks[form]
            .1
            .values()
            .filter(|one| **one > Points::NONE)
            .count()
    };
    let complete: Vec<usize> = tries
        .iter()
        .filter(|one| whole(&one.2))
        .map(|one| right(&one.2))
        .collect();
    // Two of three points are mastery.
    let mastered = match policy.marks {
        MarkRule::Replaces | MarkRule::Highest => complete.iter().any(|points| *points >= 2),
        MarkRule::Latest => complete.last().is_some_and(|points| *points >= 2),
        MarkRule::Average => {
            let points: usize = complete.iter().sum();
            !complete.is_empty() && points * 3 >= 2 * ITEMS * complete.len()
        }
    };
    let sound = |form: &FormId| {
        !forms[form]
            .items
            .iter()
            .any(|item| burnt.contains(&item.fingerprint))
    };
    let out = own
        .iter()
        .any(|form| !marks.contains_key(form) && sound(form));
    let status = match () {
        () if mastered => Status::Mastered,
        () if out || complete.len() < tries.len() => Status::Waiting,
        () if tries.is_empty() => Status::Untried,
        () => Status::NotYet,
    };
    Naive {
        status,
        tries: u32::try_from(tries.len()).unwrap(),
        last: tries.last().map(|one| one.0),
    }
}

fn unit(title: &str, standards: &[&str], from: i64, until: i64) -> Unit {
    Unit {
        title: title.to_owned(),
        standards: standards.iter().map(|id| (*id).to_owned()).collect(),
        from: day(from),
        until: day(until),
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 96, ..ProptestConfig::default() })]
    #[test]
    fn a_random_term_keeps_its_promises(
        steps in prop::collection::vec((any::<u8>(), any::<u16>(), any::<u16>()), 20..160),
        rule in 0_usize..4,
        strict in any::<bool>(),
    ) {
        let mut policy = Policy {
            marks: MarkRule::NAMES[rule].1,
            units: vec![unit("One", &["A"], 0, 60), unit("Two", &["B", "C"], 20, 200)],
            ..Policy::default()
        };
        policy.fresh.keys = strict;
        policy.fresh.contexts = strict;
        let mut term = Term { history: History::default(), entries: Vec::new(), today: 0 };
        term.add(Event::Created { title: "x".to_owned() });
        let students = (0..STUDENTS).map(|at| Enrolled { id: student(at), section: None });
        term.add(Event::RosterImported { students: students.collect() });
        for (number, standard) in (0..).zip(STANDARDS) {
            term.add(Event::SetAdded(set(number, standard, Purpose::Secure)));
        }
        for step in steps {
            term.step(&policy, step);
        }
        // From scratch, and not by what was kept on the way.
        let again = History::replay(&term.entries).unwrap();
        let board = Board::of(&again, &policy, &View::default());
        for at in 0..STUDENTS {
            let mut seen = HashSet::new();
            for attempt in again.attempts_of(at) {
                for item in &again.added(attempt.form).items {
                    assert!(seen.insert(item.fingerprint), "{} has an instance twice", student(at));
                }
            }
            for standard in STANDARDS {
                let cell = board.cell(at, standard).unwrap();
                let naive = naive(&term.entries, &policy, &student(at), standard);
                let found = (cell.status, cell.tries, cell.last);
                assert_eq!(found, (naive.status, naive.tries, naive.last), "{} {standard}", student(at));
            }
        }
        assert_eq!(term.board(&policy), board);
    }
}
