//! A large ledger is read from its snapshot, and no snapshot that is not its own is believed.

use std::fs;
use std::path::{Path, PathBuf};

use isoform::pool::entry::{Event, Marks, Total};
use isoform::pool::history::History;
use isoform::pool::ledger::{Access, Draft, Ledger};
use isoform::pool::points::Points;
use sha2::{Digest, Sha256};

use crate::class::{added, enrolled, forms, handed};
use crate::kill::{copy, done, isoform};
use crate::set::scratch;

const SNAPSHOT: &str = ".pool.snapshot";

fn append(pool: &Path, events: Vec<Event>) {
    let mut ledger = Ledger::open(&pool.join("pool.sqlite"), Access::Write).unwrap();
    let last = ledger.entries().unwrap().len() as u64;
    let draft = |event| Draft {
        at: "2026-09-01T08:00:00Z".parse().unwrap(),
        day: "2026-09-14".parse().unwrap(),
        actor: "teacher",
        event,
        names: &[],
    };
    let drafts: Vec<Draft<'_>> = events.into_iter().map(draft).collect();
    ledger.append(last, &drafts).unwrap();
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
    let pairs: Vec<_> = ids.iter().map(|id| (set.forms[0].id, *id)).collect();
    let mut events = vec![added(&set), handed(&pairs)];
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
        events.push(Event::MarksEntered { marks });
    }
    append(&pool, events);
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
    // A copy of the pool goes its own way.
    let other = folder.join("other");
    copy(&pool, &other);
    append(&other, vec![enrolled(&["s000", "s001"])]);
    fs::remove_file(other.join(SNAPSHOT)).unwrap();
    let (few, foreign) = board(&other);
    assert!(few.lines().count() < replayed.lines().count());
    let title = "Large".to_owned();
    append(&pool, vec![Event::Created { title }]);
    // Its snapshot is not this one's; it is made anew.
    fs::write(pool.join(SNAPSHOT), &foreign).unwrap();
    let (again, renewed) = board(&pool);
    assert_eq!((again, renewed == foreign), (replayed.clone(), false));
    // Nor is a damaged or a short one, or one that somebody without the ledger's salt has sealed;
    // what a run that was killed while writing one left behind is in nobody's way.
    fs::write(pool.join("..pool.snapshot.part"), b"half of it").unwrap();
    let [magic, body] = [&snapshot[..16], &snapshot[48..]];
    let forged = [magic, Sha256::digest(body).as_slice(), body].concat();
    let mut flipped = snapshot.clone();
    flipped[snapshot.len() / 2] ^= 1;
    let short = [0, 100, snapshot.len() - 1].map(|length| snapshot[..length].to_vec());
    for wrong in short.into_iter().chain([forged, flipped]) {
        fs::write(pool.join(SNAPSHOT), &wrong).unwrap();
        let (again, renewed) = board(&pool);
        assert_eq!(again, replayed);
        assert_ne!(renewed, wrong);
    }
    // Several at once write the same one.
    fs::remove_file(pool.join(SNAPSHOT)).unwrap();
    let read = |_| {
        std::thread::spawn({
            let pool = pool.clone();
            move || board(&pool).0
        })
    };
    let readers: Vec<_> = (0..3).map(read).collect();
    for reader in readers {
        assert_eq!(reader.join().unwrap(), replayed);
    }
    // One with the ledger's own seal that says something else is found by `verify`.
    let ledger = Ledger::open(&pool.join("pool.sqlite"), Access::Read).unwrap();
    let mut sly = History::replay(&ledger.entries().unwrap()).unwrap();
    sly.title.push('!');
    let sly = sly.snapshot(
        &ledger.digest(sly.last).unwrap().unwrap(),
        &ledger.salt().unwrap(),
    );
    drop(ledger);
    fs::write(pool.join(SNAPSHOT), sly.unwrap()).unwrap();
    let told = isoform(&pool, &["verify"]).output().unwrap();
    let told = String::from_utf8_lossy(&told.stderr).into_owned();
    assert!(told.contains("is not what the ledger comes to"), "{told}");
    // A ledger from yesterday's backup, beside today's snapshot: the ledger counts.
    let backup = folder.join("backup.sqlite");
    fs::copy(pool.join("pool.sqlite"), &backup).unwrap();
    append(&pool, vec![enrolled(&["s000", "s001"])]);
    fs::remove_file(pool.join(SNAPSHOT)).unwrap();
    let (later, newest) = board(&pool);
    assert_ne!(later, replayed);
    fs::copy(&backup, pool.join("pool.sqlite")).unwrap();
    fs::write(pool.join(SNAPSHOT), &newest).unwrap();
    assert_eq!(board(&pool).0, replayed);
    // What it holds can be cancelled all the same, and what comes behind it counts.
    done(&pool, &["undo"]);
    let (undone, _) = board(&pool);
    assert_ne!(undone, replayed);
    fs::remove_file(pool.join(SNAPSHOT)).unwrap();
    assert_eq!(board(&pool).0, undone);
    append(&pool, vec![enrolled(&["s005"])]);
    let (one, _) = board(&pool);
    fs::remove_file(pool.join(SNAPSHOT)).unwrap();
    assert_eq!(board(&pool).0, one);
    assert!(one.contains("s005") && !one.contains("s006"));
}
