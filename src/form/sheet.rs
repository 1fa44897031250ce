//! A plan with one form that shows instances of one item model side by side, so that what an author
//! looks at is made as every other page is.

use crate::bank::ItemBank;
use crate::bank::blueprint::Layout;
use crate::difficulty::guessing::guessing;
use crate::form::arrange::{arrange, content};
use crate::form::id::FormId;
use crate::form::images::shown;
use crate::form::label::FormLabel;
use crate::form::record::{BankRecord, ModelRecord, SlotRecord, StandardRecord};
use crate::form::set::{FORMAT, Form, FormSet, PlacedItem};
use crate::lint::specimens::Specimen;
use crate::seed::{ALGORITHM, Seed};

/// The sheet of `specimens`, instances of the item model at place `model` of the bank.
pub fn sheet(bank: &ItemBank, model: usize, specimens: &[Specimen], seed: Seed) -> FormSet {
    let item_model = &bank.items[model];
    let items = specimens.iter().map(|one| PlacedItem {
        item: one.item.clone(),
        difficulty: one.difficulty,
        judged: 0.0,
        guessing: guessing(&one.item),
        residual: 0.0,
        words: one.words,
    });
    let mut forms = vec![items.collect::<Vec<PlacedItem>>()];
    arrange(&bank.id, seed, 0, &mut forms, &[&item_model.response]);
    let label = FormLabel::new(0);
    let forms = forms.into_iter().map(|items| Form {
        label,
        id: FormId::new(&content(&items), label),
        items,
    });
    let forms: Vec<Form> = forms.collect();
    let slot = SlotRecord {
        model: 0,
        standard: 0,
        radicals: None,
    };
    FormSet {
        format: FORMAT,
        rng: ALGORITHM.to_owned(),
        seed: seed.to_string(),
        bank: BankRecord::of(bank),
        blueprint: "preview".to_owned(),
        title: bank.title.clone(),
        layout: Layout::default().name().to_owned(),
        cut: [1, 1],
        repeats: false,
        as_drawn: false,
        shard: None,
        standards: bank
            .standard(&item_model.standard.value)
            .map(StandardRecord::of)
            .into_iter()
            .collect(),
        models: vec![ModelRecord::of(item_model)],
        slots: vec![slot; specimens.len()],
        target: Vec::new(),
        images: shown(&forms, &bank.images),
        forms,
    }
}
