//! `isoform.lock`: which packed banks are used, by version and digest.

use std::fs;
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use crate::diagnostic::{Code, Diagnostic};

/// The file that pins banks.
pub const LOCK: &str = "isoform.lock";

/// What is pinned.
#[derive(Debug, Default, Serialize, Deserialize)]
pub struct Lock {
    /// The banks, by id and version.
    pub banks: Vec<Pin>,
}

/// A pinned bank.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Pin {
    /// The bank's slug.
    pub id: String,
    /// Its version.
    pub version: String,
    /// SHA-256 of the archive.
    pub archive: String,
    /// The digest of the bank itself, as every set states it.
    pub digest: String,
    /// The bank, from the folder of the lock file on.
    pub path: String,
}

/// What went wrong with a lock file.
pub type Outcome<T> = Result<T, Box<Diagnostic>>;

impl Lock {
    /// The lock file in `folder`; nothing is pinned where there is none.
    pub fn read(folder: &Path) -> Outcome<Self> {
        let file = folder.join(LOCK);
        if !file.exists() {
            return Ok(Self::default());
        }
        let cannot = |why: String| {
            let message = format!("cannot read `{}`: {why}", file.display());
            let help = "take it from version control; `isoform add` writes it";
            Box::new(Diagnostic::error(Code::CannotRead, None, message).help(help))
        };
        let text = fs::read_to_string(&file).map_err(|error| cannot(error.to_string()))?;
        serde_yaml::from_str(&text).map_err(|error| cannot(error.to_string()))
    }
}

/// What is pinned for the bank in `file`, by the nearest lock file above it.
pub fn pin_of(file: &Path) -> Outcome<Option<Pin>> {
    let Ok(file) = file.canonicalize() else {
        return Ok(None);
    };
    for folder in file.ancestors().skip(1) {
        if !folder.join(LOCK).is_file() {
            continue;
        }
        let lock = Lock::read(folder)?;
        let is_it = |pin: &Pin| {
            folder
                .join(&pin.path)
                .canonicalize()
                .is_ok_and(|p| p == file)
        };
        return Ok(lock.banks.into_iter().find(is_it));
    }
    Ok(None)
}

/// The file of a pinned bank by its name, `fractions` or `fractions@1.2.0`, from the lock file in
/// this folder. None if nothing of that name is pinned.
///
/// # Errors
/// A lock file that cannot be read, or several versions of the bank.
pub fn named(name: &str) -> Outcome<Option<PathBuf>> {
    let (id, version) = match name.split_once('@') {
        Some((id, version)) => (id, Some(version)),
        None => (name, None),
    };
    let lock = Lock::read(Path::new("."))?;
    let meant = |pin: &&Pin| pin.id == id && version.is_none_or(|version| pin.version == version);
    let pins: Vec<&Pin> = lock.banks.iter().filter(meant).collect();
    match pins.as_slice() {
        [] => Ok(None),
        [pin] => Ok(Some(PathBuf::from(&pin.path))),
        several => {
            let names = several.iter().map(|pin| format!("{id}@{}", pin.version));
            let names: Vec<String> = names.collect();
            let message = format!("`{LOCK}` pins {} versions of `{id}`", names.len());
            let help = format!("say which: {}", names.join(", "));
            let error = Diagnostic::error(Code::BadArgument, None, message).help(help);
            Err(Box::new(error))
        }
    }
}

impl Pin {
    /// The mistake that the bank is not what was pinned. `digest` is that of the bank as it is; none
    /// if it cannot even be read.
    pub fn changed(&self, file: &Path, digest: Option<&str>) -> Diagnostic {
        let now = match digest {
            Some(digest) => format!("now it has {}", short(digest)),
            None => "now it has mistakes".to_owned(),
        };
        let message = format!(
            "`{}` is not what `{LOCK}` pins: {} {} has the digest {}, {now}",
            file.display(),
            self.id,
            self.version,
            short(&self.digest)
        );
        Diagnostic::error(Code::PinnedBank, None, message)
            .help(format!(
                "to have the pinned bank again, type `isoform add {}-{}.zip`",
                self.id, self.version
            ))
            .help(
                "to change the bank, copy its folder to a place that no lock file pins, raise its \
                 version, and pack and add that",
            )
    }
}

/// The beginning of a digest, enough to tell two apart.
fn short(digest: &str) -> &str {
    digest.get(..12).unwrap_or(digest)
}
