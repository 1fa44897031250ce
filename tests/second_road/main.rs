//! A second road to the key: the printed stem is read as a student reads it, the answer is worked
//! out here, and it must be the bank's key. Nothing of the banks' own expressions is used.

mod chemistry_and_physics;
mod data_and_chance;
mod english;
mod formula;
mod fractions_decimals_percents;
mod fractions_operations;
mod french;
mod integers_and_expressions;
mod linear_equations_and_functions;
mod measurement_and_geometry;
mod number;
mod ratios_rates_percents;
#[path = "../set/mod.rs"]
mod set;
mod spanish;
mod stem;
mod whole_number_operations;
mod words;
mod written;

use isoform::form::FormSet;
use isoform::render::compose::Composer;

use number::Number;
use stem::Stem;

/// An item model, and how its answer follows from the printed stem.
type Road = (&'static str, fn(&Stem) -> Number);

/// How many items of each model are worked out.
const DRAWS: usize = 500;

/// How many models stand on one form: with more of them forms are slow to draw, with fewer the pages
/// are slow to make.
const FEW: usize = 3;

#[test]
fn the_keys_follow_from_the_printed_stems() {
    let banks: [(&str, &[Road]); 9] = [
        ("whole-number-operations", whole_number_operations::ROADS),
        (
            "fractions-decimals-percents",
            fractions_decimals_percents::ROADS,
        ),
        ("fractions-operations", fractions_operations::ROADS),
        ("integers-and-expressions", integers_and_expressions::ROADS),
        ("ratios-rates-percents", ratios_rates_percents::ROADS),
        (
            "linear-equations-and-functions",
            linear_equations_and_functions::ROADS,
        ),
        ("data-and-chance", data_and_chance::ROADS),
        ("measurement-and-geometry", measurement_and_geometry::ROADS),
        ("chemistry-and-physics", chemistry_and_physics::ROADS),
    ];
    let threads = banks.map(|(id, roads)| std::thread::spawn(move || agree(id, roads)));
    for thread in threads {
        thread.join().unwrap();
    }
}

fn agree(id: &str, roads: &[Road]) {
    for (set, roads) in sets_of(id, roads) {
        let composer = Composer::new(&set).unwrap();
        for form in &set.forms {
            let view = composer.form(form);
            for (at, (model, road)) in roads.iter().enumerate() {
                let item = &view.items[at];
                let printed = format!(
                    "{}\n{}",
                    item.stem.markdown.0,
                    described(&item.figure.markdown.0)
                );
                let answer = road(&Stem::read(&printed));
                let key = form.items[at].item.keys[0].value.as_number().unwrap();
                let (numerator, denominator) = key.exact().small_parts().unwrap();
                assert_eq!(
                    answer,
                    Number::new(numerator, denominator),
                    "{id}, {model}: {printed}"
                );
            }
        }
    }
}

/// What is said about a figure to those who cannot see it.
fn described(figure: &str) -> &str {
    let text = figure.strip_prefix("![").unwrap_or("");
    text.rsplit_once("](").map_or("", |(alt, _)| alt)
}

/// Forms on which each of a few models has one place; small models come round again.
fn sets_of<'a, R>(
    id: &str,
    roads: &'a [(&'static str, R)],
) -> impl Iterator<Item = (FormSet, &'a [(&'static str, R)])> {
    let bank = set::bank(&format!("item-banks/{id}/bank.yaml"));
    roads.chunks(FEW).map(move |roads| {
        let places = roads.iter().map(|(model, _)| {
            let place = bank.items.iter().position(|item| *item.id.value == **model);
            place.unwrap_or_else(|| panic!("{} has no item model {model}", bank.id))
        });
        (set::one_each(&bank, places, 2, DRAWS), roads)
    })
}
