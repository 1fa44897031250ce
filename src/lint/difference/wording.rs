//! Texts that read differently.

use serde::Serialize;

use crate::bank::model::ItemModel;
use crate::bank::prose::Prose;

/// A text before and after.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Reworded {
    /// Which text: `stem`, `solution`, `title`, a misconception.
    pub text: String,
    /// Before; empty if there was none.
    pub old: String,
    /// After; empty if there is none.
    pub new: String,
}

/// The texts of an item model that are not the same in both versions.
pub fn reworded(old: &ItemModel, new: &ItemModel) -> Vec<Reworded> {
    let mut found = Vec::new();
    let mut compare = |text: &str, old: String, new: String| {
        if old != new {
            found.push(Reworded {
                text: text.to_owned(),
                old,
                new,
            });
        }
    };
    let title = |model: &ItemModel| model.title.clone().unwrap_or_default();
    compare("title", title(old), title(new));
    for at in 0..old.stems.len().max(new.stems.len()) {
        let stem = |model: &ItemModel| model.stems.get(at).map_or_else(String::new, written);
        let name = if at == 0 {
            "stem".to_owned()
        } else {
            format!("stem {}", at + 1)
        };
        compare(&name, stem(old), stem(new));
    }
    let solution = |model: &ItemModel| model.solution.as_ref().map_or_else(String::new, written);
    compare("solution", solution(old), solution(new));
    let slips = |model: &ItemModel| -> Vec<String> {
        let slips = model.misconceptions.iter();
        slips.map(|slip| slip.slip.clone()).collect()
    };
    let (before, after) = (slips(old), slips(new));
    let gone = before.iter().filter(|slip| !after.contains(slip));
    let come = after.iter().filter(|slip| !before.contains(slip));
    gone.for_each(|slip| compare("misconception", slip.clone(), String::new()));
    come.for_each(|slip| compare("misconception", String::new(), slip.clone()));
    found
}

fn written(prose: &Prose) -> String {
    prose.source.as_str().trim().to_owned()
}
