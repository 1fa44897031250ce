//! Hearing that a file of the bank was saved. The folders are watched, not the files: editors write
//! a new file and move it over the old one. Where the system says nothing (network drives, a folder
//! that was deleted and made again) a look at the files every second does it.

use std::collections::HashSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::time::{Duration, Instant, SystemTime};

use notify::{Event, RecommendedWatcher, RecursiveMode, Watcher};

use crate::cli::preview::desk::Desk;
use crate::cli::preview::reading::read;

/// Silence that ends a save: several events make one.
const QUIET: Duration = Duration::from_millis(15);
/// A folder where something is always written is not waited for.
const LONGEST: Duration = Duration::from_millis(60);
/// How long a file may be empty or away in the middle of a save.
const HALFWAY: Duration = Duration::from_millis(60);
/// How often files are looked at where no event came.
const LOOK: Duration = Duration::from_secs(1);

/// What tells that a file is another one: its time and its length; none if it is away.
type Signature = Vec<Option<(Option<SystemTime>, u64)>>;

/// Reads the bank, and again whenever it changes; for ever.
pub fn watch(path: &Path, desk: &Arc<Desk>) {
    let (sender, events) = channel();
    let mut watching = watcher(&[path.to_path_buf()], &sender);
    loop {
        let (reading, mut files) = read(path);
        // A file may become a folder, and a folder a file.
        files.push(path.to_path_buf());
        let seen = signature(&files);
        desk.take(reading);
        // Made anew each time, so that a folder that was away is watched again. The old one goes
        // only then: what it hears in between is read at once.
        let next = watcher(&files, &sender);
        drop(std::mem::replace(&mut watching, next));
        wait(&events, &files, &seen);
        settle(&events);
        if halfway(&files[0]) {
            std::thread::sleep(HALFWAY);
        }
    }
}

/// Watches the folders of `files`; those that are away are looked at once a second.
fn watcher(files: &[PathBuf], sender: &Sender<Event>) -> Option<RecommendedWatcher> {
    let sender = sender.clone();
    let heard = move |event: notify::Result<Event>| {
        if let Ok(event) = event {
            // The other end is gone only when the program ends.
            let _ = sender.send(event);
        }
    };
    let mut watcher = notify::recommended_watcher(heard).ok()?;
    let folders: HashSet<&Path> = files.iter().filter_map(|file| file.parent()).collect();
    for folder in folders {
        let folder = if folder.as_os_str().is_empty() {
            Path::new(".")
        } else {
            folder
        };
        let _ = watcher.watch(folder, RecursiveMode::NonRecursive);
    }
    Some(watcher)
}

/// Until one of the files changes.
fn wait(events: &Receiver<Event>, files: &[PathBuf], seen: &Signature) {
    let names: HashSet<_> = files.iter().filter_map(|file| file.file_name()).collect();
    loop {
        match events.recv_timeout(LOOK) {
            Ok(event) if event.kind.is_access() => {}
            Ok(event) => {
                let ours = |path: &PathBuf| path.file_name().is_some_and(|n| names.contains(n));
                if event.need_rescan() || event.paths.iter().any(ours) {
                    return;
                }
            }
            Err(RecvTimeoutError::Timeout) if signature(files) != *seen => return,
            Err(RecvTimeoutError::Timeout) => {}
            Err(RecvTimeoutError::Disconnected) => std::thread::sleep(LOOK),
        }
    }
}

/// Until nothing more comes.
fn settle(events: &Receiver<Event>) {
    let since = Instant::now();
    while since.elapsed() < LONGEST && events.recv_timeout(QUIET).is_ok() {}
}

/// Whether the file is empty or away, as between two steps of a save.
fn halfway(file: &Path) -> bool {
    fs::metadata(file).map_or(true, |about| about.is_file() && about.len() == 0)
}

fn signature(files: &[PathBuf]) -> Signature {
    let one = |file: &PathBuf| {
        let about = fs::metadata(file).ok()?;
        Some((about.modified().ok(), about.len()))
    };
    files.iter().map(one).collect()
}
