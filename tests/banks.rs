//! The published banks keep what an author should copy from them: every item model has its standard,
//! its slips and what helps against them, its worked solution, and enough items to draw from.

mod set;

use std::collections::BTreeMap;
use std::fs;
use std::thread;

use isoform::bank::ItemBank;
use isoform::bank::answer::Misconception;
use isoform::bank::model::ItemModel;
use isoform::bank::response::ResponseType;
use isoform::lint::census::{Limits, take};

/// So many different items a cell has that is drawn from.
const ITEMS: u64 = 40;
/// So many rows there are for item models that print a written row: enough for eight forms.
const ROWS: u64 = 8;

/// What a bank says of itself: the notes at the head of its file, and its attribution.
struct Said {
    notes: String,
    attribution: String,
}

impl Said {
    /// Whether the notes name the item model: it prints written rows, of which there are few.
    fn names(&self, model: &ItemModel) -> bool {
        self.notes.contains(&format!("`{}`", model.id.value))
    }
}

type Property = (&'static str, fn(&ItemBank, &ItemModel, &Said) -> bool);

const PROPERTIES: [Property; 11] = [
    ("a standard, quoted", |bank, model, said| {
        let standard = bank.standard(&model.standard.value).unwrap();
        !standard.statement.trim().is_empty()
            && standard.framework.is_some()
            && said.notes.contains("is quoted")
    }),
    ("the date of the quotation", |_, _, said| {
        let year = (2010..2026).any(|year| said.notes.contains(&format!("({year})")));
        let compared = ["November 23, 2026", "23 November 2026"];
        year && compared.iter().any(|day| said.notes.contains(day))
    }),
    ("named misconceptions", |_, model, _| {
        model.all_misconceptions().next().is_some() || is_judged(&model.response)
    }),
    ("their sources", |_, _, said| {
        let text = said.attribution.split_once("**Misconceptions.**");
        text.is_some_and(|(_, text)| (1970..2026).any(|year| text.contains(&format!("{year})"))))
    }),
    ("a corrective for each misconception", |bank, model, _| {
        let standard = bank.standard(&model.standard.value).unwrap();
        let answered = |slip: &Misconception| {
            standard.correctives.iter().any(|corrective| {
                corrective.answers.is_empty()
                    || corrective
                        .answers
                        .iter()
                        .any(|name| name.value == slip.slip)
            })
        };
        model.all_misconceptions().all(answered)
    }),
    ("a worked solution", |_, model, _| is_worked(model)),
    ("radicals", |_, model, said| {
        !model.radicals.is_empty() || said.names(model)
    }),
    ("a check", |_, model, _| !model.checks.is_empty()),
    ("an estimated time", |_, model, _| model.minutes.is_some()),
    ("a rating", |_, model, _| model.difficulty.rating.is_some()),
    ("examples", |_, model, _| !model.examples.is_empty()),
];

#[test]
fn every_item_model_is_whole() {
    let mut kept: BTreeMap<&str, usize> = BTreeMap::new();
    let mut wrong = Vec::new();
    for path in set::published() {
        let bank = set::bank(&path);
        let said = said(&path);
        for model in &bank.items {
            for (name, holds) in &PROPERTIES {
                match holds(&bank, model, &said) {
                    true => *kept.entry(name).or_default() += 1,
                    false => wrong.push(format!("{}: {} lacks {name}", bank.id, model.id.value)),
                }
            }
        }
    }
    println!("{kept:#?}");
    assert!(wrong.is_empty(), "{}\n{}", wrong.len(), wrong.join("\n"));
}

#[test]
fn no_item_model_runs_out() {
    let banks = set::published().into_iter();
    let counting: Vec<_> = banks
        .map(|path| thread::spawn(move || small(&path)))
        .collect();
    let small: Vec<String> = counting
        .into_iter()
        .flat_map(|bank| bank.join().unwrap())
        .collect();
    assert!(small.is_empty(), "{}\n{}", small.len(), small.join("\n"));
}

/// The item models of a bank with too few items. Cells with fewer than forty are not drawn from
/// where there is a larger one, so the largest tells; of written rows all cells are drawn from.
fn small(path: &str) -> Vec<String> {
    let (bank, said) = (set::bank(path), said(path));
    // What a sample shows is the least there is.
    let limits = Limits {
        vectors: 2_000,
        draws: 600,
        read: 1,
    };
    let models = bank.items.iter().filter_map(|model| {
        let census = take(&bank, model, &limits, &|| false).unwrap().census;
        let most = census.cells.iter().map(|cell| cell.items).max()?;
        let least = census.cells.iter().map(|cell| cell.items).min()?;
        let enough = most >= ITEMS || said.names(model) && census.whole && least >= ROWS;
        (!enough).then(|| format!("{}: {} has {least} to {most}", bank.id, model.id.value))
    });
    models.collect()
}

/// What a bank says of itself.
fn said(path: &str) -> Said {
    let bank = fs::read_to_string(path).unwrap();
    let notes = bank.lines().take_while(|line| line.starts_with('#'));
    let notes: Vec<&str> = notes
        .map(|line| line.trim_start_matches(['#', ' ']))
        .collect();
    let attribution = fs::read_to_string(path.replace("bank.yaml", "ATTRIBUTION.md")).unwrap();
    Said {
        notes: notes.join(" "),
        attribution,
    }
}

/// Whether wrong answers cannot be foreseen one by one.
fn is_judged(response: &ResponseType) -> bool {
    use ResponseType::{Constructed, Match, Open, Select, Sequence};
    matches!(
        response,
        Constructed(_) | Match(_) | Open(_) | Select(_) | Sequence(_)
    )
}

/// Whether it is shown how the answer is found: of the whole, of each part, or by a sample.
fn is_worked(model: &ItemModel) -> bool {
    let response = match &model.response {
        ResponseType::Constructed(constructed) => constructed.sample.is_some(),
        ResponseType::Parts(parts) => parts.iter().all(|part| part.solution.is_some()),
        ResponseType::Select(select) => select
            .statements
            .iter()
            .all(|statement| statement.why.is_some()),
        _ => false,
    };
    response || model.solution.is_some()
}
