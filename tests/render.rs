//! Author's text and values on their way to the page.

mod specimen;

use std::borrow::Cow;

use isoform::render::mathml;
use isoform::render::pages::{Format, Page, Pages};
use isoform::render::prose::{Flow, Place, Prose, ProseErrorKind, ProsePiece};
use isoform::render::view::{FormView, ResponseKind, Rich};

use ProsePiece::{Hole, Literal};

const HOSTILE: [&str; 22] = [
    "<script>alert(1)</script>",
    "</style><b>",
    "{{7*7}}{% raw %}",
    "\"quoted\" & 'single'",
    "[x](javascript:alert(1))",
    "![x](//evil)",
    "*a* _b_ **c** ~~d~~",
    "`code` ``more``",
    "$x$ and $$y$$",
    "a | b \\| c",
    "# heading",
    "1. list",
    "2) list",
    "- item",
    "+",
    "-",
    "---",
    "===",
    "> quote",
    "    indented",
    "&copy; &#60; \\",
    "a\n\nb\n- c",
];

fn compile(pieces: &[ProsePiece<'_>]) -> Prose {
    Prose::compile(pieces, Flow::Blocks).unwrap()
}

/// Fills with the same plain text everywhere; mathematics gets it as words.
fn html(prose: &Prose, value: &str) -> String {
    prose.html("blank", |_, place| match place {
        Place::Mathematics => {
            let mut escaped = String::new();
            isoform::render::escape::html(value, &mut escaped);
            Cow::Owned(format!("<mtext>{escaped}</mtext>"))
        }
        _ => Cow::Borrowed(value),
    })
}

fn markdown(prose: &Prose, value: &str) -> String {
    prose.markdown(|_, _| Cow::Borrowed(value))
}

/// Whitespace shows as one space on a page.
fn shown(html: &str) -> String {
    let words: Vec<&str> = html.split_whitespace().collect();
    let line = words.join(" ");
    [
        "p",
        "li",
        "td",
        "th",
        "h3",
        "blockquote",
        "em",
        "strong",
        "del",
    ]
    .iter()
    .fold(line, |line, tag| {
        line.replace(&format!("<{tag}> "), &format!("<{tag}>"))
            .replace(&format!(" </{tag}>"), &format!("</{tag}>"))
    })
}

/// Every tag closed in order, no stray angle bracket or quote.
fn well_formed(html: &str) -> Result<(), String> {
    const VOID: [&str; 7] = ["br", "hr", "img", "meta", "link", "col", "wbr"];
    let mut open = Vec::new();
    let mut rest = html.strip_prefix("<!DOCTYPE html>").unwrap_or(html);
    while let Some(at) = rest.find(['<', '>']) {
        if rest[at..].starts_with('>') {
            return Err(format!(
                "stray > before {:?}",
                &rest[at..rest.len().min(at + 40)]
            ));
        }
        if let Some(comment) = rest[at..].strip_prefix("<!--") {
            rest = comment.split_once("-->").ok_or("open comment")?.1;
            continue;
        }
        let mut quote = false;
        let end = rest[at..].find(|c| {
            quote ^= c == '"';
            c == '>' && !quote
        });
        let end = at + end.ok_or_else(|| format!("open tag {:?}", &rest[at..]))?;
        let tag = &rest[at + 1..end];
        rest = &rest[end + 1..];
        let name: String = tag
            .trim_start_matches('/')
            .chars()
            .take_while(char::is_ascii_alphanumeric)
            .collect();
        if name.is_empty() {
            return Err(format!("stray < before {tag:?}"));
        }
        if tag.starts_with('/') {
            if open.pop().as_ref() != Some(&name) {
                return Err(format!("</{name}> closes something else"));
            }
        } else if name == "style" {
            rest = rest.split_once("</style>").ok_or("open style")?.1;
        } else if !tag.ends_with('/') && !VOID.contains(&name.as_str()) {
            open.push(name);
        }
    }
    if open.is_empty() {
        Ok(())
    } else {
        Err(format!("left open: {open:?}"))
    }
}

#[test]
fn a_hole_in_mathematics_becomes_an_element() {
    let prose = compile(&[
        Literal("Add $\\frac{"),
        Hole(0),
        Literal("}{"),
        Hole(1),
        Literal("} + x^"),
        Hole(2),
        Literal("$."),
    ]);
    let filled = prose.html("blank", |index, place| {
        assert_eq!(place, Place::Mathematics);
        mathml::element(["3", "4", "12"][index as usize]).unwrap()
    });
    let expected = "<p>Add <math displaystyle=\"true\"><mfrac><mn>3</mn><mn>4</mn></mfrac><mo>+</mo>\
                    <msup><mi>x</mi><mn>12</mn></msup></math>.</p>";
    assert_eq!(filled.trim(), expected);
    let filled = prose.markdown(|index, _| Cow::Borrowed(["3", "4", "12"][index as usize]));
    assert_eq!(filled, "Add $\\frac{3}{4} + x^{12}$.");
    let filled = prose.text(|index, _| Cow::Borrowed(["3", "4", "12"][index as usize]));
    assert_eq!(filled, "Add 3/4 + x^12.");
}

#[test]
fn holes_survive_every_construction() {
    for latex in [
        "\\frac{@}{2}",
        "\\frac@2",
        "\\sqrt{@}",
        "\\sqrt[3]{@}",
        "x^{@}",
        "x_@",
        "\\begin{pmatrix}@&1\\\\2&3\\end{pmatrix}",
        "\\begin{cases}@&x>0\\\\1&x<0\\end{cases}",
        "\\left(@\\right)",
        "\\overline{@}",
        "\\cancel{@}",
        "\\binom{@}{2}",
        "\\begin{array}{r}@\\\\+1\\end{array}",
        "\\underbrace{@}_{n}",
        "-@",
        "2@x",
        "\\mathrm{@}",
        "\\mathbf{@}",
        "\\sum_{i=1}^{@} i",
    ] {
        let (before, after) = latex.split_once('@').unwrap();
        let (before, after) = (format!("${before}"), format!("{after}$"));
        let prose = compile(&[Literal(&before), Hole(0), Literal(&after)]);
        let filled = prose.html("blank", |_, place| {
            assert_eq!(place, Place::Mathematics, "{latex}");
            Cow::Borrowed("<mn>47</mn>")
        });
        assert_eq!(
            filled.matches("<mn>47</mn>").count(),
            1,
            "{latex}: {filled}"
        );
        assert_eq!(well_formed(&filled), Ok(()), "{latex}");
    }
    for latex in [
        "\\text{cost @ euro}",
        "\\textbf{@}",
        "\\operatorname{f@}",
        "\\mathrm{a@}",
    ] {
        let (before, after) = latex.split_once('@').unwrap();
        let (before, after) = (format!("${before}"), format!("{after}$"));
        let prose = compile(&[Literal(&before), Hole(0), Literal(&after)]);
        let filled = prose.html("blank", |_, place| {
            assert_eq!(place, Place::MathText, "{latex}");
            Cow::Borrowed("<b>")
        });
        assert!(
            filled.contains("&lt;b&gt;") && !filled.contains("mfrac"),
            "{latex}: {filled}"
        );
        assert_eq!(well_formed(&filled), Ok(()), "{latex}");
    }
}

#[test]
fn filling_equals_substituting_first() {
    let stems = [
        "Write $\\frac{@}{@}$ as a decimal.",
        "**@** pens cost @ euros and *@ more*.\n\n- one @\n- two $x^{@}$",
        "| fraction | decimal |\n|:---:|---:|\n| $\\frac{@}{20}$ | [[dec]] |\n| [[frac]] | @ |",
        "# Part @\n\nSolve $$@x + @ = @.$$\n\n> A note on `@`",
        "1. First @\n2. Then @\n\n   with more @\n\n```\ncode @\n```",
    ];
    for stem in stems {
        for value in ["3", "47", "0.25", "word", "Ana"] {
            if value.parse::<f64>().is_err() && stem.contains('$') {
                continue;
            }
            let mut pieces = Vec::new();
            for (number, literal) in stem.split('@').enumerate() {
                if number > 0 {
                    pieces.push(Hole(number as u32));
                }
                pieces.push(Literal(literal));
            }
            let fast = compile(&pieces).html("blank", |_, place| match place {
                Place::Mathematics => mathml::element(value).unwrap(),
                _ => Cow::Borrowed(value),
            });
            let substituted = stem.replace('@', value);
            let slow = compile(&[Literal(&substituted)]).html("blank", |_, _| unreachable!());
            // A bare coefficient beside a letter is written the same in either road.
            assert_eq!(fast, slow, "{stem} with {value}");
        }
    }
}

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
    let page = html(
        &compile(&[Literal("[a]("), Hole(0), Literal(")")]),
        "https://e.org",
    );
    assert!(
        !page.contains("href"),
        "a value may not choose the scheme: {page}"
    );
}

#[test]
fn blanks_are_answer_lines() {
    let prose = compile(&[Literal(
        "x is [[x]] cm, y is [[y_2]].\n\n| a | [[b]] |\n|---|---|\n| [[c]] | 5 [[d]] |\n\n$z = [[z]]$ `[[code]]`",
    )]);
    let names: Vec<&str> = prose.blanks().collect();
    assert_eq!(names, ["x", "y_2", "b", "c", "d", "z", "code"]);
    let page = prose.html("Blank", |_, _| unreachable!());
    assert_eq!(well_formed(&page), Ok(()));
    assert!(
        page.contains("x is <span class=\"blank\" role=\"img\" aria-label=\"Blank 1\"></span> cm"),
        "{page}"
    );
    assert!(
        page.contains("<td data-answer><span") && page.contains("<td>5 <span"),
        "{page}"
    );
    assert!(page.contains("<mtext><span class=\"blank\""), "{page}");
    assert!(page.contains("<code>[[code]]</code>"), "{page}");
    let written = prose.markdown(|_, _| unreachable!());
    assert!(
        written.contains("x is ______ cm, y is ______."),
        "{written}"
    );
    assert!(
        written.contains("$z = \\underline{\\hspace{4em}}$"),
        "{written}"
    );
    assert_eq!(
        prose.text(|_, _| unreachable!()).lines().next(),
        Some("x is ______ cm, y is ______.")
    );
}

#[test]
fn mistakes_point_at_the_letter() {
    let pieces = [
        Literal("Add "),
        Hole(0),
        Literal(" to $\\frac{1}{"),
        Hole(1),
        Literal("} + \\wrong$ now"),
    ];
    let errors = Prose::compile(&pieces, Flow::Blocks).unwrap_err();
    assert_eq!(errors.len(), 1);
    let place = errors[0].range.clone();
    assert_eq!((place.start.piece, place.start.offset), (4, 4));
    assert_eq!((place.end.piece, place.end.offset), (4, 10));
    assert!(matches!(&errors[0].kind, ProseErrorKind::Latex(why) if why.contains("wrong")));

    let pieces = [
        Literal("[[a]] costs $"),
        Hole(0),
        Literal(" or $\\sqrt{$ or \u{E000}"),
    ];
    let errors = Prose::compile(&pieces, Flow::Blocks).unwrap_err();
    assert_eq!(errors[0].kind, ProseErrorKind::PrivateUse('\u{E000}'));
    assert_eq!(
        (errors[0].range.start.piece, errors[0].range.start.offset),
        (2, 16)
    );

    let errors =
        Prose::compile(&[Literal("[[ab]] costs \\$3 not $5 or 6")], Flow::Blocks).unwrap_err();
    assert_eq!(errors[0].kind, ProseErrorKind::LooseDollar);
    assert_eq!(
        (errors[0].range.start.offset, errors[0].range.end.offset),
        (21, 22)
    );

    let errors =
        Prose::compile(&[Literal("$a % "), Hole(0), Literal("\nb$")], Flow::Blocks).unwrap_err();
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

#[test]
fn numbers_have_a_short_road_that_agrees_with_the_long_one() {
    for latex in ["3", "0.25", "\\frac{3}{4}", "1\\frac{3}{4}", "12345"] {
        let long = mathml::convert(latex, false).unwrap();
        let long = long
            .replace("<math displaystyle=\"true\">", "")
            .replace("</math>", "");
        let short = mathml::element(latex)
            .unwrap()
            .replace("<mrow>", "")
            .replace("</mrow>", "");
        assert_eq!(short, long);
    }
    assert_eq!(
        mathml::element("-3").unwrap(),
        "<mrow><mo form=\"prefix\">−</mo><mn>3</mn></mrow>"
    );
    assert_eq!(mathml::element("1{,}200").unwrap(), "<mn>1,200</mn>");
    assert_eq!(
        mathml::element("15\\%").unwrap(),
        "<mrow><mn>15</mn><mi>%</mi></mrow>"
    );
    assert!(mathml::element("\\frac{3}{").is_err());
    for (latex, plain) in [
        ("\\frac{x+1}{2}", "(x + 1)/2"),
        ("\\sqrt{2}", "√2"),
        ("x^{n+1}", "x^(n+1)"),
        ("2\\frac{1}{2}", "2 1/2"),
        ("-3 \\times 4 = -12", "−3 × 4 = −12"),
        ("a < b", "a < b"),
        ("5\\,\\text{cm}", "5 cm"),
        ("\\sqrt[3]{8}", "root(8, 3)"),
    ] {
        assert_eq!(
            mathml::plain(&mathml::convert(latex, false).unwrap()),
            plain,
            "{latex}"
        );
    }
}

fn all_pages(form: &FormView) -> [String; 4] {
    let pages = Pages::new(&[]).unwrap();
    let context = pages.form(form).unwrap();
    [
        (Page::Form, Format::Html),
        (Page::Key, Format::Html),
        (Page::Form, Format::Markdown),
        (Page::Key, Format::Markdown),
    ]
    .map(|(page, format)| pages.render(page, format, &context).unwrap())
}

/// How many tags begin so.
fn count(page: &str, tag: &str) -> usize {
    page.matches(&format!("<{tag}")).count()
}

#[test]
fn the_specimen_is_well_formed_and_complete() {
    let form = specimen::form();
    let [paper, key, paper_md, key_md] = all_pages(&form);
    for page in [&paper, &key] {
        assert_eq!(well_formed(page), Ok(()));
        assert!(page.starts_with("<!DOCTYPE html>\n<html lang=\"en\">"));
        for part in ["<header>", "<main>", "<footer>", "<h1>"] {
            assert_eq!(page.matches(part).count(), 1, "{part}");
        }
        assert_eq!(count(page, "li class=\"item\""), form.items.len());
        assert!(
            !page.contains("<script") && !page.contains("http") && !page.contains("{{"),
            "{page}"
        );
        assert!(
            page.matches(&form.id).count() >= 2,
            "on the screen and in the margin"
        );
    }
    for page in [&paper_md, &key_md] {
        assert!(
            page.contains(&form.id) && !page.contains("{{") && !page.contains('<'),
            "{page}"
        );
    }
    assert!(key.contains("Teacher copy") && key_md.contains("TEACHER COPY"));
    let report = Pages::new(&[])
        .unwrap()
        .parity(Format::Html, &specimen::parity())
        .unwrap();
    assert_eq!(well_formed(&report), Ok(()));
    assert_eq!(report.matches("</span> Green</span>").count(), 8);
    let report = Pages::new(&[])
        .unwrap()
        .parity(Format::Markdown, &specimen::parity())
        .unwrap();
    let cells = |line: &str| line.replace("\\|", "").matches('|').count();
    let rows: Vec<usize> = report
        .lines()
        .filter(|line| line.starts_with('|'))
        .map(cells)
        .collect();
    assert_eq!(rows.len(), 11 + 6 + 7 + 4, "{report}");
    assert!(
        rows[..11].iter().all(|&cells| cells == 6) && rows[11..17].iter().all(|&cells| cells == 7)
    );
}

#[test]
fn the_key_matches_its_paper_and_the_paper_keeps_the_key_to_itself() {
    let form = specimen::form();
    let [paper, key, paper_md, key_md] = all_pages(&form);
    for item in &form.items {
        assert!(paper.contains(&item.stem.html.0) && paper_md.contains(&item.stem.markdown.0));
        assert!(
            key.contains(&item.completed.html.0) && key_md.contains(&item.completed.markdown.0)
        );
        for option in &item.response.options {
            let bubble = format!(
                "<span class=\"bubble\">{}</span><div>{}</div>",
                option.letter, option.text.html.0
            );
            assert!(paper.contains(&bubble), "{bubble}");
            let row = format!("<td>{}</td><td>{}</td>", option.letter, option.text.html.0);
            assert!(key.contains(&row), "{row}");
            if !option.betrays.is_empty() {
                assert!(key.contains(&option.betrays) && !paper.contains(&option.betrays));
                assert!(key_md.contains(&option.betrays) && !paper_md.contains(&option.betrays));
            }
        }
        let correct: Vec<&str> = item
            .response
            .options
            .iter()
            .filter(|o| o.is_key)
            .map(|o| o.letter.as_str())
            .collect();
        if item.response.kind == ResponseKind::Choice {
            assert_eq!(correct, [item.answers[0].label.as_str()]);
            assert!(key.contains(&format!(
                "<span class=\"number\">{}</span> <span><b>{}</b>",
                item.number, correct[0]
            )));
        }
    }
    let paper = paper.split_once("</style>").unwrap().1;
    assert!(!paper.contains("correct") && !paper_md.contains("correct"));
}

/// The specimen with `text` in every field that takes plain text, and as a value in every rich one.
fn hostile_form(text: &str) -> FormView {
    let mut form = specimen::form();
    let value: specimen::Value = (Box::leak(text.to_owned().into_boxed_str()), "1");
    let rich = specimen::fill(
        &specimen::prose("a @0@ **@0@** `@0@`", Flow::Line),
        &[value],
    );
    let plain = |field: &mut String| *field = text.to_owned();
    for field in [
        &mut form.label,
        &mut form.id,
        &mut form.points_total,
        &mut form.mastery,
    ] {
        plain(field);
    }
    let set = &mut form.set;
    for field in [
        &mut set.title,
        &mut set.bank,
        &mut set.bank_version,
        &mut set.seed,
        &mut set.language,
        &mut set.generator,
    ] {
        plain(field);
    }
    for standard in &mut form.standards {
        plain(&mut standard.id);
        plain(&mut standard.statement);
    }
    form.instructions = rich.clone();
    for item in &mut form.items {
        plain(&mut item.points);
        plain(&mut item.standard);
        (item.stem, item.completed, item.solution) = (rich.clone(), rich.clone(), rich.clone());
        item.response.unit = Rich::plain(text);
        for option in &mut item.response.options {
            plain(&mut option.letter);
            option.text = rich.clone();
            if !option.is_key {
                plain(&mut option.betrays);
            }
        }
        for answer in &mut item.answers {
            plain(&mut answer.label);
            answer.text = rich.clone();
            answer.accepted = vec![rich.clone()];
        }
        for slip in &mut item.misconceptions {
            plain(&mut slip.slip);
            slip.answer = Rich::plain(text);
        }
    }
    form
}

#[test]
fn hostile_text_is_escaped_on_every_page() {
    let harmless = all_pages(&hostile_form("x"));
    let long = "x".repeat(10_000);
    for text in HOSTILE.iter().copied().chain([long.as_str()]) {
        let pages = all_pages(&hostile_form(text));
        for (page, model) in pages.iter().zip(&harmless).take(2) {
            assert_eq!(well_formed(page), Ok(()), "{text}");
            assert_eq!(count(page, ""), count(model, ""), "{text}");
            assert_eq!(page.matches("</style>").count(), 1, "{text}");
            let style = page.split_once("</style>").unwrap().0;
            assert_eq!(
                style.matches('{').count(),
                style.matches('}').count(),
                "{text}"
            );
        }
        for page in &pages[2..] {
            let html = pulldown(page);
            let tags = |html: &str| {
                ["<script", "<b>", "<a ", "<img", "<del", "<blockquote"]
                    .map(|tag| html.matches(tag).count())
            };
            assert_eq!(tags(&html), [0; 6], "{text}: {page}");
        }
    }
}

/// What a Markdown reader that lets HTML through makes of a page.
fn pulldown(markdown: &str) -> String {
    let mut html = String::new();
    let options = pulldown_cmark::Options::all();
    pulldown_cmark::html::push_html(
        &mut html,
        pulldown_cmark::Parser::new_ext(markdown, options),
    );
    html
}

#[test]
fn templates_can_be_replaced_and_mistakes_in_them_are_named() {
    let own = Pages::new(&[
        (
            "form.html",
            "{% include \"style.css\" %}<p>{{ id }} {{ set.title }}</p>",
        ),
        ("style.css", "own style "),
    ])
    .unwrap();
    let form = own.form(&specimen::form()).unwrap();
    let page = own.render(Page::Form, Format::Html, &form).unwrap();
    assert_eq!(
        page,
        "own style <p>7K3Q-9FZM-4 Fractions, decimals and percents</p>"
    );
    assert!(
        own.render(Page::Key, Format::Html, &form)
            .unwrap()
            .contains("own style")
    );

    let error = |name: &str, text: &str| Pages::new(&[(name, text)]).unwrap_err().to_string();
    assert!(error("from.html", "").contains("there is no template 'from.html'"));
    let message = error("form.html", "a\n{% if lable %}b{% endif %}");
    assert!(
        message.contains("form.html") && message.contains("'lable'"),
        "{message}"
    );
    let message = error("form.html", "a\n{{ label | shout }}");
    assert!(
        message.contains("form.html:2") && message.contains("shout"),
        "{message}"
    );
    let own = Pages::new(&[("form.md", "{{ set.titel }}")]).unwrap();
    let message = own
        .render(Page::Form, Format::Markdown, &form)
        .unwrap_err()
        .to_string();
    assert!(
        message.contains("titel") && message.contains("form.md"),
        "{message}"
    );
}
