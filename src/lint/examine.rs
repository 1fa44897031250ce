//! Everything that is found in one item model: faults of its instances, and broken rules.

use crate::bank::ItemBank;
use crate::bank::model::ItemModel;
use crate::diagnostic::{Code, Diagnostic};
use crate::instance::example;
use crate::lint::census::{Census, Limits, Taken, take};
use crate::lint::rule::{Check, RULES};

/// What was found in one item model.
#[derive(Debug, Clone, Default)]
pub struct Examined {
    /// What its instances look like.
    pub census: Census,
    /// Faults and broken rules, without those that are allowed.
    pub messages: Vec<Diagnostic>,
}

/// Takes the census of an item model and applies every rule to it.
pub fn examine(bank: &ItemBank, model: &ItemModel, limits: &Limits) -> Examined {
    let examined = examine_unless(bank, model, limits, &|| false);
    examined.unwrap_or_default()
}

/// As [`examine`]; `None` if `stop` says so before it is done.
pub fn examine_unless(
    bank: &ItemBank,
    model: &ItemModel,
    limits: &Limits,
    stop: &dyn Fn() -> bool,
) -> Option<Examined> {
    let Taken {
        census,
        faults,
        texts,
    } = take(bank, model, limits, stop)?;
    let mut messages = faults;
    messages.extend(texts);
    messages.extend(example::verify(model));
    let checks = RULES.iter().filter_map(|rule| match rule.check {
        Check::Census(check) => Some(check),
        _ => None,
    });
    messages.extend(checks.flat_map(|check| check(model, &census)));
    let messages = allowed(model, messages);
    Some(Examined { census, messages })
}

/// The messages without those that the author allows; an allowance for nothing is one itself.
fn allowed(model: &ItemModel, mut messages: Vec<Diagnostic>) -> Vec<Diagnostic> {
    let mut stale = Vec::new();
    for allowance in &model.allowances {
        let before = messages.len();
        messages.retain(|message| message.code != allowance.code.value);
        if messages.len() == before {
            let message = format!("`{}` no longer finds anything here", allowance.code.value);
            let span = allowance.code.span;
            let warning = Diagnostic::warning(Code::StaleAllowance, span, message);
            stale.push(warning.help("take the allowance away"));
        }
    }
    messages.extend(stale);
    messages
}

/// The messages about all item models of a bank. Variants share the allowances of their model, so
/// one is stale only if it is in all of them.
pub fn settled(bank: &ItemBank, messages: Vec<Diagnostic>) -> Vec<Diagnostic> {
    let allowances = || bank.items.iter().flat_map(|item| &item.allowances);
    let is_stale = |message: &Diagnostic| message.code == Code::StaleAllowance;
    let everywhere = |stale: &Diagnostic| {
        let sharing = allowances().filter(|a| Some(a.code.span) == stale.span);
        let found = messages
            .iter()
            .filter(|m| is_stale(m) && m.span == stale.span);
        found.count() >= sharing.count()
    };
    let kept: Vec<bool> = messages
        .iter()
        .map(|message| !is_stale(message) || everywhere(message))
        .collect();
    let kept_messages = messages.into_iter().zip(kept);
    kept_messages
        .filter_map(|(message, kept)| kept.then_some(message))
        .collect()
}
