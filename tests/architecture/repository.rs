//! The files of the repository, and the rules about more than source.

use std::fs;
use std::path::Path;

use crate::rules::{File, Violation};

/// What is no part of the repository: the build, the default output folder, version control.
const OUTSIDE: &[&str] = &[".git", "target", "out", "tests/browser/node_modules"];

/// The paths of all files below the root of the package, with `/` between folders, in order.
pub fn files() -> Vec<String> {
    let mut found = Vec::new();
    gather(Path::new(env!("CARGO_MANIFEST_DIR")), "", &mut found);
    found.sort();
    found
}

fn gather(folder: &Path, prefix: &str, found: &mut Vec<String>) {
    for entry in fs::read_dir(folder).unwrap() {
        let entry = entry.unwrap();
        let path = format!("{prefix}{}", entry.file_name().to_string_lossy());
        match entry.file_type().unwrap().is_dir() {
            true if OUTSIDE.contains(&path.as_str()) => {}
            true => gather(&entry.path(), &format!("{path}/"), found),
            // In a second working tree of the repository `.git` is a file.
            false if path == ".git" => {}
            false => found.push(path),
        }
    }
}

/// The text of a file; what is not text in it is replaced.
pub fn read(path: &str) -> String {
    let bytes = fs::read(Path::new(env!("CARGO_MANIFEST_DIR")).join(path)).unwrap();
    String::from_utf8_lossy(&bytes).into_owned()
}

/// The packages that a Cargo.toml names as dependencies of any kind.
pub fn dependencies(manifest: &str) -> Vec<String> {
    let mut found = Vec::new();
    let mut listing = false;
    for line in manifest.lines().map(str::trim) {
        if let Some(section) = line.strip_prefix('[') {
            let section = section.trim_end_matches(']');
            listing = section.ends_with("dependencies");
            let single = section
                .split_once("dependencies.")
                .map(|(_, name)| name.to_string());
            found.extend(single);
        } else if listing && !line.starts_with('#') {
            let name = line
                .split(['=', '.', ' '])
                .next()
                .filter(|name| !name.is_empty());
            // An array or a table may go on over several lines.
            found.extend(name.filter(|_| line.contains('=')).map(String::from));
        }
    }
    found.dedup();
    found
}

/// The names in backquotes that begin the rows of a document's tables.
pub fn rows(document: &str) -> Vec<String> {
    let names = document
        .lines()
        .filter_map(|line| line.strip_prefix("| `")?.split('`').next());
    names.map(String::from).collect()
}

/// Names of the machine that a file was written on: folders of its users, hosts it was served by.
pub fn foreign_names(file: File) -> Vec<Violation> {
    // Put together here, so that this file does not contain them.
    let folders = ["root", "home", "Users", "work", "tmp"].map(|folder| format!("/{folder}/"));
    let hosts = [
        ("sparse+", "http"),
        ("registry+", "http"),
        ("//regis", "try."),
        ("//index.", "crates"),
        (".cargo/", "registry"),
    ];
    let hosts = hosts.map(|(left, right)| format!("{left}{right}"));
    let public = format!("{}s://github.com/rust-lang/crates.io-index", hosts[1]);
    let mut found = Vec::new();
    for (line, text) in file.text.lines().enumerate() {
        let text = text.replace(&public, "");
        let folder = folders.iter().find(|folder| begins_path(&text, folder));
        let host = hosts.iter().find(|host| text.contains(*host));
        found.extend(folder.or(host).map(|name| Violation {
            path: file.path.to_string(),
            line: line + 1,
            message: format!("names `{name}`, which is on one machine only"),
        }));
    }
    found
}

/// Whether a path that begins with this folder stands in the text, and not a part of an address.
fn begins_path(text: &str, folder: &str) -> bool {
    text.match_indices(folder).any(|(at, _)| {
        let before = text[..at].chars().next_back();
        before.is_none_or(|c| !(c.is_alphanumeric() || "._-~$}".contains(c)))
    })
}
