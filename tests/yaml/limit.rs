//! Large, deep, empty and foreign files.

use isoform::bank::yaml::expression_list;
use isoform::diagnostic::{Code, Diagnostics};

use crate::{Read, read};

#[test]
fn limits() {
    let code = |read: &Read| read.diagnostics.sorted().first().map(|d| d.code);
    for open in ["[", "{a: ", "- ", "[{a: "] {
        let read = read(open.repeat(100_000));
        assert_eq!(code(&read), Some(Code::TooDeep), "{open}");
        assert!(read.node.is_none());
    }
    let deepest = format!("{}{}", "[".repeat(64), "]".repeat(64));
    read(&deepest).clean();
    assert_eq!(code(&read(format!("[{deepest}]"))), Some(Code::TooDeep));

    let mut bomb = "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n".to_owned();
    for level in 1..12 {
        let before = format!("*a{}, ", level - 1).repeat(10);
        bomb.push_str(&format!("a{level}: &a{level} [{before}]\n"));
    }
    assert_eq!(code(&read(&bomb)), Some(Code::TooLarge));

    // Every level one deeper than the last: too deep only through aliases.
    let mut tower = "a0: &a0 [x]\n".to_owned();
    for level in 1..100 {
        tower.push_str(&format!("a{level}: &a{level} [*a{}]\n", level - 1));
    }
    assert_eq!(code(&read(&tower)), Some(Code::TooDeep));
    assert_eq!(code(&read("a: &a [*a]")), Some(Code::Syntax));

    let lists = "- [[[[1, 2, 3]]]]\n".repeat(10 << 16);
    assert!(lists.len() > 10_000_000);
    assert_eq!(code(&read(&lists)), Some(Code::TooLarge));
    assert_eq!(code(&read(&lists[..7 << 20])), Some(Code::TooLarge));
}

#[test]
fn files_that_are_hardly_banks() {
    assert!(read("").clean().is_null());
    assert!(read("# only\n\n# comments\n").clean().is_null());
    assert!(read("\u{feff}").clean().is_null());
    let bom = read("\u{feff}a: 1\nb: Room #4");
    assert_eq!(bom.text("a"), "1");
    assert_eq!(bom.found(), ["E011 warning 2:9 #4"]);

    let latin = read(b"a: x\nb: caf\xe9 au lait\n");
    assert_eq!(latin.found(), ["E002 error 2:7 \u{fffd}"]);
    let utf16 = read(b"\xff\xfea\0:\0 \0b\0");
    assert!(utf16.drawn().contains("UTF-16"), "{}", utf16.drawn());

    let two = read("a: 1\n---\nb: 2\n");
    assert_eq!(two.found(), ["E001 error 2:1 ---"]);
    assert_eq!(two.text("a"), "1");
    read("---\na: 1\n...\n").clean();

    assert_eq!(read("a: b\u{7}c\n").found(), ["E005 error 1:5 \u{7}"]);
    assert_eq!(read("a: 1\rb: 2\r").found().len(), 2);
    read("a: 1\r\nb: |\r\n  x\r\n").clean();
}

#[test]
fn open_brackets_without_end_take_no_time() {
    let start = std::time::Instant::now();
    let list = read(format!("x: [{}]", "f(a, ".repeat(100_000)));
    let map = read(format!("x: {{{}}}", "k: f(a, ".repeat(100_000)));
    let mut found = Diagnostics::new();
    let node = list.clean().get("x").unwrap();
    assert!(expression_list(node, &list.sources, &mut found).is_empty());
    assert_eq!(found.iter().next().unwrap().code, Code::UnbalancedBrackets);
    assert_eq!(map.diagnostics.iter().count(), 1_000);
    assert!(start.elapsed().as_secs() < 30);
}
