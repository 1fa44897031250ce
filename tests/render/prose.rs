//! Holes, blanks, formulas and mistakes of author's text.

use std::borrow::Cow;

use isoform::render::mathml;
use isoform::render::prose::{Flow, Place, Prose, ProseErrorKind, ProsePiece};

use ProsePiece::{Hole, Literal};

use crate::reading::{compile, well_formed};
use crate::specimen::pieces;

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
    let expected = "<p>Add <span class=\"keep\"><math displaystyle=\"true\"><mfrac><mn>3</mn><mn>4</mn>\
                    </mfrac><mo>+</mo><msup><mi>x</mi><mn>12</mn></msup></math>.</span></p>";
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
            let mut all = Vec::new();
            for (number, literal) in stem.split('@').enumerate() {
                if number > 0 {
                    all.push(Hole(number as u32));
                }
                all.extend(pieces(literal));
            }
            let fast = compile(&all).html("blank", |_, place| match place {
                Place::Mathematics => mathml::element(value).unwrap(),
                _ => Cow::Borrowed(value),
            });
            let substituted = stem.replace('@', value);
            let slow = compile(&pieces(&substituted)).html("blank", |_, _| unreachable!());
            // A bare coefficient beside a letter is written the same in either road.
            assert_eq!(fast, slow, "{stem} with {value}");
        }
    }
}

#[test]
fn blanks_are_answer_lines() {
    let prose = compile(&pieces(
        "x is [[x]] cm, y is [[y_2]].\n\n| a | [[b]] |\n|---|---|\n| [[c]] | 5 [[d]] |\n\n$z = [[z]]$ `[[code]]`",
    ));
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
    assert!(page.contains("<code><span class=\"blank\""), "{page}");
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
    let all = [
        Literal("Add "),
        Hole(0),
        Literal(" to $\\frac{1}{"),
        Hole(1),
        Literal("} + \\wrong$ now"),
    ];
    let errors = Prose::compile(&all, Flow::Blocks).unwrap_err();
    assert_eq!(errors.len(), 1);
    let place = errors[0].range.clone();
    assert_eq!((place.start.piece, place.start.offset), (4, 4));
    assert_eq!((place.end.piece, place.end.offset), (4, 10));
    assert!(matches!(&errors[0].kind, ProseErrorKind::Latex(why) if why.contains("wrong")));

    let all = [
        ProsePiece::Blank("a"),
        Literal(" costs $"),
        Hole(0),
        Literal(" or $\\sqrt{$ or \u{E000}"),
    ];
    let errors = Prose::compile(&all, Flow::Blocks).unwrap_err();
    assert_eq!(errors[0].kind, ProseErrorKind::PrivateUse('\u{E000}'));
    assert_eq!(
        (errors[0].range.start.piece, errors[0].range.start.offset),
        (3, 16)
    );

    let errors =
        Prose::compile(&pieces("[[ab]] costs \\$3 not $5 or 6"), Flow::Blocks).unwrap_err();
    assert_eq!(errors[0].kind, ProseErrorKind::LooseDollar);
    assert_eq!(
        (errors[0].range.start.offset, errors[0].range.end.offset),
        (15, 16)
    );

    let errors =
        Prose::compile(&[Literal("$a % "), Hole(0), Literal("\nb$")], Flow::Blocks).unwrap_err();
    assert_eq!(errors[0].kind, ProseErrorKind::LostValue);
    assert_eq!(errors[0].range.start.piece, 1);

    let errors = Prose::compile(
        &pieces("[a](javascript:[[b]]) ![a [[c]]](x.png)"),
        Flow::Blocks,
    )
    .unwrap_err();
    let kinds: Vec<&ProseErrorKind> = errors.iter().map(|error| &error.kind).collect();
    assert_eq!(kinds, [&ProseErrorKind::LostValue; 2]);
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
