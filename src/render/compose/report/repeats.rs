//! Where items come again, in a set that allows it.

use std::collections::HashMap;

use crate::form::set::FormSet;
use crate::render::compose::report::voice::Voice;

/// For each place whose items come again: from which form on.
pub fn repeats(set: &FormSet, voice: &Voice<'_>) -> Vec<String> {
    if !set.repeats {
        return Vec::new();
    }
    (0..set.slots.len())
        .filter_map(|at| {
            let mut first = HashMap::new();
            set.forms.iter().find_map(|form| {
                let fingerprint = form.items.get(at)?.item.fingerprint;
                let before = first.insert(fingerprint, form.label)?;
                Some(voice.say(
                    "repeats_from",
                    &[
                        ("item", &voice.whole(at + 1)),
                        ("form", &form.label.to_string()),
                        ("before", &before.to_string()),
                    ],
                ))
            })
        })
        .collect()
}
