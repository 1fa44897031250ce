//! A run that is killed leaves the folder as it was, or as it should become: never half-written.

mod set;

use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};
use std::thread::sleep;
use std::time::{Duration, Instant};

use set::{files, scratch};

/// How often a run is killed.
const KILLS: u32 = 25;

/// Few items, so that most of a run is writing.
const BANK: &str = r#"
bank: Sums
id: sums
standards: [{id: S.1, statement: Students add.}]
items:
  - {id: sum, vary: {a: 11..99, b: 11..99}, stem: "What is {{a}} plus {{b}}?", answer: a + b}
"#;

fn generate(seed: &str, out: &Path) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_isoform"));
    command
        .current_dir(out.parent().unwrap())
        .args([
            "generate",
            "sums.yaml",
            "--forms",
            "12",
            "--items",
            "3",
            "--seed",
            seed,
            "--out",
        ])
        .arg(out)
        .stdout(Stdio::null())
        .stderr(Stdio::null());
    command
}

#[test]
fn a_killed_run_leaves_a_whole_set() {
    let base = scratch("interrupted");
    let out = base.join("out");
    fs::create_dir_all(&base).unwrap();
    fs::write(base.join("sums.yaml"), BANK).unwrap();
    let start = Instant::now();
    assert!(generate("1", &out).status().unwrap().success());
    let time = start.elapsed();
    fs::write(out.join("notes.txt"), "a teacher's own").unwrap();
    let old = files(&out);
    let other = base.join("other");
    assert!(generate("2", &other).status().unwrap().success());
    let mut new = files(&other);
    new.insert("notes.txt".into(), b"a teacher's own".to_vec());
    assert_ne!(old, new);

    let (mut befores, mut afters) = (0, 0);
    for kill in 0..KILLS {
        // The later kills come at the end of the run, where files are put in their place.
        let share = 1.2 * (f64::from(kill + 1) / f64::from(KILLS)).sqrt();
        let mut run = generate("2", &out).spawn().unwrap();
        sleep(time.mul_f64(share).max(Duration::from_millis(1)));
        let _ = run.kill();
        run.wait().unwrap();
        let found = files(&out);
        if found == new {
            afters += 1;
            assert!(generate("1", &out).status().unwrap().success());
            assert_eq!(files(&out), old);
        } else {
            assert!(
                found == old,
                "kill {kill}: neither the old set nor the new one"
            );
            befores += 1;
        }
    }
    assert!(
        befores > 0 && afters > 0,
        "{befores} before, {afters} after"
    );
}

/// `isoform banks | head -1`: who has read enough closes the pipe, and that is no mistake.
#[test]
fn a_closed_pipe_is_no_mistake() {
    let mut command = Command::new(env!("CARGO_BIN_EXE_isoform"));
    let mut child = command
        .arg("banks")
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    drop(child.stdout.take());
    let output = child.wait_with_output().unwrap();
    let said = String::from_utf8(output.stderr).unwrap();
    assert!(output.status.success() && said.is_empty(), "{said}");
}
