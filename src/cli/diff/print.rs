//! A difference in words.

use crate::lint::difference::{Difference, ItemDifference, Presence, Reworded};

/// For people at a terminal.
pub fn text(difference: &Difference) -> String {
    let mut lines = vec![summary(difference)];
    for item in &difference.items {
        lines.push(format!("  {}: {}", item.item, facts(item).join(", ")));
        let examples = item.examples.iter();
        lines.extend(examples.map(|[given, old, new]| format!("    {given}: key {old} → {new}")));
        for Reworded { text, old, new } in &item.reworded {
            lines.push(format!("    {text}"));
            lines.extend(old.lines().map(|line| format!("      - {line}")));
            lines.extend(new.lines().map(|line| format!("      + {line}")));
        }
    }
    lines.join("\n")
}

/// For a comment on a pull request.
pub fn markdown(difference: &Difference) -> String {
    let mut lines = vec![format!("**{}**", summary(difference))];
    if difference.items.is_empty() {
        return lines.remove(0);
    }
    lines.push(String::new());
    lines.push("| item model | unchanged | gone | new | other key | difficulty |".to_owned());
    lines.push("|---|--:|--:|--:|--:|---|".to_owned());
    for item in &difference.items {
        let (name, keys) = match item.keys {
            0 => (format!("`{}`", item.item), "0".to_owned()),
            keys => (format!("⚠ `{}`", item.item), format!("**{keys}**")),
        };
        let band = band(item).unwrap_or_default();
        lines.push(format!(
            "| {name} | {} | {} | {} | {keys} | {band} |",
            item.unchanged, item.gone, item.new
        ));
    }
    for item in &difference.items {
        let changes = item.examples.iter();
        let changes = changes.map(|[given, old, new]| format!("- {given}: key {old} → {new}"));
        let mut details: Vec<String> = changes.collect();
        details.extend(
            item.properties
                .iter()
                .map(|property| format!("- {property}")),
        );
        for Reworded { text, old, new } in &item.reworded {
            details.push(format!("- {text}"));
            details.push("  ```diff".to_owned());
            details.extend(old.lines().map(|line| format!("  - {line}")));
            details.extend(new.lines().map(|line| format!("  + {line}")));
            details.push("  ```".to_owned());
        }
        if !details.is_empty() {
            lines.push(format!("\n<details><summary>{}</summary>\n", item.item));
            lines.append(&mut details);
            lines.push("\n</details>".to_owned());
        }
    }
    lines.join("\n")
}

fn summary(difference: &Difference) -> String {
    let Difference {
        old,
        new,
        items,
        same,
    } = difference;
    if items.is_empty() {
        return format!("{old} → {new}: all {same} item models are the same");
    }
    let keys = match difference.keys() {
        0 => "no key changed".to_owned(),
        1 => "1 key changed".to_owned(),
        keys => format!("{keys} keys changed"),
    };
    let models = if items.len() == 1 {
        "item model"
    } else {
        "item models"
    };
    format!(
        "{old} → {new}: {} {models} changed, {same} the same, {keys}",
        items.len()
    )
}

fn facts(item: &ItemDifference) -> Vec<String> {
    let mut facts = match item.presence {
        Presence::Added => return vec![format!("added, {} instances", item.new)],
        Presence::Removed => return vec![format!("removed, {} instances", item.gone)],
        Presence::Both => vec![format!("{} unchanged", item.unchanged)],
    };
    let counts = [
        (item.gone, "gone"),
        (item.new, "new"),
        (item.keys, "with another key"),
    ];
    let counts = counts.iter().filter(|(count, _)| *count > 0);
    facts.extend(counts.map(|(count, what)| format!("{count} {what}")));
    if !item.whole {
        facts.push("in a sample".to_owned());
    }
    facts.extend(item.properties.iter().cloned());
    facts.extend(band(item));
    facts
}

/// What happened to the difficulty, if it can be noticed.
fn band(item: &ItemDifference) -> Option<String> {
    if !item.moves() {
        return None;
    }
    let [before, after] = item.spread;
    let way = if item.harder < 0.0 {
        "easier"
    } else {
        "harder"
    };
    Some(format!(
        "{:.2} logits {way}, spread {before:.2} → {after:.2}",
        item.harder.abs()
    ))
}
