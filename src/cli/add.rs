//! `isoform add`: a packed bank is unpacked and pinned by version and digest in `isoform.lock`.

use std::fs;
use std::path::{Path, PathBuf};

use serde::Deserialize;

use crate::cli::Ending;
use crate::cli::arguments::Add;
use crate::cli::lock::{LOCK, Lock, Outcome, Pin};
use crate::cli::pack::archive::{self, Files};
use crate::cli::terminal::Terminal;
use crate::diagnostic::{Code, Diagnostic};

/// The folder of unpacked banks.
const BANKS: &str = "banks";

/// What an archive says of itself.
#[derive(Debug, Deserialize)]
struct Manifest {
    id: String,
    version: String,
    digest: String,
    bank: String,
}

pub fn add(options: &Add, terminal: &Terminal) -> Ending {
    match pinned(&options.archive, &options.into) {
        Ok(pin) => {
            terminal.say(&format!("{} {} in {}", pin.id, pin.version, pin.path));
            Ending::Done
        }
        Err(error) => {
            terminal.refuse(*error);
            Ending::Refused
        }
    }
}

fn pinned(from: &Path, into: &Path) -> Outcome<Pin> {
    let file = archive_in(from)?;
    let bytes = fs::read(&file).map_err(|error| cannot_read(&file, &error.to_string()))?;
    let files = archive::read(&bytes).map_err(|why| cannot_read(&file, &why))?;
    let manifest = files.get("manifest.json");
    let manifest: Manifest = manifest
        .and_then(|text| serde_json::from_slice(text).ok())
        .ok_or_else(|| cannot_read(&file, "it is no packed bank"))?;
    let named = |text: &str| {
        let plain = |c: char| c.is_ascii_alphanumeric() || "-.+".contains(c);
        !text.is_empty() && !text.starts_with('.') && text.chars().all(plain)
    };
    if !named(&manifest.id) || !named(&manifest.version) || !files.contains_key(&manifest.bank) {
        return Err(cannot_read(&file, "it is no packed bank"));
    }
    let folder = format!("{BANKS}/{}-{}", manifest.id, manifest.version);
    let pin = Pin {
        path: format!("{folder}/{}", manifest.bank),
        archive: archive::digest(&bytes),
        id: manifest.id,
        version: manifest.version,
        digest: manifest.digest,
    };
    let mut lock = Lock::read(into)?;
    let same = |old: &&Pin| old.id == pin.id && old.version == pin.version;
    if let Some(old) = lock.banks.iter().find(same)
        && old.archive != pin.archive
    {
        let message = format!(
            "{} {} is pinned with the digest {}, but this archive has {}",
            pin.id, pin.version, old.archive, pin.archive
        );
        let help = "a version is never packed twice: ask for an archive with a new version";
        return Err(Box::new(
            Diagnostic::error(Code::CannotRead, None, message).help(help),
        ));
    }
    // Another version stands beside the old one: what was made from that stays what it is.
    unpack(&files, &into.join(&folder))?;
    lock.banks
        .retain(|old| old.id != pin.id || old.version != pin.version);
    lock.banks.push(pin.clone());
    lock.banks
        .sort_by(|a, b| (&a.id, &a.version).cmp(&(&b.id, &b.version)));
    let text = serde_yaml::to_string(&lock).unwrap_or_default();
    put(&into.join(LOCK), text.as_bytes())?;
    Ok(pin)
}

/// The archive itself, or the only one in a folder.
fn archive_in(from: &Path) -> Outcome<PathBuf> {
    if !from.is_dir() {
        return Ok(from.to_path_buf());
    }
    let entries = fs::read_dir(from).map_err(|error| cannot_read(from, &error.to_string()))?;
    let paths = entries.filter_map(|entry| Some(entry.ok()?.path()));
    let mut archives: Vec<PathBuf> = paths
        .filter(|path| path.extension().is_some_and(|ending| ending == "zip"))
        .collect();
    match (archives.pop(), archives.len()) {
        (Some(only), 0) => Ok(only),
        (None, _) => Err(cannot_read(from, "it holds no archive")),
        _ => Err(cannot_read(from, "it holds several archives; name one")),
    }
}

fn unpack(files: &Files, folder: &Path) -> Outcome<()> {
    for (path, bytes) in files {
        put(&folder.join(path), bytes)?;
    }
    Ok(())
}

fn put(file: &Path, bytes: &[u8]) -> Outcome<()> {
    let fail = |error: std::io::Error| {
        let message = format!("cannot write `{}`: {error}", file.display());
        Box::new(Diagnostic::error(Code::CannotWrite, None, message))
    };
    if let Some(folder) = file.parent() {
        fs::create_dir_all(folder).map_err(fail)?;
    }
    fs::write(file, bytes).map_err(fail)
}

fn cannot_read(file: &Path, why: &str) -> Box<Diagnostic> {
    let message = format!("cannot read `{}`: {why}", file.display());
    Box::new(Diagnostic::error(Code::CannotRead, None, message))
}
