//! The database as a file, before a database program is let near it.

use std::fs::{File, remove_file, rename};
use std::io::Read;
use std::path::{Path, PathBuf};

use crate::pool::ledger::schema::{APPLICATION, VERSION};
use crate::pool::ledger::{Access, LedgerError};

/// The header of a SQLite file (the file format's manual, section 1.3).
const HEADER: usize = 100;
const MAGIC: &[u8; 16] = b"SQLite format 3\0";

/// Where a new ledger is made before it takes its place.
pub fn begin(path: &Path) -> Result<PathBuf, LedgerError> {
    if path.symlink_metadata().is_ok() {
        return Err(LedgerError::Exists(path.to_path_buf()));
    }
    let part = beside(path, ".part");
    // What an interrupted attempt left behind is no ledger yet.
    for old in ["", "-wal", "-shm", "-journal"] {
        let _ = remove_file(beside(&part, old));
    }
    Ok(part)
}

/// Puts a new ledger in its place.
pub fn finish(part: &Path, path: &Path) -> Result<(), LedgerError> {
    let done = File::open(part)
        .and_then(|file| file.sync_all())
        .and_then(|()| rename(part, path));
    done.map_err(|error| failed(path, &error))
}

/// Looks at the header alone, so that a file that is no ledger is not touched.
pub fn examine(path: &Path, access: Access) -> Result<(), LedgerError> {
    let own = || path.to_path_buf();
    let mut file = match File::open(path) {
        Ok(file) => file,
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => {
            return Err(LedgerError::Missing(own()));
        }
        Err(error) => return Err(failed(path, &error)),
    };
    let about = file.metadata().map_err(|error| failed(path, &error))?;
    if !about.is_file() {
        return Err(LedgerError::Foreign(own()));
    }
    let mut header = Vec::with_capacity(HEADER);
    Read::by_ref(&mut file)
        .take(HEADER as u64)
        .read_to_end(&mut header)
        .map_err(|error| failed(path, &error))?;
    let damaged = |what: &str| LedgerError::Damaged {
        path: path.to_path_buf(),
        what: what.to_owned(),
    };
    if header.is_empty() {
        return Err(damaged("it is empty"));
    }
    let known = header.len().min(MAGIC.len());
    if header[..known] != MAGIC[..known] {
        return Err(LedgerError::Foreign(own()));
    }
    let number = |at: usize| match header.get(at..at + 4) {
        Some(&[a, b, c, d]) => Ok(u32::from_be_bytes([a, b, c, d])),
        _ => Err(damaged("it ends in its header")),
    };
    if number(68)? != APPLICATION {
        return Err(LedgerError::Foreign(own()));
    }
    let version = number(60)?;
    if version != VERSION {
        return Err(LedgerError::Newer(own(), version));
    }
    let page = match (number(16)? >> 16) as u16 {
        1 => 65_536,
        size => u64::from(size),
    };
    let whole = page * u64::from(number(28)?);
    let is_stated = number(24)? == number(92)?;
    if is_stated && !has_log(path) && about.len() < whole {
        let found = about.len();
        return Err(damaged(&format!("it has {found} bytes of {whole}")));
    }
    if access == Access::Write && about.permissions().readonly() {
        return Err(LedgerError::ReadOnly(own()));
    }
    Ok(())
}

/// Whether a file says that it may not be written.
pub fn is_read_only(path: &Path) -> bool {
    let about = path.metadata();
    about.is_ok_and(|about| about.permissions().readonly())
}

/// Whether pages of a file stand in its write-ahead log.
pub fn has_log(path: &Path) -> bool {
    let log = beside(path, "-wal").metadata();
    log.is_ok_and(|log| log.len() > 0)
}

/// The address of a file that nobody changes meanwhile.
pub fn unchanging(path: &Path) -> String {
    let mut address = String::from("file:");
    for byte in path.to_string_lossy().bytes() {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'/' | b'.' | b'-' | b'_' => {
                address.push(char::from(byte));
            }
            other => address.push_str(&format!("%{other:02X}")),
        }
    }
    address + "?immutable=1"
}

/// The path with something behind its name.
fn beside(path: &Path, what: &str) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(what);
    name.into()
}

fn failed(path: &Path, error: &std::io::Error) -> LedgerError {
    match error.kind() {
        std::io::ErrorKind::PermissionDenied | std::io::ErrorKind::ReadOnlyFilesystem => {
            LedgerError::ReadOnly(path.to_path_buf())
        }
        std::io::ErrorKind::StorageFull => LedgerError::Full(path.to_path_buf()),
        _ => LedgerError::Failed {
            path: path.to_path_buf(),
            what: error.to_string(),
        },
    }
}
