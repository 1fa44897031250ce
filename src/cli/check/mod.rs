//! `isoform check`: everything that is wrong with a bank, and what its instances look like.

mod cache;
mod human;
mod junit;
mod sarif;

use std::cmp::Reverse;

use rayon::iter::{ParallelBridge, ParallelIterator};
use serde_json::{Value, json};

use crate::bank::ItemBank;
use crate::bank::model::ItemModel;
use crate::cli::Ending;
use crate::cli::arguments::{Check, CheckFormat};
use crate::cli::terminal::Terminal;
use crate::cli::{banks, bundled};
use crate::diagnostic::json::messages;
use crate::diagnostic::{Diagnostic, Diagnostics, Severity};
use crate::difficulty::unknown_in;
use crate::form::slots::unfillable;
use crate::lint;
use crate::lint::Examined;
use crate::lint::census::{Census, Limits, effort};
use crate::render;
use crate::source::Sources;

use cache::Cache;

/// What was found in one bank.
pub struct Checked {
    /// The bank.
    pub bank: ItemBank,
    /// One census an item model, in the bank's order.
    pub censuses: Vec<Census>,
}

/// Everything that was found.
pub struct Found {
    /// The banks that could be read.
    pub banks: Vec<Checked>,
    /// All messages.
    pub diagnostics: Diagnostics,
    /// The texts of the banks.
    pub sources: Sources,
}

pub fn check(options: &Check, terminal: &Terminal) -> Ending {
    let cache = match (&options.cache, options.no_cache) {
        (_, true) => None,
        (Some(folder), _) => Some(Cache::at(folder.clone())),
        (None, _) => Cache::usual(),
    };
    let mut found = Found {
        banks: Vec::new(),
        diagnostics: Diagnostics::new(),
        sources: Sources::new(),
    };
    let banks = read(options, &mut found);
    let examined = examine(&banks, options, cache.as_ref(), terminal);
    for (bank, examined) in banks.into_iter().zip(examined) {
        take(bank, examined, &mut found);
    }
    let warnings = found.diagnostics.count(Severity::Warning);
    let denied = options.deny.is_some() && warnings > 0;
    let format = if options.json {
        CheckFormat::Json
    } else {
        options.format
    };
    match format {
        CheckFormat::Human => human::show(&found, options, terminal),
        CheckFormat::Json => terminal.say(&as_json(&found)),
        CheckFormat::Junit => terminal.say(&junit::write(&found, options.deny.is_some())),
        CheckFormat::Sarif => terminal.say(&sarif::write(&found)),
    }
    if found.diagnostics.has_errors() || denied {
        Ending::Refused
    } else {
        Ending::Done
    }
}

fn read(options: &Check, found: &mut Found) -> Vec<ItemBank> {
    let (sources, diagnostics) = (&mut found.sources, &mut found.diagnostics);
    let mut read: Vec<ItemBank> = Vec::new();
    if options.banks.is_empty() {
        read.extend(bundled::usual(sources, diagnostics));
    }
    for path in &options.banks {
        // A mistake in one bank does not hide those of the next.
        let mut own = Diagnostics::new();
        read.extend(banks::read(path, sources, &mut own));
        diagnostics.append(own);
    }
    read
}

/// What can be said of a bank without drawing anything from it.
pub fn before_drawing(bank: &ItemBank) -> Vec<Diagnostic> {
    let mut found = render::check::texts(bank);
    found.extend(unknown_in(bank));
    found.extend(lint::bank(bank));
    found.extend(unfillable(bank));
    found
}

/// What was found in the item models of each bank. Those of all banks are looked at side by side,
/// for one of them can take as long as many others.
fn examine(
    banks: &[ItemBank],
    options: &Check,
    cache: Option<&Cache>,
    terminal: &Terminal,
) -> Vec<Vec<Examined>> {
    let kept = banks.iter().map(|bank| cache?.get(bank));
    let kept: Vec<Option<Vec<Examined>>> = kept.collect();
    let new = banks.iter().zip(&kept).filter(|(_, kept)| kept.is_none());
    let models = new.flat_map(|(bank, _)| bank.items.iter().map(move |model| (bank, model)));
    let models: Vec<(&ItemBank, &ItemModel)> = models.collect();
    let bar = terminal.pieces(models.len() as u64, "checking item models", options.quiet);
    let limits = Limits::default();
    let work = models.iter().enumerate();
    let work = work.map(|(place, (bank, model))| (effort(bank, model, &limits), place));
    let mut work: Vec<(u64, usize)> = work.collect();
    // The longest first, each to the thread that is free, so that none is left with them at last.
    work.sort_by_key(|(effort, place)| (Reverse(*effort), *place));
    let examined = work.into_iter().par_bridge().map(|(_, place)| {
        let (bank, model) = models[place];
        let examined = lint::examine(bank, model, &limits);
        bar.inc(1);
        (place, examined)
    });
    let mut examined: Vec<(usize, Examined)> = examined.collect();
    examined.sort_by_key(|(place, _)| *place);
    bar.finish_and_clear();
    let mut examined = examined.into_iter().map(|(_, examined)| examined);
    let banks = banks.iter().zip(kept);
    let found = banks.map(|(bank, kept)| {
        kept.unwrap_or_else(|| {
            let own: Vec<Examined> = examined.by_ref().take(bank.items.len()).collect();
            if let Some(cache) = cache {
                cache.put(bank, &own);
            }
            own
        })
    });
    found.collect()
}

/// Adds a bank with what was found in it.
fn take(bank: ItemBank, examined: Vec<Examined>, found: &mut Found) {
    found.diagnostics.extend(before_drawing(&bank));
    let (censuses, messages): (Vec<Census>, Vec<Vec<Diagnostic>>) = examined
        .into_iter()
        .map(|one| (one.census, one.messages))
        .unzip();
    let messages = messages.into_iter().flatten().collect();
    found.diagnostics.extend(lint::settled(&bank, messages));
    found.banks.push(Checked { bank, censuses });
}

fn as_json(found: &Found) -> String {
    let whole = json!({
        "banks": found.counted(),
        "messages": messages(&found.diagnostics, &found.sources),
    });
    serde_json::to_string_pretty(&whole).unwrap_or_default()
}

impl Found {
    /// The census of every bank.
    pub fn counted(&self) -> Vec<Value> {
        let banks = self.banks.iter().map(|checked| {
            json!({
                "bank": checked.bank.id,
                "version": checked.bank.version,
                "digest": checked.bank.digest,
                "items": checked.censuses,
            })
        });
        banks.collect()
    }

    /// The messages about an item model.
    pub fn about(&self, checked: &Checked, item: usize) -> Vec<&Diagnostic> {
        let inside = inside(&checked.bank, item);
        let sorted = self.diagnostics.sorted().into_iter();
        sorted.filter(|message| inside(message)).collect()
    }

    /// The messages about no item model: those about a bank, or one that cannot be read.
    pub fn about_no_item(&self) -> Vec<&Diagnostic> {
        let items = self.banks.iter().flat_map(|checked| {
            let items = 0..checked.bank.items.len();
            items.map(|item| inside(&checked.bank, item))
        });
        let items: Vec<_> = items.collect();
        let sorted = self.diagnostics.sorted().into_iter();
        sorted
            .filter(|message| !items.iter().any(|inside| inside(message)))
            .collect()
    }
}

/// Whether a message is about an item model: whether it stands between its id and the next one's.
pub fn inside(bank: &ItemBank, item: usize) -> impl Fn(&Diagnostic) -> bool {
    let start = |item: usize| bank.items.get(item).map(|model| model.span);
    let from = start(item);
    let next = start(item + 1).filter(|next| from.is_some_and(|from| from.file == next.file));
    let until = next.map_or(u32::MAX, |next| next.start);
    move |message| match (from, message.span) {
        (Some(from), Some(span)) => {
            span.file == from.file && (from.start..until).contains(&span.start)
        }
        _ => false,
    }
}
