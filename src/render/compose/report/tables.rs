//! The tables of forms and of places.

use crate::difficulty::residual::OTHER_SET_UP;
use crate::form::record::ModelRecord;
use crate::form::set::FormSet;
use crate::parity::report::{FormRow, ParityReport};
use crate::render::compose::notation::Printer;
use crate::render::compose::report::voice::Voice;
use crate::render::view::{ColumnView, FormSummaryView, TableView};
use crate::value::notation::Medium;

/// More rows than this are not printed; the JSON has them all.
const ROWS: usize = 60;

impl Voice<'_> {
    /// Columns by the messages that head them, and whether their cells are numbers.
    pub fn columns(&self, columns: &[(&str, bool)]) -> Vec<ColumnView> {
        let view = |(key, numeric): &(&str, bool)| ColumnView {
            title: self.word(key),
            numeric: *numeric,
        };
        columns.iter().map(view).collect()
    }

    /// `8 of 10`.
    pub fn cut(&self, needed: impl TryInto<u64>, points: impl TryInto<u64>) -> String {
        let (needed, points) = (self.whole(needed), self.whole(points));
        self.say("cut", &[("needed", &needed), ("points", &points)])
    }
}

/// One row a form.
pub fn forms(rows: &[FormRow], voice: &Voice<'_>) -> FormSummaryView {
    let row = |row: &FormRow| {
        vec![
            row.label.clone(),
            voice.cut(row.cut, row.points),
            voice.fixed(row.expected_score, 3),
            voice.signed(row.from_mean, 3),
            voice.fixed(row.sem, 2),
            voice.percent(row.pass_probability, 1),
            voice.fixed(row.minutes, 0),
            voice.whole(row.words),
        ]
    };
    let mut note = voice.word("forms_note");
    if rows.len() > ROWS {
        let (shown, all) = (voice.whole(ROWS), voice.whole(rows.len()));
        let values = [("shown", shown.as_str()), ("n", all.as_str())];
        note = format!("{note} {}", voice.say("forms_shown", &values));
    }
    FormSummaryView {
        table: TableView {
            caption: voice.word("forms_caption"),
            columns: voice.columns(&[
                ("form", false),
                ("mastery_rule", false),
                ("expected_score", true),
                ("from_mean", true),
                ("sem", true),
                ("pass_probability", true),
                ("minutes", true),
                ("word_count", true),
            ]),
            rows: rows.iter().take(ROWS).map(row).collect(),
        },
        note,
    }
}

/// What stands at each place on every form: model, standard, pinned radicals.
pub fn slots(set: &FormSet, report: &ParityReport, voice: &Voice<'_>) -> TableView {
    let printer = Printer::new(&set.bank.language);
    let rows = set.slots.iter().enumerate().map(|(at, slot)| {
        let model = &set.models[slot.model];
        let radicals = match &slot.radicals {
            Some(values) => {
                let pinned = model.radicals.iter().zip(values.iter());
                let pinned = pinned.map(|(written, value)| {
                    format!("{written} = {}", printer.print(value, &[], Medium::Text))
                });
                pinned.collect::<Vec<_>>().join("; ")
            }
            None => voice.word("radicals_differ"),
        };
        let right = report.slots.get(at);
        vec![
            (at + 1).to_string(),
            stands(set, at, model, voice),
            set.standards[slot.standard].id.clone(),
            radicals,
            right.map_or_else(String::new, |row| voice.percent_range(row.low, row.high)),
        ]
    });
    TableView {
        caption: voice.word("slots_caption"),
        columns: voice.columns(&[
            ("item", false),
            ("item_model", false),
            ("standard", false),
            ("pinned", false),
            ("right_at_cut", true),
        ]),
        rows: rows.collect(),
    }
}

/// What a model is called in a report.
pub fn name(model: &ModelRecord) -> &str {
    model.title.as_deref().unwrap_or(&model.id)
}

/// What stands at a place: a model, or the variants of one that are mixed.
fn stands(set: &FormSet, at: usize, model: &ModelRecord, voice: &Voice<'_>) -> String {
    let places = set.forms.iter().filter_map(|form| form.items.get(at));
    let mut shown: Vec<usize> = places.clone().map(|placed| placed.item.model).collect();
    shown.sort_unstable();
    shown.dedup();
    if shown.len() < 2 {
        return name(model).to_owned();
    }
    let variant = |model: &usize| {
        let id = &set.models[*model].id;
        id.rsplit('/').next().unwrap_or(id).to_owned()
    };
    let variants: Vec<String> = shown.iter().map(variant).collect();
    let name = model.title.clone().unwrap_or_else(|| {
        let family = model.id.rsplit_once('/');
        family.map_or_else(|| model.id.clone(), |(family, _)| family.to_owned())
    });
    let residual = places.map(|placed| placed.residual).fold(0.0, f64::max);
    let values = [
        ("name", name.as_str()),
        ("variants", &*variants.join(", ")),
        ("sd", &*voice.fixed(residual, 2)),
    ];
    let other = residual >= OTHER_SET_UP;
    voice.say(if other { "mixed_set_up" } else { "mixed" }, &values)
}
