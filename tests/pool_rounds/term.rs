//! A random term: everything that can happen in a pool, in any order.

use std::collections::HashSet;

use isoform::form::id::FormId;
use isoform::instance::fingerprint::Fingerprint;
use isoform::pool::board::{Board, Status, View};
use isoform::pool::day::Moment;
use isoform::pool::entry::{
    Enrolled, Entry, Event, Handout, Marks, Place, Purpose, Recall, Remedy, Request, Rescored,
    Total,
};
use isoform::pool::fresh::Seen;
use isoform::pool::history::{Attempt, History};
use isoform::pool::issue::{Issue, carried, issue};
use isoform::pool::points::Points;
use isoform::pool::policy::{Late, Policy};
use isoform::pool::requests::review;
use isoform::seed::Seed;

use crate::naive;
use crate::world::{
    CARRY, ITEMS, STANDARDS, STUDENTS, UNITS, day, id, in_window, mark, set, student,
};

pub struct Term {
    pub history: History,
    pub entries: Vec<Entry>,
    pub packets: usize,
    today: i64,
}

impl Term {
    pub fn new() -> Self {
        let mut term = Self {
            history: History::default(),
            entries: Vec::new(),
            packets: 0,
            today: 0,
        };
        let title = "x".to_owned();
        term.add(Event::Created { title });
        term.roster(u16::MAX);
        for (number, standard) in (0..).zip(STANDARDS) {
            term.add(Event::SetAdded(set(number, standard, Purpose::Secure)));
        }
        term
    }

    fn add(&mut self, event: Event) {
        let entry = Entry {
            number: self.history.last + 1,
            at: "2026-09-01T08:00:00Z".parse::<Moment>().unwrap(),
            day: day(self.today),
            actor: "t".to_owned(),
            event,
        };
        if let Event::Undone { .. } = entry.event {
            self.entries.push(entry);
            self.history = History::replay(&self.entries).unwrap();
            return;
        }
        let mut next = self.history.clone();
        // What does not fit (a form that the student had before) is not done.
        if next.take(&entry, None).is_ok() {
            self.history = next;
            self.entries.push(entry);
        }
    }

    pub fn board(&self, policy: &Policy) -> Board {
        Board::of(&self.history, policy, &View::default())
    }

    pub fn step(&mut self, policy: &Policy, (what, a, b): (u8, u16, u16)) {
        let (who, other) = (usize::from(a), usize::from(b));
        match what % 20 {
            0 | 1 => self.today += i64::from(a % 9),
            2 => {
                let practice = b.is_multiple_of(4);
                let purpose = if practice {
                    Purpose::Practice
                } else {
                    Purpose::Secure
                };
                let number = u16::try_from(self.history.sets.len()).unwrap();
                self.add(Event::SetAdded(set(number, STANDARDS[other % 3], purpose)));
            }
            3 | 4 => self.hand_out(policy, who, other),
            5..=7 => self.mark(who, b),
            8..=11 => self.ask(who, b),
            12 | 13 => {
                let found = review(&self.history, policy, &self.board(policy), day(self.today));
                let decisions = found.iter().map(|one| one.decision()).collect();
                self.add(Event::Reviewed { decisions });
            }
            14..=16 => self.issue(policy, Seed::new(a.into()), b.is_multiple_of(4)),
            17 if b.is_multiple_of(4) && !self.history.forms.is_empty() => {
                let form = self.history.forms[who % self.history.forms.len()].id;
                let reason = String::new();
                self.add(Event::Exposed { form, reason });
            }
            18 if b.is_multiple_of(4) => self.recall(a, b / 4),
            19 if b.is_multiple_of(2) => self.roster(a | b),
            19 => {
                if let Some(entry) = self.history.undoable().map(|line| line.number) {
                    self.add(Event::Undone { entry });
                }
            }
            _ => {}
        }
    }

    /// A student asks for one standard or for all; some come late into the table, some did not
    /// work on anything.
    fn ask(&mut self, who: usize, b: u16) {
        let standards = match b.is_multiple_of(2) {
            true => &STANDARDS[..],
            false => std::slice::from_ref(&STANDARDS[usize::from(b) % 3]),
        };
        let evidence = if b.is_multiple_of(5) { "" } else { "worked" };
        let requests = standards.iter().map(|standard| Request {
            student: student(who),
            standard: (*standard).to_owned(),
            evidence: evidence.to_owned(),
            day: day((self.today - i64::from(b % 7)).max(0)),
        });
        let requests = requests.collect();
        self.add(Event::Requested { requests });
    }

    /// A roster of those whose bit is set.
    fn roster(&mut self, mask: u16) {
        let here = (0..STUDENTS).filter(|at| mask >> at & 1 == 1);
        let students = here.map(|at| Enrolled {
            id: student(at),
            section: (mask >> 9 & 1 == 1).then(|| "b".to_owned()),
        });
        let students = students.collect();
        self.add(Event::RosterImported { students });
    }

    /// As `assign` does: nobody is handed what they have seen.
    fn hand_out(&mut self, policy: &Policy, who: usize, other: usize) {
        let (forms, known) = (self.history.forms.len(), self.history.students.len());
        if forms == 0 || known == 0 {
            return;
        }
        let (at, form) = (who % known, other % forms);
        let seen = Seen::by(&self.history, at);
        if seen.stale(&self.history, form, policy.fresh).is_none() {
            let handouts = vec![Handout {
                form: self.history.forms[form].id,
                student: self.history.students[at].id.clone(),
            }];
            let sitting = "x".to_owned();
            self.add(Event::HandedOut { sitting, handouts });
        }
    }

    /// First marks, some of the marks, marks that replace others, or a total.
    fn mark(&mut self, who: usize, b: u16) {
        if self.history.attempts.is_empty() {
            return;
        }
        let waiting = |attempt: &&Attempt| !attempt.is_marked() && !b.is_multiple_of(3);
        let any = &self.history.attempts[who % self.history.attempts.len()];
        let attempt = self.history.attempts.iter().find(waiting).unwrap_or(any);
        let right = u32::from(b % 4);
        let items = (1..=ITEMS as u32).map(|item| mark(item, u32::from(item <= right)));
        let by_total = b.is_multiple_of(11);
        let part = if b.is_multiple_of(7) { 2 } else { ITEMS };
        let total = Total {
            standard: 0,
            points: Points::whole(right),
        };
        let marks = vec![Marks {
            form: self.history.forms[attempt.form].id,
            student: self.history.students[attempt.student].id.clone(),
            items: if by_total {
                Vec::new()
            } else {
                items.take(part).collect()
            },
            totals: by_total.then_some(total).into_iter().collect(),
        }];
        self.add(Event::MarksEntered { marks });
    }

    /// A model is recalled, on some forms; with a corrected edition of one set, or with marks by a
    /// corrected key.
    fn recall(&mut self, a: u16, b: u16) {
        let model = usize::from(a % 2);
        let mut places = Vec::new();
        for form in (0..self.history.forms.len()).filter(|form| (form + usize::from(a)) % 7 == 0) {
            let items = self.history.added(form).items.iter().zip(1_u32..);
            let own = items.filter(|(item, _)| item.model == model);
            let form = self.history.forms[form].id;
            places.extend(own.map(|(_, item)| Place { form, item }));
        }
        let hits = |form: FormId, item: u32| places.contains(&Place { form, item });
        let mut rescored = Vec::new();
        for attempt in &self.history.attempts {
            let form = self.history.forms[attempt.form].id;
            for (item, answered) in attempt.items.iter().filter(|(item, _)| hits(form, **item)) {
                if b.is_multiple_of(2) && answered.points == Points::NONE {
                    rescored.push(Rescored {
                        form,
                        student: self.history.students[attempt.student].id.clone(),
                        answered: mark(*item, 1),
                    });
                }
            }
        }
        let number = u16::try_from(self.history.sets.len()).unwrap();
        let corrected = self
            .history
            .sets
            .get(usize::from(a) % self.history.sets.len().max(1));
        let corrected = corrected.filter(|_| b.is_multiple_of(3));
        let editions = corrected.map(|old| {
            let mut set = old.added.clone();
            set.folder = format!("sets/{number:03}");
            set.forms
                .retain(|form| places.iter().any(|place| place.form == form.id));
            for (form, place) in set.forms.iter_mut().zip(0_u16..) {
                form.corrects = Some(form.id);
                for (item, at) in form.items.iter_mut().zip(1_u32..) {
                    if hits(form.corrects.unwrap(), at) {
                        let new = u128::from(number) << 32 | u128::from(place) << 8;
                        item.fingerprint = Fingerprint(new | u128::from(at));
                    }
                }
                form.id = id(&format!("edition {number} {place}"), number * 5 + place);
            }
            set
        });
        let remedy = [Remedy::Drop, Remedy::Credit, Remedy::Keep][usize::from(b / 3 % 3)];
        self.add(Event::Recalled(Recall {
            model: ["m", "n"][model].to_owned(),
            when: None,
            reason: String::new(),
            places,
            remedy,
            rescored,
            editions: editions
                .into_iter()
                .filter(|set| !set.forms.is_empty())
                .collect(),
        }));
    }

    fn issue(&mut self, policy: &Policy, seed: Seed, carry: bool) {
        let (board, today) = (self.board(policy), day(self.today));
        let found = match carry {
            true => carried(&self.history, policy, &board, seed, today).unwrap_or_default(),
            false => issue(&self.history, policy, &board, seed, today),
        };
        self.eligible(policy, &found, carry);
        self.packets += found.packets.len();
        let packets = found.packets.iter().map(|one| one.packet(&self.history));
        let packets: Vec<_> = packets.collect();
        let before = self.entries.len();
        let folder = format!("packets/{before}");
        self.add(Event::Issued { folder, packets });
        assert_eq!(
            self.entries.len(),
            before + 1,
            "packets that the ledger refuses"
        );
    }

    /// The rules once more, from the entries alone.
    fn eligible(&self, policy: &Policy, found: &Issue, carry: bool) {
        let active = naive::active(&self.entries);
        for packet in &found.packets {
            let id = &self.history.students[packet.student].id;
            assert!(active.contains(id), "{id} is not on the roster");
            assert!(packet.forms.len() <= usize::from(policy.packet));
            let mut standards = HashSet::new();
            for (form, keys) in &packet.forms {
                let standard = &self.history.set_of(*form).standards[0].id;
                assert!(standards.insert(standard), "{standard} twice in a packet");
                let cell = naive::cell(&self.entries, policy.marks, id, standard);
                assert_eq!(cell.status, Status::NotYet, "{id} {standard}");
                assert!(cell.tries < policy.attempts.unwrap());
                let since = day(self.today).days_since(cell.last.unwrap());
                assert!(since >= i32::from(policy.wait));
                if carry {
                    let opens = UNITS.windows(2).find(|pair| pair[0].0 == standard).unwrap()[1].1;
                    assert!((opens..opens + CARRY).contains(&self.today));
                    assert!(policy.late != Late::Closed && keys.is_empty());
                    continue;
                }
                assert!(!keys.is_empty(), "{id} did not ask for {standard}");
                for key in keys {
                    self.granted(policy, *key, id, standard);
                }
            }
        }
    }

    /// The request stands, is this student's for this standard, in time, and was granted.
    fn granted(&self, policy: &Policy, key: (u64, usize), id: &str, standard: &str) {
        let standing = naive::standing(&self.entries);
        let asked = standing.iter().find(|entry| entry.number == key.0).unwrap();
        let Event::Requested { requests } = &asked.event else {
            panic!("entry {} has no requests", key.0);
        };
        let request = &requests[key.1];
        assert_eq!((&*request.student, &*request.standard), (id, standard));
        assert!(!request.evidence.is_empty() || !policy.evidence);
        assert!(
            in_window(policy.late, standard, request.day),
            "{standard} {}",
            request.day
        );
        let decided = standing.iter().rev().find_map(|entry| match &entry.event {
            Event::Reviewed { decisions } => decisions.iter().find(|one| one.request == key),
            _ => None,
        });
        assert!(decided.unwrap().granted);
        let answered = standing.iter().any(|entry| match &entry.event {
            Event::Issued { packets, .. } => {
                let forms = packets.iter().flat_map(|packet| &packet.forms);
                forms.into_iter().any(|(_, keys)| keys.contains(&key))
            }
            _ => false,
        });
        assert!(!answered, "a request is answered twice");
    }
}
