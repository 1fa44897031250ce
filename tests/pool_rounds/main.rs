//! Random terms with everything that can happen in one: sets for tests and for practice, sittings,
//! marks and corrections, requests in and out of their windows, packets, exposed forms, recalls,
//! new rosters, and entries that are cancelled. Nobody has an instance twice, nothing ineligible is
//! issued, and the board is what a second, naive walk over the entries finds.

mod naive;
mod term;
mod world;

use std::collections::{BTreeMap, HashSet};

use isoform::pool::board::{Board, Status, View};
use isoform::pool::entry::{Entry, Purpose};
use isoform::pool::groups::{Group, correctives, extensions, supply};
use isoform::pool::history::{History, Snapshot, undone};
use isoform::pool::policy::Policy;
use proptest::prelude::{ProptestConfig, any, prop, proptest};

use term::Term;
use world::{STANDARDS, STUDENTS, policy, student};

/// No instance twice, and no row of answers and no story where the policy says so.
fn nothing_comes_again(entries: &[Entry], policy: &Policy) {
    let forms = naive::forms(entries);
    let mut met: BTreeMap<String, HashSet<String>> = BTreeMap::new();
    for (student, form) in naive::given(entries) {
        let (set, form) = forms[&form];
        let seen = met.entry(student.clone()).or_default();
        let mut new = |what: String| assert!(seen.insert(what.clone()), "{student}: {what} again");
        for item in &form.items {
            new(format!("instance {:x}", item.fingerprint.0));
        }
        if policy.fresh.keys {
            let keys: Vec<&str> = form.items.iter().map(|item| &*item.key).collect();
            new(format!("{} {}", set.standards[0].id, keys.join(" ")));
        }
        if policy.fresh.contexts {
            let stories: HashSet<&String> =
                form.items.iter().flat_map(|item| &item.stories).collect();
            stories
                .into_iter()
                .for_each(|story| new(format!("story {story}")));
        }
    }
}

fn the_board_is_right(term: &Term, board: &Board, policy: &Policy) {
    let active = naive::active(&term.entries);
    let forms = naive::forms(&term.entries);
    for id in (0..STUDENTS).map(student) {
        for standard in STANDARDS {
            let at = term.history.student(&id);
            let cell = at.and_then(|at| board.cell(at, standard));
            let is_there = forms
                .values()
                .any(|(set, _)| set.purpose == Purpose::Secure && set.standards[0].id == standard);
            assert_eq!(
                cell.is_some(),
                is_there && active.contains(&id),
                "{id} {standard}"
            );
            if let Some(cell) = cell {
                let naive = naive::cell(&term.entries, policy.marks, &id, standard);
                let found = (cell.status, cell.tries, cell.last);
                assert_eq!(
                    found,
                    (naive.status, naive.tries, naive.last),
                    "{id} {standard}"
                );
            }
        }
    }
}

/// Whoever is not there yet is in one group of a standard; whoever is has an extension.
fn everybody_is_in_one_group(history: &History, board: &Board) {
    let groups = correctives(history, board);
    let extensions = extensions(board);
    for (column, standard) in board.standards.iter().enumerate() {
        for (student, row) in board.students.iter().zip(&board.cells) {
            let has =
                |group: &&Group| group.standard == *standard && group.students.contains(student);
            let status = row[column].status;
            let count = [&groups, &extensions].map(|all| all.iter().filter(has).count());
            let wanted = [Status::NotYet, Status::Mastered].map(|one| usize::from(status == one));
            assert_eq!(count, wanted, "{student} {standard}");
        }
    }
}

/// The forms that are left, counted one student and one form at a time.
fn the_supply_is_right(history: &History, board: &Board) {
    for (column, supply) in supply(history, board).into_iter().enumerate() {
        let counts = |form: &usize| {
            let mut own = history.standards_of(*form);
            history.is_sound(*form) && own.any(|id| id == supply.standard)
        };
        let forms: Vec<usize> = (0..history.forms.len()).filter(counts).collect();
        let open = board.students.iter().zip(&board.cells);
        let open = open.filter(|(_, row)| row[column].status != Status::Mastered);
        let left = open.map(|(student, _)| {
            let new = |form: &&usize| history.attempt(*student, **form).is_none();
            forms.iter().filter(new).count()
        });
        let left: Vec<usize> = left.collect();
        let without = left.iter().filter(|count| **count == 0).count();
        let fewest = left.into_iter().min().unwrap_or(forms.len());
        let found = (supply.forms, supply.fewest, supply.without);
        assert_eq!(found, (forms.len(), fewest, without));
    }
}

/// What a snapshot at any entry and the entries behind it come to is what all of them come to.
fn a_snapshot_is_a_shortcut(entries: &[Entry], whole: &History, at: usize) {
    let (before, behind) = entries.split_at(at % entries.len());
    let history = History::replay(before).unwrap();
    let snapshot = history.snapshot("digest", "salt").unwrap();
    let opened = Snapshot::open(&snapshot, "salt").unwrap();
    let from = (opened.origin.entry, &*opened.origin.digest);
    assert_eq!(from, (before.len() as u64, "digest"));
    let read = opened.history().unwrap();
    assert_eq!(read, history);
    let cancels = naive::standing(entries).len() < entries.len()
        && before.iter().any(|entry| {
            let line = &whole.timeline[entry.number as usize - 1];
            line.undone_by.is_some_and(|by| by > before.len() as u64)
        });
    let undone = undone(behind);
    assert_eq!(read.may_go_on(&undone), !cancels);
    if !cancels {
        let mut resumed = read;
        for entry in behind {
            let undone_by = undone.get(&entry.number).copied();
            resumed.take(entry, undone_by).unwrap();
        }
        assert_eq!(resumed, *whole);
    }
    // One bit of it changed, and it is no snapshot.
    let mut broken = snapshot.clone();
    let place = at * 31 % broken.len();
    broken[place] ^= 1;
    assert!(Snapshot::open(&broken, "salt").is_none());
    assert!(Snapshot::open(&snapshot[..place], "salt").is_none());
    // Nor is one of another ledger.
    assert!(Snapshot::open(&snapshot, "pepper").is_none());
}

fn cases() -> u32 {
    let wanted = std::env::var("PROPTEST_CASES").ok();
    wanted.and_then(|cases| cases.parse().ok()).unwrap_or(96)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: cases(), ..ProptestConfig::default() })]
    #[test]
    fn a_random_term_keeps_its_promises(
        steps in prop::collection::vec((any::<u8>(), any::<u16>(), any::<u16>()), 20..220),
        (rule, late) in (0_usize..4, 0_usize..3),
        strict in any::<[bool; 3]>(),
    ) {
        let policy = policy(rule, late, strict);
        let mut term = Term::new();
        for step in &steps {
            term.step(&policy, *step);
        }
        // From scratch, and not by what was kept on the way.
        let again = History::replay(&term.entries).unwrap();
        let board = Board::of(&again, &policy, &View::default());
        assert_eq!(term.board(&policy), board);
        nothing_comes_again(&term.entries, &policy);
        the_board_is_right(&term, &board, &policy);
        everybody_is_in_one_group(&again, &board);
        the_supply_is_right(&again, &board);
        for (_, a, _) in steps.iter().take(3) {
            a_snapshot_is_a_shortcut(&term.entries, &again, usize::from(*a));
        }
    }
}

/// The terms above would promise little if hardly anything happened in them.
#[test]
fn random_terms_are_eventful() {
    let policy = policy(0, 0, [false, false, false]);
    let mut random = 7_u64;
    let mut next = || {
        // Numerical Recipes' generator: any sequence will do.
        random = random
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        random >> 33
    };
    let (mut packets, mut kinds) = (0, HashSet::new());
    for _ in 0..40 {
        let mut term = Term::new();
        for _ in 0..200 {
            term.step(&policy, (next() as u8, next() as u16, next() as u16));
        }
        packets += term.packets;
        kinds.extend(term.entries.iter().map(|entry| entry.event.kind()));
    }
    assert!(packets > 40, "{packets} packets");
    assert_eq!(kinds.len(), 11, "{kinds:?}");
}
