//! The ledger's database: it only grows, and a file that is not sound is not touched.

use std::fs;
use std::path::{Path, PathBuf};

use isoform::pool::day::Moment;
use isoform::pool::entry::{Event, Purpose};
use isoform::pool::ledger::{Access, Draft, Ledger, LedgerError};
use rusqlite::Connection;

use crate::class::{Book, begun, forms};
use crate::set::scratch;

fn draft(event: Event) -> Draft<'static> {
    Draft {
        at: Moment::new("2026-09-01T08:00:00.7Z".parse().unwrap()),
        day: "2026-09-01".parse().unwrap(),
        actor: "teacher",
        event,
        names: &[],
    }
}

fn title(text: &str) -> Event {
    Event::Created {
        title: text.to_owned(),
    }
}

/// A ledger with one entry in an empty folder.
fn new(name: &str) -> PathBuf {
    let folder = scratch(&format!("ledger-{name}"));
    fs::create_dir_all(&folder).unwrap();
    let path = folder.join("pool.sqlite");
    Ledger::create(&path, &draft(title("one"))).unwrap();
    path
}

fn open(path: &Path) -> Result<Ledger, LedgerError> {
    Ledger::open(path, Access::Write)
}

#[test]
fn what_was_written_is_read_back() {
    let path = new("back");
    let mut book = Book::default();
    book.add("2026-09-01", title("one"));
    let whole = begun(&forms());
    let mut ledger = open(&path).unwrap();
    for entry in &whole.entries[1..] {
        let last = book.entries.len() as u64;
        ledger.append(last, &[draft(entry.event.clone())]).unwrap();
        book.add("2026-09-01", entry.event.clone());
    }
    drop(ledger);
    let looked = Ledger::open(&path, Access::Read).unwrap();
    assert_eq!(looked.entries().unwrap(), book.entries);
    let Event::SetAdded(set) = &looked.entries().unwrap()[2].event else {
        panic!("a set");
    };
    assert_eq!(set.purpose, Purpose::Secure);
}

#[test]
fn nothing_is_changed_and_nothing_deleted() {
    let path = new("stays");
    let sql = Connection::open(&path).unwrap();
    for wish in [
        "DELETE FROM entries",
        "UPDATE entries SET payload = '{}'",
        "INSERT INTO entries VALUES (7, '', '', '', '', '', '')",
        "INSERT INTO entries VALUES (1, '', '', '', '', '', '')",
        "REPLACE INTO entries VALUES (1, '', '', '', '', '', '')",
    ] {
        assert!(sql.execute(wish, []).is_err(), "{wish}");
    }
    // Who takes the triggers away is found out by the digests.
    sql.execute_batch("DROP TRIGGER entries_stay; UPDATE entries SET actor = 'somebody'")
        .unwrap();
    drop(sql);
    let ledger = open(&path).unwrap();
    let found = ledger.entries().unwrap_err();
    assert!(
        found.to_string().contains("entry 1 is not the one"),
        "{found}"
    );
}

#[test]
fn views_show_rosters_and_marks_to_any_program() {
    let path = new("views");
    let mut ledger = open(&path).unwrap();
    let names = [("s1".to_owned(), "Ada".to_owned())];
    let whole = begun(&forms());
    for (entry, last) in whole.entries[1..].iter().zip(1..) {
        let mut next = draft(entry.event.clone());
        next.names = &names;
        ledger.append(last, &[next]).unwrap();
    }
    ledger
        .append(4, &[draft(Event::Undone { entry: 4 })])
        .unwrap();
    let sql = Connection::open(&path).unwrap();
    let count = |what: &str| -> i64 {
        let query = format!("SELECT count(*) FROM {what}");
        sql.query_row(&query, [], |row| row.get(0)).unwrap()
    };
    assert_eq!(count("roster"), 3);
    assert_eq!(count("roster WHERE name = 'Ada' AND student = 's1'"), 1);
    assert_eq!(count("entries WHERE payload LIKE '%Ada%'"), 0);
    assert_eq!(count("forms WHERE purpose = 'secure'"), 4);
    assert_eq!(count("handouts"), 0, "the sitting was undone");
    for view in ["marks", "totals", "requests"] {
        assert_eq!(count(view), 0);
    }
}

#[test]
fn of_two_writers_the_second_is_told() {
    let path = new("two");
    let (mut one, mut two) = (open(&path).unwrap(), open(&path).unwrap());
    one.append(1, &[draft(title("two"))]).unwrap();
    assert_eq!(
        two.append(1, &[draft(title("three"))]),
        Err(LedgerError::Outrun)
    );
    two.append(2, &[draft(title("three"))]).unwrap();
    assert_eq!(one.entries().unwrap().len(), 3);
}

#[test]
fn a_locked_ledger_is_not_waited_for_without_end() {
    let path = new("locked");
    let other = Connection::open(&path).unwrap();
    other.execute_batch("BEGIN EXCLUSIVE").unwrap();
    let begun = std::time::Instant::now();
    let told = open(&path).and_then(|mut ledger| ledger.append(1, &[draft(title("two"))]));
    assert_eq!(told, Err(LedgerError::Locked(path.clone())));
    assert!(begun.elapsed().as_secs() < 10);
    other.execute_batch("ROLLBACK").unwrap();
    assert_eq!(open(&path).unwrap().entries().unwrap().len(), 1);
}

#[test]
fn what_is_no_ledger_is_not_touched() {
    let folder = scratch("ledger-foreign");
    fs::create_dir_all(&folder).unwrap();
    let sound = fs::read(new("sound")).unwrap();
    let path = folder.join("pool.sqlite");
    let foreign = folder.join("other.sqlite");
    Connection::open(&foreign)
        .unwrap()
        .execute_batch("CREATE TABLE notes (text)")
        .unwrap();
    let mut newer = sound.clone();
    newer[60..64].copy_from_slice(&9_u32.to_be_bytes());
    let mut torn = sound.clone();
    let middle = torn.len() / 2;
    torn[4096..middle].fill(0xAA);
    let cases: [(&str, Vec<u8>, &str); 8] = [
        ("empty", Vec::new(), "it is empty"),
        (
            "text",
            b"dear diary, ".repeat(99),
            "not the database of a pool",
        ),
        (
            "foreign",
            fs::read(&foreign).unwrap(),
            "not the database of a pool",
        ),
        ("newer", newer, "has version 9"),
        ("header", sound[..50].to_vec(), "ends in its header"),
        ("cut", sound[..sound.len() - 1].to_vec(), "is damaged"),
        ("half", sound[..middle].to_vec(), "is damaged"),
        ("torn", torn, "is damaged"),
    ];
    for (name, bytes, message) in cases {
        fs::write(&path, &bytes).unwrap();
        for access in [Access::Read, Access::Write] {
            let told = Ledger::open(&path, access).and_then(|ledger| ledger.entries());
            let told = told.expect_err(name).to_string();
            assert!(told.contains(message), "{name}: {told}");
            assert!(fs::read(&path).unwrap() == bytes, "{name} was touched");
        }
        assert_eq!(
            Ledger::create(&path, &draft(title("x"))),
            Err(LedgerError::Exists(path.clone()))
        );
        assert!(fs::read(&path).unwrap() == bytes, "{name} was touched");
        for beside in ["-wal", "-shm"] {
            let _ = fs::remove_file(folder.join(format!("pool.sqlite{beside}")));
        }
    }
    fs::remove_file(&path).unwrap();
    assert_eq!(open(&path).unwrap_err(), LedgerError::Missing(path.clone()));
    fs::create_dir(&path).unwrap();
    assert!(open(&path).is_err());
}

#[test]
fn a_read_only_ledger_can_be_looked_at() {
    let path = new("readonly");
    let mut rights = fs::metadata(&path).unwrap().permissions();
    rights.set_readonly(true);
    fs::set_permissions(&path, rights).unwrap();
    assert_eq!(
        open(&path).unwrap_err(),
        LedgerError::ReadOnly(path.clone())
    );
    let looked = Ledger::open(&path, Access::Read).unwrap();
    assert_eq!(looked.entries().unwrap().len(), 1);
    drop(looked);
    let beside = fs::read_dir(path.parent().unwrap()).unwrap().count();
    assert_eq!(beside, 1, "looking leaves nothing behind");
}
