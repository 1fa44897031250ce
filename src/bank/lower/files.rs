//! The files of a bank: where they may lie, and the digest over all of them.

use std::fmt::Write;

use sha2::{Digest, Sha256};

use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::source::Span;

/// Gives the bytes of the file at a path, or says why it cannot. Paths are relative to the folder
/// of the bank's file, with `/` between their parts, `..` only at the start, and no `.`.
pub type Reader<'a> = dyn Fn(&str) -> Result<Vec<u8>, String> + 'a;

/// A reader for a bank that is one file.
pub fn none(_: &str) -> Result<Vec<u8>, String> {
    Err("this bank has no files beside it".to_owned())
}

/// Whether a path may lead out of the folder in which it is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Reach {
    /// A CSV file stands beside the bank, or in a folder below.
    Inside,
    /// `use` may name a file of a shared folder next to the bank's.
    Anywhere,
}

/// The files read so far.
pub(super) struct Files<'a> {
    reader: &'a Reader<'a>,
    /// What stands before a relative path in messages.
    folder: String,
    digests: Vec<(String, [u8; 32])>,
}

impl<'a> Files<'a> {
    /// The files of the bank whose own file is called `name` in messages.
    pub fn new(name: &str, bytes: &[u8], reader: &'a Reader<'a>) -> Self {
        let folder = name.rfind(['/', '\\']).map_or("", |at| &name[..=at]);
        Self {
            reader,
            folder: folder.to_owned(),
            digests: vec![(String::new(), Sha256::digest(bytes).into())],
        }
    }

    /// The bytes of a file that resolves to `path`.
    pub fn read(
        &mut self,
        path: &str,
        span: Span,
        diagnostics: &mut Diagnostics,
    ) -> Option<Vec<u8>> {
        match (self.reader)(path) {
            Ok(bytes) => {
                self.remember(path, &bytes);
                Some(bytes)
            }
            Err(why) => {
                let message = format!("cannot read `{path}`: {why}");
                diagnostics.push(
                    Diagnostic::error(Code::CannotRead, span, message)
                        .help("files are looked for beside the bank; capitals count"),
                );
                None
            }
        }
    }

    /// The bytes of a file that may be missing.
    ///
    /// # Errors
    /// Why they cannot be read.
    pub fn look(&mut self, path: &str) -> Result<Vec<u8>, String> {
        let bytes = (self.reader)(path)?;
        self.remember(path, &bytes);
        Ok(bytes)
    }

    fn remember(&mut self, path: &str, bytes: &[u8]) {
        let is_known = self.digests.iter().any(|(known, _)| known == path);
        if !is_known {
            let digest = Sha256::digest(bytes).into();
            self.digests.push((path.to_owned(), digest));
        }
    }

    /// What the file at `path` is called in messages.
    pub fn display(&self, path: &str) -> String {
        format!("{}{path}", self.folder)
    }

    /// The SHA-256 of the bank's file; with files beside it, the SHA-256 of the list of all
    /// digests and paths, sorted by path.
    pub fn digest(mut self) -> String {
        self.digests.sort();
        let whole = match self.digests.as_slice() {
            [(_, only)] => *only,
            all => {
                let line =
                    |(path, digest): &(String, [u8; 32])| format!("{} {path}\n", hex(digest));
                let list: String = all.iter().map(line).collect();
                Sha256::digest(list).into()
            }
        };
        hex(&whole)
    }
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().fold(String::new(), |mut text, byte| {
        // Writing to a text does not fail.
        let _ = write!(text, "{byte:02x}");
        text
    })
}

/// The path from the bank's folder to what is written as `path` in the file at `from`.
pub(super) fn resolve(from: &str, path: &str, reach: Reach) -> Result<String, &'static str> {
    let is_drive = path.chars().nth(1) == Some(':');
    if path.starts_with('/') || is_drive {
        return Err("a path starts at the bank's folder, not at the disk's root");
    }
    if path.contains('\\') {
        return Err("write `/` between folders; it works on every system");
    }
    let mut parts: Vec<&str> = from.split('/').collect();
    parts.pop();
    let floor = match reach {
        Reach::Inside => parts.len(),
        Reach::Anywhere => 0,
    };
    for part in path.split('/') {
        match part {
            "." => {}
            "" => return Err("a folder's name is missing"),
            ".." if reach == Reach::Inside && parts.len() <= floor => {
                return Err("the file lies outside the bank's folder");
            }
            ".." if parts.last().is_none_or(|last| *last == "..") => parts.push(part),
            ".." => {
                parts.pop();
            }
            _ => parts.push(part),
        }
    }
    Ok(parts.join("/"))
}

#[cfg(test)]
mod tests {
    use super::{Reach, resolve};

    #[test]
    fn paths_start_at_the_file_that_names_them() {
        let inside = |from, path| resolve(from, path, Reach::Inside);
        let anywhere = |from, path| resolve(from, path, Reach::Anywhere);
        assert_eq!(inside("", "verbs.csv").as_deref(), Ok("verbs.csv"));
        assert_eq!(inside("", "./a/../b/c.csv").as_deref(), Ok("b/c.csv"));
        assert_eq!(
            anywhere("", "../lib/a.yaml").as_deref(),
            Ok("../lib/a.yaml")
        );
        assert_eq!(
            anywhere("../lib/a.yaml", "b.yaml").as_deref(),
            Ok("../lib/b.yaml")
        );
        assert_eq!(
            anywhere("../lib/a.yaml", "../../b.yaml").as_deref(),
            Ok("../../b.yaml")
        );
        assert_eq!(
            inside("../lib/a.yaml", "x/b.csv").as_deref(),
            Ok("../lib/x/b.csv")
        );
        for refused in [
            "../a.csv",
            "a/../../b.csv",
            "/etc/passwd",
            "C:/a.csv",
            "a\\b.csv",
            "a//b.csv",
            "",
        ] {
            assert!(inside("", refused).is_err(), "{refused}");
        }
        assert!(inside("../lib/a.yaml", "../b.csv").is_err());
        assert!(anywhere("", "/lib/a.yaml").is_err());
    }
}
