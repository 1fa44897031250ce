//! Every package that is built into the program may be given away under our licences.

use std::fs;
use std::path::Path;
use std::process::Command;

use serde_json::Value;

fn allowed() -> Vec<String> {
    let rules = Path::new(env!("CARGO_MANIFEST_DIR")).join("deny.toml");
    let rules = fs::read_to_string(rules).unwrap();
    let list = rules.split_once("allow = [").unwrap().1;
    let list = list.split_once(']').unwrap().0;
    list.split('"')
        .skip(1)
        .step_by(2)
        .map(String::from)
        .collect()
}

/// Whether the rules name this package as an exception, with a licence of its own.
fn excepted(package: &str) -> bool {
    let rules = Path::new(env!("CARGO_MANIFEST_DIR")).join("deny.toml");
    let rules = fs::read_to_string(rules).unwrap();
    rules.contains(&format!("{{ name = \"{package}\", allow = ["))
}

/// The system that this test runs on, as the compiler names it. Packages for other systems may not
/// have been fetched.
fn host() -> String {
    let rustc = std::env::var("RUSTC").unwrap_or_else(|_| "rustc".into());
    let version = Command::new(rustc).arg("-vV").output().unwrap();
    let version = String::from_utf8(version.stdout).unwrap();
    let host = version.lines().find_map(|line| line.strip_prefix("host: "));
    host.unwrap().to_string()
}

/// Whether an SPDX expression, with `/` as older packages write it, allows what the list allows.
fn permits(expression: &str, allowed: &[String]) -> bool {
    let spaced = expression
        .replace('/', " OR ")
        .replace('(', " ( ")
        .replace(')', " ) ");
    let mut words = spaced.split_whitespace().peekable();
    any(&mut words, allowed) && words.next().is_none()
}

type Words<'a> = std::iter::Peekable<std::str::SplitWhitespace<'a>>;

fn any(words: &mut Words, allowed: &[String]) -> bool {
    let mut permitted = all(words, allowed);
    while words.next_if_eq(&"OR").is_some() {
        permitted |= all(words, allowed);
    }
    permitted
}

fn all(words: &mut Words, allowed: &[String]) -> bool {
    let mut permitted = one(words, allowed);
    while words.next_if_eq(&"AND").is_some() {
        permitted &= one(words, allowed);
    }
    permitted
}

fn one(words: &mut Words, allowed: &[String]) -> bool {
    if words.next_if_eq(&"(").is_some() {
        return any(words, allowed) & words.next_if_eq(&")").is_some();
    }
    let known = words
        .next()
        .is_some_and(|licence| allowed.iter().any(|name| name == licence));
    // An exception only adds permissions, but it is another licence text: not on the list.
    let exception = words.next_if_eq(&"WITH").and_then(|_| words.next());
    known && exception.is_none()
}

#[test]
fn expressions_are_read() {
    let allowed = ["MIT", "Zlib", "Unicode-3.0"].map(String::from);
    for good in [
        "MIT",
        "GPL-3.0-only OR MIT",
        "Unlicense/MIT",
        "(MIT OR Apache-2.0) AND Unicode-3.0",
        "Apache-2.0 WITH LLVM-exception OR MIT",
        "GPL-2.0-only AND Zlib OR MIT AND Zlib",
    ] {
        assert!(permits(good, &allowed), "{good}");
    }
    for bad in [
        "",
        "GPL-3.0-only",
        "MIT AND GPL-3.0-only",
        "(MIT OR Zlib) AND Apache-2.0",
        "MIT WITH Some-exception",
        "MIT Zlib",
        "(MIT",
    ] {
        assert!(!permits(bad, &allowed), "{bad}");
    }
}

#[test]
fn licences_are_on_the_list() {
    let mut cargo = Command::new(env!("CARGO"));
    cargo.args([
        "metadata",
        "--format-version",
        "1",
        "--locked",
        "--filter-platform",
        &host(),
    ]);
    // What a feature brings is checked where it is built: elsewhere it may not have been fetched.
    if cfg!(feature = "pdf") {
        cargo.args(["--features", "pdf"]);
    }
    let output = cargo
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .output()
        .unwrap();
    assert!(
        output.status.success(),
        "{}",
        String::from_utf8_lossy(&output.stderr)
    );
    let metadata: Value = serde_json::from_slice(&output.stdout).unwrap();
    let packages = metadata["packages"].as_array().unwrap();
    assert!(packages.len() > 50);
    let allowed = allowed();
    let licence = |package: &Value| package["license"].as_str().unwrap_or("none").to_string();
    let refused = packages.iter().filter(|package| {
        !permits(&licence(package), &allowed) && !excepted(package["name"].as_str().unwrap_or(""))
    });
    let refused: Vec<_> = refused
        .map(|package| format!("{}: {}", package["name"], licence(package)))
        .collect();
    assert!(refused.is_empty(), "{refused:#?}");
}
