//! A large ledger is read from its snapshot, and no snapshot that is not its own is believed.

use std::fs;
use std::path::{Path, PathBuf};

use isoform::pool::entry::{Event, Marks, Total};
use isoform::pool::ledger::{Access, Draft, Ledger};
use isoform::pool::points::Points;

use crate::class::{added, enrolled, forms, handed};
use crate::kill::{done, isoform};
use crate::set::scratch;

const SNAPSHOT: &str = ".pool.snapshot";

fn append(pool: &Path, event: Event) {
    let mut ledger = Ledger::open(&pool.join("pool.sqlite"), Access::Write).unwrap();
    let last = ledger.entries().unwrap().len() as u64;
    let draft = Draft {
        at: "2026-09-01T08:00:00Z".parse().unwrap(),
        day: "2026-09-14".parse().unwrap(),
        actor: "teacher",
        event,
        names: &[],
    };
    ledger.append(last, &[draft]).unwrap();
}

/// A pool whose entries are more than a megabyte: 900 students, marked over and over.
fn large(folder: &Path) -> PathBuf {
    let pool = folder.join("pool");
    fs::create_dir_all(&pool).unwrap();
    done(&pool, &["init", "Large"]);
    let ids: Vec<String> = (0..900).map(|n| format!("s{n:03}")).collect();
    let ids: Vec<&str> = ids.iter().map(|id| &**id).collect();
    let set = forms();
    let own = pool.join("sets/001");
    fs::create_dir_all(&own).unwrap();
    fs::write(own.join("set.json"), serde_json::to_string(&set).unwrap()).unwrap();
    let roster = folder.join("roster.csv");
    fs::write(&roster, format!("id\n{}\n", ids.join("\n"))).unwrap();
    done(&pool, &["roster", "import", roster.to_str().unwrap()]);
    append(&pool, added(&set));
    let pairs: Vec<_> = ids.iter().map(|id| (set.forms[0].id, *id)).collect();
    append(&pool, handed(&pairs));
    for round in 0..20 {
        let marks = ids.iter().zip(0..).map(|(id, at)| Marks {
            form: set.forms[0].id,
            student: (*id).to_owned(),
            items: Vec::new(),
            totals: vec![Total {
                standard: 0,
                points: Points::whole((at + round) % 2),
            }],
        });
        let marks = marks.collect();
        append(&pool, Event::MarksEntered { marks });
    }
    pool
}

/// The board, and what stands in the snapshot afterwards.
fn board(pool: &Path) -> (String, Vec<u8>) {
    let output = isoform(pool, &["board", "--csv", "/dev/stdout"])
        .output()
        .unwrap();
    let errors = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{errors}");
    let text = String::from_utf8(output.stdout).unwrap();
    (text, fs::read(pool.join(SNAPSHOT)).unwrap_or_default())
}

#[test]
#[cfg(unix)]
fn a_snapshot_shows_the_same_board_and_a_wrong_one_is_passed_over() {
    let folder = scratch("pool-snapshot");
    let pool = large(&folder);
    assert!(!pool.join(SNAPSHOT).exists());
    let (replayed, snapshot) = board(&pool);
    assert!(
        snapshot.len() > 1_000 && snapshot.len() < 200_000,
        "{}",
        snapshot.len()
    );
    assert_eq!(board(&pool), (replayed.clone(), snapshot.clone()));
    // It is used: what is in it is not read from the entries again.
    let other = large(&folder.join("other"));
    append(&other, enrolled(&["s000", "s001"]));
    let (few, foreign) = board(&other);
    assert!(few.lines().count() < replayed.lines().count());
    // A snapshot of another pool is not this one's; it is made anew.
    fs::write(pool.join(SNAPSHOT), &foreign).unwrap();
    let (again, renewed) = board(&pool);
    assert_eq!((again, renewed == foreign), (replayed.clone(), false));
    // Nor is a damaged or a short one.
    for length in [0, 10, 100, snapshot.len() - 1] {
        fs::write(pool.join(SNAPSHOT), &snapshot[..length]).unwrap();
        assert_eq!(board(&pool).0, replayed);
    }
    // What it holds can be cancelled all the same, and what comes behind it counts.
    done(&pool, &["undo"]);
    let (undone, _) = board(&pool);
    assert_ne!(undone, replayed);
    fs::remove_file(pool.join(SNAPSHOT)).unwrap();
    assert_eq!(board(&pool).0, undone);
    append(&pool, enrolled(&["s005"]));
    let (one, _) = board(&pool);
    fs::remove_file(pool.join(SNAPSHOT)).unwrap();
    assert_eq!(board(&pool).0, one);
    assert!(one.contains("s005") && !one.contains("s006"));
}
