//! `isoform check`: everything that is wrong with a bank, and what its instances look like.

mod cache;
mod human;
mod junit;
mod sarif;

use rayon::iter::{IndexedParallelIterator, IntoParallelRefIterator, ParallelIterator};
use serde_json::json;

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
use crate::lint::census::{Census, Limits};
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
    let examined = models.par_iter().with_max_len(1).map(|(bank, model)| {
        let examined = lint::examine(bank, model, &Limits::default());
        bar.inc(1);
        examined
    });
    let examined: Vec<Examined> = examined.collect();
    bar.finish_and_clear();
    let mut examined = examined.into_iter();
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
    let banks: Vec<_> = found
        .banks
        .iter()
        .map(|checked| {
            json!({
                "bank": checked.bank.id,
                "version": checked.bank.version,
                "digest": checked.bank.digest,
                "items": checked.censuses,
            })
        })
        .collect();
    let whole = json!({
        "banks": banks,
        "messages": messages(&found.diagnostics, &found.sources),
    });
    serde_json::to_string_pretty(&whole).unwrap_or_default()
}

impl Found {
    /// The messages about an item model.
    pub fn about(&self, checked: &Checked, item: usize) -> Vec<&Diagnostic> {
        let inside = inside(&checked.bank, item);
        let sorted = self.diagnostics.sorted().into_iter();
        sorted.filter(|message| inside(message)).collect()
    }
}

/// Whether a message is about an item model: whether it stands between its id and the next one's.
pub fn inside(bank: &ItemBank, item: usize) -> impl Fn(&Diagnostic) -> bool {
    let start = |item: usize| bank.items.get(item).map(|model| model.span);
    let from = start(item);
    let until = start(item + 1).map_or(u32::MAX, |next| next.start);
    move |message| match (from, message.span) {
        (Some(from), Some(span)) => {
            span.file == from.file && (from.start..until).contains(&span.start)
        }
        _ => false,
    }
}
