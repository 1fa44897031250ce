//! Where items come again, in a set that allows it.

use std::collections::HashMap;

use crate::form::set::FormSet;

/// For each place whose items come again: from which form on.
pub fn repeats(set: &FormSet) -> Vec<String> {
    if !set.repeats {
        return Vec::new();
    }
    (0..set.slots.len())
        .filter_map(|at| {
            let mut first = HashMap::new();
            set.forms.iter().find_map(|form| {
                let fingerprint = form.items.get(at)?.item.fingerprint;
                let before = first.insert(fingerprint, form.label)?;
                Some(format!(
                    "Item {}: from form {} on, items come again; the first is that of form {before}.",
                    at + 1,
                    form.label,
                ))
            })
        })
        .collect()
}
