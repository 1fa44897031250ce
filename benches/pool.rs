//! The pool at the size of a large school, in CPU time: `cargo bench --bench pool`.
//!
//! The board: 3,000 students, 60 standards and six tries of each, from the ledger's file to every
//! cell. The choice of packets: 500 students with one granted request each, from the same history.

use std::error::Error;
use std::path::PathBuf;

use isoform::form::id::FormId;
use isoform::form::label::FormLabel;
use isoform::instance::fingerprint::Fingerprint;
use isoform::pool::board::{Board, Status, View};
use isoform::pool::day::{Day, Moment};
use isoform::pool::entry::{
    AddedForm, AddedItem, AddedSet, AddedStandard, Enrolled, Event, Handout, Marks, Purpose,
    Request, Total,
};
use isoform::pool::history::History;
use isoform::pool::issue::issue;
use isoform::pool::ledger::{Access, Draft, Ledger};
use isoform::pool::points::Points;
use isoform::pool::policy::Policy;
use isoform::pool::requests::review;
use isoform::seed::Seed;
use nix::sys::resource::{UsageWho, getrusage};
use nix::sys::time::TimeValLike;

const STUDENTS: usize = 3_000;
const STANDARDS: u32 = 60;
const TRIES: u32 = 6;
const FORMS: u32 = 12;
const PACKETS: usize = 500;

fn main() -> Result<(), Box<dyn Error>> {
    let path = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("bench-pool.sqlite");
    for ending in ["", "-wal", "-shm"] {
        let _ = std::fs::remove_file(format!("{}{ending}", path.display()));
    }
    fill(&path)?;
    let start = cpu()?;
    let ledger = Ledger::open(&path, Access::Read)?;
    let entries = ledger.entries()?;
    let read = cpu()?;
    let history = History::replay(&entries)?;
    let replayed = cpu()?;
    let policy = Policy {
        attempts: None,
        ..Policy::default()
    };
    let board = Board::of(&history, &policy, &View::default());
    let done = cpu()?;
    let open = board.cells.iter().flatten();
    let open = open.filter(|cell| cell.status == Status::NotYet).count();
    println!(
        "{} results, {open} of {} cells not yet",
        history.attempts.len(),
        STUDENTS * STANDARDS as usize
    );
    println!(
        "board   CPU s: read {:.2}, replay {:.2}, board {:.2}, in all {:.2}",
        read - start,
        replayed - read,
        done - replayed,
        done - start
    );
    packets(history, &policy)
}

/// Requests are read, decided and given forms.
fn packets(mut history: History, policy: &Policy) -> Result<(), Box<dyn Error>> {
    let today: Day = "2026-12-01".parse()?;
    let requests = (0..PACKETS).map(|student| Request {
        student: id(student),
        standard: standard(0),
        evidence: "worked".to_owned(),
        day: today,
    });
    let event = Event::Requested {
        requests: requests.collect(),
    };
    let at = "2026-12-01T08:00:00Z".parse::<Moment>()?;
    let entry = |number, event| isoform::pool::entry::Entry {
        number,
        at,
        day: today,
        actor: "t".to_owned(),
        event,
    };
    history.take(&entry(history.last + 1, event), None)?;
    let start = cpu()?;
    let board = Board::of(&history, policy, &View::default());
    let decisions = review(&history, policy, &board, today);
    let decisions = decisions.iter().map(|one| one.decision()).collect();
    history.take(
        &entry(history.last + 1, Event::Reviewed { decisions }),
        None,
    )?;
    let issued = issue(&history, policy, &board, Seed::new(1), today);
    let done = cpu()?;
    println!(
        "packets CPU s: {:.2} for {} packets with board and review",
        done - start,
        issued.packets.len()
    );
    Ok(())
}

/// CPU time of this process so far, in seconds.
fn cpu() -> Result<f64, Box<dyn Error>> {
    let usage = getrusage(UsageWho::RUSAGE_SELF)?;
    let micros = usage.user_time().num_microseconds() + usage.system_time().num_microseconds();
    Ok(micros as f64 / 1e6)
}

fn id(student: usize) -> String {
    format!("s{student:04}")
}

fn standard(number: u32) -> String {
    format!("S.{number}")
}

fn form(standard: u32, place: u32) -> FormId {
    FormId::new(
        format!("{standard} {place}").as_bytes(),
        FormLabel::new(standard * FORMS + place),
    )
}

fn fill(path: &std::path::Path) -> Result<(), Box<dyn Error>> {
    let at = "2026-09-01T08:00:00Z".parse::<Moment>()?;
    let day: Day = "2026-09-01".parse()?;
    let draft = |event, later| Draft {
        at,
        day: day.plus(later),
        actor: "t",
        event,
        names: &[],
    };
    let title = "School".to_owned();
    Ledger::create(path, &draft(Event::Created { title }, 0))?;
    let mut ledger = Ledger::open(path, Access::Write)?;
    let mut last = 1;
    let mut add = |event, later| -> Result<(), Box<dyn Error>> {
        ledger.append(last, &[draft(event, later)])?;
        last += 1;
        Ok(())
    };
    let students = (0..STUDENTS).map(|student| Enrolled {
        id: id(student),
        section: None,
    });
    add(
        Event::RosterImported {
            students: students.collect(),
        },
        0,
    )?;
    for number in 0..STANDARDS {
        add(Event::SetAdded(set(number)), 0)?;
        for attempt in 0..TRIES {
            let place = |student: usize| form(number, (student as u32 + attempt) % FORMS);
            let handouts = (0..STUDENTS).map(|student| Handout {
                form: place(student),
                student: id(student),
            });
            let later = u16::try_from(attempt * 7)?;
            add(
                Event::HandedOut {
                    sitting: "x".to_owned(),
                    handouts: handouts.collect(),
                },
                later,
            )?;
            let marks = (0..STUDENTS).map(|student| Marks {
                form: place(student),
                student: id(student),
                items: Vec::new(),
                totals: vec![Total {
                    standard: 0,
                    // Those of the first standard are all still to be shown.
                    points: Points::whole(if number == 0 {
                        1
                    } else {
                        (student as u32 + attempt + number) % 6
                    }),
                }],
            });
            add(
                Event::MarksEntered {
                    marks: marks.collect(),
                },
                later,
            )?;
        }
    }
    Ok(())
}

fn set(number: u32) -> AddedSet {
    let forms = (0..FORMS).map(|place| AddedForm {
        id: form(number, place),
        corrects: None,
        items: (0..5)
            .map(|item| AddedItem {
                model: 0,
                fingerprint: Fingerprint(u128::from(number) << 32 | u128::from(place) << 8 | item),
                key: format!("{:016x}", u128::from(place) * 5 + item),
                stories: Vec::new(),
            })
            .collect(),
    });
    AddedSet {
        folder: format!("sets/{number:03}"),
        digest: String::new(),
        purpose: Purpose::Secure,
        bank: "b".to_owned(),
        version: "1".to_owned(),
        bank_digest: String::new(),
        blueprint: "default".to_owned(),
        seed: "1".to_owned(),
        standards: vec![AddedStandard {
            id: standard(number),
            cut: Some([4, 5]),
        }],
        models: vec!["m".to_owned()],
        slots: vec![(1, 0); 5],
        forms: forms.collect(),
    }
}
