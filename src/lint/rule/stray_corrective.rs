//! L022: a corrective answers a misconception that no item has.

use crate::bank::ItemBank;
use crate::bank::model::ItemModel;
use crate::diagnostic::{Code, Diagnostic, suggest};

/// Slips under `for:` that no item model of the bank names, nor a blank or a part of one.
pub fn check(bank: &ItemBank) -> Vec<Diagnostic> {
    let slips = || {
        let misconceptions = bank.items.iter().flat_map(ItemModel::all_misconceptions);
        misconceptions.map(|misconception| misconception.slip.as_str())
    };
    let correctives = bank.standards.iter().flat_map(|s| &s.correctives);
    let answered = correctives.flat_map(|corrective| &corrective.answers);
    let stray = answered.filter(|slip| !slips().any(|known| known == slip.value.trim()));
    stray
        .map(|slip| {
            let message = format!("no item has the misconception `{}`", slip.value);
            Diagnostic::warning(Code::StrayCorrective, slip.span, message)
                .help(suggest::help(&slip.value, slips()))
        })
        .collect()
}
