//! A pool is killed at two hundred moments of an import, a making and an issue; afterwards each
//! operation is in it entirely or not at all.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, Instant};

use isoform::pool::entry::Event;
use isoform::pool::history::History;
use isoform::pool::ledger::{Access, Ledger};

use crate::set::scratch;

/// How often a run is killed, over all operations.
const KILLS: usize = 200;

fn isoform(pool: &Path, arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_isoform"));
    command
        .args(["pool", "--pool"])
        .arg(pool)
        .args(["--on", "2026-09-21"])
        .args(arguments)
        .stdin(Stdio::null());
    command
}

fn done(pool: &Path, arguments: &[&str]) -> Output {
    let output = isoform(pool, arguments).output().unwrap();
    let errors = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{arguments:?}\n{errors}");
    output
}

/// A pool with forms in the hands of a class, and the files of what comes next.
fn pool(folder: &Path) -> PathBuf {
    let pool = folder.join("base");
    let write = |name: &str, text: String| {
        let path = folder.join(name);
        fs::write(&path, text).unwrap();
        path.to_str().unwrap().to_owned()
    };
    fs::create_dir_all(folder).unwrap();
    done(&pool, &["init", "Sums"]);
    fs::write(pool.join("pool.yaml"), "wait: 0\nitems: 2\nbanks: [sums.yaml]\n").unwrap();
    fs::copy("tests/pool/sums.yaml", pool.join("sums.yaml")).unwrap();
    let rows = (1..=24).map(|n| format!("s{n:02},Student {n},a\n"));
    let roster = write("roster.csv", format!("id,name,section\n{}", rows.collect::<String>()));
    done(&pool, &["roster", "import", &roster]);
    done(&pool, &["make", "--standard", "S.1", "--forms", "3", "--seed", "1"]);
    done(&pool, &["assign", "--spiral", "--on", "2026-09-14"]);
    let history = state(&pool);
    let rows = history.attempts.iter().enumerate().map(|(at, attempt)| {
        let form = history.forms[attempt.form].id;
        let student = &history.students[attempt.student].id;
        let result = if at % 2 == 0 { "wrong" } else { "right" };
        format!("{form},{student},{result},wrong\n")
    });
    let marks: String = rows.collect();
    let marks = write("marks.csv", format!("form,student,1,2\n{marks}"));
    done(&pool, &["marks", "import", &marks, "--on", "2026-09-15"]);
    done(&pool, &["make", "--standard", "S.1", "--forms", "3"]);
    write("more.csv", format!("id,name,section\n{}", (1..=30).map(|n| format!("s{n:02},Student {n},b\n")).collect::<String>()));
    let (head, rows) = ("student,standard,evidence,date\n", (1..=24).step_by(2));
    let asked: String = rows.map(|n| format!("s{n:02},S.1,worked it out again,2026-09-20\n")).collect();
    let asked = write("requests.csv", format!("{head}{asked}"));
    done(&pool, &["requests", "review", &asked]);
    let again = fs::read_to_string(folder.join("marks.csv")).unwrap().replace("right,wrong", "right,right");
    write("corrected.csv", again);
    pool
}

fn state(pool: &Path) -> History {
    let ledger = Ledger::open(&pool.join("pool.sqlite"), Access::Read).unwrap();
    History::replay(&ledger.verified_entries().unwrap()).unwrap()
}

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(from).unwrap() {
        let path = entry.unwrap().path();
        let target = to.join(path.file_name().unwrap());
        match path.is_dir() {
            true => copy(&path, &target),
            false => drop(fs::copy(&path, &target).unwrap()),
        }
    }
}

/// Names below a folder of the pool, hidden ones too.
fn names(folder: &Path) -> Vec<String> {
    let entries = fs::read_dir(folder).into_iter().flatten();
    let name = |entry: fs::DirEntry| entry.file_name().to_string_lossy().into_owned();
    let mut names: Vec<String> = entries.map(|entry| name(entry.unwrap())).collect();
    names.sort();
    names
}

/// Kills `arguments` after `wait` on a copy of the pool; whether the operation is in it then.
fn killed(base: &Path, copy_to: &Path, arguments: &[&str], wait: Duration) -> bool {
    let _ = fs::remove_dir_all(copy_to);
    copy(base, copy_to);
    let before = state(base).last;
    let mut child = isoform(copy_to, arguments)
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    std::thread::sleep(wait);
    child.kill().unwrap();
    child.wait().unwrap();
    // The next run, whatever it is, finds the pool whole.
    done(copy_to, &["verify"]);
    let ledger = Ledger::open(&copy_to.join("pool.sqlite"), Access::Read).unwrap();
    let entries = ledger.verified_entries().unwrap();
    assert!([before, before + 1].contains(&(entries.len() as u64)));
    let mut known: Vec<String> = entries.iter().flat_map(|entry| entry.event.folders()).map(str::to_owned).collect();
    known.sort();
    let in_folder = |inner: &str| names(&copy_to.join(inner)).into_iter().map(move |name| format!("{inner}/{name}")).collect::<Vec<_>>();
    let mut found = in_folder("sets");
    found.extend(in_folder("packets"));
    found.sort();
    assert_eq!(found, known, "{arguments:?} after {wait:?}");
    entries.len() as u64 > before
}

#[test]
fn a_killed_operation_is_in_the_pool_entirely_or_not_at_all() {
    let folder = scratch("pool-kill");
    let base = pool(&folder);
    let path = |name: &str| folder.join(name).to_str().unwrap().to_owned();
    let (more, corrected) = (path("more.csv"), path("corrected.csv"));
    let operations: [&[&str]; 4] = [
        &["roster", "import", &more],
        &["marks", "import", &corrected, "--correct"],
        &["make", "--standard", "S.1", "--forms", "1"],
        &["issue"],
    ];
    let next = AtomicUsize::new(0);
    let (inside, outside) = (AtomicUsize::new(0), AtomicUsize::new(0));
    let lengths = operations.map(|arguments| {
        let whole = folder.join("whole");
        let _ = fs::remove_dir_all(&whole);
        copy(&base, &whole);
        let begun = Instant::now();
        done(&whole, arguments);
        begun.elapsed()
    });
    std::thread::scope(|scope| {
        for worker in 0..2 {
            let (base, folder, next) = (&base, &folder, &next);
            let (inside, outside, operations) = (&inside, &outside, &operations);
            scope.spawn(move || {
                let copy_to = folder.join(format!("copy-{worker}"));
                loop {
                    let at = next.fetch_add(1, Ordering::Relaxed);
                    if at >= KILLS {
                        return;
                    }
                    let operation = at % operations.len();
                    // Moments spread over the whole run, in no order, some behind its end.
                    let share = (at * 7919 % KILLS) as f64 / KILLS as f64;
                    let wait = lengths[operation].mul_f64(1.25 * share);
                    let is_in = killed(base, &copy_to, operations[operation], wait);
                    let counter = if is_in { inside } else { outside };
                    counter.fetch_add(1, Ordering::Relaxed);
                }
            });
        }
    });
    let (inside, outside) = (inside.into_inner(), outside.into_inner());
    assert_eq!(inside + outside, KILLS);
    assert!(inside > 5 && outside > 5, "{inside} came through, {outside} did not");
}

#[test]
fn two_at_once_do_not_hurt_each_other() {
    let folder = scratch("pool-two");
    let pool = folder.join("pool");
    fs::create_dir_all(&folder).unwrap();
    done(&pool, &["init", "Two"]);
    let before = state(&pool).last;
    let rosters: Vec<PathBuf> = (0..8)
        .map(|n| {
            let path = folder.join(format!("{n}.csv"));
            fs::write(&path, format!("id\ns{n}\n")).unwrap();
            path
        })
        .collect();
    let children: Vec<_> = rosters
        .iter()
        .map(|path| {
            let arguments = ["roster", "import", path.to_str().unwrap()];
            isoform(&pool, &arguments).stdout(Stdio::null()).spawn().unwrap()
        })
        .collect();
    for mut child in children {
        assert!(child.wait().unwrap().success());
    }
    let ledger = Ledger::open(&pool.join("pool.sqlite"), Access::Read).unwrap();
    let entries = ledger.verified_entries().unwrap();
    assert_eq!(entries.len() as u64, before + 8);
    let imports = entries.iter().filter(|entry| matches!(entry.event, Event::RosterImported { .. }));
    assert_eq!(imports.count(), 8);
}
