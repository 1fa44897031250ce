//! The rules, each over one source file, so that each is tried on a few lines.

use std::fmt;

use crate::paths::{Path, paths};
use crate::scan::{Scan, Token, begins, scan};

/// A source file: its path below the repository, and its text.
#[derive(Debug, Clone, Copy)]
pub struct File<'a> {
    pub path: &'a str,
    pub text: &'a str,
}

/// Where a rule is broken, and how.
#[derive(Debug, PartialEq, Eq)]
pub struct Violation {
    pub path: String,
    pub line: usize,
    pub message: String,
}

impl fmt::Display for Violation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}: {}", self.path, self.line, self.message)
    }
}

impl File<'_> {
    fn violation(self, line: usize, message: String) -> Violation {
        let path = self.path.to_string();
        Violation {
            path,
            line,
            message,
        }
    }

    /// The modules that lead to this file, `["form", "id"]` for src/form/id.rs.
    fn modules(self) -> Vec<String> {
        let path = self.path.strip_prefix("src/").unwrap_or(self.path);
        let parts = path.trim_end_matches(".rs").split('/').map(String::from);
        let mut parts: Vec<String> = parts.collect();
        let root = [["lib"], ["main"]].iter().any(|root| parts == *root);
        if root || parts.last().is_some_and(|last| last == "mod") {
            parts.pop();
        }
        parts
    }

    /// The code outside tests.
    fn code(self) -> Vec<Token> {
        let mut tokens = scan(self.text).tokens;
        let is_test = self.path.ends_with("/tests.rs") || self.path.contains("/tests/");
        tokens.retain(|token| !token.test && !is_test);
        tokens
    }

    fn paths(self) -> Vec<Path> {
        paths(&self.code())
    }
}

/// The modules of the library in order, as src/lib.rs lists them.
pub fn line_of_modules(lib: &str) -> Vec<String> {
    let Scan { tokens, .. } = scan(lib);
    let lists = (0..tokens.len())
        .filter(|&at| begins(&tokens, at, &["pub", "mod"]) && begins(&tokens, at + 3, &[";"]));
    lists.map(|at| tokens[at + 2].text.clone()).collect()
}

/// A module uses only modules to its left.
pub fn order(file: File, line: &[String]) -> Vec<Violation> {
    let modules = file.modules();
    let Some(own) = modules.first() else {
        return Vec::new();
    };
    let place = |module: &String| line.iter().position(|name| name == module);
    let Some(here) = place(own) else {
        return vec![file.violation(
            1,
            format!("the module `{own}` is not in the line of src/lib.rs"),
        )];
    };
    let used = file.paths().into_iter().filter_map(|path| {
        let module = top_module(&path, modules.len())?;
        let right = place(&module).is_some_and(|there| there > here);
        right.then(|| {
            file.violation(
                path.line,
                format!("`{own}` uses `{module}`, which is to its right"),
            )
        })
    });
    used.collect()
}

/// The module of the library that a path leads to, if it leaves the one it stands in.
fn top_module(path: &Path, depth: usize) -> Option<String> {
    let climbs = path
        .segments
        .iter()
        .take_while(|segment| *segment == "super")
        .count();
    let from_root = match path.segments.first()?.as_str() {
        "crate" | "isoform" => 1,
        "super" if climbs == depth + path.nesting => climbs,
        "self" => {
            let climbs = path.segments[1..]
                .iter()
                .take_while(|s| *s == "super")
                .count();
            (climbs > 0 && climbs == depth + path.nesting).then_some(climbs + 1)?
        }
        _ => return None,
    };
    path.segments.get(from_root).cloned()
}

const WORLD: &[&str] = &["cli/", "main.rs"];
/// The ledger of a pool is a file, and the only one that is touched, and waited for, left of `cli`.
const FILES: &[&str] = &["cli/", "main.rs", "pool/ledger"];

/// What only some places may use: packages, and the ways to the world outside.
const OWNERS: &[(&str, &[&str])] = &[
    ("clap", &["cli/"]),
    ("clap_complete", &["cli/"]),
    ("indicatif", &["cli/"]),
    ("tera", &["render/"]),
    ("pulldown_cmark", &["render/"]),
    ("math_core", &["render/"]),
    ("rusqlite", &["pool/ledger"]),
    ("jiff", &["pool/", "cli/pool"]),
    ("granit_parser", &["bank/yaml"]),
    ("rand", &["seed.rs", "cli/"]),
    ("rand_chacha", &["seed.rs", "cli/"]),
    ("rand_core", &["seed.rs", "cli/"]),
    ("getrandom", &["cli/"]),
    ("std::fs", FILES),
    ("std::env", WORLD),
    ("std::time", FILES),
    ("std::net", WORLD),
    ("std::process", WORLD),
    ("std::io::stdin", WORLD),
    ("std::io::stdout", WORLD),
    ("std::io::stderr", WORLD),
    ("std::io::IsTerminal", WORLD),
    ("print!", WORLD),
    ("println!", WORLD),
    ("eprint!", WORLD),
    ("eprintln!", WORLD),
    ("std::print!", WORLD),
    ("std::println!", WORLD),
    ("std::eprint!", WORLD),
    ("std::eprintln!", WORLD),
];

/// A package, and the world outside, is used only by its owner.
pub fn owners(file: File) -> Vec<Violation> {
    let place = file.path.strip_prefix("src/").unwrap_or(file.path);
    let mut found = Vec::new();
    for path in file.paths() {
        // A single word is a local name, unless it is imported or a macro.
        let word = path.segments.len() == 1 && !path.imported && !path.segments[0].ends_with('!');
        for (owned, owners) in OWNERS.iter().filter(|_| !word) {
            let elsewhere = !owners.iter().any(|owner| place.starts_with(owner));
            if elsewhere && path.leads_into(owned) {
                let owners = owners.join(" and ");
                found.push(file.violation(path.line, format!("`{owned}` belongs to {owners}")));
            }
        }
    }
    found
}

/// No file is longer than 400 lines.
pub fn length(file: File) -> Vec<Violation> {
    match file.text.lines().count() {
        0..=400 => Vec::new(),
        lines => vec![file.violation(lines, format!("{lines} lines; 400 are the limit"))],
    }
}

/// Nothing is left for later: no such note, no such macro.
pub fn unfinished(file: File) -> Vec<Violation> {
    let Scan { tokens, comments } = scan(file.text);
    let notes = comments.iter().flat_map(|(line, text)| {
        let lines = text
            .lines()
            .enumerate()
            .map(move |(below, text)| (line + below, text));
        lines.filter(|(_, text)| {
            let mut words = text.split(|c: char| !c.is_alphanumeric() && c != '_');
            words.any(|word| ["TODO", "FIXME", "XXX"].contains(&word))
        })
    });
    let mut found: Vec<Violation> = notes
        .map(|(line, text)| file.violation(line, format!("left for later: {}", text.trim())))
        .collect();
    for (at, token) in tokens.iter().enumerate() {
        let left = ["todo", "unimplemented", "dbg"].contains(&token.text.as_str());
        if left && begins(&tokens, at + 1, &["!"]) {
            found.push(file.violation(token.line, format!("`{}!`", token.text)));
        }
    }
    found
}

/// Nothing outside tests gives up with a panic.
pub fn unwrapping(file: File) -> Vec<Violation> {
    let code = file.code();
    let calls = ["unwrap", "expect", "unwrap_err", "expect_err"];
    let found = (0..code.len()).filter_map(|at| {
        let call = calls
            .iter()
            .find(|call| begins(&code, at, &[".", call, "("]))?;
        Some(file.violation(code[at + 1].line, format!("`.{call}()` outside tests")))
    });
    found.collect()
}

/// Every import is by name; only a test module takes all of what it tests.
pub fn globs(file: File) -> Vec<Violation> {
    let globs = paths(&scan(file.text).tokens).into_iter().filter(|path| {
        let all = path.segments.last().is_some_and(|last| last == "*");
        let of_parent = path.test && path.segments == ["super", "*"];
        all && path.imported && !of_parent
    });
    let found = globs.map(|path| {
        file.violation(
            path.line,
            format!("glob import `{}`", path.segments.join("::")),
        )
    });
    found.collect()
}

/// A module is named for what it is about.
pub fn names(file: File) -> Vec<Violation> {
    const EMPTY: &[&str] = &["util", "utils", "helper", "helpers", "misc", "common"];
    let Scan { tokens, .. } = scan(file.text);
    let declared = tokens
        .windows(2)
        .filter(|pair| pair[0].text == "mod")
        .map(|pair| &pair[1]);
    let declared = declared.map(|token| (token.line, token.text.clone()));
    let named = declared.chain(file.modules().into_iter().map(|module| (1, module)));
    let empty = named.filter(|(_, name)| EMPTY.contains(&name.as_str()));
    empty
        .map(|(line, name)| file.violation(line, format!("`{name}` says nothing about the module")))
        .collect()
}
