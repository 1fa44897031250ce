//! What can be wrong with a ledger's database.

use std::fmt;
use std::path::{Path, PathBuf};

use rusqlite::ErrorCode;

/// Why a ledger cannot be used. Nothing was written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum LedgerError {
    /// There is no such file.
    Missing(PathBuf),
    /// There is one already.
    Exists(PathBuf),
    /// Another program keeps it locked.
    Locked(PathBuf),
    /// It may not be written.
    ReadOnly(PathBuf),
    /// It is not a database of a pool.
    Foreign(PathBuf),
    /// A later version of the program made it.
    Newer(PathBuf, u32),
    /// Part of it is missing or unreadable.
    Damaged {
        /// The file.
        path: PathBuf,
        /// What was found.
        what: String,
    },
    /// Another process added entries after this one had read them.
    Outrun,
    /// The disk is full.
    Full(PathBuf),
    /// The system refuses.
    Failed {
        /// The file.
        path: PathBuf,
        /// What it says.
        what: String,
    },
}

impl LedgerError {
    pub(super) fn of(path: &Path, error: rusqlite::Error) -> Self {
        let path = path.to_path_buf();
        match error.sqlite_error_code() {
            Some(ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked) => Self::Locked(path),
            Some(ErrorCode::ReadOnly | ErrorCode::PermissionDenied) => Self::ReadOnly(path),
            Some(ErrorCode::NotADatabase) => Self::Foreign(path),
            Some(ErrorCode::DiskFull) => Self::Full(path),
            Some(ErrorCode::DatabaseCorrupt) => Self::Damaged {
                path,
                what: error.to_string(),
            },
            _ => Self::Failed {
                path,
                what: error.to_string(),
            },
        }
    }

    pub(super) fn unreadable(path: &Path, entry: u64, what: &dyn fmt::Display) -> Self {
        Self::Damaged {
            path: path.to_path_buf(),
            what: format!("entry {entry} cannot be read: {what}"),
        }
    }

    /// What would help.
    pub fn help(&self) -> &'static str {
        match self {
            Self::Missing(_) => "name the folder of a pool, or begin one by `isoform pool init`",
            Self::Exists(_) => "name another folder, or use the pool that is there",
            Self::Locked(_) => "wait until the other program has finished, or close it",
            Self::ReadOnly(_) => "give yourself the right to write the file and its folder",
            Self::Foreign(_) => "move the file away, or name the folder of a pool",
            Self::Newer(..) => "use the version of isoform that made it, or a later one",
            Self::Damaged { .. } => "nothing was changed; take the folder from a backup",
            Self::Outrun => "run the command again",
            Self::Full(_) => "make room on the disk, and run the command again",
            Self::Failed { .. } => "",
        }
    }
}

impl fmt::Display for LedgerError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Missing(path) => write!(f, "there is no pool: `{}` is missing", path.display()),
            Self::Exists(path) => write!(f, "`{}` is there already", path.display()),
            Self::Locked(path) => write!(f, "`{}` is in use by another program", path.display()),
            Self::ReadOnly(path) => write!(f, "`{}` may not be written", path.display()),
            Self::Foreign(path) => write!(f, "`{}` is not the database of a pool", path.display()),
            Self::Newer(path, version) => write!(
                f,
                "`{}` has version {version}, and this program knows version {}",
                path.display(),
                super::schema::VERSION
            ),
            Self::Damaged { path, what } => write!(f, "`{}` is damaged: {what}", path.display()),
            Self::Outrun => write!(f, "another isoform changed the pool at the same time"),
            Self::Full(path) => write!(f, "no room to write `{}`", path.display()),
            Self::Failed { path, what } => write!(f, "cannot use `{}`: {what}", path.display()),
        }
    }
}

impl std::error::Error for LedgerError {}
