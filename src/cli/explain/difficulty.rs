//! `isoform explain difficulty BANK ITEM --seed S`: feature × weight = contribution.

use serde_json::{Value as Json, json};

use crate::bank::ItemBank;
use crate::bank::model::ItemModel;
use crate::cli::Ending;
use crate::cli::arguments::ExplainDifficulty;
use crate::cli::banks;
use crate::cli::table::{Side, lines};
use crate::cli::terminal::Terminal;
use crate::diagnostic::{Code, Diagnostic, Diagnostics, suggest};
use crate::difficulty::unknown_in;
use crate::form::inspect::{Inspected, Inspection, inspect};
use crate::instance::wording::Wording;
use crate::source::Sources;
use crate::value::notation::{Format, Language, Medium, print};

/// No more of a stem than this is shown.
const SHOWN: usize = 100;

pub fn difficulty(options: &ExplainDifficulty, terminal: &Terminal) -> Ending {
    let mut sources = Sources::new();
    let mut diagnostics = Diagnostics::new();
    if let Some(bank) = banks::read(&options.bank, &mut sources, &mut diagnostics) {
        diagnostics.extend(unknown_in(&bank));
        let found = model(&bank, &options.item).and_then(|model| {
            let show = usize::from(options.instances);
            let found = inspect(&bank, model, options.seed, show)?;
            Ok((model, found))
        });
        match found {
            Ok((model, found)) if !diagnostics.has_errors() => {
                if options.json {
                    let whole = as_json(&bank, model, options, &found);
                    terminal.say(&serde_json::to_string_pretty(&whole).unwrap_or_default());
                } else {
                    show(&bank, model, options, &found, terminal);
                }
                return Ending::Done;
            }
            Ok(_) => {}
            Err(error) => diagnostics.push(error),
        }
    }
    if options.json {
        terminal.show_json(&diagnostics, &sources);
    } else {
        terminal.show(&diagnostics, &sources);
    }
    Ending::Refused
}

/// The one model that is called so.
fn model<'b>(bank: &'b ItemBank, id: &str) -> Result<&'b ItemModel, Diagnostic> {
    let called: Vec<&ItemModel> = bank
        .items
        .iter()
        .filter(|item| item.is_called(id))
        .collect();
    match called.as_slice() {
        [one] => Ok(one),
        [] => {
            let known = bank.items.iter().map(|item| &*item.id.value);
            let message = format!("the bank has no item model `{id}`");
            Err(Diagnostic::error(Code::UnknownItem, None, message).help(suggest::help(id, known)))
        }
        several => {
            let names = several.iter().map(|item| format!("`{}`", item.id.value));
            let names: Vec<String> = names.collect();
            let message = format!("`{id}` has variants");
            let help = format!("name one of them: {}", names.join(", "));
            Err(Diagnostic::error(Code::UnknownItem, None, message).help(help))
        }
    }
}

/// The stem and the keys of an item, as plain texts.
fn texts(bank: &ItemBank, model: &ItemModel, one: &Inspected) -> (String, Vec<String>) {
    let language = Language::from_tag(&bank.language).unwrap_or(Language::ENGLISH);
    let stem = model.stems.get(one.item.wording).map(Wording::of);
    let stem = stem.map_or_else(String::new, |stem| stem.text(&one.item.stem, language));
    let key = |value| print(value, &Format::Plain, Medium::Text, language).unwrap_or_default();
    (stem, one.item.all_keys().map(key).collect())
}

fn as_json(
    bank: &ItemBank,
    model: &ItemModel,
    options: &ExplainDifficulty,
    found: &Inspection,
) -> Json {
    let mut whole = json!({
        "bank": &*bank.id,
        "bank_version": bank.version,
        "item": &*model.id.value,
        "seed": options.seed.to_string(),
        "difficulty": found,
    });
    if let Some(Json::Array(shown)) = whole.pointer_mut("/difficulty/shown") {
        for (row, one) in shown.iter_mut().zip(&found.shown) {
            let (stem, keys) = texts(bank, model, one);
            row["stem"] = json!(stem);
            row["keys"] = json!(keys);
        }
    }
    whole
}

fn show(
    bank: &ItemBank,
    model: &ItemModel,
    options: &ExplainDifficulty,
    found: &Inspection,
    terminal: &Terminal,
) {
    terminal.say(&format!(
        "{} ({} {}), seed {}",
        model.id.value, bank.title, bank.version, options.seed
    ));
    let (left, right) = (Side::Left, Side::Right);
    for (at, one) in found.shown.iter().enumerate() {
        let (stem, keys) = texts(bank, model, one);
        terminal.say("");
        terminal.say(&format!("  {}. {}", at + 1, shortened(&stem)));
        if !keys.is_empty() {
            terminal.say(&format!("     answer {}", keys.join(", ")));
        }
        let mut rows =
            vec![["feature", "value", "weight", "=", "known", "source"].map(str::to_owned)];
        rows.extend(one.contributions.iter().map(|part| {
            [
                part.feature.to_owned(),
                format!("{}", part.value),
                format!("{:+.2}", part.weight),
                format!("{:+.2}", part.logits),
                part.evidence.letter().to_string(),
                part.source.to_owned(),
            ]
        }));
        let mut total = |name: &str, logits: f64| {
            let text = [name, "", "", &format!("{logits:+.2}"), "", ""];
            rows.push(text.map(str::to_owned));
        };
        total("less the median item", 0.0 - found.reference);
        total("the author's rating", one.rating);
        total("difficulty, logits", one.difficulty);
        for line in lines([left, right, right, right, left, left], &rows) {
            terminal.say(&format!("   {line}"));
        }
        terminal.say(&format!(
            "     right with probability {:.3}",
            one.probability
        ));
    }
    terminal.say("");
    terminal.say(&format!(
        "  {} items: predicted difficulty has a standard deviation of {:.3} logits",
        found.items, found.deviation
    ));
    let mut rows = vec![["explained by", "share", "on its own"].map(str::to_owned)];
    rows.extend(found.shares.iter().map(|share| {
        [
            share.feature.to_owned(),
            format!("{:.1} %", 100.0 * share.share),
            format!("{:.3}", share.deviation),
        ]
    }));
    if rows.len() > 1 {
        let table = lines([left, right, right], &rows);
        table.iter().for_each(|line| terminal.say(line));
    }
    terminal.say("");
    terminal.say(&format!(
        "  probabilities: of a student who is right on the median item with {:.0} %, the mastery cut",
        100.0 * found.cut
    ));
    terminal.say(&format!(
        "  the true difficulty of an item lies about ±{:.2} logits (1 SD) from the predicted one",
        found.residual
    ));
    terminal.say("  known: M measured, L literature, J judgement");
    terminal.say("  share: covariance with the sum over its variance (Shorrocks 1982); forms use a narrow window of it");
}

/// The beginning of a text, on one line.
fn shortened(text: &str) -> String {
    let words: Vec<&str> = text.split_whitespace().collect();
    let line = words.join(" ");
    if line.chars().count() <= SHOWN {
        return line;
    }
    let start: String = line.chars().take(SHOWN).collect();
    format!("{start} …")
}
