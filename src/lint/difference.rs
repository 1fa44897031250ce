//! What a change of a bank means: which instances stay, go and come, and whose key is another one.

mod survey;
mod wording;

use serde::Serialize;

use crate::bank::ItemBank;
use crate::bank::model::ItemModel;

use survey::Survey;
pub use wording::Reworded;

/// Two versions of a bank, item model by item model.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Difference {
    /// The version of the older bank.
    pub old: String,
    /// The version of the newer bank.
    pub new: String,
    /// Item models that are in one bank only, or are not the same in both.
    pub items: Vec<ItemDifference>,
    /// How many item models are the same in both.
    pub same: usize,
}

/// What changed in an item model.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct ItemDifference {
    /// The item model.
    pub item: String,
    /// In which of the banks it is.
    pub presence: Presence,
    /// Whether all instances were compared, or a sample of larger spaces.
    pub whole: bool,
    /// Instances that are printed as before and have the same key.
    pub unchanged: u64,
    /// Instances that can no longer be drawn as they were.
    pub gone: u64,
    /// Instances that could not be drawn before.
    pub new: u64,
    /// Instances that are drawn as before and have another key.
    pub keys: u64,
    /// Some of these: the draw, the old key and the new one.
    pub examples: Vec<[String; 3]>,
    /// What reads differently.
    pub reworded: Vec<Reworded>,
    /// The change of the mean difficulty, in logits; positive is harder.
    pub harder: f64,
    /// The standard deviation of the difficulty, before and after, in logits.
    pub spread: [f64; 2],
    /// What else changed, in words: points, standard.
    pub properties: Vec<String>,
}

/// In which of two banks an item model is.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Presence {
    /// Only in the newer one.
    Added,
    /// Only in the older one.
    Removed,
    /// In both.
    #[default]
    Both,
}

/// A change of difficulty that a student could notice, in logits.
const NOTICED: f64 = 0.1;

impl Difference {
    /// The difference between two banks.
    pub fn of(old: &ItemBank, new: &ItemBank) -> Self {
        let mut items = Vec::new();
        let mut same = 0;
        for model in &old.items {
            let difference = match new.item(&model.id.value) {
                Some((_, other)) => ItemDifference::of([old, new], [model, other]),
                None => ItemDifference::alone(old, model, Presence::Removed),
            };
            if difference.is_none() {
                same += 1;
            } else {
                items.push(difference);
            }
        }
        let added = new.items.iter().filter(|m| old.item(&m.id.value).is_none());
        items.extend(added.map(|model| ItemDifference::alone(new, model, Presence::Added)));
        Self {
            old: old.version.clone(),
            new: new.version.clone(),
            items,
            same,
        }
    }

    /// How many instances have another key.
    pub fn keys(&self) -> u64 {
        self.items.iter().map(|item| item.keys).sum()
    }

    /// Whether keys changed in a released bank without a new major version: then a key that was
    /// handed out is wrong, and nothing says so. Semantic Versioning 2.0.0 (Preston-Werner).
    pub fn breaks_release(&self) -> bool {
        let major = |version: &str| -> u64 {
            let part = version.split('.').next().unwrap_or_default();
            part.trim().parse().unwrap_or(0)
        };
        self.keys() > 0 && major(&self.old) >= 1 && major(&self.new) <= major(&self.old)
    }
}

impl ItemDifference {
    /// Whether nothing changed.
    pub fn is_none(&self) -> bool {
        self.presence == Presence::Both
            && self.gone == 0
            && self.new == 0
            && self.keys == 0
            && self.reworded.is_empty()
            && self.properties.is_empty()
            && !self.moves()
    }

    /// Whether the difficulty, or its spread, changed noticeably.
    pub fn moves(&self) -> bool {
        let [before, after] = self.spread;
        self.harder.abs() > NOTICED || (before - after).abs() > NOTICED
    }

    fn alone(bank: &ItemBank, model: &ItemModel, presence: Presence) -> Self {
        let survey = Survey::of(bank, model);
        let count = survey.instances.len() as u64;
        let (gone, new) = match presence {
            Presence::Removed => (count, 0),
            _ => (0, count),
        };
        Self {
            item: model.id.value.to_string(),
            presence,
            whole: survey.whole,
            gone,
            new,
            ..Self::default()
        }
    }

    fn of([old_bank, new_bank]: [&ItemBank; 2], [old, new]: [&ItemModel; 2]) -> Self {
        let before = Survey::of(old_bank, old);
        let after = Survey::of(new_bank, new);
        let mut difference = Self {
            item: old.id.value.to_string(),
            whole: before.whole && after.whole,
            reworded: wording::reworded(old, new),
            harder: after.mean() - before.mean(),
            spread: [before.spread(), after.spread()],
            properties: properties(old, new),
            ..Self::default()
        };
        for (draw, instance) in &before.instances {
            match after.instances.get(draw) {
                Some(other) if other.key != instance.key => {
                    difference.keys += 1;
                    if difference.examples.len() < 3 {
                        let key = |survey: &Survey<'_>| survey.describe(*draw);
                        let (given, old_key) = key(&before);
                        difference.examples.push([given, old_key, key(&after).1]);
                    }
                }
                Some(other) if other.printed == instance.printed => difference.unchanged += 1,
                _ => difference.gone += 1,
            }
        }
        let kept = |(draw, instance): &(&u64, &survey::Instance)| {
            before
                .instances
                .get(draw)
                .is_some_and(|other| other.key != instance.key || other.printed == instance.printed)
        };
        let kept = after.instances.iter().filter(kept).count() as u64;
        difference.new = after.instances.len() as u64 - kept;
        difference
    }
}

fn properties(old: &ItemModel, new: &ItemModel) -> Vec<String> {
    let mut changed = Vec::new();
    let mut compare = |what: &str, old: String, new: String| {
        if old != new {
            changed.push(format!("{what} {old} → {new}"));
        }
    };
    compare("points", old.points.to_string(), new.points.to_string());
    let standard = |model: &ItemModel| model.standard.value.to_string();
    compare("standard", standard(old), standard(new));
    let radicals = |model: &ItemModel| {
        let written = model.radicals.iter().map(|radical| radical.written.clone());
        format!("[{}]", written.collect::<Vec<_>>().join(", "))
    };
    compare("alike", radicals(old), radicals(new));
    changed
}
