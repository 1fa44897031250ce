//! A pool is killed at many moments of an import, a making and an issue; afterwards each operation
//! is in it entirely or not at all.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, Instant};

use isoform::form::FormSet;
use isoform::form::id::FormId;
use isoform::pool::day::Moment;
use isoform::pool::entry::{AddedSet, Decision, Event, Purpose, Request};
use isoform::pool::history::History;
use isoform::pool::ledger::{Access, Draft, Ledger};
use sha2::{Digest, Sha256};

use crate::class::handed;
use crate::set::{generate, scratch};

const SUMS: &str = "tests/pool/sums.yaml";

/// How often a run is killed, over all operations; `ISOFORM_KILLS=200` takes a minute or two.
fn kills() -> usize {
    let wanted = std::env::var("ISOFORM_KILLS").ok();
    wanted.map_or(40, |kills| kills.parse().unwrap())
}

pub fn isoform(pool: &Path, arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_isoform"));
    command
        .args(["pool", "--pool"])
        .arg(pool)
        .args(["--on", "2026-09-21"])
        .args(arguments)
        .stdin(Stdio::null());
    command
}

pub fn done(pool: &Path, arguments: &[&str]) -> Output {
    let output = isoform(pool, arguments).output().unwrap();
    let errors = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{arguments:?}\n{errors}");
    output
}

/// Adds an entry as an earlier run did.
fn append(pool: &Path, event: Event) {
    let mut ledger = Ledger::open(&pool.join("pool.sqlite"), Access::Write).unwrap();
    let last = ledger.entries().unwrap().len() as u64;
    let draft = Draft {
        at: Moment::new("2026-09-01T08:00:00Z".parse().unwrap()),
        day: "2026-09-14".parse().unwrap(),
        actor: "teacher",
        event,
        names: &[],
    };
    ledger.append(last, &[draft]).unwrap();
}

/// A pool with forms in the hands of a class, and the files of what comes next.
fn pool(folder: &Path) -> PathBuf {
    let pool = folder.join("base");
    fs::create_dir_all(folder).unwrap();
    let write = |name: &str, text: String| fs::write(folder.join(name), text).unwrap();
    let roster = |section: &str, last: u32| {
        let rows = (1..=last).map(|n| format!("s{n:02},Student {n},{section}\n"));
        format!("id,name,section\n{}", rows.collect::<String>())
    };
    done(&pool, &["init", "Sums"]);
    write("roster.csv", roster("a", 24));
    write("more.csv", roster("b", 30));
    done(
        &pool,
        &[
            "roster",
            "import",
            folder.join("roster.csv").to_str().unwrap(),
        ],
    );
    let name = "sets/003-sums";
    let out = pool.join(name);
    generate(&[SUMS], 1, 3, &out);
    let plan = fs::read(out.join("set.json")).unwrap();
    let digest = Sha256::digest(&plan)
        .iter()
        .map(|byte| format!("{byte:02x}"))
        .collect();
    let set: FormSet = serde_json::from_slice(&plan).unwrap();
    append(
        &pool,
        Event::SetAdded(AddedSet::of(&set, name.to_owned(), digest, Purpose::Secure)),
    );
    let ids: Vec<String> = (1..=24).map(|n| format!("s{n:02}")).collect();
    let turn = set.forms.iter().cycle().zip(&ids);
    let pairs: Vec<(FormId, &str)> = turn.map(|(form, id)| (form.id, &**id)).collect();
    append(&pool, handed(&pairs));
    let marks = |results: &str| {
        let rows = pairs
            .iter()
            .map(|(form, student)| format!("{form},{student},{results}\n"));
        format!("form,student,1,2\n{}", rows.collect::<String>())
    };
    write("marks.csv", marks("wrong,wrong"));
    write("corrected.csv", marks("right,A"));
    done(
        &pool,
        &[
            "marks",
            "import",
            folder.join("marks.csv").to_str().unwrap(),
        ],
    );
    done(
        &pool,
        &["make", "--standard", "S.1", "--bank", SUMS, "--forms", "3"],
    );
    fs::write(pool.join("pool.yaml"), "wait: 0\n").unwrap();
    let asked = ids.iter().step_by(4).map(|id| Request {
        student: id.clone(),
        standard: "S.1".to_owned(),
        evidence: "worked it out again".to_owned(),
        day: "2026-09-20".parse().unwrap(),
    });
    let requests: Vec<Request> = asked.collect();
    let count = requests.len();
    append(&pool, Event::Requested { requests });
    let entry = state(&pool).last;
    let grant = |place| Decision {
        request: (entry, place),
        granted: true,
        reason: String::new(),
    };
    let decisions = (0..count).map(grant).collect();
    append(&pool, Event::Reviewed { decisions });
    let bank = fs::read_to_string(SUMS).unwrap();
    write(
        "mended.yaml",
        bank.replace("answer: a + b", "answer: a + b + 1"),
    );
    pool
}

pub fn state(pool: &Path) -> History {
    let ledger = Ledger::open(&pool.join("pool.sqlite"), Access::Read).unwrap();
    History::replay(&ledger.entries().unwrap()).unwrap()
}

pub fn copy(from: &Path, to: &Path) {
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

/// Kills `arguments` after `wait` on a copy of the pool; whether the operation is in it then, if it
/// was still running.
fn killed(
    (base, before): (&Path, u64),
    copy_to: &Path,
    arguments: &[&str],
    wait: Duration,
) -> Option<bool> {
    let _ = fs::remove_dir_all(copy_to);
    copy(base, copy_to);
    let mut child = isoform(copy_to, arguments)
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    std::thread::sleep(wait);
    child.kill().unwrap();
    let was_running = !child.wait().unwrap().success();
    // The next run, whatever it is, finds the pool whole.
    done(copy_to, &["verify"]);
    let ledger = Ledger::open(&copy_to.join("pool.sqlite"), Access::Read).unwrap();
    let entries = ledger.entries().unwrap();
    assert!([before, before + 1].contains(&(entries.len() as u64)));
    let mut known: Vec<String> = entries
        .iter()
        .flat_map(|entry| entry.event.folders())
        .map(str::to_owned)
        .collect();
    known.sort();
    let in_folder = |inner: &str| {
        names(&copy_to.join(inner))
            .into_iter()
            .map(move |name| format!("{inner}/{name}"))
            .collect::<Vec<_>>()
    };
    let mut found = in_folder("sets");
    found.extend(in_folder("packets"));
    found.sort();
    assert_eq!(found, known, "{arguments:?} after {wait:?}");
    was_running.then_some(entries.len() as u64 > before)
}

#[test]
fn a_killed_operation_is_in_the_pool_entirely_or_not_at_all() {
    let folder = scratch("pool-kill");
    let base = pool(&folder);
    let path = |name: &str| folder.join(name).to_str().unwrap().to_owned();
    let (more, corrected) = (path("more.csv"), path("corrected.csv"));
    let mended = path("mended.yaml");
    let operations: [&[&str]; 5] = [
        &["roster", "import", &more],
        &["marks", "import", &corrected, "--correct"],
        &["recall", "sum", "--bank", &mended],
        &["make", "--standard", "S.1", "--bank", SUMS, "--forms", "1"],
        &["issue"],
    ];
    // Nobody opens the pool that is copied: its log would come and go under the copy.
    let before = state(&base).last;
    let kills = kills();
    let (next, hits) = (AtomicUsize::new(0), AtomicUsize::new(0));
    let inside = AtomicUsize::new(0);
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
            let (inside, hits, operations) = (&inside, &hits, &operations);
            scope.spawn(move || {
                let copy_to = folder.join(format!("copy-{worker}"));
                while hits.load(Ordering::Relaxed) < kills {
                    let at = next.fetch_add(1, Ordering::Relaxed);
                    assert!(at < 10 * kills, "hardly any run is killed before its end");
                    let operation = at % operations.len();
                    // Moments spread over the whole run, by the golden ratio's multiples: in no
                    // order, and some behind its end, which is later on a busy computer.
                    let share = (at as f64 * 0.618_033_988_749_894_8).fract();
                    let wait = lengths[operation].mul_f64(2.0 * share);
                    let found = killed((base, before), &copy_to, operations[operation], wait);
                    hits.fetch_add(usize::from(found.is_some()), Ordering::Relaxed);
                    inside.fetch_add(usize::from(found == Some(true)), Ordering::Relaxed);
                }
            });
        }
    });
    let (hits, inside) = (hits.into_inner(), inside.into_inner());
    let runs = next.into_inner();
    println!(
        "of {runs} runs {hits} were killed before their end, {inside} of these behind the entry"
    );
    assert!(hits >= kills && inside < hits);
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
            isoform(&pool, &arguments)
                .stdout(Stdio::null())
                .spawn()
                .unwrap()
        })
        .collect();
    for mut child in children {
        assert!(child.wait().unwrap().success());
    }
    let ledger = Ledger::open(&pool.join("pool.sqlite"), Access::Read).unwrap();
    let entries = ledger.entries().unwrap();
    assert_eq!(entries.len() as u64, before + 8);
    let imports = entries
        .iter()
        .filter(|entry| matches!(entry.event, Event::RosterImported { .. }));
    assert_eq!(imports.count(), 8);
}

#[test]
fn names_stay_in_the_folder_and_out_of_sets_and_exports() {
    let folder = scratch("pool-names");
    let pool = pool(&folder);
    let outside = folder.join("outside");
    done(&pool, &["export", "--out", outside.to_str().unwrap()]);
    done(
        &pool,
        &[
            "export",
            "--for-others",
            "--out",
            folder.join("others").to_str().unwrap(),
        ],
    );
    done(&pool, &["export"]);
    let has_name = |path: &Path| {
        let texts = names(path)
            .into_iter()
            .map(|name| fs::read(path.join(name)).unwrap_or_default());
        texts
            .into_iter()
            .any(|text| text.windows(8).any(|window| window == b"Student "))
    };
    assert!(has_name(&pool.join("export")));
    for place in [
        &outside,
        &folder.join("others"),
        &pool.join("sets/003-sums"),
    ] {
        assert!(names(place).len() > 5);
        assert!(!has_name(place), "{}", place.display());
    }
    let escaping = pool.join("export/../../sly");
    done(&pool, &["export", "--out", escaping.to_str().unwrap()]);
    assert!(!has_name(&folder.join("sly")));
}
