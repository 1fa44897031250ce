//! A made-up quiz with every kind of item, for looking at pages and for timing them.

mod around;
mod parity;

use std::borrow::Cow;

use isoform::render::code::code;
use isoform::render::mathml;
use isoform::render::prose::{Flow, Place, Prose, ProsePiece};
use isoform::render::view::{
    AnswerView, FormView, Html, ItemView, Markdown, MisconceptionView, OptionView, ResponseKind,
    ResponseView, Rich, SetView,
};

pub use around::Around;
pub use parity::parity;

use around::standard;

/// Cuts `[[name]]` out of a text, as the bank does.
pub fn pieces(source: &str) -> Vec<ProsePiece<'_>> {
    let mut pieces = Vec::new();
    for (number, part) in source.split("[[").enumerate() {
        match part.split_once("]]") {
            Some((name, rest)) if number > 0 => {
                pieces.extend([ProsePiece::Blank(name), ProsePiece::Literal(rest)]);
            }
            _ => pieces.push(ProsePiece::Literal(part)),
        }
    }
    pieces
}

/// Compiles text in which `@0@` is a hole and `[[a]]` a blank.
pub fn prose(source: &str, flow: Flow) -> Prose {
    let mut all = Vec::new();
    for (at, part) in source.split('@').enumerate() {
        match at % 2 {
            0 => all.extend(pieces(part)),
            _ => all.push(ProsePiece::Hole(part.parse().unwrap())),
        }
    }
    Prose::compile(&all, flow).unwrap()
}

/// A value in text and in LaTeX.
pub type Value = (&'static str, &'static str);

pub fn fill(prose: &Prose, values: &[Value]) -> Rich {
    let value = |index: u32| values[index as usize];
    Rich {
        html: Html(prose.html("Blank", |index, place| match place {
            Place::Mathematics => mathml::element(value(index).1).unwrap(),
            _ => Cow::Borrowed(value(index).0),
        })),
        markdown: Markdown(prose.markdown(|index, place| match place {
            Place::Mathematics => Cow::Borrowed(value(index).1),
            _ => Cow::Borrowed(value(index).0),
        })),
    }
}

fn rich(source: &str) -> Rich {
    fill(&prose(source, Flow::Line), &[])
}

fn blocks(source: &str, values: &[Value]) -> Rich {
    fill(&prose(source, Flow::Blocks), values)
}

fn response(kind: ResponseKind, lines: u32, unit: &str) -> ResponseView {
    ResponseView {
        kind,
        options: Vec::new(),
        columns: 1,
        lines,
        unit: rich(unit),
        ..ResponseView::default()
    }
}

fn choice(columns: u32, options: &[(&str, &str)]) -> ResponseView {
    let options = options
        .iter()
        .zip(["A", "B", "C", "D"])
        .map(|((text, betrays), letter)| OptionView {
            letter: letter.to_owned(),
            text: rich(text),
            is_key: betrays.is_empty(),
            betrays: (*betrays).to_owned(),
        });
    ResponseView {
        kind: ResponseKind::Choice,
        options: options.collect(),
        columns,
        ..ResponseView::default()
    }
}

fn answer(label: &str, text: &str, accepted: &[&str]) -> AnswerView {
    AnswerView {
        label: label.to_owned(),
        text: rich(text),
        accepted: accepted.iter().map(|s| rich(s)).collect(),
    }
}

fn slips(slips: &[(&str, &str)]) -> Vec<MisconceptionView> {
    slips
        .iter()
        .map(|(slip, answer)| MisconceptionView {
            blank: String::new(),
            slip: (*slip).to_owned(),
            answer: rich(answer),
            letter: String::new(),
        })
        .collect()
}

fn item(number: u32, stem: Rich, response: ResponseView, answers: Vec<AnswerView>) -> ItemView {
    ItemView {
        number,
        points: if number == 7 { "3" } else { "1" }.to_owned(),
        standard: "7.NS.A.2d".to_owned(),
        model: format!("model-{number}"),
        worked: false,
        figure: Rich::default(),
        completed: stem.clone(),
        stem,
        response,
        answers,
        misconceptions: Vec::new(),
        solution: Rich::default(),
        parts: Vec::new(),
    }
}

pub fn set() -> SetView {
    SetView {
        title: "Fractions, decimals and percents".to_owned(),
        bank: "Fractions, decimals and percents".to_owned(),
        bank_version: "1.0.0".to_owned(),
        seed: "20261123".to_owned(),
        language: "en".to_owned(),
        generator: "Isoform 0.1.0".to_owned(),
    }
}

pub fn form() -> FormView {
    use ResponseKind::{Numeric, Paragraph, Text};
    let mut items = vec![
        item(
            1,
            blocks("Write $@0@$ as a decimal.", &[("7/20", "\\frac{7}{20}")]),
            response(Numeric, 2, ""),
            vec![answer(
                "",
                "0.35",
                &["Any decimal equal to 0.35, such as .35 or 0.350."],
            )],
        ),
        item(
            2,
            blocks(
                "Add. Give the answer in lowest terms.\n\n$$@0@ + @1@$$",
                &[("3/4", "\\frac{3}{4}"), ("5/6", "\\frac{5}{6}")],
            ),
            response(Numeric, 3, ""),
            vec![answer(
                "",
                "$1\\frac{7}{12}$",
                &[
                    "$\\frac{19}{12}$",
                    "Not accepted: fractions that are not in lowest terms.",
                ],
            )],
        ),
        item(
            3,
            blocks(
                "@0@ is saving for a bicycle that costs \\$240. In March she had saved @1@ of the price. In April she \
                 put aside another \\$36, and her grandmother then gave her $@2@$ of what was still missing. \
                 How many dollars did her grandmother give her?",
                &[("Amina", ""), ("45%", ""), ("2/3", "\\frac{2}{3}")],
            ),
            response(Numeric, 4, "dollars"),
            vec![answer("", "64", &["64.00", "\\$64"])],
        ),
        item(
            4,
            blocks("Which number is equal to @0@?", &[("0.625", "")]),
            choice(
                4,
                &[
                    (
                        "$\\frac{6}{25}$",
                        "read the digits as numerator and denominator",
                    ),
                    ("$\\frac{5}{8}$", ""),
                    (
                        "$\\frac{625}{100}$",
                        "counted two decimal places, not three",
                    ),
                    ("$\\frac{5}{6}$", "guessed from the last digits"),
                ],
            ),
            vec![answer("B", "$\\frac{5}{8}$", &[])],
        ),
        completed_table(),
        item(
            6,
            blocks(
                "A coat that cost @0@ euros is marked up by @1@. What does it cost now?",
                &[("80", ""), ("15%", "")],
            ),
            choice(
                2,
                &[
                    ("95 euros", "added the percent as a number"),
                    ("12 euros", "gave the increase, not the new price"),
                    ("68 euros", "took the percent away"),
                    ("92 euros", ""),
                ],
            ),
            vec![answer("D", "92 euros", &[])],
        ),
        item(
            7,
            blocks(
                "Explain to a classmate why $\\frac{@0@}{@1@}$ cannot be written as a decimal that ends. Use the prime \
                 factors of the denominator.",
                &[("5", "5"), ("12", "12")],
            ),
            response(Paragraph, 5, ""),
            vec![answer(
                "",
                "Sample: $12 = 2^2 \\cdot 3$ has the factor 3, and a fraction in lowest terms ends only if its denominator has no prime factor but 2 and 5.",
                &[
                    "3 points: factors named, and their link to the powers of ten stated.",
                    "1 point: says that the division never ends, without a reason.",
                ],
            )],
        ),
        item(
            8,
            blocks(
                "Solve for $x$.\n\n$$\\frac{@0@x + 1}{@1@} = @2@$$",
                &[("3", "3"), ("4", "4"), ("-2", "-2")],
            ),
            response(Numeric, 4, ""),
            vec![answer("", "$x = -3$", &["$-3$"])],
        ),
        item(
            9,
            blocks(
                "Write the preterite of **@0@** (@1@) for *nosotros*. Accents count.",
                &[("empezar", ""), ("to begin", "")],
            ),
            response(Text, 0, ""),
            vec![answer(
                "",
                "empezamos",
                &["Capital letters do not matter; accents do."],
            )],
        ),
        item(
            10,
            blocks(
                "Which statement about $\\sqrt{@0@}$ and $@1@^2$ is true?",
                &[("50", "50"), ("2.5", "2.5")],
            ),
            choice(
                1,
                &[
                    (
                        "The square root is larger, because 50 is larger than 2.5.",
                        "compared the numbers, not the results",
                    ),
                    ("The square root is larger by a little less than 1.", ""),
                    ("They are equal.", "halved instead of taking the root"),
                    (
                        "The square is larger, because squaring makes numbers larger.",
                        "believes that a square always wins",
                    ),
                ],
            ),
            vec![answer(
                "B",
                "The square root is larger by a little less than 1.",
                &[],
            )],
        ),
    ];
    items[0].misconceptions = slips(&[
        ("divided the denominator by the numerator", "2.857"),
        ("wrote numerator and denominator side by side", "7.20"),
    ]);
    items[0].solution = blocks("$\\frac{7}{20} = \\frac{35}{100} = 0.35$", &[]);
    items[1].misconceptions = slips(&[
        ("added numerators and denominators", "$\\frac{8}{10}$"),
        ("forgot to widen the second fraction", "$\\frac{14}{12}$"),
    ]);
    items[1].solution = blocks(
        "The least common denominator is 12.\n\n$$\\frac{3}{4} + \\frac{5}{6} = \\frac{9}{12} + \\frac{10}{12} = \\frac{19}{12} = 1\\frac{7}{12}$$",
        &[],
    );
    items[2].misconceptions = slips(&[
        ("gave what was missing", "96"),
        ("took the fraction of the price", "160"),
    ]);
    items[2].solution = blocks(
        "She had saved $0.45 \\cdot 240 + 36 = 144$ dollars, so 96 were missing; $\\frac{2}{3}$ of 96 is 64.",
        &[],
    );
    items[5].solution = blocks("$80 \\cdot 1.15 = 92$", &[]);
    items[7].misconceptions = slips(&[("multiplied only one side", "$-1$")]);
    items[7].solution = blocks("$3x + 1 = -8$, so $3x = -9$ and $x = -3$.", &[]);
    FormView {
        set: set(),
        label: "A".to_owned(),
        id: "7K3Q-9FZM-4".to_owned(),
        code: code("7K3Q-9FZM-4", "7K3Q-9FZM-4"),
        standards: vec![
            standard(
                "7.NS.A.2d",
                "Students convert between fractions, decimals and percents with 90 % accuracy.",
            ),
            standard(
                "7.EE.B.3",
                "Students solve multi-step problems with rational numbers in any form, and judge whether an answer is reasonable.",
            ),
        ],
        instructions: rich("Show your work. No calculator."),
        points_total: "12".to_owned(),
        mastery: "9 of 10 items".to_owned(),
        items,
    }
}

const TABLE: &str = "Complete the table. Write fractions in lowest terms.\n\n| fraction | decimal | percent |\n|:---:|:---:|:---:|\n\
                     | $@0@$ | [[a_dec]] | [[a_pct]] |\n| [[b_frac]] | @1@ | [[b_pct]] |\n| [[c_frac]] | [[c_dec]] | @2@ |";

fn completed_table() -> ItemView {
    let values: [Value; 3] = [("3/20", "\\frac{3}{20}"), ("0.84", ""), ("12.5%", "")];
    let answers = vec![
        answer("a_dec", "0.15", &[]),
        answer("a_pct", "15%", &[]),
        answer("b_frac", "$\\frac{21}{25}$", &[]),
        answer("b_pct", "84%", &[]),
        answer("c_frac", "$\\frac{1}{8}$", &[]),
        answer("c_dec", "0.125", &["0.125 or .125"]),
    ];
    let prose = prose(TABLE, Flow::Blocks);
    let find = |name: &str| {
        answers
            .iter()
            .find(|answer| answer.label == name)
            .unwrap()
            .text
            .clone()
    };
    let html = prose.html_completed(
        |name, _| Cow::Owned(find(name).html.0),
        |index, place| match place {
            Place::Mathematics => mathml::element(values[index as usize].1).unwrap(),
            _ => Cow::Borrowed(values[index as usize].0),
        },
    );
    let markdown = prose.markdown_completed(
        |name, _| Cow::Owned(find(name).markdown.0),
        |index, place| {
            Cow::Borrowed(if place == Place::Mathematics {
                values[index as usize].1
            } else {
                values[index as usize].0
            })
        },
    );
    let mut item = item(
        5,
        fill(&prose, &values),
        response(ResponseKind::Blanks, 0, ""),
        answers,
    );
    item.completed = Rich {
        html: Html(html),
        markdown: Markdown(markdown),
    };
    item
}
