//! Scalars as written, and the way back to the source.

use isoform::bank::yaml::{NodeKind, Style, expression_list};

use crate::{letters_lead_home, read};

#[test]
fn every_style_knows_its_letters() {
    let text = r#"
plain: a + bad
lines: one
  two bad

  three
single: 'it''s bad'
double: "tab\t\u00e9 \"q\" \
   bad \x41"
folded quotes: "one
  two

  three bad"
literal: |
  x = 1
    indented bad

  end
strip: |-

  first empty
  bad
keep: |+
  bad

indicator: |2
    two more bad
folded: >
  one
  two
    kept as is

  bad é
list: [a, 'b''', "c\n", bad]
"#;
    for source in [text.to_owned(), text.replace('\n', "\r\n")] {
        let read = read(&source);
        let node = read.clean();
        assert!(letters_lead_home(node, &read.sources) > 150);
        let NodeKind::Mapping(entries) = &node.kind else {
            panic!()
        };
        for (key, value) in entries {
            let Some(scalar) = value.as_scalar() else {
                continue;
            };
            let at = scalar.text().find("bad").unwrap();
            let span = scalar.span_of(at..at + 3);
            assert_eq!(read.sources.slice(span), "bad", "{}", key.text());
            // The place found by searching the source, below the key.
            let below = key.span().end as usize;
            let expected = below + source[below..].find("bad").unwrap();
            assert_eq!(span.start as usize, expected, "{}", key.text());
        }
        assert_eq!(read.text("lines"), "one two bad\nthree");
        assert_eq!(read.text("double"), "tab\té \"q\" bad A");
        assert_eq!(read.text("literal"), "x = 1\n  indented bad\n\nend\n");
        assert_eq!(read.text("folded"), "one two\n  kept as is\n\nbad é\n");
        assert_eq!(read.text("indicator"), "  two more bad\n");
    }
}

#[test]
fn an_escape_is_one_letter_of_the_text() {
    let read = read(r#"x: "a\u00e9\ud83d\ude00b""#);
    let scalar = read.clean().get("x").unwrap().as_scalar().unwrap();
    assert_eq!(scalar.text(), "aé😀b");
    assert_eq!(scalar.style, Style::DoubleQuoted);
    let source = |range| read.sources.slice(scalar.span_of(range));
    assert_eq!(source(1..3), "\\u00e9");
    assert_eq!(source(3..7), "\\ud83d\\ude00");
    assert_eq!(source(7..8), "b");
    assert_eq!(source(0..8), "a\\u00e9\\ud83d\\ude00b");
}

#[test]
fn scalars_stay_as_written() {
    let read = read("a: 3.10\nb: true\nc: yes\nd:\ne: ~\nf: 'true'\ng: 1..9\nh: 007\n");
    let node = read.clean();
    let get = |key| node.get(key).unwrap();
    assert_eq!(read.text("a"), "3.10");
    assert!(get("a").as_scalar().unwrap().is_number());
    assert_eq!(get("b").as_bool(), Some(true));
    assert_eq!(get("c").as_bool(), None);
    assert_eq!(get("f").as_bool(), None);
    assert!(get("d").is_null() && get("e").is_null() && !get("a").is_null());
    assert!(!get("g").as_scalar().unwrap().is_number());
    assert_eq!(read.text("h"), "007");
}

#[test]
fn lists_of_expressions_are_joined_again() {
    let cases: [(&str, &[&str]); 6] = [
        ("[a < b, gcd(a, b) == 1]", &["a < b", "gcd(a, b) == 1"]),
        (
            "[max(a, min(b, c)) > 2, x]",
            &["max(a, min(b, c)) > 2", "x"],
        ),
        ("[x == \"a, (b\", y]", &["x == \"a, (b\"", "y"]),
        ("[f(a,\n   b), c]", &["f(a,\n   b)", "c"]),
        (
            "\n  - gcd(a, b) == 1\n  - |\n    x\n",
            &["gcd(a, b) == 1", "x\n"],
        ),
        ("a < b", &["a < b"]),
    ];
    for (list, expected) in cases {
        let mut read = read(format!("where: {list}"));
        let node = read.clean().get("where").unwrap().clone();
        let list = expression_list(&node, &read.sources, &mut read.diagnostics);
        let texts: Vec<&str> = list.iter().map(|e| e.as_str()).collect();
        assert_eq!(texts, expected);
        for expression in &list {
            for (at, c) in expression.as_str().char_indices() {
                let source = read
                    .sources
                    .slice(expression.span_of(at..at + c.len_utf8()));
                assert!(c.is_whitespace() || source == c.to_string());
            }
        }
        assert!(read.diagnostics.is_empty());
    }
    for (list, place) in [("[a, f(b, c]", "f(b, c"), ("[a, \"b]", "")] {
        let mut read = read(format!("where: {list}"));
        if let Some(node) = read.node.clone() {
            let node = node.get("where").unwrap();
            let list = expression_list(node, &read.sources, &mut read.diagnostics);
            assert_eq!(list.len(), 1);
            assert_eq!(read.found(), [format!("E012 error 1:12 {place}")]);
        } else {
            assert_eq!(read.found(), ["E001 error 1:12 \""]);
        }
    }
}

#[test]
fn a_comma_within_round_brackets_does_not_split() {
    let read = read(
        "a: {is: round(x, 1), also: f(1, g(2, 3)), form: x}\nb: [p (q, r), s]\nc: {say: sad :(, x: y}\n",
    );
    let node = read.clean();
    let a = node.get("a").unwrap();
    let value = |key| a.get(key).unwrap().as_scalar().unwrap().text();
    assert_eq!(value("is"), "round(x, 1)");
    assert_eq!(value("also"), "f(1, g(2, 3))");
    assert_eq!(value("form"), "x");
    let NodeKind::Sequence(b) = &node.get("b").unwrap().kind else {
        panic!()
    };
    assert_eq!(b.len(), 2);
    assert_eq!(
        node.get("c")
            .unwrap()
            .get("x")
            .unwrap()
            .as_scalar()
            .unwrap()
            .text(),
        "y"
    );
}

#[test]
fn aliases_and_merges() {
    let read = read(
        "base: &b {x: 1, y: 2}\nuse: {<<: *b, y: 3, z: 4}\nmany: {<<: [{p: 1}, {p: 2, q: 3}]}\ncopy: *b\n",
    );
    let node = read.clean();
    let value = |map: &str, key: &str| {
        let map = node.get(map).unwrap();
        map.get(key)
            .map(|n| n.as_scalar().unwrap().text().to_owned())
    };
    assert_eq!(value("use", "x").as_deref(), Some("1"));
    assert_eq!(value("use", "y").as_deref(), Some("3"));
    assert_eq!(value("use", "<<"), None);
    assert_eq!(value("many", "p").as_deref(), Some("1"));
    assert_eq!(value("many", "q").as_deref(), Some("3"));
    assert_eq!(value("copy", "y").as_deref(), Some("2"));
}
