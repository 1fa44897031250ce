//! Answers whose form is asked for: as the key prints them, a fraction in lowest terms, a percent,
//! an expression; of a figure among the options, what is said about it.

use isoform::render::compose::Composer;
use isoform::render::view::ItemView;

use crate::number::Number;
use crate::stem::Stem;
use crate::{
    chemistry_and_physics, data_and_chance, described, fractions_decimals_percents,
    fractions_operations, integers_and_expressions, linear_equations_and_functions,
    measurement_and_geometry, ratios_rates_percents, sets_of, whole_number_operations,
};

/// An item model, and how its answer is written; several answers stand one behind the other.
pub type WrittenRoad = (&'static str, fn(&Stem) -> String);

#[test]
fn keys_are_written_as_the_printed_stems_ask() {
    let banks: [(&str, &[WrittenRoad]); 9] = [
        ("whole-number-operations", whole_number_operations::WRITTEN),
        ("fractions-operations", fractions_operations::WRITTEN),
        (
            "fractions-decimals-percents",
            fractions_decimals_percents::WRITTEN,
        ),
        (
            "integers-and-expressions",
            integers_and_expressions::WRITTEN,
        ),
        ("ratios-rates-percents", ratios_rates_percents::WRITTEN),
        (
            "linear-equations-and-functions",
            linear_equations_and_functions::WRITTEN,
        ),
        ("data-and-chance", data_and_chance::WRITTEN),
        (
            "measurement-and-geometry",
            measurement_and_geometry::WRITTEN,
        ),
        ("chemistry-and-physics", chemistry_and_physics::WRITTEN),
    ];
    let threads = banks.map(|(id, roads)| std::thread::spawn(move || agree(id, roads)));
    for thread in threads {
        thread.join().unwrap();
    }
}

fn agree(id: &str, roads: &[WrittenRoad]) {
    for (set, roads) in sets_of(id, roads) {
        let composer = Composer::new(&set).unwrap();
        for form in &set.forms {
            for (item, (model, road)) in composer.form(form).items.iter().zip(roads) {
                let stem = asked(item);
                assert_eq!(road(&stem), key(item), "{id}, {model}: {}", stem.text);
            }
        }
    }
}

/// What a student reads: the stem with its figure, and the options of multiple choice.
fn asked(item: &ItemView) -> Stem {
    let figure = described(&item.figure.markdown.0);
    let mut stem = Stem::read(&format!("{}\n{figure}", item.stem.markdown.0));
    let options = item.response.options.iter();
    stem.options = options
        .map(|option| plain(&option.text.markdown.0))
        .collect();
    stem
}

/// The answers as they are printed.
fn key(item: &ItemView) -> String {
    let mut options = item.response.options.iter();
    if let Some(option) = options.find(|option| option.is_key) {
        return plain(&option.text.markdown.0);
    }
    let answers = item.answers.iter();
    let answers: Vec<String> = answers
        .map(|answer| plain(&answer.text.markdown.0))
        .collect();
    answers.join(", ")
}

/// Without the marks of Markdown where it is no mathematics.
fn plain(markdown: &str) -> String {
    let text = markdown.replace('\u{a0}', " ");
    if text.starts_with("![") {
        described(&text).to_owned()
    } else if text.starts_with('$') {
        text
    } else {
        text.replace('\\', "")
    }
}

/// The sign that makes a statement true.
pub fn sign_between(left: Number, right: Number) -> String {
    let signs = ["<", "=", ">"];
    signs[(left.cmp(&right) as i8 + 1) as usize].to_owned()
}

/// The places of three numbers, from least to greatest.
pub fn in_order(values: [Number; 3]) -> [usize; 3] {
    let mut places = [0, 1, 2];
    places.sort_by_key(|at| values[*at]);
    places
}

/// The letters of three numbers, from least to greatest: `R, P, Q`.
pub fn list_of_three(values: [Number; 3]) -> String {
    in_order(values).map(|at| ["P", "Q", "R"][at]).join(", ")
}

/// `3x - 4`, of whole numbers other than 0 and 1.
pub fn linear(slope: Number, letter: char, constant: Number) -> String {
    let sign = if constant < Number::whole(0) {
        '-'
    } else {
        '+'
    };
    format!(
        "{}{letter} {sign} {}",
        slope.count(),
        constant.abs().count()
    )
}
