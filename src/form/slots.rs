//! From a blueprint to places: which item model stands where on every form.

use std::sync::Arc;

use crate::bank::ItemBank;
use crate::bank::blueprint::{Layout, SlotRule, SlotSource};
use crate::diagnostic::{Code, Diagnostic, suggest};
use crate::form::family::Candidate;
use crate::seed::Seed;
use crate::source::{Span, Spanned};

/// A place on every form of a set.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Slot {
    /// The place of the item model in the bank.
    pub model: usize,
    /// Whether other variants of the model stand here on other forms; `model` is then the first.
    pub mixed: bool,
    /// How many places before this one have the same model.
    pub occurrence: usize,
}

/// What every form of a set contains.
#[derive(Debug, Clone)]
pub struct Plan {
    /// The blueprint's id, or that of the default blueprint.
    pub blueprint: Arc<str>,
    /// The title on the forms.
    pub title: String,
    /// How the pages are laid out.
    pub layout: Layout,
    /// The places in order.
    pub slots: Vec<Slot>,
    /// Whether items are dealt as they are drawn: no window, no exchanges between forms.
    pub as_drawn: bool,
}

/// Why a blueprint cannot be filled.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SlotError {
    /// A rule has no item model that may stand there.
    NoModel(String),
    /// Two enemies would meet.
    Enemies(String, String),
    /// Mixed variants of a model, and one of them on its own.
    Mixed(String),
}

/// The places of `rules`, in their order. A rule with a choice of item models shares its places
/// evenly; which models get a place, or one more, is decided by the seed and the models' names
/// alone, so that a new model displaces as few as possible.
pub fn slots(bank: &ItemBank, rules: &[SlotRule], seed: Seed) -> Result<Vec<Slot>, SlotError> {
    let mut models: Vec<(usize, bool)> = Vec::new();
    for rule in rules {
        let candidates = candidates(bank, rule);
        let explicit = matches!(rule.source, SlotSource::Item(_));
        let allowed: Vec<Candidate> = if explicit {
            candidates
        } else {
            let meets = |candidate: &Candidate| {
                let mut others = models.iter();
                others.any(|(other, _)| are_enemies(bank, candidate.first(), *other))
            };
            candidates
                .into_iter()
                .filter(|candidate| !meets(candidate))
                .collect()
        };
        if allowed.is_empty() {
            return Err(SlotError::NoModel(rule.source.describe()));
        }
        for (candidate, count) in share(bank, allowed, rule.count, seed) {
            models.extend(candidate.models(bank, count, seed));
        }
    }
    let id = |model: usize| bank.items[model].id.value.to_string();
    for (at, (model, mixed)) in models.iter().enumerate() {
        for (other, other_mixed) in &models[..at] {
            if are_enemies(bank, *other, *model) {
                return Err(SlotError::Enemies(id(*other), id(*model)));
            }
            let related = bank.items[*model].family_id() == bank.items[*other].family_id();
            if related && mixed != other_mixed {
                let family = bank.items[*model].family_id().to_string();
                return Err(SlotError::Mixed(family));
            }
        }
    }
    let occurrence = |at: usize| {
        models[..at]
            .iter()
            .filter(|model| **model == models[at])
            .count()
    };
    Ok((0..models.len())
        .map(|at| Slot {
            model: models[at].0,
            mixed: models[at].1,
            occurrence: occurrence(at),
        })
        .collect())
}

/// What is wrong with the blueprints that no form could ever follow, with the seed 0.
pub fn unfillable(bank: &ItemBank) -> Vec<Diagnostic> {
    let blueprints = bank.blueprints.iter();
    let wrong = blueprints.filter_map(|blueprint| {
        let error = slots(bank, &blueprint.slots, Seed::new(0)).err()?;
        Some(error.diagnostic(bank, Some(blueprint.id.span)))
    });
    wrong.collect()
}

fn candidates(bank: &ItemBank, rule: &SlotRule) -> Vec<Candidate> {
    let called = |id: &Spanned<Arc<str>>| Candidate::called(bank, &id.value);
    match &rule.source {
        SlotSource::Item(id) => called(id).into_iter().collect(),
        SlotSource::AnyOf(ids) => ids.iter().filter_map(called).collect(),
        SlotSource::Standard(standard) => Candidate::of_standard(bank, &standard.value),
    }
}

/// `count` places for `candidates`, in their order: how many each gets. Those with the highest
/// draws get the places that cannot be shared evenly (rendezvous hashing: Thaler and Ravishankar
/// 1998).
fn share(
    bank: &ItemBank,
    candidates: Vec<Candidate>,
    count: usize,
    seed: Seed,
) -> Vec<(Candidate, usize)> {
    let draw = |candidate: &usize| {
        let id = candidates[*candidate].id(bank);
        seed.stream(&[&bank.id, id, "place"]).below(u64::MAX)
    };
    let mut favoured: Vec<usize> = (0..candidates.len()).collect();
    favoured.sort_by_key(|candidate| std::cmp::Reverse(draw(candidate)));
    // Of enemies the less favoured one stays away.
    let mut friends: Vec<usize> = Vec::new();
    for candidate in favoured {
        let first = candidates[candidate].first();
        let mut others = friends.iter().map(|other| candidates[*other].first());
        if !others.any(|other| are_enemies(bank, first, other)) {
            friends.push(candidate);
        }
    }
    let (each, more) = (count / friends.len(), count % friends.len());
    let places = |candidate: usize| {
        let rank = friends.iter().position(|friend| *friend == candidate);
        rank.map_or(0, |rank| each + usize::from(rank < more))
    };
    candidates
        .into_iter()
        .enumerate()
        .map(|(at, candidate)| (candidate, places(at)))
        .collect()
}

/// An enemy may be named by the id of a model, of one variant, or of all of them.
pub(super) fn are_enemies(bank: &ItemBank, a: usize, b: usize) -> bool {
    let (a, b) = (&bank.items[a], &bank.items[b]);
    bank.enemies.iter().any(|[one, other]| {
        (a.is_called(&one.value) && b.is_called(&other.value))
            || (a.is_called(&other.value) && b.is_called(&one.value))
    })
}

/// What a form must contain, as asked for on the command line.
#[derive(Debug, Clone, Default)]
pub struct Wanted<'a> {
    /// A blueprint of the bank.
    pub blueprint: Option<&'a str>,
    /// Only these standards; all without any.
    pub standards: &'a [String],
    /// How many places, where no blueprint says it.
    pub items: Option<usize>,
    /// Whether items are dealt as they are drawn, however hard they are.
    pub as_drawn: bool,
}

/// The places of a form without a blueprint.
const USUAL_ITEMS: usize = 10;

impl Plan {
    /// The blueprint asked for; else, if neither standards nor a number of items are asked for,
    /// the bank's first; else the default blueprint: the items of the standards share the places
    /// evenly. With a blueprint and standards, the blueprint's places for those standards.
    pub fn of(bank: &ItemBank, wanted: &Wanted<'_>, seed: Seed) -> Result<Self, Vec<Diagnostic>> {
        let unknown: Vec<Diagnostic> = wanted
            .standards
            .iter()
            .filter(|id| bank.standard(id).is_none())
            .map(|id| {
                let known = bank.standards.iter().map(|standard| &*standard.id.value);
                missing(Code::UnknownStandard, "standard", id, known)
            })
            .collect();
        if !unknown.is_empty() {
            return Err(unknown);
        }
        let blueprint = match wanted.blueprint {
            Some(id) => Some(
                bank.blueprints
                    .iter()
                    .find(|b| &*b.id.value == id)
                    .ok_or_else(|| {
                        let known = bank.blueprints.iter().map(|blueprint| &*blueprint.id.value);
                        vec![missing(Code::UnknownBlueprint, "blueprint", id, known)]
                    })?,
            ),
            None if wanted.standards.is_empty() && wanted.items.is_none() => {
                bank.blueprints.first()
            }
            None => None,
        };
        let refuse = |error: SlotError| vec![error.diagnostic(bank, None)];
        let asked = |slot: &Slot| {
            let standard = &bank.items[slot.model].standard.value;
            wanted.standards.is_empty() || wanted.standards.iter().any(|id| **id == **standard)
        };
        let plan = match blueprint {
            Some(blueprint) => {
                let all = slots(bank, &blueprint.slots, seed).map_err(refuse)?;
                Plan {
                    blueprint: blueprint.id.value.clone(),
                    title: blueprint.title.clone(),
                    layout: blueprint.layout,
                    slots: all.into_iter().filter(asked).collect(),
                    as_drawn: wanted.as_drawn,
                }
            }
            None => Self::default_blueprint(bank, wanted, seed).map_err(refuse)?,
        };
        if plan.slots.is_empty() {
            let message = format!(
                "the blueprint `{}` has no place for these standards",
                plan.blueprint
            );
            let help = "ask for other standards, or leave `--blueprint` out";
            return Err(vec![
                Diagnostic::error(Code::UnknownStandard, None, message).help(help),
            ]);
        }
        Ok(plan)
    }

    fn default_blueprint(
        bank: &ItemBank,
        wanted: &Wanted<'_>,
        seed: Seed,
    ) -> Result<Self, SlotError> {
        let has_items = |id: &str| bank.items.iter().any(|item| &*item.standard.value == id);
        let asked =
            |id: &str| wanted.standards.is_empty() || wanted.standards.iter().any(|s| s == id);
        let standards: Vec<&Spanned<Arc<str>>> = bank
            .standards
            .iter()
            .map(|standard| &standard.id)
            .filter(|id| asked(&id.value) && (has_items(&id.value) || !wanted.standards.is_empty()))
            .collect();
        let items = wanted.items.unwrap_or(USUAL_ITEMS);
        let (each, more) = (
            items / standards.len().max(1),
            items % standards.len().max(1),
        );
        let rules: Vec<SlotRule> = standards
            .iter()
            .enumerate()
            .map(|(at, id)| SlotRule {
                source: SlotSource::Standard((*id).clone()),
                count: each + usize::from(at < more),
            })
            .filter(|rule| rule.count > 0)
            .collect();
        Ok(Plan {
            blueprint: "default".into(),
            title: bank.title.clone(),
            layout: Layout::default(),
            slots: slots(bank, &rules, seed)?,
            as_drawn: wanted.as_drawn,
        })
    }
}

impl SlotError {
    fn diagnostic(&self, bank: &ItemBank, at: Option<Span>) -> Diagnostic {
        match self {
            Self::NoModel(what) => Diagnostic::error(
                Code::UnknownItem,
                at,
                format!(
                    "no item model of the bank `{}` can stand for {what}",
                    bank.id
                ),
            )
            .help("give the standard an item model, or take the slot away"),
            Self::Enemies(a, b) => Diagnostic::error(
                Code::UnknownItem,
                at,
                format!("`{a}` and `{b}` are enemies and would meet on one form"),
            )
            .help("take one of them out of the blueprint, or out of `enemies`"),
            Self::Mixed(family) => Diagnostic::error(
                Code::UnknownItem,
                at,
                format!("`{family}` mixes its variants, and one of them has a place of its own"),
            )
            .help("the same item could come twice on one form: name the model or its variants"),
        }
    }
}

fn missing<'a>(
    code: Code,
    what: &str,
    name: &str,
    known: impl Iterator<Item = &'a str>,
) -> Diagnostic {
    let message = format!("the bank has no {what} `{name}`");
    Diagnostic::error(code, None, message).help(suggest::help(name, known))
}
