//! What authors write and YAML reads otherwise.

use crate::read;
use isoform::bank::yaml::NodeKind;

#[test]
fn texts_that_are_no_yaml_are_named_and_read_as_meant() {
    let cases = [
        ("stem: Solve: x = 3", "E011 error 1:12 :", "Solve: x = 3"),
        ("stem: a: b: c", "E011 error 1:8 :", "a: b: c"),
        (
            "stem: {{who}} has 3",
            "E011 error 1:7 {{who}}",
            "{{who}} has 3",
        ),
        (
            "stem: {{plural(n, \"a: b\")}} x",
            "E011 error 1:7 {{plural(n, \"a: b\")}}",
            "{{plural(n, \"a: b\")}} x",
        ),
        ("stem: {{who}}", "E011 error 1:7 {{who}}", "{{who}}"),
        ("stem: *Solve* it", "E011 error 1:7 *", "*Solve* it"),
        ("stem: **Solve** it", "E011 error 1:7 *", "**Solve** it"),
        ("stem: & so on", "E011 error 1:7 &", "& so on"),
        ("stem: !Hola amigos", "E011 error 1:7 !", "!Hola amigos"),
        ("stem: > 3 apples", "E011 error 1:7 >", "> 3 apples"),
        ("stem: |a| = 3", "E011 error 1:7 |", "|a| = 3"),
        ("stem: @home", "E011 error 1:7 @", "@home"),
        ("stem: `x` is", "E011 error 1:7 `", "`x` is"),
        ("stem: %5", "E011 error 1:7 %", "%5"),
        ("stem: - 3", "E011 error 1:7 -", "- 3"),
        ("stem: ? 3", "E011 error 1:7 ?", "? 3"),
        ("stem: \"a\" + b", "E011 error 1:11 + b", "\"a\" + b"),
        ("stem: 'it's'", "E011 error 1:11 s'", "'it's'"),
        ("stem: [a, b][1]", "E011 error 1:7 [a, b][1]", "[a, b][1]"),
        (
            "stem: [1, 2] + xs",
            "E011 error 1:7 [1, 2] + xs",
            "[1, 2] + xs",
        ),
        (
            "stem: \"x \\sqrt{3}\"",
            "E001 error 1:10 \\s",
            "x \\sqrt{3}",
        ),
        (
            "stem: one #two\n  three",
            "E011 error 1:11 #two",
            "one #two three",
        ),
    ];
    for (source, expected, meant) in cases {
        let read = read(format!("{source}\nnext: 1\n"));
        assert_eq!(read.found(), [expected], "{source}\n{}", read.drawn());
        assert_eq!(read.text("stem"), meant, "{source}");
        assert_eq!(read.text("next"), "1", "{source}");
        let help = &read.diagnostics.iter().next().unwrap().help;
        assert!(
            help[0].contains('|') || help[0].contains("quotes"),
            "{help:?}"
        );
    }
}

#[test]
fn hazards_within_brackets() {
    let cases = [
        (
            "{say: {{n}} is big, is: 1}",
            "E011 error 1:10 {{n}}",
            "say",
            "{{n}} is big",
        ),
        (
            "{say: is {{n}} big, is: 1}",
            "E011 error 1:13 {{n}}",
            "say",
            "is {{n}} big",
        ),
        (
            "{say: {{n}}, is: 1}",
            "E011 error 1:10 {{n}}",
            "say",
            "{{n}}",
        ),
        (
            "{say: note: it rains, is: 1}",
            "E011 error 1:10 note: it rains",
            "say",
            "note: it rains",
        ),
        (
            "{is: [1, 2] + b, form: x}",
            "E011 error 1:9 [1, 2] + b",
            "is",
            "[1, 2] + b",
        ),
        (
            "{is: \"a\" + b, form: x}",
            "E011 error 1:13 + b, form: x}",
            "is",
            "\"a\" + b",
        ),
    ];
    for (source, expected, key, meant) in cases {
        let read = read(format!("x: {source}\nnext: 1\n"));
        assert_eq!(
            read.found().first().map(String::as_str),
            Some(expected),
            "{}",
            read.drawn()
        );
        let value = read.node.as_ref().unwrap().get("x").unwrap();
        let value = value.get(key).unwrap().as_scalar().unwrap();
        assert_eq!(value.text(), meant);
        assert_eq!(read.text("next"), "1", "{source}");
    }
}

#[test]
fn brackets_within_one_line_lists_and_maps_belong_to_their_entry() {
    let cases = [
        ("{is: data[1], form: x}", "is", "data[1]"),
        ("{is: m[f(a, 1)][b], form: x}", "is", "m[f(a, 1)][b]"),
        (
            "{a: 2..9 except [3, 4], form: x}",
            "a",
            "2..9 except [3, 4]",
        ),
        (
            "{a: 0..1 over [4, 5] except [b, c], form: x}",
            "a",
            "0..1 over [4, 5] except [b, c]",
        ),
        ("{a: x in [1, 2], b: \"x [\", form: x}", "a", "x in [1, 2]"),
        ("{is: f(w, \"a, b\"), form: x}", "is", "f(w, \"a, b\")"),
        (
            "{is: f(g(1, 'a'), \"b\"), form: x}",
            "is",
            "f(g(1, 'a'), \"b\")",
        ),
    ];
    for (source, key, meant) in cases {
        let read = read(format!("x: {source}\nnext: 1\n"));
        assert!(read.found().is_empty(), "{}", read.drawn());
        let value = read.node.as_ref().unwrap().get("x").unwrap();
        assert_eq!(value.get(key).unwrap().as_scalar().unwrap().text(), meant);
        assert_eq!(value.get("form").unwrap().as_scalar().unwrap().text(), "x");
        assert_eq!(read.text("next"), "1", "{source}");
    }
    let read = read("x: [a[1] < a[2], b in [3, 4]]\n");
    assert!(read.found().is_empty(), "{}", read.drawn());
    let node = read.node.as_ref().unwrap().get("x").unwrap();
    let NodeKind::Sequence(entries) = &node.kind else {
        panic!("no list")
    };
    let texts: Vec<&str> = entries
        .iter()
        .map(|entry| entry.as_scalar().unwrap().text())
        .collect();
    assert_eq!(texts, ["a[1] < a[2]", "b in [3, 4]"]);
}

#[test]
fn all_mistakes_in_one_run() {
    let read = read("a: Solve: x\nb: {{n}} left\nc: '1'\nc: 2\nd: \"\\frac\"\n");
    let expected = [
        "E011 error 1:9 :",
        "E011 error 2:4 {{n}}",
        "E006 error 4:1 c",
        "E005 error 5:5 \\f",
    ];
    assert_eq!(read.found(), expected, "{}", read.drawn());
    assert_eq!(read.text("c"), "1");
    let drawn = read.drawn();
    assert!(drawn.contains("a: |\n"), "{drawn}");
    assert!(drawn.contains("first here"), "{drawn}");
}

#[test]
fn a_silent_cut_is_a_warning() {
    let cut = [
        ("text: Room #4", "E011 warning 1:12 #4"),
        ("text: Add the numbers #hint", "E011 warning 1:23 #hint"),
        ("text: [one thing #4\n  ]", "E011 warning 1:18 #4"),
    ];
    for (source, expected) in cut {
        let read = read(source);
        assert_eq!(read.found(), [expected]);
        assert!(!read.diagnostics.has_errors());
    }
    let comments = [
        "a: 3  # comment",
        "a: 3 # comment",
        "a: 3 #4",
        "id: word # comment",
        "text: several words  # comment",
        "text: 'Room' #4",
        "text: Room#4",
        "a: true #1",
        "# text: Room #4",
        "a:  #4\n  b: 1",
    ];
    for source in comments {
        read(source).clean();
    }
}

#[test]
fn latex_in_double_quotes() {
    let read = read(r#"a: "\frac{1}{2} \beta \times \nu \no \text{x}\n and \\alpha""#);
    let expected = [
        "E005 error 1:5 \\f",
        "E005 error 1:17 \\b",
        "E005 warning 1:23 \\t",
        "E005 warning 1:30 \\n",
        "E005 warning 1:38 \\t",
    ];
    assert_eq!(read.found(), expected, "{}", read.drawn());
    let help = &read.diagnostics.iter().next().unwrap().help;
    assert_eq!(help, &["for `\\frac` use a `|` block or single quotes"]);
}

#[test]
fn syntax_errors_have_a_place_and_help() {
    let cases = [
        ("a: [1, 2\nb: 3\n", "E001 error 2:2 :"),
        ("a: [1, 2\n", "E001 error 1:4 ["),
        ("a: {x: 1\n", "E001 error 1:4 {"),
        ("a: {x: 1]\n", "E001 error 1:4 {"),
        ("a: ]\n", "E001 error 1:4 ]"),
        ("a: \"x\n", "E001 error 1:4 \""),
        ("a:\n\t- b\n", "E001 error 2:1 \t"),
        ("a:\n  - b\n\t- c\n", "E001 error 3:1 \t"),
        ("a:\n  - b\n c: 3\n", "E001 error 3:2 c"),
        ("stem:foo\nb: 1\n", "E001 error 2:2 :"),
        ("a: b\n  c: 3\n", "E001 error 2:4 :"),
        ("- a\nb: 1\n", "E001 error 2:1 b"),
    ];
    for (source, expected) in cases {
        let read = read(source);
        assert!(read.node.is_none(), "{source}");
        assert_eq!(read.found(), [expected], "{}", read.drawn());
        assert!(
            !read.diagnostics.iter().next().unwrap().help.is_empty(),
            "{source}"
        );
    }
}
