//! The pool at the size of a large school: `cargo bench --bench pool`.
//!
//! 3,000 students, 60 standards, six tries of each, and then a day on which 500 students ask for
//! three standards each. Every figure is that of the program itself, from its start to its end,
//! with everything it reads and writes: the time on the wall, and that of the processor.

#[path = "pool/fill.rs"]
mod fill;

use std::error::Error;
use std::fmt::Write;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::Instant;

use nix::sys::resource::{UsageWho, getrusage};
use nix::sys::time::TimeValLike;

use fill::{By, PACKETS, REAL, STANDARDS, STUDENTS, TRIES};

fn main() -> Result<(), Box<dyn Error>> {
    school("totals", By::Totals)?;
    school("items", By::Items)
}

fn school(name: &str, by: By) -> Result<(), Box<dyn Error>> {
    let pool = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(format!("bench-pool-{name}"));
    let _ = fs::remove_dir_all(&pool);
    fs::create_dir_all(&pool)?;
    begin(&pool)?;
    let forms = fill::fill(&pool, by)?;
    let size = fs::metadata(pool.join("pool.sqlite"))?.len();
    println!(
        "{STUDENTS} students × {STANDARDS} standards × {TRIES} tries, marks by {name}: a ledger of {} MB",
        size / 1_000_000
    );
    println!("{:36}{:>8}{:>8}", "", "wall s", "CPU s");
    let requests = ["requests", "import", "requests.csv"];
    let packets = format!("issue of {PACKETS} packets");
    let marks = format!("board, first after {} papers", STUDENTS * REAL.len());
    run(&pool, "board, every entry replayed", &["board"])?;
    run(&pool, "board from the snapshot", &["board"])?;
    run(&pool, "board --html", &["board", "--html"])?;
    run(&pool, "requests import", &requests)?;
    run(&pool, "board, first after the requests", &["board"])?;
    run(&pool, "requests review", &["requests", "review"])?;
    run(&pool, &packets, &["issue", "--seed", "1"])?;
    run(&pool, "board, first after the issue", &["board"])?;
    run(&pool, "undo", &["undo"])?;
    run(&pool, "board, first after an undo", &["board"])?;
    fill::more(&pool, by, &forms)?;
    run(&pool, &marks, &["board"])?;
    run(&pool, "board from the snapshot", &["board"])?;
    let packets = fs::read_dir(pool.join("packets"))?.flatten().next();
    let page = packets.ok_or("no packets")?.path().join("packets.html");
    let slips = fs::read_to_string(&page)?
        .matches("class=\"cover\"")
        .count();
    let bytes = fs::metadata(&page)?.len();
    println!("{slips} packets on {} MB of pages", bytes / 1_000_000);
    fs::remove_dir_all(&pool)?;
    Ok(())
}

/// The pool, its roster, its real forms, and the requests of the day.
fn begin(pool: &Path) -> Result<(), Box<dyn Error>> {
    let mut roster = String::from("id,name,section\n");
    for student in 0..STUDENTS {
        let (id, section) = (fill::student(student), student / 30);
        writeln!(roster, "{id},Student {student},{section}")?;
    }
    fs::write(pool.join("roster.csv"), roster)?;
    fs::write(pool.join("pool.yaml"), "attempts: unlimited\n")?;
    let mut requests = String::from("student,standard,evidence,date\n");
    for student in 0..PACKETS {
        for standard in REAL {
            let id = fill::student(student);
            writeln!(requests, "{id},{standard},worked,2026-12-01")?;
        }
    }
    fs::write(pool.join("requests.csv"), requests)?;
    quietly(pool, "2026-09-01", &["init", "School"])?;
    quietly(pool, "2026-09-01", &["roster", "import", "roster.csv"])?;
    for standard in REAL {
        let forms = fill::FORMS.to_string();
        let make = [
            "make",
            "--standard",
            standard,
            "--forms",
            &forms,
            "--seed",
            "1",
        ];
        quietly(pool, "2026-09-01", &make)?;
    }
    Ok(())
}

fn quietly(pool: &Path, day: &str, arguments: &[&str]) -> Result<(), Box<dyn Error>> {
    let mut command = Command::new(env!("CARGO_BIN_EXE_isoform"));
    command.current_dir(pool).args(["pool", "--on", day]);
    let command = command.args(arguments).stdout(Stdio::null());
    match command.status()?.success() {
        true => Ok(()),
        false => Err(format!("{arguments:?} failed").into()),
    }
}

fn run(pool: &Path, what: &str, arguments: &[&str]) -> Result<(), Box<dyn Error>> {
    let (before, start) = (cpu()?, Instant::now());
    quietly(pool, "2026-12-01", arguments)?;
    let (wall, cpu) = (start.elapsed().as_secs_f64(), cpu()? - before);
    println!("{what:36}{wall:8.2}{cpu:8.2}");
    Ok(())
}

/// CPU time of the processes that ran so far, in seconds.
fn cpu() -> Result<f64, Box<dyn Error>> {
    let usage = getrusage(UsageWho::RUSAGE_CHILDREN)?;
    let micros = usage.user_time().num_microseconds() + usage.system_time().num_microseconds();
    Ok(micros as f64 / 1e6)
}
