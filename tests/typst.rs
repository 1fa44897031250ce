//! Pages as Typst text, which needs no feature: whole documents, every formula, hostile text.

mod set;
#[path = "typst/formulas.rs"]
mod formulas;

use std::path::Path;
use std::process::Command;

use isoform::render::compose::Composer;
use isoform::render::messages::Messages;
use isoform::render::pages::{Format, Page, Pages, Surroundings};
use isoform::render::paper::{Paper, Setting};
use isoform::render::typst::{markup, quoted, write};
use isoform::render::view::SchoolView;

use set::scratch;

const GOLDEN: &str = "tests/golden/typst";

/// Two documents of the bundled bank, byte for byte. `SNAPSHOTS=overwrite cargo test --test typst`
/// rewrites them.
#[test]
fn the_bundled_quiz_is_written_as_before() {
    let made = scratch("typst");
    let done = Command::new(env!("CARGO_BIN_EXE_isoform"))
        .args(["generate", "--quiet", "--seed", "7", "--forms", "1"])
        .args(["--format", "typ", "--large-print", "--out"])
        .arg(&made)
        .status()
        .unwrap();
    assert!(done.success());
    for name in ["form-a.typ", "key-a.typ"] {
        let text = std::fs::read_to_string(made.join(name)).unwrap();
        let golden = Path::new(GOLDEN).join(name);
        if std::env::var("SNAPSHOTS").is_ok_and(|wish| wish == "overwrite") {
            std::fs::create_dir_all(GOLDEN).unwrap();
            std::fs::write(golden, text).unwrap();
            continue;
        }
        let expected = std::fs::read_to_string(golden).unwrap();
        for (number, (made, expected)) in text.lines().zip(expected.lines()).enumerate() {
            assert_eq!(made, expected, "{name}, line {}", number + 1);
        }
        assert_eq!(text.len(), expected.len(), "{name}");
    }
    let large = std::fs::read_to_string(made.join("form-a-large.typ")).unwrap();
    assert!(large.contains("#let large = true") && !large.contains("{{"));
}

/// Every page of every layout is written, and none asks for a variable that there is not.
#[test]
fn every_page_is_written() {
    let set = set::assembled(set::BANK, 7, 1);
    let composer = Composer::new(&set).unwrap();
    let view = composer.form(&set.forms[0]);
    let messages = Messages::of("de");
    let pages = Pages::speaking(&[], &messages).unwrap();
    for layout in ["quiz", "exit-ticket", "practice"] {
        let page = Setting::on(Paper::A4).view(layout, "de");
        let school = SchoolView::default();
        let around = Surroundings {
            page: &page,
            school: &school,
            messages: &messages,
        };
        let form = pages.form(&view, around).unwrap();
        for page in [Page::Form, Page::Key, Page::Guide, Page::Sheet] {
            let text = pages.render(page, Format::Typst, &form).unwrap();
            assert!(text.contains(&view.id.replace('-', "\\-")), "{page:?}");
        }
    }
}

/// What is left of Typst markup in which every sign but these stands for itself.
#[test]
fn a_text_never_brings_markup() {
    let hostile = [
        "#import \"/etc/passwd\"",
        "= heading",
        "1. list",
        "/ term: words",
        "$x$ *b* _e_ `c` @ref <label>",
        "http://x.example // comment /* more */",
        "a \\ b \\u{41} ~ -- --- ... 'q'",
        "]; #panic() [",
        "a\n\nb",
    ];
    let messages = Messages::of("en");
    for text in hostile {
        let mut written = String::new();
        markup(text, &mut written);
        // Read back: a backslash takes the next sign as it is, and nothing else means anything.
        let mut signs = written.chars();
        let mut read = String::new();
        while let Some(sign) = signs.next() {
            match sign {
                '\\' => read.extend(signs.next()),
                '#' | '$' | '*' | '_' | '`' | '@' | '<' | '[' | ']' | '~' | '=' | '/' | '"'
                | '\'' => panic!("{sign} stands bare in {written}"),
                other => read.push(other),
            }
        }
        let line: Vec<&str> = text.split_whitespace().collect();
        assert_eq!(read, line.join(" "), "{written}");
        let escaped = text.replace('&', "&amp;").replace('<', "&lt;");
        assert_eq!(
            write(&format!("<em>{escaped}</em>"), &messages).text,
            format!("#emph[{written}];")
        );
        assert!(
            !quoted(text)[1..quoted(text).len() - 1]
                .replace("\\\\", "")
                .replace("\\\"", "")
                .contains('"')
        );
    }
}

#[test]
fn prose_by_hand() {
    let messages = Messages::of("en");
    for (html, typst) in [
        (
            "<p>a <strong>b</strong>(c)</p>\n<p>d</p>\n",
            "a #strong[b];(c)\n\nd",
        ),
        (
            "<ol start=\"3\">\n<li>x</li>\n<li>y</li>\n</ol>\n",
            "#enum(start: 3, tight: true)[x][y];",
        ),
        (
            "<p>a<br>\nb <code>1 &lt; 2</code></p>",
            "a#linebreak(); b #raw(\"1 < 2\");",
        ),
        (
            "<p>So <span class=\"blank\" role=\"img\" aria-label=\"Blank 1\"></span>.</p>",
            "So #blank(\"Blank 1\");.",
        ),
        (
            "<table>\n<thead>\n<tr><th scope=\"col\" class=\"right\">n</th></tr>\n</thead>\n<tbody>\n<tr><td class=\"right\">1</td></tr>\n</tbody>\n</table>\n",
            "#tabular((right,), head: ([n], ), body: ([1], ), );",
        ),
    ] {
        let written = write(html, &messages);
        assert_eq!(written.text, typst);
        assert!(written.unknown.is_empty());
    }
    // As deep as anyone can nest, and deeper.
    let deep = format!("{}x{}", "<em>".repeat(50_000), "</em>".repeat(50_000));
    assert!(write(&deep, &messages).text.contains("[x]"));
    assert_eq!(write("<blink>x</blink>", &messages).unknown, ["blink"]);
}
