//! Answers whose form is asked for: as the key prints them, a fraction in lowest terms, a percent.

use isoform::render::compose::Composer;
use isoform::render::view::ItemView;

use crate::stem::Stem;
use crate::{forms_of, fractions_decimals_percents};

/// An item model, and how its answer is written, from the printed stem and the options behind it.
pub type WrittenRoad = (&'static str, fn(&Stem) -> String);

#[test]
fn keys_are_written_as_the_printed_stems_ask() {
    agree(
        "fractions-decimals-percents",
        fractions_decimals_percents::WRITTEN,
    );
}

fn agree(id: &str, roads: &[WrittenRoad]) {
    let models: Vec<&str> = roads.iter().map(|(model, _)| *model).collect();
    let set = forms_of(id, &models);
    let composer = Composer::new(&set).unwrap();
    for form in &set.forms {
        for (item, (model, road)) in composer.form(form).items.iter().zip(roads) {
            let printed = asked(item);
            let answer = road(&Stem::read(&printed));
            assert_eq!(answer, key(item), "{id}, {model}: {printed}");
        }
    }
}

/// The stem, and the options of multiple choice.
fn asked(item: &ItemView) -> String {
    let options = item.response.options.iter();
    let options = options.map(|option| option.text.markdown.0.as_str());
    let lines: Vec<&str> = [item.stem.markdown.0.as_str()]
        .into_iter()
        .chain(options)
        .collect();
    lines.join("\n")
}

/// The key as it is printed, plain where it is no mathematics.
fn key(item: &ItemView) -> String {
    let mut options = item.response.options.iter();
    let printed = match options.find(|option| option.is_key) {
        Some(option) => &option.text.markdown.0,
        None => &item.answers[0].text.markdown.0,
    };
    if printed.starts_with('$') {
        printed.clone()
    } else {
        printed.replace('\\', "")
    }
}
