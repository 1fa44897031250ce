//! `isoform supply BANK`: how many forms a bank can give.

use std::collections::HashSet;
use std::path::PathBuf;

use serde_json::json;

use crate::bank::ItemBank;
use crate::cli::Ending;
use crate::cli::arguments::Supply;
use crate::cli::folder::open;
use crate::cli::table::{Side, grouped, lines};
use crate::cli::terminal::Terminal;
use crate::cli::{banks, bundled};
use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::difficulty::unknown_in;
use crate::form::supply::{COUNTED, Forms, StandardSupply, supply as count};
use crate::instance::fingerprint::Fingerprint;
use crate::source::Sources;

pub fn supply(options: &Supply, terminal: &Terminal) -> Ending {
    let mut sources = Sources::new();
    let mut diagnostics = Diagnostics::new();
    let bank = match &options.bank {
        Some(path) => banks::read(path, &mut sources, &mut diagnostics),
        None => bundled::usual(&mut sources, &mut diagnostics),
    };
    let mut counted = Vec::new();
    if let Some(bank) = &bank {
        diagnostics.extend(unknown_in(bank));
        if !diagnostics.has_errors() {
            let items = usize::from(options.items);
            let taken = taken(&options.used).map_err(|error| vec![error]);
            match taken.and_then(|taken| count(bank, &options.standards, items, &taken)) {
                Ok(found) => counted = found,
                Err(errors) => diagnostics.extend(errors),
            }
        }
    }
    let Some(bank) = bank.filter(|_| !diagnostics.has_errors()) else {
        if options.json {
            terminal.show_json(&diagnostics, &sources);
        } else {
            terminal.show(&diagnostics, &sources);
        }
        return Ending::Refused;
    };
    if options.json {
        let whole = json!({
            "bank": &*bank.id,
            "bank_version": bank.version,
            "counted_at_most": COUNTED,
            "standards": counted,
        });
        terminal.say(&serde_json::to_string_pretty(&whole).unwrap_or_default());
    } else {
        show(&bank, &counted, options.items, terminal);
    }
    Ending::Done
}

/// The items of sets that were made before.
fn taken(sets: &[PathBuf]) -> Result<HashSet<Fingerprint>, Diagnostic> {
    let mut taken = HashSet::new();
    for path in sets {
        let placed = open(path)?
            .set
            .forms
            .into_iter()
            .flat_map(|form| form.items);
        taken.extend(placed.map(|placed| placed.item.fingerprint));
    }
    Ok(taken)
}

fn show(bank: &ItemBank, counted: &[StandardSupply], items: u16, terminal: &Terminal) {
    let s = if items == 1 { "" } else { "s" };
    terminal.say(&format!("{} {}", bank.title, bank.version));
    terminal.say(&format!(
        "  forms of {items} item{s} of one standard, no item on two of them"
    ));
    terminal.say("");
    let (left, right) = (Side::Left, Side::Right);
    let mut rows = vec![["standard", "alike", "in all", "runs out first"].map(str::to_owned)];
    rows.extend(counted.iter().map(|row| {
        let [alike, all] = numbers(row.forms);
        let first = row.bottleneck.as_deref().unwrap_or("it has no items");
        [row.standard.clone(), alike, all, first.to_owned()]
    }));
    let table = lines([left, right, right, left], &rows);
    table.iter().for_each(|line| terminal.say(line));
    terminal.say("");
    let head = ["item model", "places", "items", "cells", "alike", "in all"];
    let mut rows = vec![head.map(str::to_owned)];
    for model in counted.iter().flat_map(|standard| &standard.models) {
        let [alike, all] = numbers(model.forms);
        let least = if model.forms.at_least { "+" } else { "" };
        rows.push([
            model.model.clone(),
            model.places.to_string(),
            format!("{}{least}", grouped(model.items)),
            grouped(model.cells),
            alike,
            all,
        ]);
    }
    let table = lines([left, right, right, right, right, right], &rows);
    table.iter().for_each(|line| terminal.say(line));
    terminal.say("");
    terminal.say(
        "  alike: no two items at a place differ by more than 0.02 in the predicted probability of \
         a right answer at the cut",
    );
    if counted
        .iter()
        .flat_map(|row| &row.models)
        .any(|model| model.forms.at_least)
    {
        let most = grouped(COUNTED);
        terminal.say(&format!(
            "  +: at least; no more than {most} items of a model are counted"
        ));
    }
}

fn numbers(forms: Forms) -> [String; 2] {
    let least = if forms.at_least { "+" } else { "" };
    [forms.alike, forms.all].map(|forms| format!("{}{least}", grouped(forms)))
}
