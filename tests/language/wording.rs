//! Interchangeable wordings of one stem.

use std::collections::BTreeMap;

use isoform::instance::item::Item;

use crate::{bank_of, set_of, text};

#[test]
fn wordings_share_keys_and_fingerprints_and_all_come() {
    let item = "- id: a\n  vary: {n: 1..200}\n  stem: [\"What is {{n}}?\", \"Say {{n}}.\", \"{{n + 1}} less 1\"]\n  answer: n\n";
    let bank = text(&format!("items:\n{item}"));
    let bank = bank_of(&[("bank.yaml", bank.as_bytes())]);
    let set = set_of(&bank, 1, 90, 5);
    let items: Vec<&Item> = set.forms.iter().map(|form| &form.items[0].item).collect();
    let mut counts: BTreeMap<usize, usize> = BTreeMap::new();
    for item in &items {
        *counts.entry(item.wording).or_default() += 1;
        let shown = &item.stem[0];
        let key = &item.keys[0].value;
        let ahead = isoform::value::arithmetic::subtract(shown, key).unwrap();
        let wanted = i64::from(item.wording == 2);
        assert!(ahead.same(&isoform::value::Value::integer(wanted)));
    }
    // Ninety items over three wordings: fewer than fifteen of one would be 3.4 σ off.
    assert!(
        counts.len() == 3 && counts.values().all(|count| *count >= 15),
        "{counts:?}"
    );
    // The wording is no part of the identity: without the others, the same items come.
    let one =
        text(&format!("items:\n{item}").replace(", \"Say {{n}}.\", \"{{n + 1}} less 1\"", ""));
    let one = bank_of(&[("bank.yaml", one.as_bytes())]);
    let same = set_of(&one, 1, 90, 5);
    let prints = |set: &isoform::form::FormSet| -> Vec<_> {
        set.forms
            .iter()
            .map(|form| form.items[0].item.fingerprint)
            .collect()
    };
    assert_eq!(prints(&set), prints(&same));
}
