//! Every rule finds a few lines that break it, and passes over what only looks like it.

use crate::repository::{dependencies, foreign_names, rows};
use crate::rules::{
    File, Violation, globs, length, line_of_modules, names, order, owners, unfinished, unwrapping,
};

/// The lines on which a rule is broken.
fn lines(path: &str, text: &str, rule: impl Fn(File) -> Vec<Violation>) -> Vec<usize> {
    let broken = rule(File { path, text });
    assert!(broken.iter().all(|violation| violation.path == path));
    broken.iter().map(|violation| violation.line).collect()
}

const NONE: [usize; 0] = [];

#[test]
fn the_line_is_read_from_the_library() {
    let lib = "//! pub mod not;\npub mod value; // pub mod no;\n/// Doc.\npub mod form;\nmod hidden;\nconst S: &str = \"pub mod text;\";\n";
    assert_eq!(line_of_modules(lib), ["value", "form"]);
}

fn order_in(path: &str, text: &str) -> Vec<usize> {
    let line = ["value", "seed", "form", "render"].map(String::from);
    lines(path, text, |file| order(file, &line))
}

#[test]
fn order_finds_modules_to_the_right() {
    assert_eq!(order_in("src/seed.rs", "use crate::form::FormId;\n"), [1]);
    assert_eq!(
        order_in(
            "src/seed.rs",
            "use crate::{\n    value::Value,\n    render::{self as r, View},\n};\n"
        ),
        [3, 3]
    );
    assert_eq!(
        order_in("src/seed.rs", "fn f() {\n    crate::render::draw()\n}\n"),
        [2]
    );
    assert_eq!(order_in("src/seed.rs", "use super::form;\n"), [1]);
    assert_eq!(
        order_in("src/seed.rs", "pub use crate::form as shape;\n"),
        [1]
    );
    assert_eq!(
        order_in("src/form/id.rs", "use super::super::render::View;\n"),
        [1]
    );
    assert_eq!(
        order_in(
            "src/form/id.rs",
            "mod inner {\n    use super::super::super::render;\n}\n"
        ),
        [2]
    );
    assert_eq!(
        order_in("src/form/mod.rs", "use super::render::View;\n"),
        [1]
    );
    assert_eq!(
        order_in("src/form/mod.rs", "use self::super::render::View;\n"),
        [1]
    );
    assert_eq!(
        order_in(
            "src/seed.rs",
            "macro_rules! m { () => { $crate::form::x() } }\n"
        ),
        [1]
    );
    assert_eq!(
        order_in(
            "src/seed.rs",
            "#[cfg(not(test))]\nuse crate::form::FormId;\n"
        ),
        [2]
    );
    assert_eq!(
        order_in(
            "src/seed.rs",
            "#[cfg(test)]\nmod tests { }\nuse crate::form::FormId;\n"
        ),
        [3]
    );
    assert_eq!(order_in("src/other.rs", "\n"), [1]);
}

#[test]
fn order_passes_over_the_left_tests_comments_and_strings() {
    assert_eq!(
        order_in(
            "src/form/id.rs",
            "use crate::seed::Seed;\nuse super::label;\nuse crate::form::label;\n"
        ),
        NONE
    );
    assert_eq!(
        order_in(
            "src/seed.rs",
            "// use crate::form;\n/* /* nested */ use crate::form; */\n"
        ),
        NONE
    );
    assert_eq!(
        order_in("src/seed.rs", "const A: &str = r#\"\" crate::form::x\"#;\n"),
        NONE
    );
    assert_eq!(
        order_in(
            "src/seed.rs",
            "const B: &[u8] = b\"\\\" crate::form::x\";\n"
        ),
        NONE
    );
    assert_eq!(
        order_in(
            "src/seed.rs",
            "fn f<'a>(c: char) -> bool { c == '\"' || c == '\\'' }\n"
        ),
        NONE
    );
    assert_eq!(
        order_in(
            "src/seed.rs",
            "#[cfg(test)]\nmod tests {\n    use crate::form::FormId;\n}\n"
        ),
        NONE
    );
    assert_eq!(
        order_in(
            "src/seed.rs",
            "#[cfg(all(test, unix))]\nfn f<A, B>() { crate::form::f() }\n"
        ),
        NONE
    );
    assert_eq!(
        order_in("src/seed/tests.rs", "use crate::form::FormId;\n"),
        NONE
    );
    assert_eq!(
        order_in("src/lib.rs", "pub use crate::form::FormId;\n"),
        NONE
    );
    // Modules of the same name further down are no modules of the line.
    assert_eq!(
        order_in(
            "src/value/number.rs",
            "use super::form::Notation;\nuse self::render::Digits;\n"
        ),
        NONE
    );
}

#[test]
fn owners_finds_packages_elsewhere() {
    for (path, text) in [
        ("src/form/mod.rs", "use clap::Parser;\n"),
        ("src/form/mod.rs", "use clap;\n"),
        ("src/form/mod.rs", "#[derive(clap::Parser)]\nstruct A;\n"),
        ("src/form/mod.rs", "use ::tera::Tera as Pages;\n"),
        ("src/cli/mod.rs", "use tera::{Context, Tera};\n"),
        (
            "src/export/json.rs",
            "fn f() { pulldown_cmark::Parser::new(\"\"); }\n",
        ),
        ("src/export/json.rs", "type T = math_core::LatexToMathML;\n"),
        ("src/bank/lower.rs", "use granit_parser::Event;\n"),
        ("src/instance/draw.rs", "use rand_chacha::ChaCha8Rng;\n"),
        ("src/form/mod.rs", "use std::fs::File;\n"),
        ("src/form/mod.rs", "use std::{fmt, env as surroundings};\n"),
        (
            "src/form/mod.rs",
            "fn f() -> std::time::Instant { loop {} }\n",
        ),
        ("src/form/mod.rs", "fn f() { println!(\"{}\", 1) }\n"),
        ("src/form/mod.rs", "fn f() { std::eprintln!() }\n"),
        ("src/form/mod.rs", "use indicatif::ProgressBar;\n"),
        ("src/form/mod.rs", "use std::io::IsTerminal;\n"),
    ] {
        let found = lines(path, text, owners);
        assert!(
            !found.is_empty() && found.iter().all(|&line| line == 1),
            "{path}: {text}"
        );
    }
    assert_eq!(
        lines(
            "src/form/mod.rs",
            "use std::io;\nfn f() { io::stdout(); }\n",
            owners
        ),
        [2]
    );
    assert_eq!(
        lines("src/form/mod.rs", "use std as s;\nuse s::fs;\n", owners),
        [2]
    );
}

#[test]
fn owners_passes_over_owners_and_local_names() {
    for (path, text) in [
        (
            "src/cli/generate.rs",
            "use clap::Args;\nuse std::fs;\nfn f() { println!(); }\n",
        ),
        (
            "src/main.rs",
            "use std::process::ExitCode;\nfn main() { eprintln!() }\n",
        ),
        (
            "src/render/pages.rs",
            "use tera::Tera;\nuse pulldown_cmark::Parser;\nuse math_core::Config;\n",
        ),
        ("src/bank/yaml.rs", "use granit_parser::Event;\n"),
        ("src/bank/yaml/tree.rs", "use granit_parser::Event;\n"),
        ("src/seed.rs", "use rand_chacha::ChaCha8Rng;\n"),
        (
            "src/form/mod.rs",
            "use std::{fmt, io::Write};\nlet rand = clap + self.tera;\n",
        ),
        (
            "src/form/mod.rs",
            "use crate::env::fs;\nfn f() { fs::x(); writeln!(out); print != 1; }\n",
        ),
        (
            "src/form/mod.rs",
            "//! use clap::Parser;\nconst A: &str = \"println!()\";\n",
        ),
        (
            "src/form/mod.rs",
            "#[cfg(test)]\nmod tests {\n    use std::fs;\n}\n",
        ),
    ] {
        assert_eq!(lines(path, text, owners), NONE, "{path}: {text}");
    }
}

#[test]
fn length_finds_long_files() {
    assert_eq!(lines("src/a.rs", &"\n".repeat(400), length), NONE);
    assert_eq!(lines("src/a.rs", &"\n".repeat(401), length), [401]);
}

#[test]
fn unfinished_finds_notes_and_macros() {
    let text = "// TODO: x\nfn f() {\n    todo!();\n    unimplemented!()\n}\n/*\n FIXME\n*/\nfn g() { dbg!(1); }\n";
    let mut found = lines("src/a.rs", text, unfinished);
    found.sort_unstable();
    assert_eq!(found, [1, 3, 4, 7, 9]);
    let text = "// todos, MASTODON\nconst A: &str = \"TODO todo!()\";\nfn todo() {}\n";
    assert_eq!(lines("src/a.rs", text, unfinished), NONE);
}

#[test]
fn unwrapping_finds_panics_outside_tests() {
    let text =
        "fn f() {\n    a.unwrap();\n    b\n        .expect(\"c\");\n    c.unwrap_err();\n}\n";
    assert_eq!(lines("src/a.rs", text, unwrapping), [2, 4, 5]);
    let text = "// a.unwrap()\nfn f() { a.unwrap_or(1).unwrap_or_else(g).unwrap_or_default(); }\n#[test]\n#[cfg(test)]\nfn g() { a.unwrap() }\n";
    assert_eq!(lines("src/a.rs", text, unwrapping), NONE);
}

#[test]
fn globs_finds_star_imports() {
    let text = "use a::*;\nuse crate::{b, c::*};\nfn f() { use d::E::*; }\n#[cfg(test)]\nmod tests { use super::*; use p::prelude::*; }\n";
    assert_eq!(lines("src/a.rs", text, globs), [1, 2, 3, 5]);
    assert_eq!(lines("src/a.rs", "use super::*;\n", globs), [1]);
    assert_eq!(
        lines(
            "src/a.rs",
            "#[cfg(test)]\nmod tests { use super::*; }\nfn f() { 2 * 3 }\n",
            globs
        ),
        NONE
    );
}

#[test]
fn names_finds_modules_about_nothing() {
    assert_eq!(lines("src/form/util.rs", "", names), [1]);
    assert_eq!(lines("src/helpers/mod.rs", "", names), [1]);
    assert_eq!(lines("src/form/mod.rs", "mod id;\nmod misc;\n", names), [2]);
    assert_eq!(
        lines(
            "src/form/mod.rs",
            "fn f(util: u8) { helpers(util) }\n",
            names
        ),
        NONE
    );
}

#[test]
fn dependencies_of_every_kind_are_found() {
    let manifest = "[package]\nname = \"a\"\n[dependencies]\nb = \"1\"\nc = { version = \"1\", features = [\n  \"x\",\n] }\n# d = \"1\"\n[dev-dependencies]\ne.workspace = true\n[dependencies.f]\nversion = \"1\"\n[target.'cfg(unix)'.dependencies]\ng = \"1\"\n[features]\nh = []\n";
    assert_eq!(dependencies(manifest), ["b", "c", "e", "f", "g"]);
    assert_eq!(
        rows("| name | for |\n|---|---|\n| `b` | `x` |\n| `c-d` | y |\ntext `z`\n"),
        ["b", "c-d"]
    );
}

#[test]
fn foreign_names_are_found() {
    let folder = format!("/{}/", "home");
    let text = format!(
        "a\nsee `{folder}ada/quiz`\nfile:/{folder}ada\nhttps://example.org{folder}page\n$HOME{folder}\n"
    );
    let mut found = lines("README.md", &text, foreign_names);
    assert_eq!(found.remove(0), 2);
    assert_eq!(found, [3]);
    let hosts = format!("{}{}s://example.org/index\n", "sparse+", "http");
    assert_eq!(lines("Cargo.lock", &hosts, foreign_names), [1]);
    let public = format!(
        "source = \"{}{}s://github.com/rust-lang/crates.io-index\"\n",
        "registry+", "http"
    );
    assert_eq!(lines("Cargo.lock", &public, foreign_names), NONE);
}
