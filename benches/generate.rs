//! Making sets of forms, in CPU time and memory of the whole program: `cargo bench --bench generate`.
//!
//! Each size runs the program from reading the bank to the last file, with every check, Markdown,
//! HTML, keys and the report. The baseline writes the same files without making them, in the same
//! run, so that machines can be compared by the ratio.

use std::error::Error;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::Duration;

use nix::sys::resource::{UsageWho, getrusage};
use nix::sys::time::TimeValLike;

const BANK: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/benches/mixed-ten/bank.yaml");
const PROGRAM: &str = env!("CARGO_BIN_EXE_isoform");
/// The bank has items for some more.
const SIZES: [usize; 3] = [10, 100, 1_000];
const RUNS: usize = 3;

fn main() -> Result<(), Box<dyn Error>> {
    let root = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("bench-generate");
    let _ = fs::remove_dir_all(&root);
    println!("forms  CPU s  of it system  baseline CPU s  ratio  peak MiB so far");
    for forms in SIZES {
        // Smallest of several: other programs only ever add time.
        let mut best: Option<(Duration, Duration)> = None;
        // A folder of its own each time: where files were just deleted, some file systems search
        // long for room, and that would be measured.
        let mut folder = PathBuf::new();
        for run in 0..RUNS {
            folder = root.join(format!("{forms}-{run}"));
            let times = children(|| generate(forms, &folder))?;
            if best.is_none_or(|(user, system)| times.0 + times.1 < user + system) {
                best = Some(times);
            }
        }
        let (user, system) = best.unwrap_or_default();
        let baseline = copying(&folder)?;
        let cpu = (user + system).as_secs_f64();
        let peak = getrusage(UsageWho::RUSAGE_CHILDREN)?.max_rss() / 1_024;
        println!(
            "{forms:5}  {cpu:5.2}  {:12.2}  {:14.2}  {:5.1}  {peak:15}",
            system.as_secs_f64(),
            baseline.as_secs_f64(),
            cpu / baseline.as_secs_f64().max(0.001),
        );
    }
    fs::remove_dir_all(&root)?;
    Ok(())
}

fn generate(forms: usize, folder: &Path) -> Result<(), Box<dyn Error>> {
    let status = Command::new(PROGRAM)
        .args([
            "generate",
            BANK,
            "--seed",
            "7",
            "--quiet",
            "--forms",
            &forms.to_string(),
            "--out",
        ])
        .arg(folder)
        .stdout(Stdio::null())
        .status()?;
    if status.success() {
        Ok(())
    } else {
        Err("the program failed".into())
    }
}

/// User and system time of the child processes that `run` starts.
fn children(
    run: impl FnOnce() -> Result<(), Box<dyn Error>>,
) -> Result<(Duration, Duration), Box<dyn Error>> {
    let times = || -> Result<(i64, i64), Box<dyn Error>> {
        let usage = getrusage(UsageWho::RUSAGE_CHILDREN)?;
        Ok((
            usage.user_time().num_microseconds(),
            usage.system_time().num_microseconds(),
        ))
    };
    let before = times()?;
    run()?;
    let after = times()?;
    let micros = |value: i64| Duration::from_micros(value.try_into().unwrap_or(0));
    Ok((micros(after.0 - before.0), micros(after.1 - before.1)))
}

/// CPU time of writing the files of `folder` once more elsewhere.
fn copying(folder: &Path) -> Result<Duration, Box<dyn Error>> {
    let contents: Vec<(PathBuf, Vec<u8>)> = fs::read_dir(folder)?
        .map(|entry| {
            let path = entry?.path();
            let content = fs::read(&path)?;
            Ok((path, content))
        })
        .collect::<std::io::Result<_>>()?;
    let copy = folder.with_extension("copy");
    let _ = fs::remove_dir_all(&copy);
    let before = own()?;
    fs::create_dir_all(&copy)?;
    for (path, content) in &contents {
        fs::write(copy.join(path.file_name().unwrap_or_default()), content)?;
    }
    let spent = own()? - before;
    fs::remove_dir_all(&copy)?;
    Ok(spent)
}

fn own() -> Result<Duration, Box<dyn Error>> {
    let usage = getrusage(UsageWho::RUSAGE_SELF)?;
    let micros = (usage.user_time() + usage.system_time()).num_microseconds();
    Ok(Duration::from_micros(micros.try_into().unwrap_or(0)))
}
