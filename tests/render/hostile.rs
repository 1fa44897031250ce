//! Text that tries to be more than text, from authors and from values.

use isoform::render::prose::{Flow, Prose, ProseErrorKind, ProsePiece};

use ProsePiece::{Hole, Literal};

use crate::reading::{HOSTILE, compile, html, markdown, shown, well_formed};

#[test]
fn a_value_never_brings_markup() {
    let templates = [
        "@",
        "a @ b",
        "*@*",
        "**@** and ~~@~~",
        "- @\n- x @",
        "1. @",
        "> @",
        "# @",
        "a\n@\nb",
        "| @ | h |\n|---|---|\n| @ | x@y |",
        "[link @](https://example.org)",
        "`code @`",
        "@. and @) and @ - x",
        "![alt @](pic.png)",
        "    code @\n",
        "~~~\n@\n~~~",
        "$\\text{@}$",
        "(@)",
        "see <b>@</b>",
        "<div>\n@\n</div>",
    ];
    let long = "x".repeat(10_000);
    for template in templates {
        for value in HOSTILE.iter().copied().chain([long.as_str()]) {
            let mut pieces = Vec::new();
            for (number, literal) in template.split('@').enumerate() {
                if number > 0 {
                    pieces.push(Hole(0));
                }
                pieces.push(Literal(literal));
            }
            let prose = compile(&pieces);
            let filled = html(&prose, value);
            assert_eq!(
                well_formed(&filled),
                Ok(()),
                "{template} with {value}: {filled}"
            );
            let tags = |text: &str| text.matches('<').count();
            assert_eq!(
                tags(&filled),
                tags(&html(&prose, "x")),
                "{template} with {value}: {filled}"
            );
            if template.contains("text{") {
                continue;
            }
            // Reading the Markdown again gives the same page: nothing in it was understood as markup.
            let written = markdown(&prose, value);
            let again = compile(&[Literal(&written)]).html("blank", |_, _| unreachable!());
            let parted = again.replace('\u{200B}', "");
            assert_eq!(
                shown(&parted),
                shown(&filled),
                "{template} with {value:?}:\n{written}"
            );
        }
    }
}

#[test]
fn authors_text_survives_the_markdown_round() {
    let sources = [
        "A *b* __c__ d_e_f \\* 2\\*3\\*4 ~~x~~",
        "- a\n- b\n  - c\n\n    d\n- e\n\npar",
        "3. three\n4. four\n\n> q\n> r\n\n***\n\nend",
        "a  \nb\\\nc",
        "| a | b |\n|---|:-:|\n| `x\\|y` | $a+b$ |\n| \\| | |",
        "Costs \\$5 & 3 < 4 > 2, AT&T &amp; &lt;x> [not a link] ![not",
        "``a`b`` and ` `` `",
        "[t](https://e.org/a(b)?x=1&y=2) <https://e.org/> <a@b.org>",
        "Setext\n===\n\nother\n---\n\n\\# no heading\n\n\\- no list\n\n1\\. no list",
        "    indented code\n\n    more\n",
        "word\n+ no\n",
        "$$\\begin{aligned}x&=1\\\\y&=2\\end{aligned}$$",
        "<b>raw</b> and\n\n<div>\n*raw*\n</div>",
    ];
    for source in sources {
        let once = compile(&[Literal(source)]);
        let written = once.markdown(|_, _| unreachable!());
        let twice = compile(&[Literal(&written)]);
        let page = |prose: &Prose| shown(&prose.html("blank", |_, _| unreachable!()));
        assert_eq!(
            page(&once),
            page(&twice),
            "{source}\n--- became ---\n{written}"
        );
        assert_eq!(written, twice.markdown(|_, _| unreachable!()), "{source}");
    }
}

#[test]
fn hostile_authors_text_is_shown_not_obeyed() {
    let source = "<script>alert(1)</script>\n\n[x](javascript:alert(1)) [y](JaVaScript:z) [z](data:text/html,x) \
                  ![p](https://e.org/p.png) ![q](../../q.png) ![r](/r.png) ![s](data:x) ![t](a/t.png) <img src=x onerror=y> \
                  [ok](https://e.org/\"onclick=\"x) [mail](mailto:a@b.c)\n\n[ref]\n\n[ref]: vbscript:x";
    let page = compile(&[Literal(source)]).html("blank", |_, _| unreachable!());
    assert_eq!(well_formed(&page), Ok(()));
    assert!(
        !page.contains("<script") && !page.contains("script:") && !page.contains("data:"),
        "{page}"
    );
    assert_eq!(page.matches("<img").count(), 1, "{page}");
    assert_eq!(page.matches("<a ").count(), 2, "{page}");
    assert!(
        page.contains("href=\"https://e.org/%22onclick=%22x\""),
        "{page}"
    );
}

#[test]
fn values_in_addresses_stay_one_piece() {
    let prose = compile(&[
        Literal("![a]("),
        Hole(0),
        Literal(") [b](https://e.org/"),
        Hole(0),
        Literal(")"),
    ]);
    let page = html(&prose, "javascript:alert('1')/../\"x");
    assert!(
        page.contains("src=\"javascript%3Aalert%28%271%27%29%2F..%2F%22x\""),
        "{page}"
    );
    // A value may not choose the scheme: the link is dropped, and with it the value, which is told.
    let pieces = [Literal("[a]("), Hole(0), Literal(")")];
    let errors = Prose::compile(&pieces, Flow::Blocks).unwrap_err();
    assert_eq!(errors[0].kind, ProseErrorKind::LostValue);
    assert_eq!(errors[0].range.start.piece, 1);
}

#[test]
fn depth_and_length_are_survived() {
    for bomb in ["{", "\\sqrt", "x^{", "\\left(", "\\begin{matrix}", "\\frac"] {
        let source = format!("${}$", bomb.repeat(4000));
        let _ = Prose::compile(&[Literal(&source)], Flow::Blocks);
    }
    for bomb in ["> ", "- ", "*a ", "[", "![", "`", "<", "[[", "| "] {
        let source = bomb.repeat(5000);
        let prose = compile(&[Literal(&source)]);
        assert_eq!(well_formed(&html(&prose, "")), Ok(()));
    }
    let pieces = vec![Hole(1); 6_400];
    assert_eq!(
        Prose::compile(&pieces, Flow::Blocks).unwrap_err()[0].kind,
        ProseErrorKind::TooManyHoles
    );
}

proptest::proptest! {
    #![proptest_config(proptest::prelude::ProptestConfig { failure_persistence: None, ..Default::default() })]

    #[test]
    fn any_authors_text_gives_well_formed_pages(source in "([-*_`~#>|\\[\\]()!<&;.$\\\\ {}+=:\n]|[a-c1]|\\PC){0,40}") {
        if let Ok(prose) = Prose::compile(&[Literal(&source)], Flow::Blocks) {
            let page = prose.html("blank", |_, _| unreachable!());
            proptest::prop_assert_eq!(well_formed(&page), Ok(()));
        }
    }

    #[test]
    fn any_value_stays_text(value in "([-*_`~#>|\\[\\]()!<&;.$\\\\ {}+=:\n]|[a-c1]|\\PC){0,12}", which in 0..6_usize) {
        // Nothing but a value that is nothing: an empty paragraph, or none.
        if value.trim().is_empty() {
            return Ok(());
        }
        let template = ["@", "a @ b", "- @ c", "@. d", "# e @", "|f|\n|-|\n|@|"][which];
        let (before, after) = template.split_once('@').unwrap();
        let prose = compile(&[Literal(before), Hole(0), Literal(after)]);
        let filled = html(&prose, &value);
        proptest::prop_assert_eq!(well_formed(&filled), Ok(()));
        let written = markdown(&prose, &value);
        let again = compile(&[Literal(&written)]).html("blank", |_, _| unreachable!());
        proptest::prop_assert_eq!(shown(&again), shown(&filled), "{}", written);
    }
}
